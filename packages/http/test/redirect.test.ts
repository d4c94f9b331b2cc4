import { expect, test } from 'vitest'
import { openClient } from './open-client.ts'
import { serve, serveRaw } from './serve.ts'

test.for([301, 302, 303, 307, 308])('follows %i to the end', async (status) => {
  const { origin } = await serve((request, response) => {
    if (request.url === '/end') response.end('there')
    else response.writeHead(status, { location: 'end' }).end()
  })
  const client = openClient()
  const response = await client.fetch(`${origin}/start`)
  expect([response.url, response.redirected]).toEqual([`${origin}/end`, true])
  expect(await response.text()).toBe('there')
  expect(client.report().requests.map((request) => request.status)).toEqual([status, 200])
})

test.for([
  [301, 'GET', ''],
  [302, 'GET', ''],
  [303, 'GET', ''],
  [307, 'POST', 'a=1'],
  [308, 'POST', 'a=1'],
] as const)('after %i a POST goes on as %s', async ([status, method, body]) => {
  const { origin, requests } = await serve((request, response) => {
    if (request.url === '/end') request.pipe(response)
    else response.writeHead(status, { location: '/end' }).end()
  })
  const response = await openClient().fetch(`${origin}/`, { method: 'POST', body: 'a=1' })
  expect(await response.text()).toBe(body)
  expect(requests[1]?.method).toBe(method)
  expect(requests[1]?.headers['content-type'] === undefined).toBe(method === 'GET')
})

test('credentials stay with their origin', async () => {
  const other = await serve((_, response) => response.end())
  const first = await serve((request, response) => {
    const location = request.url === '/' ? '/same' : `${other.origin}/`
    response.writeHead(302, { location }).end()
  })
  const secrets = { authorization: 'Bearer abc', 'x-api-key': 'k' }
  await openClient().fetch(`${first.origin}/`, {
    headers: { ...secrets, 'x-other': '1', cookie: 'a=1' },
  })
  expect(first.requests[1]?.headers).toMatchObject(secrets)
  for (const name of Object.keys(secrets)) {
    expect(other.requests[0]?.headers).not.toHaveProperty(name)
  }
  expect(other.requests[0]?.headers['x-other']).toBe('1')
  for (const { headers } of [...first.requests, ...other.requests]) {
    expect(headers).not.toHaveProperty('cookie')
  }
})

test('a loop and too many redirects are upstream, and not worth a retry', async () => {
  const { origin, requests } = await serve((request, response) => {
    const loops = request.url?.startsWith('/loop')
    const location = loops ? (request.url === '/loop' ? '/loop2' : '/loop') : `${request.url}x`
    response.writeHead(302, { location }).end()
  })
  const client = openClient({ maxRedirects: 3 })
  const failure = { code: 'upstream', retryable: false }
  await expect(client.fetch(`${origin}/loop`)).rejects.toMatchObject(failure)
  expect(requests).toHaveLength(2)
  await expect(client.fetch(`${origin}/`)).rejects.toMatchObject(failure)
  expect(requests).toHaveLength(6)
})

test('manual gives the redirect itself, error refuses it', async () => {
  const { origin, requests } = await serve((_, response) => {
    response.writeHead(302, { location: '/end' }).end()
  })
  const client = openClient()
  const manual = await client.fetch(`${origin}/`, { redirect: 'manual' })
  expect([manual.status, manual.headers.get('location')]).toEqual([302, '/end'])
  const refused = client.fetch(`${origin}/other`, { redirect: 'error' })
  await expect(refused).rejects.toMatchObject({ code: 'upstream' })
  expect(requests).toHaveLength(2)
})

test.for([
  ['file:///etc/passwd', 'blocked'],
  ['http://user:password@a.example/', 'blocked'],
  ['http://[', 'upstream'],
] as const)('does not follow %s', async ([location, code]) => {
  const { origin } = await serve((_, response) => response.writeHead(302, { location }).end())
  await expect(openClient().fetch(`${origin}/`)).rejects.toMatchObject({ code })
})

test('follows an address that is written unescaped', async () => {
  const origin = await serveRaw((socket) => {
    socket.end('HTTP/1.1 302 Found\r\nlocation: /café\r\ncontent-length: 0\r\n\r\n')
  })
  const client = openClient({ maxRedirects: 1 })
  await expect(client.fetch(`${origin}/`)).rejects.toMatchObject({ code: 'upstream' })
  expect(client.report().requests[1]?.url).toBe(`${origin}/caf%C3%A9`)
})
