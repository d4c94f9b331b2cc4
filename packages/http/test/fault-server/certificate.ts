import { generateKeyPairSync, sign } from 'node:crypto'
import { isIP } from 'node:net'
import * as der from './der.ts'

/** A certificate that vouches for itself, and its key. */
export interface Certificate {
  /** PEM; whoever is to trust it takes it as its authority. */
  cert: string
  /** PEM. */
  key: string
}

export interface CertificateOptions {
  /** Host names and addresses it is for. */
  names: readonly string[]
  notBefore?: Date
  notAfter?: Date
}

const day = 86_400_000
const ecdsaWithSha256 = der.sequence(der.oid(1, 2, 840, 10045, 4, 3, 2))

/**
 * Makes a certificate and a key that exist for one test and nowhere else: Node has no maker of
 * certificates of its own, and a key in a repository is a key someone will use.
 */
export function makeCertificate({
  names,
  notBefore = new Date(Date.now() - day),
  notAfter = new Date(Date.now() + day),
}: CertificateOptions): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const owner = der.sequence(
    der.set(der.sequence(der.oid(2, 5, 4, 3), der.text('Fault server, for tests'))),
  )
  const authority = der.sequence(
    der.oid(2, 5, 29, 19),
    der.boolean(true),
    der.octets(der.sequence(der.boolean(true))),
  )
  const alternatives = der.sequence(
    der.oid(2, 5, 29, 17),
    der.octets(der.sequence(...names.map(nameOf))),
  )
  const statement = der.sequence(
    der.tagged(0, der.integer(2)),
    der.integer(1 + Math.floor(Math.random() * 100)),
    ecdsaWithSha256,
    owner,
    der.sequence(der.time(notBefore), der.time(notAfter)),
    owner,
    publicKey.export({ type: 'spki', format: 'der' }),
    der.tagged(3, der.sequence(authority, alternatives)),
  )
  const signature = sign('sha256', statement, privateKey)
  const whole = der.sequence(statement, ecdsaWithSha256, der.bits(signature))
  const lines = whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function nameOf(name: string): Buffer {
  if (isIP(name) !== 4) return der.implicit(2, Buffer.from(name))
  return der.implicit(7, Buffer.from(name.split('.').map(Number)))
}
