import { parseDate, parseFeed } from '@inference-report/feed'
import type { Parser } from '../record.ts'

export const parser: Parser = {
  parseFeed({ data, contentType, url, sanitize }) {
    return parseFeed(data, { contentType, url, sanitize })
  },
  parseDate,
}
