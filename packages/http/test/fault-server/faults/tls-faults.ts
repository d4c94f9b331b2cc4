import { type Certificate, makeCertificate } from '../certificate.ts'
import { day } from '../fake-clock.ts'
import { type Fault, outcome } from '../fault.ts'
import { reply } from '../feed-origin.ts'
import { type Handler, serveHttps, serveRaw } from '../servers.ts'
import type { Stage } from '../stage.ts'

const group = 'tls'
const fine: Handler = reply(200, {}, 'fine')

/** What becomes of a request to a host with this certificate, whose maker is trusted or not. */
function certified(make: () => Certificate, trusted: boolean) {
  return async (stage: Stage): Promise<string> => {
    const certificate = make()
    const { port, requests } = stage.keep(await serveHttps(certificate, fine))
    const client = stage.client({
      robots: 'ignore',
      retry: { attempts: 0 },
      ...(trusted ? { ca: certificate.cert } : {}),
    })
    const result = await outcome(client, `https://feed.example:${port}/feed`)
    // Whatever it came to, a host that is not who it says must not have seen the request.
    return result === 'upstream' && requests.length > 0 ? 'asked, then upstream' : result
  }
}

const names = ['feed.example']

/** Certificates that prove nothing, and servers that speak something else. */
export const tlsFaults: readonly Fault[] = [
  {
    name: 'a certificate whose maker is trusted',
    group,
    expected: '200 "fine"',
    see: certified(() => makeCertificate({ names }), true),
  },
  {
    name: 'a certificate that vouches for itself',
    group,
    expected: 'upstream',
    see: certified(() => makeCertificate({ names }), false),
  },
  {
    name: 'a certificate that has run out',
    group,
    expected: 'upstream',
    see: certified(() => {
      const [notBefore, notAfter] = [new Date(Date.now() - 2 * day), new Date(Date.now() - day)]
      return makeCertificate({ names, notBefore, notAfter })
    }, true),
  },
  {
    name: 'a certificate of tomorrow',
    group,
    expected: 'upstream',
    see: certified(() => {
      const [notBefore, notAfter] = [new Date(Date.now() + day), new Date(Date.now() + 2 * day)]
      return makeCertificate({ names, notBefore, notAfter })
    }, true),
  },
  {
    name: 'a certificate of another host',
    group,
    expected: 'upstream',
    see: certified(() => makeCertificate({ names: ['other.example'] }), true),
  },
  {
    name: 'plain HTTP where TLS is expected',
    group,
    expected: 'upstream',
    async see(stage) {
      const { port } = await stage.serve(fine)
      const client = stage.client({ robots: 'ignore', retry: { attempts: 0 } })
      return outcome(client, `https://feed.example:${port}/feed`)
    },
  },
  {
    name: 'TLS where plain HTTP is expected',
    group,
    expected: 'upstream',
    async see(stage) {
      const { port } = stage.keep(await serveHttps(makeCertificate({ names }), fine))
      const client = stage.client({ robots: 'ignore', retry: { attempts: 0 } })
      return outcome(client, `http://feed.example:${port}/feed`)
    },
  },
  {
    name: 'a handshake that is cut off',
    group,
    expected: 'upstream',
    async see(stage) {
      const { port } = stage.keep(await serveRaw((socket) => socket.resetAndDestroy()))
      const client = stage.client({ robots: 'ignore', retry: { attempts: 0 } })
      return outcome(client, `https://feed.example:${port}/feed`)
    },
  },
  {
    name: 'a handshake that never ends',
    group,
    expected: 'timeout',
    async see(stage) {
      const { port } = stage.keep(await serveRaw(() => {}))
      const client = stage.client({
        robots: 'ignore',
        retry: { attempts: 0 },
        limits: { connectMs: 300 },
      })
      return outcome(client, `https://feed.example:${port}/feed`)
    },
  },
]
