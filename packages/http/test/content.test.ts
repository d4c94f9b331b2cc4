import fc from 'fast-check'
import { expect, test } from 'vitest'
import { challengeIn, isUnexpectedHtml } from '../src/challenge.ts'
import { charsetOf } from '../src/charset.ts'
import type { Answer } from '../src/exchange.ts'
import { decodeText, mediaKindOf } from '../src/index.ts'

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test.for([
  ['\xef\xbb\xbfx', 'text/xml; charset=iso-8859-1', 'utf-8'],
  ['\xff\xfex\0', undefined, 'utf-16le'],
  ['\xfe\xff\0x', undefined, 'utf-16be'],
  ['<?xml version="1.0" encoding="utf-8"?>', 'text/xml; charset="ISO-8859-1"', 'windows-1252'],
  ['<?xml version="1.0" encoding="Shift_JIS"?>', 'text/xml', 'shift_jis'],
  ["<?xml version='1.0' encoding='koi8-r'?>", 'text/xml; charset=nonsense', 'koi8-r'],
  ['<?xml version="1.0" encoding="UTF-16"?>', undefined, 'utf-8'],
  ['<html><meta charset=gbk>', undefined, 'gbk'],
  ['<meta http-equiv="content-type" content="text/html; charset=big5">', undefined, 'big5'],
  ['caf\xc3\xa9', undefined, 'utf-8'],
  ['caf\xe9', undefined, 'windows-1252'],
  ['', undefined, 'utf-8'],
] as const)('%j with %s is in %s', ([text, contentType, charset]) => {
  expect(charsetOf(latin1(text), contentType)).toBe(charset)
})

test('text is decoded by the encoding it is in', async () => {
  const headers = { 'content-type': 'text/html; charset=windows-1252' }
  expect(await decodeText(new Response(latin1('caf\xe9 \x80'), { headers }))).toBe('café €')
})

test.for([
  ['<!DOCTYPE html><p>', 'application/rss+xml', 'html'],
  ['\n <!-- hi -->\n<html>', undefined, 'html'],
  ['<?xml version="1.0"?><!DOCTYPE html><html xmlns="">', undefined, 'html'],
  ['<?xml version="1.0"?><rss>', 'text/html', 'xml'],
  ['\xef\xbb\xbf<feed xmlns="">', undefined, 'xml'],
  ['{"a":1}', undefined, 'json'],
  ['[not json]', 'text/html', 'html'],
  ['plain', 'application/json', 'json'],
  ['plain', undefined, 'text'],
  ['\x89PNG\0', 'text/html', 'binary'],
  ['\xff\xfe<\0r\0s\0s\0>\0', undefined, 'xml'],
] as const)('%j labelled %s is %s', ([text, contentType, kind]) => {
  expect(mediaKindOf(latin1(text), contentType)).toBe(kind)
})

test('whatever the bytes are, they are of some kind and in some encoding', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.option(fc.string(), { nil: undefined }), (bytes, label) => {
      expect(['html', 'xml', 'json', 'text', 'binary']).toContain(mediaKindOf(bytes, label))
      expect(() => new TextDecoder(charsetOf(bytes, label)).decode(bytes)).not.toThrow()
    }),
  )
})

function answer(headers: Record<string, string>, text: string, status = 200): Answer {
  const body = latin1(text)
  return { status, statusText: '', headers, body, capturedAt: '', fromReplay: false }
}

test.for([
  [{ 'cf-mitigated': 'challenge' }, '', 'cf-mitigated: challenge'],
  [{ 'x-amzn-waf-action': 'captcha' }, '', 'x-amzn-waf-action: captcha'],
  [
    { 'content-type': 'text/html' },
    '<html><title>Just a moment...</title>',
    'a challenge page of Cloudflare',
  ],
  [{ 'content-type': 'text/html' }, '<html>_Incapsula_Resource', 'a challenge page of Imperva'],
  // An article about them, in a feed or at length, is none.
  [{ 'content-type': 'application/rss+xml' }, '<title>Just a moment...</title>', undefined],
  [{ 'content-type': 'text/html' }, `${' '.repeat(60_000)}_Incapsula_Resource`, undefined],
  [{ 'content-type': 'text/html' }, '<html><title>News</title>', undefined],
] as const)('%j is a challenge: %s', ([headers, text, expected]) => {
  expect(challengeIn(answer(headers, text))).toBe(expected)
})

const page = answer({ 'content-type': 'text/html' }, '<!doctype html><p>')
test.for([
  [page, 'application/rss+xml', undefined, true],
  [page, undefined, 'application/atom+xml; charset=utf-8', true],
  [page, 'application/json', 'text/html', true],
  [page, 'text/html, application/xml', undefined, false],
  [page, '*/*', 'text/xml', false],
  [page, undefined, 'text/html', false],
  [page, undefined, undefined, false],
  [{ ...page, status: 404 }, 'application/rss+xml', undefined, false],
  [answer({ 'content-type': 'text/html' }, '<rss>'), 'application/rss+xml', undefined, false],
] as const)('HTML that nobody expected, case %#', ([given, accept, before, expected]) => {
  expect(isUnexpectedHtml(given, accept, before)).toBe(expected)
})
