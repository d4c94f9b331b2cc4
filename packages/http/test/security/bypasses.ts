/**
 * Addresses of this machine and of what lies behind it, written so that a careless guard takes them
 * for public ones. `PORT` is the port of the canary.
 */
export interface Bypass {
  why: string
  url: string
  /** Whether a `fetch` without a guard ends up at the canary on this machine. */
  reaches: 'canary' | 'elsewhere'
}

const canary = (why: string, ...urls: string[]): Bypass[] =>
  urls.map((url) => ({ why, url, reaches: 'canary' }))
// These would leave the machine, so the control does not try them.
const elsewhere = (why: string, ...hosts: string[]): Bypass[] =>
  hosts.map((host) => ({ why, url: `http://${host}:PORT/`, reaches: 'elsewhere' }))

/** Written into the address itself. */
export const literals: readonly Bypass[] = [
  ...canary(
    'IPv4, written as it is',
    'http://127.0.0.1:PORT/',
    'http://127.0.0.2:PORT/',
    'http://127.255.255.254:PORT/',
    'http://127.0.0.1.:PORT/',
  ),
  ...canary(
    'IPv4 in other notations',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0X7F000001:PORT/',
    'http://017700000001:PORT/',
    'http://0x7f.1:PORT/',
    'http://0x7f.0x0.0x0.0x1:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://0177.0.0.01:PORT/',
    'http://0000000177.0.0.1:PORT/',
    'http://127.1:PORT/',
    'http://127.0.1:PORT/',
    'http://127.0x0.1:PORT/',
    'http://127.65535:PORT/',
  ),
  ...canary(
    'the address of no host, which is this one',
    'http://0.0.0.0:PORT/',
    'http://0:PORT/',
    'http://0x0:PORT/',
    'http://00.0.0.0:PORT/',
    'http://[::]:PORT/',
    'http://[0:0:0:0:0:0:0:0]:PORT/',
    'http://[::ffff:0.0.0.0]:PORT/',
  ),
  ...canary(
    'characters that mean others',
    'http://１２７.０.０.１:PORT/',
    'http://①②⑦.⓪.⓪.①:PORT/',
    'http://127。0。0。1:PORT/',
    'http://127．0．0．1:PORT/',
    'http://%31%32%37.0.0.1:PORT/',
    'http://127%2e0%2e0%2e1:PORT/',
    'http://127.0.\t0.1:PORT/',
    'http://127.0.0\n.1:PORT/',
    'http://1\u00ad27.0.0.1:PORT/',
    'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/',
    'http://lo%63alhost:PORT/',
  ),
  ...canary(
    'an address that seems to be of another host',
    'http:\\\\127.0.0.1:PORT\\',
    'http:/127.0.0.1:PORT/',
    'http:127.0.0.1:PORT/',
    'http:////127.0.0.1:PORT/',
    'http://127.0.0.1:PORT\\@news.example/',
    'http://127.0.0.1:PORT/@news.example/',
    'http://127.0.0.1:PORT#@news.example/',
    'http://127.0.0.1:PORT?@news.example/',
    '  http://127.0.0.1:PORT/  ',
    'HTTP://127.0.0.1:PORT/',
  ),
  ...canary(
    'names of this machine',
    'http://localhost:PORT/',
    'http://LOCALHOST:PORT/',
    'http://LocalHost.:PORT/',
    'http://news.localhost:PORT/',
  ),
  ...canary(
    'IPv6',
    'http://[::1]:PORT/',
    'http://[0:0:0:0:0:0:0:1]:PORT/',
    'http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/',
    'http://[::0.0.0.1]:PORT/',
  ),
  ...canary(
    'IPv4 in IPv6',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://[0:0:0:0:0:ffff:7f00:0001]:PORT/',
    'http://[::FFFF:127.1.2.3]:PORT/',
  ),
  ...elsewhere(
    'IPv4 in IPv6, in the less known ways',
    '[::127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b::169.254.169.254]',
    '[64:ff9b:1::7f00:1]',
    '[64:ff9b:1::a9fe:a9fe]',
    '[2002:7f00:1::]',
    '[2002:a9fe:a9fe::1]',
    '[2001:0:7f00:1::80ff:fffe]',
    '[::ffff:169.254.169.254]',
    '[::ffff:10.0.0.1]',
  ),
  ...elsewhere(
    'secrets of machines in a cloud',
    '169.254.169.254',
    '2852039166',
    '0xA9FEA9FE',
    '0251.0376.0251.0376',
    '169.254.43518',
    '169.254.170.2',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    '[fd00:ec2::254]',
    '[fe80::a9fe:a9fe]',
  ),
  ...elsewhere(
    'private and other networks that are not public',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '192.168.257',
    '100.64.0.1',
    '100.127.255.255',
    '198.18.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '0.1.2.3',
    '[fc00::1]',
    '[fdff::1]',
    '[fe80::1]',
    '[febf::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[100::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[5f00::1]',
    '[4000::1]',
  ),
]

/** Answers of a resolver, for a name that looks like any other. `OUTSIDE` is an address that may be asked. */
export const answers: readonly {
  why: string
  addresses: readonly string[]
  reaches: Bypass['reaches']
}[] = [
  { why: 'a public name of this machine', addresses: ['127.0.0.1'], reaches: 'canary' },
  { why: 'the same in IPv6', addresses: ['::1'], reaches: 'canary' },
  { why: 'the address of no host', addresses: ['0.0.0.0'], reaches: 'canary' },
  { why: 'the same in IPv6', addresses: ['::'], reaches: 'canary' },
  { why: 'IPv4 in IPv6', addresses: ['::ffff:127.0.0.1'], reaches: 'canary' },
  { why: 'IPv4 in IPv6, in hexadecimal', addresses: ['::ffff:7f00:1'], reaches: 'canary' },
  {
    why: 'several, all of them private',
    addresses: ['10.0.0.1', '127.0.0.1'],
    reaches: 'elsewhere',
  },
  { why: 'a public one first', addresses: ['OUTSIDE', '127.0.0.1'], reaches: 'elsewhere' },
  { why: 'a public one last', addresses: ['127.0.0.1', 'OUTSIDE'], reaches: 'canary' },
  { why: 'NAT64', addresses: ['64:ff9b::7f00:1'], reaches: 'elsewhere' },
  { why: 'with a zone', addresses: ['fe80::1%lo'], reaches: 'elsewhere' },
  { why: 'the secrets of a machine', addresses: ['169.254.169.254'], reaches: 'elsewhere' },
  { why: 'no address at all, but a name', addresses: ['localhost'], reaches: 'elsewhere' },
]

/** Where a redirect from a host that may be asked leads. */
export const redirects: readonly string[] = [
  'http://127.0.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f.1:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://localhost:PORT/',
  'http://0:PORT/',
  '//127.0.0.1:PORT/',
  '\\\\127.0.0.1:PORT\\',
  'http://inside.example:PORT/',
  'http://user@127.0.0.1:PORT/',
]

/** What is refused by its scheme, whatever its host. */
export const schemes: readonly string[] = [
  'file:///etc/passwd',
  'file://127.0.0.1/etc/passwd',
  'ftp://127.0.0.1:PORT/',
  'gopher://127.0.0.1:PORT/_GET',
  'ws://127.0.0.1:PORT/',
  'data:text/xml,<rss/>',
  'javascript:fetch("http://127.0.0.1:PORT/")',
  'blob:http://127.0.0.1:PORT/1',
  'about:blank',
  'jar:http://127.0.0.1:PORT/!/',
  'view-source:http://127.0.0.1:PORT/',
  'dict://127.0.0.1:PORT/',
]

/** Ports of services that take a request for commands. */
export const ports: readonly number[] = [
  22, 25, 110, 1433, 2375, 3306, 5432, 6379, 8080, 9200, 11211, 27017,
]
