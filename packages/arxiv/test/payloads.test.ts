import { SourceError } from '@inference-report/source'
import { describe, expect, test } from 'vitest'
import { findCategory, mergePapers, parseQueryFeed } from '../src/index.ts'
import { paperSchema } from '../src/schema.ts'
import { captured, isPayload, missing, readCapture, readPayload, suffix } from './captured.ts'

describe.skipIf(missing)(`every captured payload is read by a parser${suffix}`, () => {
  const payloads = captured().filter(isPayload)

  test('there are payloads of every surface', () => {
    const folders = new Set(payloads.map((path) => path.split('/').slice(0, -1).join('/')))
    expect([...folders]).toEqual(
      expect.arrayContaining([
        'abs-html',
        'abs-raw',
        'api-atom',
        'feeds',
        'kaggle',
        'oai',
        'rendered/abs-html',
        'rendered/feeds',
        'rendered/list-html',
        'rendered/oai',
      ]),
    )
  })

  test.for(payloads)('%s', (path) => {
    try {
      const papers = readPayload(path)
      expect(papers, 'no parser for this surface').toBeDefined()
      for (const paper of papers ?? []) {
        expect(paperSchema.parse(paper)).toEqual(paper)
        expect(paper.authors.length, paper.id).toBeGreaterThan(0)
        // The head of a page alone has none.
        if (!path.includes('headonly')) {
          expect(paper.categories.length, paper.id).toBeGreaterThan(0)
          expect(paper.categories[0]).toBe(paper.primaryCategory)
        }
        for (const category of paper.categories) expect(findCategory(category)).toBeDefined()
      }
    } catch (error) {
      // What arXiv refuses, and what was cut off, has its own error; anything else is not read.
      if (!(error instanceof SourceError)) throw error
      if (path.endsWith('.part')) expect(error.code).toBe('unparseable')
      else expect(error.code, error.message).toMatch(/^(?:upstream|not-found|rate-limited)$/)
    }
  })
})

describe.skipIf(missing)(`captured entries of the query API beside the bare text${suffix}`, () => {
  // A reader of its own, by regular expressions on the raw text: it shares nothing with the parser.
  const entries = captured('api-atom').flatMap((path) => {
    const xml = readCapture(path)
    if (/api\/errors/.test(xml)) return []
    const papers = parseQueryFeed(xml).papers
    const blocks = xml
      .split(/<entry>/)
      .slice(1)
      .filter((block) => /<id>https?:\/\/arxiv\.org\/abs\//.test(block))
    expect(papers, path).toHaveLength(blocks.length)
    return blocks.map((block, i) => ({ block, paper: papers[i] }))
  })
  const first = (block: string, pattern: RegExp): string | undefined => pattern.exec(block)?.[1]

  test('id, version, dates, authors, categories, DOIs and fields of all', () => {
    expect(entries.length).toBeGreaterThanOrEqual(245)
    for (const { block, paper } of entries) {
      const [, id, version] = /<id>http:\/\/arxiv\.org\/abs\/(.*?)v(\d+)<\/id>/.exec(block) ?? []
      expect([paper?.id, paper?.version]).toEqual([id, Number(version)])
      expect(paper?.submittedAt).toBe(first(block, /<published>(.*?)<\/published>/))
      expect(paper?.updatedAt).toBe(first(block, /<updated>(.*?)<\/updated>/))
      expect(paper?.authors).toHaveLength(block.match(/<name>/g)?.length ?? 0)
      expect(paper?.primaryCategory).toBe(first(block, /primary_category[^>]*term="(.*?)"/))
      const terms = [...block.matchAll(/<category[^>]*\bterm="(.*?)"/g)].map(([, term]) => term)
      expect(paper?.categories).toEqual(
        terms.filter((term) => findCategory(term ?? '') !== undefined),
      )
      expect(paper?.dois.join(' ')).toBe(
        [...block.matchAll(/<arxiv:doi[^>]*>(.*?)</g)].map(([, doi]) => doi).join(' '),
      )
      expect(paper?.comment === undefined).toBe(!/<arxiv:comment/.test(block))
      expect(paper?.journalRef === undefined).toBe(!/<arxiv:journal_ref/.test(block))
      expect(paper?.abstract?.length).toBeGreaterThan(20)
    }
  })

  test('64 papers of them have the primary category cs.SE', () => {
    const ids = entries.flatMap(({ paper }) =>
      paper?.primaryCategory === 'cs.SE' ? `${paper.id}v${paper.version}` : [],
    )
    expect(new Set(ids).size).toBeGreaterThanOrEqual(64)
  })
})

describe.skipIf(missing)(`papers captured on several surfaces${suffix}`, () => {
  const papers = captured()
    .filter(isPayload)
    .flatMap((path) => {
      try {
        return readPayload(path) ?? []
      } catch {
        // Which payload may be refused is the matter of the tests above.
        return []
      }
    })
  const merged = mergePapers(papers)

  test('are one record each', () => {
    expect(merged.length).toBeGreaterThan(300)
    expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length)
    for (const paper of merged) expect(paperSchema.parse(paper)).toEqual(paper)
    expect(mergePapers(merged)).toEqual(merged)
  })

  test('raw TeX and what arXiv makes of it read the same, where the version is the same', () => {
    const raw = ['daily-feed', 'oai-arxiv-raw', 'abstract-page', 'metadata-snapshot']
    const converted = ['query-api', 'listing', 'oai-dc']
    let compared = 0
    for (const one of papers.filter(({ surfaces }) => raw.includes(surfaces?.[0] ?? ''))) {
      for (const other of papers) {
        if (other.id !== one.id || other.version !== one.version) continue
        if (!converted.includes(other.surfaces?.[0] ?? '')) continue
        compared++
        expect(other.title.replace(/\s/g, ''), one.id).toBe(one.title.replace(/\s/g, ''))
        if (other.abstract === undefined || one.abstract === undefined) continue
        expect(other.abstract.replace(/\s/g, ''), one.id).toBe(one.abstract.replace(/\s/g, ''))
      }
    }
    expect(compared).toBeGreaterThan(50)
  })
})
