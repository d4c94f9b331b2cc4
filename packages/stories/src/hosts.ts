/**
 * Hosts that serve the very pages of another host. Only these: `m.` and `amp.` in general may stand
 * for anything, and a wrong rewrite makes two stories one.
 */
const sameHosts: readonly (readonly [pattern: RegExp, host: string])[] = [
  [/^([a-z-]+)\.m\.(wikipedia|wiktionary|wikinews)\.org$/, '$1.$2.org'],
  [/^(?:m|mobile)\.youtube\.com$/, 'www.youtube.com'],
  [/^(?:www\.|mobile\.|m\.)?twitter\.com$/, 'x.com'],
  [/^(?:www\.|mobile\.|m\.)x\.com$/, 'x.com'],
  [/^(?:m|old|new|amp|np)\.reddit\.com$/, 'www.reddit.com'],
  [/^(?:m|mobile|touch)\.facebook\.com$/, 'www.facebook.com'],
  [/^amp\.theguardian\.com$/, 'www.theguardian.com'],
  [/^amp\.(?:www\.)?ft\.com$/, 'www.ft.com'],
  [/^www\.arxiv\.org$/, 'arxiv.org'],
]

/** The host itself, where this one is known to mirror it. */
export function primaryHost(host: string): string {
  const same = sameHosts.find(([pattern]) => pattern.test(host))
  return same === undefined ? host : host.replace(same[0], same[1])
}

// Google serves AMP pages of other sites under their address without its scheme; `s` says https.
const ampViewer =
  /^https?:\/\/(?:(?:(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?\/amp\/s\/)|(?:[a-z0-9-]+\.cdn\.ampproject\.org\/[cv]\/s\/))/

/** The address inside one of Google's AMP viewers, `undefined` for any other. */
export function insideAmpViewer(href: string): string | undefined {
  return ampViewer.test(href) ? href.replace(ampViewer, 'https://') : undefined
}
