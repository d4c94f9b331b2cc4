import { attribute, child, type Element } from './element.ts'
import type { FeedPodcast } from './feed.ts'
import { positiveInteger } from './media.ts'
import type { Reading } from './reading.ts'
import { resolveUrl } from './resolve-url.ts'
import { firstText, readValue } from './text-construct.ts'

/** What podcast directories ask for, or `undefined` where the item says nothing of it. */
export function readPodcast(item: Element, reading: Reading): FeedPodcast | undefined {
  const value = (...names: string[]) =>
    firstText(
      names.map((name) => child(item, name)),
      (element) => readValue(element, reading),
    )
  const podcast: FeedPodcast = {}
  const duration = parseDuration(value('itunes:duration'))
  if (duration !== undefined) podcast.duration = duration
  const season = positiveInteger(value('itunes:season', 'podcast:season'))
  if (season !== undefined) podcast.season = season
  const episode = positiveInteger(value('itunes:episode', 'podcast:episode'))
  if (episode !== undefined) podcast.episode = episode
  const episodeType = value('itunes:episodetype')?.toLowerCase()
  if (episodeType !== undefined) podcast.episodeType = episodeType
  const explicit = value('itunes:explicit')?.toLowerCase()
  if (explicit === 'yes' || explicit === 'true' || explicit === 'explicit') podcast.explicit = true
  if (explicit === 'no' || explicit === 'false' || explicit === 'clean') podcast.explicit = false
  const transcript = resolveUrl(attribute(child(item, 'podcast:transcript'), 'url'), reading.base)
  if (transcript !== undefined) podcast.transcriptUrl = transcript
  const chapters = resolveUrl(attribute(child(item, 'podcast:chapters'), 'url'), reading.base)
  if (chapters !== undefined) podcast.chaptersUrl = chapters
  return Object.keys(podcast).length === 0 ? undefined : podcast
}

// Seconds, or `mm:ss`, or `hh:mm:ss`.
function parseDuration(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,6}(?::\d{1,3}){0,2}(?:\.\d+)?$/.test(text)) return undefined
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return seconds === 0 ? undefined : Math.round(seconds)
}
