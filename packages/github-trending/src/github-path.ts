import { parseUrl } from './parse-url.ts'

// First path parts that are pages of GitHub, not accounts.
const pages = new Set([
  'about',
  'apps',
  'collections',
  'explore',
  'features',
  'login',
  'marketplace',
  'orgs',
  'search',
  'settings',
  'signup',
  'sponsors',
  'stars',
  'topics',
  'trending',
])

/** A repository's place on GitHub. */
export interface RepositoryId {
  owner: string
  name: string
}

/** The parts of an address's path on github.com, e.g. `['octo-org', 'octo-repo']`; none for elsewhere. */
export function pathOf(href: string | undefined): string[] {
  const url = parseUrl(href ?? '', 'https://github.com/')
  if (url?.hostname !== 'github.com') return []
  return url.pathname.replace(/^\/|\/$/g, '').split('/')
}

/** The repository that a path of two parts names. */
export function repositoryOf(path: readonly string[]): RepositoryId | undefined {
  const [owner, name] = path
  if (path.length !== 2 || name === undefined || !isLogin(owner)) return undefined
  return /^(?!\.{1,2}$)[\w.-]{1,100}$/.test(name) ? { owner, name } : undefined
}

/** The account that a path of one part names, or the app of `/apps/…`. */
export function accountOf(path: readonly string[]): string | undefined {
  const [first, second] = path
  const login = path.length === 2 && first === 'apps' ? second : first
  if (path.length !== 1 && !(path.length === 2 && first === 'apps')) return undefined
  return isLogin(login) ? login : undefined
}

function isLogin(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{1,100}$/.test(text) && !pages.has(text.toLowerCase())
}

/** Whether two names or logins are the same: GitHub does not tell case apart. */
export function isSameName(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase()
}
