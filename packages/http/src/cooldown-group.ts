const shared: ReadonlySet<string> = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'go',
  'gov',
  'ne',
  'net',
  'or',
  'org',
])

/**
 * The hosts that share a limit, guessed: the last two labels of a name, three under suffixes such
 * as `co.uk`. The public suffix list knows better; give a function as `cooldownScope` to use it.
 */
export function cooldownGroup(hostname: string): string {
  // An address has no domain.
  if (/^[\d.]+$|:/.test(hostname)) return hostname
  const labels = hostname.split('.').filter((label) => label !== '')
  const [second = '', top = ''] = labels.slice(-2)
  return labels.slice(top.length === 2 && shared.has(second) ? -3 : -2).join('.')
}
