/** `URL.parse`, which Node 20 does not have. */
export function parseUrl(href: string, base?: string | undefined): URL | undefined {
  return URL.canParse(href, base) ? new URL(href, base) : undefined
}
