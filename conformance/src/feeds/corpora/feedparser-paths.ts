import type { Check, Comparison } from '../check.ts'
import { dateByPlatform, number, text } from '../dig.ts'
import { isOnlyMarkup } from '../markup.ts'
import { personText } from '../person-text.ts'

/** Where an assertion of feedparser lands in the record; `html` if its markup is what the row is about. */
type Target = readonly [RegExp, string, Comparison | 'author' | 'parsed' | 'written' | 'markup']

/** feedparser's paths, all its aliases included → ours. The first that matches wins. */
const targets: readonly Target[] = [
  [/^feed\.(title|title_detail\.value)$/, 'title', 'text'],
  [/^feed\.link$/, 'url', 'url'],
  [/^feed\.(tagline|subtitle|description)(_detail\.value)?$/, 'description', 'text'],
  [/^feed\.language$/, 'language', 'language'],
  [/^feed\.author$/, 'authors', 'author'],
  [/^feed\.author_detail\.(name|email)$/, 'authors.0.$1', 'text'],
  [/^feed\.author_detail\.(url|href)$/, 'authors.0.url', 'url'],
  [/^feed\.authors\.(\d+)\.(name|email)$/, 'authors.$1.$2', 'text'],
  [/^feed\.authors\.(\d+)\.(url|href)$/, 'authors.$1.url', 'url'],
  [/^feed\.(updated|modified|date)_parsed$/, 'updatedAt', 'parsed'],
  [/^feed\.(updated|modified|date)$/, 'updatedAt', 'written'],
  [/^feed\.(image\.(href|url)|logo|icon)$/, 'imageUrl', 'url'],
  [/^feed\.links\.0\.href$/, 'url', 'url'],
  [/^feed\.ttl$/, 'hints.ttl', 'exact'],
  [/^entries\.(\d+)\.(title|title_detail\.value)$/, 'items.$1.title', 'text'],
  [/^entries\.(\d+)\.(link|links\.0\.href)$/, 'items.$1.url', 'url'],
  [/^entries\.(\d+)\.(id|guid)$/, 'items.$1.id', 'exact'],
  [/^entries\.(\d+)\.(description|summary|summary_detail\.value)$/, 'items.$1.summary', 'markup'],
  [/^entries\.(\d+)\.content\.0\.value$/, 'items.$1.body', 'html'],
  [/^entries\.(\d+)\.(published|issued|created)_parsed$/, 'items.$1.publishedAt', 'parsed'],
  [/^entries\.(\d+)\.(published|issued|created)$/, 'items.$1.publishedAt', 'written'],
  [/^entries\.(\d+)\.(updated|modified|date)_parsed$/, 'items.$1.changed', 'parsed'],
  [/^entries\.(\d+)\.(updated|modified|date)$/, 'items.$1.changed', 'written'],
  [/^entries\.(\d+)\.author$/, 'items.$1.authors', 'author'],
  [/^entries\.(\d+)\.author_detail\.(name|email)$/, 'items.$1.authors.0.$2', 'text'],
  [/^entries\.(\d+)\.author_detail\.(url|href)$/, 'items.$1.authors.0.url', 'url'],
  [/^entries\.(\d+)\.authors\.(\d+)\.(name|email)$/, 'items.$1.authors.$2.$3', 'text'],
  [/^entries\.(\d+)\.authors\.(\d+)\.(url|href)$/, 'items.$1.authors.$2.url', 'url'],
  [/^entries\.(\d+)\.tags\.(\d+)\.(term|scheme|label)$/, 'items.$1.categories.$2.$3', 'text'],
  [/^entries\.(\d+)\.category$/, 'items.$1.categories.0.term', 'text'],
  [/^entries\.(\d+)\.tags\.#len$/, 'items.$1.categories.length', 'count'],
  [/^entries\.(\d+)\.enclosures\.(\d+)\.(href|url)$/, 'items.$1.media.$2.url', 'url'],
  [/^entries\.(\d+)\.enclosures\.(\d+)\.(type)$/, 'items.$1.media.$2.type', 'exact'],
  [/^entries\.(\d+)\.enclosures\.(\d+)\.length$/, 'items.$1.media.$2.length', 'exact'],
  [/^entries\.(\d+)\.media_thumbnail\.0\.url$/, 'items.$1.imageUrl', 'url'],
  [/^entries\.(\d+)\.image\.href$/, 'items.$1.imageUrl', 'url'],
  [/^entries\.(\d+)\.comments$/, 'items.$1.commentsUrl', 'url'],
  [/^entries\.(\d+)\.language$/, 'items.$1.language', 'language'],
  [/^entries\.(\d+)\.itunes_explicit$/, 'items.$1.podcast.explicit', 'exact'],
]

/** Why the record does not hold what a path names. The first that matches wins. */
const reasons: readonly [RegExp, string][] = [
  [/^$/, 'one assertion made of several'],
  [/^bozo/, 'well-formedness: the record lists what was repaired instead'],
  [
    /^(version|encoding|namespaces|etag|headers|modified|href|status)/,
    'about the document, not its content',
  ],
  [
    /_detail\.(base|language|type)$|content\.\d+\.(base|language|type|src)$/,
    'a property of one text',
  ],
  [/contributors|publisher/, 'contributors and publishers are no authors'],
  [/\.source\./, 'where an entry was copied from is not held'],
  [/links\./, 'the record holds the link to open, not all links'],
  [/copyright|rights|license/, 'rights are not held'],
  [/\.info|generator|docs|cloud|textinput|errorreportsto/, 'not of use to readers of items'],
  [/image\.(title|link|width|height|description)/, 'of an image the record holds the address'],
  [
    /feed\.(id|guid|category|tags|published|issued|created)/,
    'of a feed the record holds no id, topics or first date',
  ],
  [/./, 'a vocabulary, or a detail, that the record does not hold'],
]

function parsedInstant(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined
  const [year = 0, month = 1, day, hour, minute, second] = value.map((part) => number(part) ?? 0)
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString()
}

/** A check for an assertion, or why there is none. `markupMatters`: the row is about HTML in a summary. */
export function checkOf(
  path: string,
  value: unknown,
  markupMatters: boolean,
): Check | { reason: string } {
  const target = targets.find(([pattern]) => pattern.test(path))
  if (target === undefined) return { reason: reasons.find(([p]) => p.test(path))?.[1] ?? '' }
  const [pattern, template, kind] = target
  const field = path.replace(pattern, template)
  switch (kind) {
    case 'author': {
      const expected = text(value) === undefined ? [] : [personText(value)]
      return { field, compare: 'people', expected }
    }
    case 'parsed':
      return { field, compare: 'instant', expected: parsedInstant(value) }
    case 'written': {
      const expected = dateByPlatform(value)
      return expected === undefined
        ? { reason: 'a date as its source writes it' }
        : { field, compare: 'instant', expected }
    }
    case 'markup':
      return markupMatters || isOnlyMarkup(text(value) ?? '')
        ? { field: field.replace(/summary$/, 'body'), compare: 'html', expected: value }
        : { field, compare: 'text', expected: value }
    case 'exact':
      return { field, compare: kind, expected: exactly(field, value) }
    default:
      return { field, compare: kind, expected: value }
  }
}

/** feedparser keeps numbers as text, says yes as 1 or `True`, no as `False`, and `None` where it does not know. */
function exactly(field: string, value: unknown): unknown {
  if (/explicit$/.test(field)) return value === 1 ? true : (value ?? undefined)
  return /length$|ttl$/.test(field) ? number(value) : value
}
