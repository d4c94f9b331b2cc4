/** What each package may import of the others. Nothing calls back up. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  source: [],
  'next-flight': ['source'],
  leaderboard: ['source'],
  issue: [],
  stories: [],
  http: ['source'],
  feed: ['source'],
  arxiv: ['source'],
  'github-trending': ['source'],
  'artificial-analysis': ['source', 'leaderboard', 'next-flight'],
  'swe-rebench': ['source', 'leaderboard', 'next-flight'],
  editorial: ['issue', 'leaderboard'],
  render: ['issue'],
}

/** Runs on Node only; all others run wherever the Web's APIs are. */
export const nodeOnly: ReadonlySet<string> = new Set(['http'])
