import { attribute } from './element.ts'
import { kind, kinds, podcastRole } from './element-kinds.ts'
import type { FeedPodcast } from './feed.ts'
import { positiveInteger } from './media.ts'
import type { Reading } from './reading.ts'
import { resolveUrl } from './resolve-url.ts'
import { firstOf, readValue } from './text-construct.ts'

const durationKinds = kinds('itunes:duration')
const seasonKinds = kinds('itunes:season podcast:season')
const episodeKinds = kinds('itunes:episode podcast:episode')
const episodeTypeKinds = kinds('itunes:episodetype')
const explicitKinds = kinds('itunes:explicit')
const transcriptKind = kind('podcast:transcript')
const chaptersKind = kind('podcast:chapters')

/** What podcast directories ask for, or `undefined` where the item says nothing of it. */
export function readPodcast(reading: Reading): FeedPodcast | undefined {
  const { fields } = reading
  if ((fields.roles & podcastRole) === 0) return undefined
  const value = (wanted: typeof seasonKinds) => firstOf(wanted, reading, readValue)
  const podcast: FeedPodcast = {}
  const duration = parseDuration(value(durationKinds))
  if (duration !== undefined) podcast.duration = duration
  const season = positiveInteger(value(seasonKinds))
  if (season !== undefined) podcast.season = season
  const episode = positiveInteger(value(episodeKinds))
  if (episode !== undefined) podcast.episode = episode
  const episodeType = value(episodeTypeKinds)?.toLowerCase()
  if (episodeType !== undefined) podcast.episodeType = episodeType
  const explicit = value(explicitKinds)?.toLowerCase()
  if (explicit === 'yes' || explicit === 'true' || explicit === 'explicit') podcast.explicit = true
  if (explicit === 'no' || explicit === 'false' || explicit === 'clean') podcast.explicit = false
  const transcript = resolveUrl(attribute(fields.first(transcriptKind), 'url'), reading.base)
  if (transcript !== undefined) podcast.transcriptUrl = transcript
  const chapters = resolveUrl(attribute(fields.first(chaptersKind), 'url'), reading.base)
  if (chapters !== undefined) podcast.chaptersUrl = chapters
  return Object.keys(podcast).length === 0 ? undefined : podcast
}

// Seconds, or `mm:ss`, or `hh:mm:ss`.
function parseDuration(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,6}(?::\d{1,3}){0,2}(?:\.\d+)?$/.test(text)) return undefined
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return Math.round(seconds) || undefined
}
