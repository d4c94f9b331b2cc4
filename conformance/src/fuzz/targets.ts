import { discoverFeeds, parseDate, parseFeed, parseOpml } from '@inference-report/feed'
import type { Execution, TargetName } from './execution.ts'

/**
 * The text of an input for functions that take text. UTF-16 with a mark is taken as it is, lone
 * surrogates and all, so that bytes can hold any text JavaScript can.
 */
function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer[0] === 0xff && buffer[1] === 0xfe
    ? buffer.toString('utf16le', 2)
    : buffer.toString('utf8')
}

/** What is called with an input. */
export const targets: Readonly<Record<TargetName, (execution: Execution) => unknown>> = {
  feed: ({ bytes, url, contentType }) => parseFeed(bytes, { url, contentType }),
  'feed-unsanitized': ({ bytes, url, contentType }) =>
    parseFeed(bytes, { url, contentType, sanitize: false }),
  'feed-of-text': ({ bytes, url }) => parseFeed(textOf(bytes), { url }),
  date: ({ bytes }) => parseDate(textOf(bytes)),
  page: ({ bytes, url }) => discoverFeeds(textOf(bytes), url ?? 'not an address'),
  opml: ({ bytes }) => parseOpml(textOf(bytes)),
}
