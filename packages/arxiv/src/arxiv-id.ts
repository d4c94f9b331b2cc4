import { archives } from './taxonomy.ts'

/** An identifier taken apart. */
export interface ArxivId {
  /** Canonical and without version, e.g. `'2403.01234'`, `'math/0309136'`. */
  id: string
  version?: number | undefined
}

const schemeId = /^(\d{2})(\d{2})\.(\d{4,5})(?:v([1-9]\d{0,3}))?$/i
const archiveId =
  /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2,}(?:-[a-z]{2,})?)?\/(\d{2})(\d{2})(\d{3})(?:v([1-9]\d{0,3}))?$/i

// A paper's address on arXiv or one of its mirrors, down to the id.
const address =
  /^(?:https?:)?(?:\/\/)?(?:(?:[a-z\d-]{1,30}\.){0,2}arxiv\.org|xxx\.lanl\.gov|(?:www\.)?(?:ar5iv|alphaxiv)\.org)(?::\d{2,5})?\/+(?:abs|pdf|html|src|e-print|format|ps|list|overview)\/+/i
const doi = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s*)?10\.48550\/arxiv\./i
const prefix = /^(?:oai:arxiv\.org:|arxiv:)\s*/i

/**
 * Reads an arXiv identifier in any of the forms people write: bare, with `arXiv:` and a trailing
 * `[cs.SE]`, as an address of arXiv or a mirror, as OAI identifier, or as arXiv's own DOI.
 * `undefined` for anything that cannot be the id of a paper.
 *
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
export function parseArxivId(text: string): ArxivId | undefined {
  // Longer texts are no identifiers; the limit bounds the work on hostile ones.
  if (text.length > 500) return undefined
  const bare = stripDress(decodeEscapes(text.trim()))
  return readSchemeId(bare) ?? readArchiveId(bare)
}

/** New scheme, from April 2007: four digits until December 2014, five since. */
function readSchemeId(text: string): ArxivId | undefined {
  const [, yy = '', mm = '', number = '', version] = schemeId.exec(text) ?? []
  const yymm = Number(yy + mm)
  if (yy === '' || yymm < 704 || !isMonth(mm) || Number(number) === 0) return undefined
  if (number.length !== (yymm < 1501 ? 4 : 5)) return undefined
  return withVersion(`${yy}${mm}.${number}`, version)
}

/** Old scheme, August 1991 to March 2007. The subject class (`math.GT/…`) is no part of the id. */
function readArchiveId(text: string): ArxivId | undefined {
  const [, archive = '', yy = '', mm = '', number = '', version] =
    archiveId.exec(repairArchive(text)) ?? []
  const name = archives.get(archive.toLowerCase().replace('-', ''))
  if (name === undefined || !isMonth(mm) || Number(number) === 0) return undefined
  const yyyymm = (Number(yy) >= 91 ? 1900 : 2000) * 100 + Number(yy) * 100 + Number(mm)
  if (yyyymm < 199107 || yyyymm > 200703) return undefined
  return withVersion(`${name}/${yy}${mm}${number}`, version)
}

function isMonth(mm: string): boolean {
  return Number(mm) >= 1 && Number(mm) <= 12
}

function withVersion(id: string, version: string | undefined): ArxivId {
  return version === undefined ? { id } : { id, version: Number(version) }
}

/** What arXiv itself repairs in old ids: doubled slashes and hyphens. */
function repairArchive(text: string): string {
  return text.replace(/\/{2,}/g, '/').replace(/-{2,}/g, '-')
}

function stripDress(text: string): string {
  const inner = text
    .replace(address, '')
    .replace(doi, '')
    .replace(prefix, '')
    .replace(/\s*\[[a-z-]+(?:\.[a-z-]+)?\]$/i, '')
  const path = inner.replace(/[?#].*$/s, '')
  return path.replace(/\/+$/, '').replace(/\.(?:pdf|ps|ps\.gz|tar\.gz)$/i, '')
}

function decodeEscapes(text: string): string {
  return text.replace(/%(2f|3a|20)/gi, (escaped) => decodeURIComponent(escaped))
}
