import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSecretHeader, redactUrl } from '../src/redact.ts'

test.for([
  ['https://u:p@a.example/?a=1#f', 'https://a.example/?a=1'],
  ['https://a.example/?key=1&q=a%20b+c', 'https://a.example/?key=REDACTED&q=a%20b+c'],
  ['https://a.example/?access_token=1', 'https://a.example/?access_token=REDACTED'],
  ['https://a.example/?apiKey=1&sig=2', 'https://a.example/?apiKey=REDACTED&sig=REDACTED'],
  ['https://a.example/?%6Bey=1', 'https://a.example/?%6Bey=REDACTED'],
  [
    'https://a.example/?sid=1&jwt=2&pass=3',
    'https://a.example/?sid=REDACTED&jwt=REDACTED&pass=REDACTED',
  ],
  ['https://a.example/?author=1&compass=2', 'https://a.example/?author=1&compass=2'],
  ['https://a.example/?key=&key', 'https://a.example/?key=&key'],
  [
    'https://a.example/?keyword=1&resumptionToken=2',
    'https://a.example/?keyword=1&resumptionToken=2',
  ],
] as const)('%s', ([url, expected]) => {
  expect(redactUrl(url)).toBe(expected)
})

test('the secret is never left, and redacting twice changes nothing more', () => {
  const secret = 'Zs3cretZ'
  const name = fc.constantFrom('key', 'api_key', 'X-Amz-Signature', 'token', 'client_secret')
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), name, (base, parameter) => {
      const url = new URL(base)
      url.searchParams.append(parameter, secret)
      url.username = secret
      const redacted = redactUrl(url)
      expect(redacted).not.toContain(secret)
      expect(redactUrl(redacted)).toBe(redacted)
    }),
  )
})

test.for([
  'Authorization',
  'cookie',
  'X-API-Key',
  'proxy-authorization',
  'x-auth-token',
  'X-Auth-Key',
  'Ocp-Apim-Subscription-Key',
  'x-session-id',
  'X-JWT-Assertion',
  'X-Amz-Signature',
  'x-credential',
  'DPoP',
  'x-sid',
])('%s is secret', (name) => {
  expect(isSecretHeader(name)).toBe(true)
})

test.for([
  'accept',
  'user-agent',
  'if-none-match',
  'content-type',
  'keep-alive',
  'rsc',
  'x-author',
])('%s is not', (name) => {
  expect(isSecretHeader(name)).toBe(false)
})
