import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { reply } from '../fault-server/feed-origin.ts'
import { onStage } from './on-stage.ts'

test('a request says what it takes: HTML and XML by default, and gzip, br and zstd', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(200))
  await stage.client({ robots: 'ignore' }).fetch(`${origin}/feed`)
  const { headers } = requests[0] ?? {}
  expect(headers?.accept).toMatch(/text\/html.*xml.*\*\/\*/)
  const codings = String(headers?.['accept-encoding']).split(/, ?/)
  expect(codings).toEqual(expect.arrayContaining(['gzip', 'br', 'zstd']))
})

test('what the caller takes goes before the default', async () => {
  const stage = onStage()
  const { origin, requests } = await stage.serve(reply(200))
  const accept = 'application/rss+xml, application/atom+xml;q=0.9'
  await stage.client({ robots: 'ignore' }).fetch(`${origin}/feed`, { headers: { Accept: accept } })
  expect(requests[0]?.headers.accept).toBe(accept)
})

test('every coding that is asked for is read', async () => {
  const stage = onStage()
  const encode = {
    gzip: gzipSync,
    br: brotliCompressSync,
    zstd: zstdCompressSync,
    deflate: deflateSync,
  }
  const text = 'the same text, again and again and again'
  const { origin, requests } = await stage.serve((request, response) => {
    const coding = request.url?.slice(1)
    const encoder = Object.entries(encode).find(([name]) => name === coding)?.[1]
    response.writeHead(200, { 'content-encoding': coding }).end(encoder?.(text))
  })
  const client = stage.client({ robots: 'ignore' })
  const offered = async () => {
    await client.fetch(`${origin}/gzip`)
    return String(requests[0]?.headers['accept-encoding']).split(/, ?/)
  }
  for (const coding of await offered()) {
    const response = await client.fetch(`${origin}/${coding}`)
    expect(await response.text(), coding).toBe(text)
    // They describe bytes that the caller never sees.
    expect(response.headers.has('content-encoding')).toBe(false)
  }
})
