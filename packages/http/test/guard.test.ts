import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createGuard, Refused } from '../src/guard.ts'

const guard = createGuard({})

test.for([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.1',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.1',
  '224.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '4000::1',
  '5f00::1',
  'fc00::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'no address',
])('%s is not connected to', (address) => {
  expect(() => guard.checkAddress(address, 'a.example', 80)).toThrow(Refused)
})

test.for(['1.1.1.1', '8.8.8.8', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is', (address) => {
  expect(() => guard.checkAddress(address, 'a.example', 443)).not.toThrow()
})

test('no spelling of a private address gets through', () => {
  const first = fc.constantFrom(10, 127, 0)
  const byte = fc.nat(255)
  fc.assert(
    fc.property(first, byte, byte, byte, (a, b, c, d) => {
      const number = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
      const hex = (value: number) => value.toString(16)
      const spellings = [
        `${a}.${b}.${c}.${d}`,
        `${a}.${b}.${c}.${d}.`,
        String(number),
        `0x${hex(number)}`,
        `0${number.toString(8)}`,
        `0x${hex(a)}.${b}.0${c.toString(8)}.${d}`,
        `${a}.${b * 65_536 + c * 256 + d}`,
        `[::ffff:${a}.${b}.${c}.${d}]`,
        `[::${a}.${b}.${c}.${d}]`,
        `[64:ff9b::${a}.${b}.${c}.${d}]`,
        `[2002:${hex(a * 256 + b)}:${hex(c * 256 + d)}::1]`,
      ]
      for (const host of spellings) {
        const check = () => guard.checkUrl(new URL(`http://${host}/`))
        expect(check).toThrow(expect.objectContaining({ code: 'blocked' }))
      }
    }),
  )
})

test.for([
  ['file:///etc/passwd', false],
  ['ftp://a.example/', false],
  ['http://user@a.example/', false],
  ['http://localhost/', false],
  ['http://LOCALHOST./', false],
  ['http://a.localhost/', false],
  ['http://a.example:8080/', false],
  ['https://a.example:22/', false],
  ['http://a.example/', true],
  ['https://a.example:80/', true],
] as const)('%s by its text alone: %s', ([url, allowed]) => {
  const check = () => guard.checkUrl(new URL(url))
  if (allowed) expect(check).not.toThrow()
  else expect(check).toThrow(expect.objectContaining({ code: 'blocked' }))
})

test('one private answer among public ones refuses the whole name', async () => {
  const answers = ['1.1.1.1', '10.0.0.1'].map((address) => ({ address, family: 4 }))
  const rebound = createGuard({ lookup: async () => answers })
  await expect(rebound.resolve('a.example', 80)).rejects.toBeInstanceOf(Refused)
  const empty = createGuard({ lookup: async () => [] })
  await expect(empty.resolve('a.example', 80)).rejects.toMatchObject({ code: 'ENOTFOUND' })
})

test('what is opened is open, and nothing beside it', () => {
  const opened = createGuard({
    allowPrivate: ['127.0.0.1:8080', '[::1]:8080', 'intranet.example:8080', '10.1.0.0/16'],
  })
  const connects = (address: string, hostname: string, port: number) => {
    try {
      opened.checkAddress(address, hostname, port)
      return true
    } catch {
      return false
    }
  }
  expect(connects('127.0.0.1', '127.0.0.1', 8080)).toBe(true)
  expect(connects('::ffff:127.0.0.1', 'x.example', 8080)).toBe(true)
  expect(connects('127.0.0.1', '127.0.0.1', 8081)).toBe(false)
  expect(connects('127.0.0.2', '127.0.0.2', 8080)).toBe(false)
  expect(connects('::1', '::1', 8080)).toBe(true)
  expect(connects('192.168.0.9', 'intranet.example', 8080)).toBe(true)
  expect(connects('192.168.0.9', 'other.example', 8080)).toBe(false)
  expect(connects('10.1.2.3', 'x.example', 5000)).toBe(true)
  expect(connects('10.2.2.3', 'x.example', 80)).toBe(false)
})

test('behind DNS64 the address inside decides', () => {
  const dns64 = createGuard({ nat64: true })
  expect(() => dns64.checkAddress('64:ff9b::1.1.1.1', 'a.example', 80)).not.toThrow()
  expect(() => dns64.checkAddress('64:ff9b::10.0.0.1', 'a.example', 80)).toThrow(Refused)
  expect(() => dns64.checkAddress('64:ff9b:1::1.1.1.1', 'a.example', 80)).toThrow(Refused)
})
