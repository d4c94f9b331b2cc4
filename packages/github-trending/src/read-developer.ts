import { cutText } from '@inference-report/source'
import { accountOf, isSameName, pathOf, repositoryOf } from './github-path.ts'
import { parseUrl } from './parse-url.ts'
import { readAbout } from './read-about.ts'
import { type RowReader, readPart, tell, unreadTexts } from './row-reader.ts'
import { developerSelectors as selectors } from './selectors.ts'
import type { Developer, DeveloperRepository } from './trending.ts'

/** Words of a row that are no part of it. */
const labels: ReadonlySet<string> = new Set([
  'Follow',
  'Following',
  'Unfollow',
  'Sponsor',
  'Sponsoring',
  'Popular repo',
])

/** Reads one row of trending developers; `undefined` where it names none. */
export function readDeveloper(reader: RowReader): Developer | undefined {
  const { rank } = reader
  const handle = readPart(reader, 'handle', selectors.handle, ({ element, text }) => {
    return isSameName(accountOf(pathOf(element.attribs['href'])), text) ? text : undefined
  })
  const description = readPart(reader, 'description', selectors.description, ({ text }) => {
    return text === '' ? undefined : text
  })
  const found = readPart(reader, 'login', selectors.login, ({ element, text }) => {
    const login = accountOf(pathOf(element.attribs['href']))
    return login === undefined || text === '' ? undefined : { login, text }
  })
  if (found === undefined) return undefined
  const { login } = found
  const repository = readRepository(reader, description)
  const avatarUrl = readAvatar(reader, login)
  const name = handle === undefined ? readFullName(reader, found) : found.text
  const about = repository === undefined ? readAbout(reader) : {}
  tellDisputed(reader, login, handle)
  tellUnread(reader, description !== undefined && repository === undefined)
  return {
    rank,
    login,
    ...(name === undefined ? {} : { name }),
    url: `https://github.com/${login}`,
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
    ...(repository === undefined ? {} : { repository }),
    ...about,
  }
}

/** Of a heading without the login below it: 'octocat', in 2015 also 'octocat (The Octocat)'. */
function readFullName(
  reader: RowReader,
  { login, text }: { login: string; text: string },
): string | undefined {
  if (text === login) return undefined
  const name = text.startsWith(`${login} (`) ? /^[^ ]+ \((.+)\)$/.exec(text)?.[1] : undefined
  if (name !== undefined && !/\)\s*\(/.test(name)) return name
  const shown = JSON.stringify(cutText(text, 80))
  tell(reader, 'name-disputed', 'name', `the link names ${login}, its text ${shown}.`)
  return undefined
}

function readRepository(
  reader: RowReader,
  description: string | undefined,
): DeveloperRepository | undefined {
  const found = readPart(
    reader,
    'repository',
    selectors.repository,
    ({ element, text }) => {
      const id = repositoryOf(pathOf(element.attribs['href']))
      return id === undefined ? undefined : { id, text }
    },
    // The link of 2015 held the description, too.
    { 'a.repo-snipit': 'rest' },
  )
  if (found === undefined) return undefined
  const { owner, name } = found.id
  if (found.text !== name) {
    const text = JSON.stringify(cutText(found.text, 80))
    tell(reader, 'name-disputed', 'repository', `the link names ${name}, its text ${text}.`)
  }
  return {
    owner,
    name,
    url: `https://github.com/${owner}/${name}`,
    ...(description === undefined ? {} : { description }),
  }
}

function readAvatar(reader: RowReader, login: string): string | undefined {
  const image = reader.page
    .find(reader.row, 'img')
    .find(({ attribs }) => attribs['alt'] === `@${login}`)
  const url = parseUrl(image?.attribs['src'] ?? '')
  if (url?.protocol === 'https:') return url.href
  tell(reader, 'avatar-unreadable', 'avatarUrl', 'no picture that is the named one’s.')
  return undefined
}

/** The row says up to three times whose it is: in its heading, below it, and by its mark. */
function tellDisputed(reader: RowReader, login: string, handle: string | undefined): void {
  const mark = /^pa-(.+)$/.exec(reader.row.element.attribs['id'] ?? '')?.[1]
  const other = [handle, mark].find((each) => each !== undefined && each !== login)
  if (other === undefined) return
  const text = JSON.stringify(cutText(other, 80))
  tell(reader, 'name-disputed', 'login', `the heading names ${login}, the row also ${text}.`)
}

function tellUnread(reader: RowReader, isLoose: boolean): void {
  const unread = unreadTexts(reader)
  const [printed] = unread.filter((text) => /^\d{1,3}$/.test(text))
  if (printed !== undefined && Number(printed) !== reader.rank) {
    tell(reader, 'rank-disputed', 'rank', `the page numbers it ${printed}.`)
  }
  if (isLoose) tell(reader, 'text-unread', undefined, 'a description without its repository.')
  const rest = unread.filter((text) => text !== printed && !labels.has(text))
  if (rest.length > 0) {
    const text = JSON.stringify(cutText(rest.join(' '), 80))
    tell(reader, 'text-unread', undefined, `${text} is no part that is known.`)
  }
}
