import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packages, root, typescriptFiles } from '../src/packages.ts'

const headings = [
  '## Install',
  '## API',
  '## Warnings and errors',
  '## What it does not do',
  '## The source and its terms',
]

test.for(packages)('$name is published as every package is', ({ name, manifest }) => {
  expect(manifest.name).toBe(`@inference-report/${name}`)
  expect(manifest).toMatchObject({ type: 'module', sideEffects: false })
  const command = manifest.bin === undefined ? [] : ['bin']
  expect(manifest.files?.toSorted()).toEqual([...command, 'dist', 'src'])
  for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
    if (entry === './package.json') continue
    // Conditions are tried in order: sources first, for us; types before code, for TypeScript.
    expect(Object.keys(target)).toEqual(['@inference-report/source', 'types', 'default'])
  }
})

test.for(packages)('$name has a README with the headings of all', ({ name, folder }) => {
  const readme = readFileSync(`${folder}/README.md`, 'utf8')
  expect(readme.startsWith(`# @inference-report/${name}\n`)).toBe(true)
  expect(readme.match(/^## .+$/gm)).toEqual(headings)
  expect(readme.indexOf('```ts')).toBeLessThan(readme.indexOf('## Install'))
})

test.for(packages)('$name has tests, and reads every fixture in them', ({ folder }) => {
  const tests = typescriptFiles(`${folder}/test`)
  expect(tests).toContain('api.test.ts')
  const fixtures = existsSync(`${folder}/test/fixtures`)
    ? readdirSync(`${folder}/test/fixtures`, { recursive: true, withFileTypes: true })
    : []
  const code = tests.map((file) => readFileSync(`${folder}/test/${file}`, 'utf8')).join('\n')
  // A test either names a fixture, or reads the whole folder it lies in.
  const unread = fixtures
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .filter((entry) => !code.includes(entry.name) && !/readdirSync|globSync/.test(code))
  expect(unread.map(({ name }) => name)).toEqual([])
})

test('every package has told its users of what is new', () => {
  const notes = readdirSync(`${root}.changeset`)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => readFileSync(`${root}.changeset/${file}`, 'utf8'))
    .join('\n')
  const released = (folder: string) => existsSync(`${folder}/CHANGELOG.md`)
  const silent = packages.filter(
    ({ folder, manifest }) => !notes.includes(`"${manifest.name}":`) && !released(folder),
  )
  expect(silent.map(({ name }) => name)).toEqual([])
})

test.for(packages)('$name writes to no console', ({ folder }) => {
  const noisy = typescriptFiles(`${folder}/src`).filter(
    (file) =>
      file !== 'bin.ts' && /\bconsole\./.test(readFileSync(`${folder}/src/${file}`, 'utf8')),
  )
  expect(noisy).toEqual([])
})
