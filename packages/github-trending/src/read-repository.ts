import { cutText } from '@inference-report/source'
import { accountOf, pathOf, type RepositoryId, repositoryOf } from './github-path.ts'
import { readContributors } from './read-contributors.ts'
import { readCountLink } from './read-count-link.ts'
import { readLanguage, readLanguageColor } from './read-language.ts'
import { type Gain, readGain } from './read-numbers.ts'
import { type Candidate, type RowReader, readPart, tell } from './row-reader.ts'
import { tellRemainder } from './row-remainder.ts'
import { factsLine, selectors } from './selectors.ts'
import type { Repository } from './trending.ts'

/** A row that was read, with the period its gain is of. */
export interface Row {
  repository: Omit<Repository, 'starsGained'>
  gain: Gain | undefined
}

/**
 * Reads one row; `undefined` where it names no repository. The parts that are surest are read first,
 * so that a place which has come to hold more than its part is noticed: no text is two parts.
 */
export function readRepository(reader: RowReader): Row | undefined {
  const id = readName(reader)
  if (id === undefined) return undefined
  const { owner, name } = id
  const stars = readCountLink(reader, 'stars', id)
  const forks = readCountLink(reader, 'forks', id)
  const gain = readPart(
    reader,
    'starsGained',
    selectors.starsGained,
    ({ text }) => readGain(text),
    { [factsLine]: 'whole' },
  )
  const description = readPart(reader, 'description', selectors.description, ({ text }) => {
    return text === '' || isFacts(text) ? undefined : text
  })
  const language = readLanguage(reader)
  const languageColor = readLanguageColor(reader, language)
  const builtBy = readContributors(reader)
  const sponsor = readSponsor(reader)
  tellRemainder(reader, { stars, gain, language, builtBy, sponsor })
  return {
    repository: {
      rank: reader.rank,
      owner,
      name,
      url: `https://github.com/${owner}/${name}`,
      ...(description === undefined ? {} : { description }),
      ...(language === undefined ? {} : { language }),
      ...(languageColor === undefined ? {} : { languageColor }),
      ...(stars === undefined ? {} : { stars }),
      ...(forks === undefined ? {} : { forks }),
      builtBy,
      ...(sponsor === undefined ? {} : { sponsor }),
    },
    gain,
  }
}

/** The repository of a heading's link, `undefined` for any other link. */
export function readNameLink({ element }: Pick<Candidate, 'element'>): RepositoryId | undefined {
  return repositoryOf(pathOf(element.attribs['href']))
}

function readName(reader: RowReader): RepositoryId | undefined {
  const found = readPart(reader, 'name', selectors.name, (candidate) => {
    const id = readNameLink(candidate)
    return id === undefined ? undefined : { id, text: candidate.text }
  })
  if (found === undefined) return readStargazersOf(reader)
  const { owner, name } = found.id
  // A heading of every page since 2015 reads 'owner / name', as its link does.
  if (!isNameText(found.text, found.id)) {
    const text = JSON.stringify(cutText(found.text, 80))
    tell(reader, 'name-disputed', 'name', `the link names ${owner}/${name}, its text ${text}.`)
  }
  return found.id
}

/** Whether a text is 'owner / name', in the address's own letters. */
export function isNameText(text: string, { owner, name }: RepositoryId): boolean {
  return text.replace(/\s*\/\s*/, '/') === `${owner}/${name}`
}

/** The repository whose stargazers the row links to, where no heading names one. */
function readStargazersOf(reader: RowReader): RepositoryId | undefined {
  const [selector = ''] = selectors.stars
  const ids = reader.page.find(reader.row, selector).flatMap((element) => {
    const path = pathOf(element.attribs['href'])
    return path.length === 3 && path[2] === 'stargazers'
      ? (repositoryOf(path.slice(0, 2)) ?? [])
      : []
  })
  const names = new Set(ids.map(({ owner, name }) => `${owner}/${name}`.toLowerCase()))
  // A description may link to somebody else's.
  if (names.size !== 1) return undefined
  reader.late.set('name', selector)
  return ids[0]
}

/** Whether a text is the line of 2015, wherever it stands. */
function isFacts(text: string): boolean {
  return readGain(text) !== undefined || /(?:^|•)\s*Built by$/.test(text)
}

function readSponsor(reader: RowReader): string | undefined {
  const [link] = reader.page.find(reader.row, selectors.sponsor[0] ?? '')
  const [, login, ...rest] = pathOf(link?.attribs['href'])
  return rest.length === 0 && login !== undefined ? accountOf([login]) : undefined
}
