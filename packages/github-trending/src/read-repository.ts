import { cutText, type Warning } from '@inference-report/source'
import { collapse } from './collapse.ts'
import { parseUrl } from './parse-url.ts'
import { type Gain, readCount, readGain } from './read-numbers.ts'
import { type Element, type RowReader, readPart } from './read-part.ts'
import type { Part } from './selectors.ts'
import type { Repository } from './trending.ts'

/** A row that was read, with the period its gain is of. */
export interface Row {
  repository: Omit<Repository, 'starsGained'>
  gain: Gain | undefined
}

// First path parts that are pages of GitHub, not accounts.
const pages = new Set(['apps', 'collections', 'login', 'orgs', 'sponsors', 'topics', 'trending'])

/** Reads one row; `undefined` where it names no repository. */
export function readRepository(
  reader: RowReader,
  rank: number,
  warnings: Warning[],
): Row | undefined {
  const id = readPart(reader, 'name', readName)
  if (id === undefined) return undefined
  const { owner, name } = id
  const description = readPart(reader, 'description', (element) => text(element))
  const language = readPart(reader, 'language', readLanguage)
  const count = (part: 'stars' | 'forks') => {
    const label = readPart(reader, part, (element) => ownLink(element, owner, name))
    const value = label === undefined ? undefined : readCount(label)
    if (label !== undefined && value === undefined) {
      warnings.push({
        code: 'number-unreadable',
        message: `Row ${rank}: ${JSON.stringify(cutText(label, 40))} is not a number of ${part}.`,
        path: rowPath(rank, part),
      })
    }
    return value
  }
  const stars = count('stars')
  const forks = count('forks')
  return {
    repository: {
      rank,
      owner,
      name,
      url: `https://github.com/${owner}/${name}`,
      ...(description === undefined ? {} : { description }),
      ...(language === undefined ? {} : { language }),
      ...(stars === undefined ? {} : { stars }),
      ...(forks === undefined ? {} : { forks }),
      builtBy: readContributors(reader),
    },
    gain: readPart(reader, 'starsGained', (element) => readGain(element.text())),
  }
}

/** Where a warning about a row points, e.g. `'rows[rank=3].stars'`. */
export function rowPath(rank: number, part?: Part | undefined): string {
  return part === undefined ? `rows[rank=${rank}]` : `rows[rank=${rank}].${part}`
}

function readName(link: Element): { owner: string; name: string } | undefined {
  const parts = pathOf(link)
  // The address of the stargazers has a third part; no other address with three is a repository.
  const own = parts.length === 3 && parts[2] === 'stargazers' ? parts.slice(0, 2) : parts
  const [owner, name] = own
  if (own.length !== 2 || owner === undefined || name === undefined) return undefined
  if (pages.has(owner.toLowerCase()) || !/^[\w-]{1,100}$/.test(owner)) return undefined
  return /^(?!\.{1,2}$)[\w.-]{1,100}$/.test(name) ? { owner, name } : undefined
}

/** The label of a link below the repository's own address; descriptions may hold others. */
function ownLink(link: Element, owner: string, name: string): string | undefined {
  const [first, second, third] = pathOf(link)
  const own =
    first?.toLowerCase() === owner.toLowerCase() && second?.toLowerCase() === name.toLowerCase()
  return own && third !== undefined ? collapse(link.text()) : undefined
}

function pathOf(link: Element): string[] {
  const url = parseUrl(link.attr('href') ?? '', 'https://github.com/')
  if (url?.hostname !== 'github.com') return []
  return url.pathname.split('/').slice(1)
}

function readLanguage(element: Element): string | undefined {
  // In 2015 the language was the first of 'Go • 9 stars today • Built by'.
  const first = collapse(element.text().split('•')[0] ?? '')
  return first === '' || /^Built by\b/.test(first) || readGain(first) ? undefined : first
}

function readContributors(reader: RowReader): string[] {
  const logins = readPart(reader, 'builtBy', (first) => {
    const found = login(first)
    return found === undefined ? undefined : [found]
  })
  if (logins === undefined) return []
  const all = reader.row.find('img[alt^="@"]').toArray()
  return [...new Set(all.flatMap((node) => login(reader.$(node)) ?? []))]
}

function login(image: Element): string | undefined {
  return /^@([\w[\]-]{1,100})$/.exec(image.attr('alt') ?? '')?.[1]
}

function text(element: Element): string | undefined {
  const value = collapse(element.text())
  return value === '' ? undefined : value
}
