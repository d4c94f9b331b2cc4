import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanCharacters } from '../src/clean-characters.ts'
import { hasUnwanted } from '../src/unwanted-bytes.ts'
import { Warnings } from '../src/warnings.ts'

const characters = fc.constantFrom(
  ...'a <>\t\n\r',
  '\0',
  '\u001f',
  '\u007f',
  '\u0080',
  '\u0085',
  '\u009f',
  '\u00a0',
  '\u00c2',
  'é',
  'ж',
  '漢',
  '，',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\u{1f600}',
)

test('bytes hold something unwanted exactly where their text does', () => {
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 24 }), fc.nat({ max: 7 }), (parts, offset) => {
      const text = parts.join('')
      const encoded = new TextEncoder().encode(text)
      const bytes = new Uint8Array(encoded.length + offset).subarray(offset)
      bytes.set(encoded)
      expect(hasUnwanted(bytes)).toBe(cleanCharacters(text, new Warnings()) !== text)
    }),
    { numRuns: 5000 },
  )
})
