const plain = /^https?:\/\/[!-~]+$/i

/**
 * An address that is safe to link: absolute, http or https, printable ASCII. One that is so already
 * is kept letter for letter; another is written out as the URL standard reads it.
 */
export function linkUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined
  // Browsers read `\` as `/` here, other readers may not.
  return plain.test(url) && !url.includes('\\') ? url : parsed.href
}
