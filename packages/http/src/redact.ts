const secretHeader =
  /^(?:proxy-)?authorization$|cookie|api-?key|token|secret|password|credential|signature|session|bearer|jwt|(?:^|-)(?:auth|authentication|key|sid|dpop|access-code)(?:-|$)/i

/** Whether a request header proves who the caller is, and so goes to one origin only. */
export function isSecretHeader(name: string): boolean {
  return secretHeader.test(name)
}

// Tokens that say which page of a list comes next are no secrets, and recordings need them.
const pagingTokens = new Set([
  'resumptiontoken',
  'pagetoken',
  'nextpagetoken',
  'nexttoken',
  'continuationtoken',
])

/** Whether a query parameter such as `api_key`, `access_token` or `X-Amz-Signature` holds a secret. */
function isSecretParameter(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (pagingTokens.has(plain)) return false
  if (plain === 'sid' || plain === 'pass' || plain === 'session') return true
  return /(?:key|token|sig|signature|secret|password|passwd|pwd|auth|credentials?|jwt|bearer|hmac|sessionid)$/.test(
    plain,
  )
}

/** The address without user name, password and fragment, and with `REDACTED` for secret values. */
export function redactUrl(url: string | URL): string {
  // By far the most have nothing to hide.
  if (typeof url !== 'string' && url.search === '' && url.hash === '' && !hasUser(url))
    return url.href
  const copy = new URL(url)
  copy.username = ''
  copy.password = ''
  copy.hash = ''
  // Only the secrets are touched: writing searchParams would re-encode the whole query.
  const query = copy.search.slice(1).split('&').map(redactParameter).join('&')
  if (query !== copy.search.slice(1)) copy.search = query
  return copy.href
}

function hasUser({ username, password }: URL): boolean {
  return username !== '' || password !== ''
}

/** What was sent and must not be stored: values of secret headers and query parameters. */
export function secretsOf(url: URL, headers: Readonly<Record<string, string>>): string[] {
  const fromHeaders = Object.entries(headers).flatMap(([name, value]) =>
    // 'Bearer abc' may come back as 'abc'.
    isSecretHeader(name) ? [value, value.slice(value.indexOf(' ') + 1), ...basicOf(value)] : [],
  )
  const fromQuery = [...url.searchParams].flatMap(([name, value]) =>
    isSecretParameter(name) ? [value, encodeURIComponent(value)] : [],
  )
  // Shorter ones would be found in innocent words.
  return [...fromHeaders, ...fromQuery].filter((secret) => secret.length >= 6)
}

/** `Basic dXNlcjpwYXNzd29yZA==` may come back as what it stands for. */
function basicOf(value: string): string[] {
  const encoded = /^basic +([\w+/=-]{1,10000})$/i.exec(value)?.[1]
  if (encoded === undefined) return []
  const pair = Buffer.from(encoded, 'base64').toString('utf8')
  return [pair, pair.slice(pair.indexOf(':') + 1)]
}

function redactParameter(parameter: string): string {
  const [name = ''] = parameter.split('=', 1)
  const [decoded] = new URLSearchParams(`${name}=`).keys()
  const hasValue = parameter.length > name.length + 1
  return hasValue && isSecretParameter(decoded ?? name) ? `${name}=REDACTED` : parameter
}
