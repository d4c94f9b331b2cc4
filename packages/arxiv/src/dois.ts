/**
 * Bare DOIs of a field that may hold several, by space, semicolon or comma; prefixes and addresses
 * are dropped, and so are arXiv's own, which name the paper itself.
 */
export function readDois(text: string | undefined): string[] {
  const found = (text ?? '')
    .split(/[\s;]+|,(?=10\.\d{4})/)
    .filter((part) => part.length <= 300)
    .map((part) =>
      part.replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:)/i, '').replace(/[.,]+$/, ''),
    )
    .filter((part) => /^10\.\d{4,9}\/\S+$/.test(part) && !/^10\.48550\/arxiv\./i.test(part))
  return [...new Set(found)]
}
