import type { Support } from './support.ts'

const address = /(?:(?<![a-z0-9+.-])[a-z0-9+.-]*:\/\/|\bwww\.|\bmailto:)[^\s<>"'“”‘’]+/gi
// "evil.example/path" is a link to a reader, and to many mail programs too.
const bareAddress = /(?<![\p{L}\p{N}/.:@-])(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"'“”‘’]*/giu

/** Addresses in the text that are not a supporting item's own. */
export function unsupportedLinks(text: string, { urls, text: supported }: Support): string[] {
  const links = [...text.matchAll(address)].map(([link]) => trimmed(link))
  const rest = text.replace(address, ' ')
  const bare = [...rest.matchAll(bareAddress)].map(([link]) => trimmed(link))
  return [
    ...links.filter((link) => !urls.has(link) && !urls.has(`${link}/`)),
    ...bare.filter((link) => !supported.includes(link)),
  ]
}

/** The text without its addresses, whose words and digits are no claims. */
export function withoutLinks(text: string): string {
  return text.replace(address, ' ').replace(bareAddress, ' ')
}

// The stop at the end of a sentence is not the address's.
function trimmed(link: string): string {
  return link.replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/, '')
}
