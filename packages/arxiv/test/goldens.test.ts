import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { captured, isPayload, missing, readRecord, suffix } from './captured.ts'

// One file for each surface and generation, of the number of papers in each capture and the hash of all
// that is read of them. Where a record changes on purpose: UPDATE_GOLDENS=1, and look at what has changed.
const goldens = new URL('goldens/', import.meta.url)

const surfaces: Readonly<Record<string, RegExp>> = {
  'abstract-page': /^abs-html\//,
  'abstract-page-rendered': /^rendered\/abs-html\//,
  'abstract-text': /^abs-raw\//,
  'daily-feed': /^feeds\//,
  'daily-feed-rendered': /^rendered\/feeds\//,
  'listing-rendered': /^rendered\/list-html\//,
  'metadata-snapshot': /^kaggle\//,
  'oai-before-2025': /^oai\//,
  'oai-rendered': /^rendered\/oai\//,
  'query-api-before-2025-11': /^api-atom\/rsxiv-.*-perl-/,
  'query-api-since-2025-11': /^api-atom\/(?:arxivpy-2026|rsxiv-.*-es-)/,
}

function summary(path: string): { papers: number; sha256: string } | { error: string } {
  try {
    const record = readRecord(path)
    const sha256 = createHash('sha256').update(JSON.stringify(record)).digest('hex')
    return { papers: record?.papers.length ?? 0, sha256 }
  } catch (error) {
    return { error: error instanceof Error && 'code' in error ? String(error.code) : String(error) }
  }
}

describe.skipIf(missing)(`goldens${suffix}`, () => {
  test.runIf(process.env['UPDATE_GOLDENS'] === '1')('are written anew', () => {
    for (const [name, pattern] of Object.entries(surfaces)) {
      const paths = captured().filter((path) => isPayload(path) && pattern.test(path))
      const entries = paths.map((path) => [path, summary(path)])
      const text = JSON.stringify(Object.fromEntries(entries), null, 2)
      writeFileSync(new URL(`${name}.json`, goldens), `${text}\n`)
    }
  })

  test('one for each surface and generation', () => {
    expect(readdirSync(goldens).sort()).toEqual(
      Object.keys(surfaces)
        .map((name) => `${name}.json`)
        .sort(),
    )
  })

  test.for(Object.keys(surfaces))('%s', (name) => {
    const golden: Record<string, unknown> = JSON.parse(
      readFileSync(new URL(`${name}.json`, goldens), 'utf8'),
    )
    expect(Object.keys(golden).length).toBeGreaterThan(0)
    const found = Object.keys(golden).map((path) => [path, summary(path)])
    expect(Object.fromEntries(found)).toEqual(golden)
  })
})
