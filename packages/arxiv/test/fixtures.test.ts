import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const here = new URL('.', import.meta.url)

test('every fixture is read by a test and says what it stands for', () => {
  const tests = readdirSync(here)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, here), 'utf8'))
    .join('\n')
  for (const name of readdirSync(new URL('fixtures', here))) {
    expect(tests).toContain(`'${name}'`)
    expect(readFileSync(new URL(`fixtures/${name}`, here), 'utf8')).toMatch(/<!-- [^>]{20,} -->/)
  }
})
