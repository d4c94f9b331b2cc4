import { child } from './element.ts'
import { geoRole, kind } from './element-kinds.ts'
import type { Reading } from './reading.ts'
import { readValue } from './text-construct.ts'

const whereKind = kind('georss:where')
const pairKind = kind('georss:point')
const gmlPointKind = kind('gml:point')
const positionKind = kind('gml:pos')
const pointKind = kind('geo:point')
const latitudeKind = kind('geo:lat')
const longitudeKind = kind('geo:long')
const shortLongitudeKind = kind('geo:lon')

/** Where an item is about: a point of GeoRSS, GML or W3C Geo. */
export function readGeo(reading: Reading): { latitude: number; longitude: number } | undefined {
  const { fields } = reading
  if ((fields.roles & geoRole) === 0) return undefined
  const where = fields.first(whereKind)
  const point = fields.first(pairKind) ?? child(child(where, gmlPointKind), positionKind)
  const pair = readValue(point, reading)?.split(/[\s,]+/)
  const place = fields.first(pointKind) ?? fields.element
  const latitude = degrees(pair?.[0] ?? readValue(child(place, latitudeKind), reading), 90)
  const longitude = degrees(
    pair?.[1] ?? readValue(child(place, longitudeKind, shortLongitudeKind), reading),
    180,
  )
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
}

function degrees(text: string | undefined, most: number): number | undefined {
  const value =
    text !== undefined && /^[+-]?\d{1,3}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN
  return Math.abs(value) <= most ? value : undefined
}
