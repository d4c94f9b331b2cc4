import { isDeepHtml, SourceError } from '@inference-report/source'
import { load } from 'cheerio/slim'
import { oneLine } from './child-elements.ts'
import { type HtmlDocument, outermostOf, textBelow } from './html-tree.ts'
import { throwIfThrottled } from './throttle.ts'

// A page of 2000 papers leaves a few tags of each open at the most.
const mostLevels = 20_000

/**
 * A page as a tree, from the place where `start` is first found: building it takes most of the time.
 * A page that opens `html` has to close it; a part of one need not.
 *
 * @throws SourceError `rate-limited` for arXiv's throttle, `unparseable` for what is no HTML or was cut
 * off, `too-large` for a page nested beyond any.
 */
export function loadPage(html: string, expected: string, start?: RegExp): HtmlDocument {
  throwIfThrottled(html, expected)
  const isWhole = /<html[\s>]/i.test(html.slice(0, 2000))
  const isPart =
    /^\s*<(?!\?xml|rss\b|feed\b)[a-z!]/i.test(html) && /<\/\w+>\s*$/.test(html.slice(-300))
  if (isWhole ? !/<\/html>\s*$/i.test(html.slice(-2000)) : !isPart) {
    throw new SourceError('unparseable', {
      source: 'arxiv',
      expected: 'a complete HTML page',
      received: html.trim() === '' ? 'an empty answer' : html,
    })
  }
  const from = start === undefined ? 0 : Math.max(html.search(start), 0)
  const part = html.slice(from)
  if (isDeepHtml(part, mostLevels)) {
    throw new SourceError('too-large', {
      source: 'arxiv',
      expected: `a page of at most ${mostLevels} levels`,
    })
  }
  const document = load(part).root()[0]
  if (document === undefined) throw new TypeError('cheerio gave no document')
  return document
}

/**
 * Why a page is not the one expected: arXiv tells a bad request on a page of its own design, whose
 * heading is the reason.
 */
export function otherPage(page: HtmlDocument, expected: string): SourceError {
  const headings = outermostOf(page, ({ name }) => name === 'h1').map((h1) =>
    oneLine(textBelow(h1)),
  )
  const heading = headings.find((text) => text !== undefined)
  const error = headings.find(
    (text) =>
      text !== undefined &&
      /^(?:Invalid|Bad|Error|Not found|Unable|No such|Article .*\bnot (?:found|recognized)\b|(?:\w+ ){0,3}(?:Unavailable|Error)\b)/i.test(
        text,
      ),
  )
  if (error === undefined) {
    const [title] = outermostOf(page, ({ name }) => name === 'title').map(textBelow)
    return new SourceError('drift', {
      source: 'arxiv',
      expected,
      received: heading ?? oneLine(title) ?? 'a page without heading',
    })
  }
  const isNotFound = /\bnot (?:found|recognized)\b|\barticle identifier\b/i.test(error)
  return new SourceError(isNotFound ? 'not-found' : 'upstream', {
    source: 'arxiv',
    expected,
    received: error,
    retryable: /unavailable|internal|server error/i.test(error),
  })
}
