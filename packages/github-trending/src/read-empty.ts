import { SourceError } from '@inference-report/source'
import type { Expected } from './check-expected.ts'
import { collapse, joinTexts } from './collapse.ts'
import { type DomNode, isElement, walk } from './dom.ts'
import type { OpenPage } from './open-page.ts'
import { emptySelectors } from './selectors.ts'

/** 'It looks like we don’t have any trending repositories for your choices.' */
export function readEmptyMark({ $, late }: OpenPage): boolean {
  for (const [position, selector] of emptySelectors.entries()) {
    const found = $(selector)
      .toArray()
      .slice(0, 20)
      .some((node) =>
        /don['’]t have any trending (?:repositories|developers)/i.test(shownText(node)),
      )
    if (found && position > 0) late.set('empty', selector)
    if (found) return true
  }
  return false
}

/** Without scripts and templates: they hold words that the page does not show. */
function shownText(node: DomNode): string {
  return isElement(node) ? collapse(joinTexts(walk(node).texts)) : ''
}

/** Zero rows without GitHub's own words. */
export function emptyError({ title }: OpenPage, expected: Expected, subject: string): SourceError {
  return new SourceError('empty', {
    source: 'github-trending',
    url: expected.url,
    expected: `rows, or the words "we don’t have any trending ${subject}"`,
    received: title.text,
  })
}
