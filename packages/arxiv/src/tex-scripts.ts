const superscripts = table(
  '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ−',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ⁻',
)
const subscripts = table(
  '0123456789+-=()aehijklmnoprstuvxβγρφχ−',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ₋',
)

/** Signs that stand raised by themselves. */
const raised: ReadonlyMap<string, string> = new Map([
  ['∘', '°'],
  ['°', '°'],
  ['*', '*'],
  ['′', '′'],
  ['″', '″'],
  ['†', '†'],
  ['‡', '‡'],
])

/** Raised or lowered. */
export type Script = 'sup' | 'sub'

// "log n", but not "i j".
const partedWords = /\p{L}{2}\s+\p{L}|\p{L}\s+\p{L}{2}/u

/** All of the text in small characters; `undefined` where Unicode lacks one of them, or a space parts words. */
export function scriptCharacters(text: string, script: Script): string | undefined {
  if (partedWords.test(text)) return undefined
  const characters = script === 'sup' ? superscripts : subscripts
  let small = ''
  for (const point of text.replace(/\s+/g, '')) {
    const mapped = characters.get(point) ?? (script === 'sup' ? raised.get(point) : undefined)
    if (mapped === undefined) return undefined
    small += mapped
  }
  return small
}

/** In small characters where all exist, else `^(2θ)`, `_x`. */
export function scriptText(text: string, script: Script): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const small = scriptCharacters(trimmed, script)
  if (small !== undefined) return small
  const sign = script === 'sup' ? '^' : '_'
  return [...trimmed].length === 1 ? `${sign}${trimmed}` : `${sign}(${trimmed})`
}

function table(from: string, to: string): ReadonlyMap<string, string> {
  const small = [...to]
  return new Map([...from].map((point, i) => [point, small[i] ?? point]))
}
