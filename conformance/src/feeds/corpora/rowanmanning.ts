import { mapRowanmanning } from '../adapters/rowanmanning.ts'
import type { Case, Check, Corpus } from '../check.ts'
import { checksOfRecord } from '../checks-of-record.ts'
import { at, text } from '../dig.ts'
import { inScope } from '../scope.ts'
import { filesBelow, readBytes, readJson } from './files.ts'

const snapshots = 'rowanmanning-feed-parser/integration/snapshots'

/** It gives an item of RSS the authors and topics of its feed; the record gives it its own. */
function withoutInheritance(feed: unknown): Pick<Case, 'checks' | 'outOfScope'> {
  const { checks, outOfScope } = inScope(checksOfRecord(mapRowanmanning(feed)))
  const isAtom = at(feed, 'meta', 'type') === 'atom'
  const isInherited = ({ field }: Check) => {
    const [, index = '', name = ''] = /^items\.(\d+)\.(authors|categories)$/.exec(field) ?? []
    const own = JSON.stringify(at(feed, 'items', Number(index), name))
    return name !== '' && !isAtom && own === JSON.stringify(at(feed, name))
  }
  const reason = "the feed's authors or topics stand in for an item's"
  return {
    checks: checks.filter((check) => !isInherited(check)),
    outOfScope: [
      ...outOfScope,
      ...checks.filter(isInherited).map(({ field }) => ({ path: field, reason })),
    ],
  }
}

/** Its snapshots of the sample feeds, those whose feed is at hand; a feed's name ends in its hash. */
export function rowanmanning(): Corpus {
  const feeds = filesBelow('real/sample-feeds')
  const cases = filesBelow(snapshots).flatMap((file) => {
    const snapshot = readJson(`${snapshots}/${file}`)
    const hash = text(at(snapshot, 'hash')) ?? ''
    const feed = feeds.find((name) => name.includes(`--${hash}.`))
    if (feed === undefined) return []
    return {
      file: feed,
      input: {
        data: readBytes(`real/sample-feeds/${feed}`),
        url: text(at(snapshot, 'url')),
        sanitize: false,
      },
      ...withoutInheritance(at(snapshot, 'feed')),
    }
  })
  return { name: 'rowanmanning', cases }
}
