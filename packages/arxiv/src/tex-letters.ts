const doubleStruck: ReadonlyMap<string, string> = new Map(
  [...'CHNPQRZ'].map((letter, i) => [letter, [...'ℂℍℕℙℚℝℤ'][i] ?? letter]),
)

/** Blackboard bold, of letters and digits: `R` becomes `ℝ`. */
export function blackboard(text: string): string {
  return [...text].map((point) => doubleStruck.get(point) ?? shifted(point)).join('')
}

/** All but seven letters stand in one block of Unicode's plane 1. */
function shifted(point: string): string {
  const code = point.codePointAt(0) ?? 0
  if (/^[A-Z]$/.test(point)) return String.fromCodePoint(0x1d538 + code - 65)
  if (/^[a-z]$/.test(point)) return String.fromCodePoint(0x1d552 + code - 97)
  if (/^\d$/.test(point)) return String.fromCodePoint(0x1d7d8 + code - 48)
  return point
}
