import { child, type Element } from './element.ts'
import type { Reading } from './reading.ts'
import { readValue } from './text-construct.ts'

/** Where an item is about: a point of GeoRSS, GML or W3C Geo. */
export function readGeo(
  item: Element,
  reading: Reading,
): { latitude: number; longitude: number } | undefined {
  const where = child(item, 'georss:where')
  const point = child(item, 'georss:point') ?? child(child(where, 'gml:point'), 'gml:pos')
  const pair = readValue(point, reading)?.split(/[\s,]+/)
  const place = child(item, 'geo:point') ?? item
  const latitude = degrees(pair?.[0] ?? readValue(child(place, 'geo:lat'), reading), 90)
  const longitude = degrees(
    pair?.[1] ?? readValue(child(place, 'geo:long', 'geo:lon'), reading),
    180,
  )
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
}

function degrees(text: string | undefined, most: number): number | undefined {
  const value =
    text !== undefined && /^[+-]?\d{1,3}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN
  return Math.abs(value) <= most ? value : undefined
}
