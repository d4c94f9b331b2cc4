const hour = 3_600_000
const periods: Readonly<Record<string, number>> = {
  hourly: hour,
  daily: 24 * hour,
  weekly: 7 * 24 * hour,
  monthly: 30 * 24 * hour,
  yearly: 365 * 24 * hour,
}
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** How often a feed says it wants to be read. */
export interface FeedHints {
  /** Milliseconds between readings, from `ttl` or `sy:updatePeriod`. */
  everyMs?: number | undefined
  /** Hours of the day in UTC, 0–23, when nothing new comes. */
  skipHours: number[]
  /** Days of the week, 0 for Sunday, when nothing new comes. */
  skipDays: number[]
}

/**
 * Reads the hints of an RSS channel from its beginning, without parsing the feed: a wrong guess
 * only moves the next request, within the bounds of the schedule.
 *
 * @see https://www.rssboard.org/rss-specification#optionalChannelElements
 * @see https://web.resource.org/rss/1.0/modules/syndication/
 */
export function readFeedHints(body: Uint8Array): FeedHints | undefined {
  // Most bodies are no feeds, and are let go after a look at their first byte that says something.
  if (firstByte(body) !== 0x3c) return undefined
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 65_536))
  const text = start.toString('latin1')
  if (!/<(?:rss|rdf:RDF|feed)[\s>]/.test(text.slice(0, 4096))) return undefined
  const end = text.search(/<(?:item|entry)[\s>]/)
  const channel = end === -1 ? text : text.slice(0, end)
  const everyMs = readTtl(channel) ?? readPeriod(channel)
  return {
    ...(everyMs === undefined ? {} : { everyMs }),
    skipHours: listOf(channel, 'skipHours', 'hour').flatMap((word) => {
      const number = /^\d{1,2}$/.test(word) ? Number(word) : 25
      // 24 is midnight in RSS 0.91.
      return number <= 24 ? [number % 24] : []
    }),
    skipDays: listOf(channel, 'skipDays', 'day').flatMap((word) => {
      const number = days.indexOf(word.toLowerCase())
      return number === -1 ? [] : [number]
    }),
  }
}

/** The first moment from `at` on that is not skipped; `at` itself where everything would be. */
export function afterSkipped(at: number, { skipHours, skipDays }: FeedHints): number {
  if (skipHours.length === 0 && skipDays.length === 0) return at
  for (let step = 0; step < 7 * 24; step++) {
    const moment = step === 0 ? at : (Math.floor(at / hour) + step) * hour
    const date = new Date(moment)
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(date.getUTCDay())) {
      return moment
    }
  }
  return at
}

function readTtl(channel: string): number | undefined {
  const minutes = /<ttl>\s{0,20}(\d{1,7})\s{0,20}<\/ttl>/.exec(channel)?.[1]
  return minutes === undefined ? undefined : Number(minutes) * 60_000
}

function readPeriod(channel: string): number | undefined {
  const period = /<(?:\w{1,20}:)?updatePeriod>\s{0,20}([a-z]{1,10})/i.exec(channel)?.[1]
  const often = /<(?:\w{1,20}:)?updateFrequency>\s{0,20}(\d{1,6})/.exec(channel)?.[1]
  const ms = period === undefined ? undefined : periods[period.toLowerCase()]
  return ms === undefined ? undefined : ms / Math.max(Number(often ?? 1), 1)
}

function listOf(channel: string, list: string, entry: string): string[] {
  const start = channel.indexOf(`<${list}>`)
  const end = channel.indexOf(`</${list}>`, start)
  if (start === -1 || end === -1) return []
  const inside = channel.slice(start, Math.min(end, start + 4000))
  return [...inside.matchAll(new RegExp(`<${entry}>\\s{0,20}(\\w{1,10})`, 'g'))].flatMap(
    ([, word]) => word ?? [],
  )
}

function firstByte(body: Uint8Array): number | undefined {
  const bom = body[0] === 0xef && body[1] === 0xbb ? 3 : 0
  let at = bom
  while (at < bom + 64 && (body[at] ?? 0x21) <= 0x20) at++
  return body[at]
}
