import { ownText } from './characters.ts'

// Minutes east of UTC. Where one abbreviation has several meanings, the one feeds use most.
const offsets: Readonly<Record<string, number | string>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  ist: 120,
  west: 60,
  cet: 60,
  met: 60,
  mez: 60,
  wat: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  cat: 120,
  sast: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  eat: 180,
  trt: 180,
  gst: 240,
  pkt: 300,
  npt: 345,
  wib: 420,
  ict: 420,
  sgt: 480,
  hkt: 480,
  awst: 480,
  pht: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  at: -240,
  ast: -240,
  adt: -180,
  nst: -210,
  ndt: -150,
  brt: -180,
  art: -180,
  et: 'America/New_York',
  est: -300,
  edt: -240,
  ct: 'America/Chicago',
  cst: -360,
  cdt: -300,
  mt: 'America/Denver',
  mst: -420,
  mdt: -360,
  pt: 'America/Los_Angeles',
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
}

/**
 * What a zone's abbreviation means: minutes east of UTC, or, of one that is said of both halves of the year, the name of
 * the zone in the tz database.
 */
export function abbreviated(name: string): number | string | undefined {
  const key = name.toLowerCase()
  return Object.hasOwn(offsets, key) ? offsets[key] : undefined
}

// Making one costs as much as reading a feed. There are some six hundred zones, and few in feeds.
const formats: Map<string, Intl.DateTimeFormat> = new Map()
const mostFormats = 32

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  if (formats.size >= mostFormats) formats.clear()
  formats.set(ownText(timeZone), format)
  return format
}

/**
 * The offset of a zone of the tz database, e.g. `America/Los_Angeles`, in minutes at a local time
 * (milliseconds as if it were UTC). `undefined` for a name nobody knows.
 */
export function zoneOffset(timeZone: string, local: number): number | undefined {
  try {
    const format = formatOf(timeZone)
    const offsetAt = (instant: number) => {
      // `GMT` alone, or with an offset, which long ago had seconds.
      const [, sign, hours, minutes] = /GMT(.)(\d\d):(\d\d)/.exec(format.format(instant)) ?? []
      const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
      return sign === '+' ? offset : -offset
    }
    // The first guess may fall on the other side of a change of the clocks.
    return offsetAt(local - offsetAt(local) * 60_000)
  } catch {
    return undefined
  }
}
