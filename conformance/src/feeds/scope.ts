import type { Check, OutOfScope } from './check.ts'
import { at, text } from './dig.ts'
import { isOnlyMarkup } from './markup.ts'

function isWebAddress(value: unknown): boolean {
  const address = text(value)?.trim()
  if (address === undefined) return true
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}

function reasonAgainst({ field, compare, expected }: Check): string | undefined {
  const address =
    compare === 'url' ? expected : compare === 'medium' ? at(expected, 'url') : undefined
  if (address !== undefined && !isWebAddress(address)) {
    return 'no absolute address of the web: the record holds no other'
  }
  if (/(^|\.)(title|summary|description)$/.test(field) && isOnlyMarkup(text(expected) ?? '')) {
    return 'markup without text: the record holds plain text here'
  }
  return undefined
}

/** Parts the checks a record can meet from those its rules rule out, whatever a parser says. */
export function inScope(checks: readonly Check[]): { checks: Check[]; outOfScope: OutOfScope[] } {
  const kept: Check[] = []
  const outOfScope: OutOfScope[] = []
  for (const check of checks) {
    const reason = reasonAgainst(check)
    if (reason === undefined) kept.push(check)
    else outOfScope.push({ path: check.field, reason })
  }
  return { checks: kept, outOfScope }
}
