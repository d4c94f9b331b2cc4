/** Bare DOIs of a field that may hold several, separated by space; prefixes and addresses dropped. */
export function readDois(text: string | undefined): string[] {
  const found = (text ?? '')
    .split(/[\s;]+/)
    .map((part) =>
      part.replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:)/i, '').replace(/[.,]+$/, ''),
    )
    .filter((part) => /^10\.\d{4,9}\/\S+$/.test(part))
  return [...new Set(found)]
}
