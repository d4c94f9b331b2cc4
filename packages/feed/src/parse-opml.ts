import { SourceError, type Warning } from '@inference-report/source'
import { cleanCharacters } from './clean-characters.ts'
import { decodeHtml } from './entities.ts'
import { foldSpace } from './fold-space.ts'
import { resolveUrl, withoutFeedScheme } from './resolve-url.ts'
import { parseAttributes } from './tag-attributes.ts'
import { Tokenizer } from './tokenizer.ts'
import { Warnings } from './warnings.ts'

/** One subscription of a list. */
export interface OpmlFeed {
  /** Address of the feed. Absolute. */
  feedUrl: string
  title?: string | undefined
  /** Address of its site. Absolute. */
  url?: string | undefined
  /** Names of the outlines around it, outermost first; of more than 16 the innermost. */
  folders: string[]
}

/** A subscription list. */
export interface Opml {
  title?: string | undefined
  /** In the order of the document. */
  feeds: OpmlFeed[]
  warnings: Warning[]
}

const mostFolders = 16

/**
 * A subscription list in OPML 1 or 2. A subscription whose address is none is left out with the warning
 * `link-unresolvable` at `outlines[n]`, the n-th of the document from 0; an end that is missing leaves `truncated`.
 *
 * @throws SourceError `unparseable` where there is no `<opml>`, `empty` where it has no subscription.
 * @see https://opml.org/spec2.opml
 */
export function parseOpml(text: string): Opml {
  const warnings = new Warnings()
  const tokens = new Tokenizer(cleanCharacters(text, warnings))
  const feeds: Opml['feeds'] = []
  const folders: string[] = []
  let outlines = 0
  let isOpen = false
  let seen = false
  let isTitle = false
  let title = ''
  while (tokens.next() !== 'end') {
    const { kind, name, source } = tokens
    if (name === 'opml' && (kind === 'open' || kind === 'close')) {
      isOpen = kind === 'open'
      seen = true
    } else if (kind === 'open' && name === 'outline' && isOpen) readOutline()
    else if (kind === 'close' && name === 'outline') folders.pop()
    else if (kind === 'open') isTitle = name === 'title' && isOpen && title === ''
    else if (kind === 'close') isTitle = false
    else if (isTitle && (kind === 'text' || kind === 'cdata')) {
      const inner: [number, number] =
        kind === 'cdata' ? [tokens.innerStart, tokens.innerEnd] : [tokens.start, tokens.end]
      const text = source.slice(...inner)
      title += kind === 'cdata' ? text : decodeHtml(text)
    }
  }
  if (!seen) throw failure('unparseable', 'an OPML document', text)
  if (isOpen) warnings.add('truncated', 'The document ends before its root does.')
  if (feeds.length === 0) throw failure('empty', 'at least one outline with an xmlUrl', text)
  const list: Opml = { feeds, warnings: warnings.list() }
  const line = textIn(title)
  if (line !== undefined) list.title = line
  return list

  function readOutline(): void {
    const attributes = parseAttributes(tokens.source.slice(tokens.innerStart, tokens.innerEnd))
    const title = textIn(attributes.get('title')) ?? textIn(attributes.get('text'))
    const written = attributes.get('xmlurl')
    const feedUrl = resolveUrl(withoutFeedScheme(written))
    const path = `outlines[${outlines++}].feedUrl`
    if (feedUrl !== undefined) {
      const feed: OpmlFeed = {
        feedUrl,
        folders: folders.slice(-mostFolders).filter((folder) => folder !== ''),
      }
      if (title !== undefined) feed.title = title
      const url = resolveUrl(attributes.get('htmlurl'))
      if (url !== undefined) feed.url = url
      feeds.push(feed)
    } else if (written !== undefined) {
      warnings.add('link-unresolvable', 'The link is no web address.', path)
    }
    if (!tokens.selfClosing) folders.push(title ?? '')
  }
}

function textIn(value: string | undefined): string | undefined {
  const text = foldSpace(value ?? '')
  return text === '' ? undefined : text
}

function failure(code: 'unparseable' | 'empty', expected: string, received: string): SourceError {
  return new SourceError(code, { source: 'feed', expected, received })
}
