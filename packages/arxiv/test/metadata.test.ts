import type { Warning } from '@inference-report/source'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Paper, parseMetadataLine, readMetadataLines } from '../src/index.ts'
import { paperSchema } from '../src/schema.ts'
import { splitLines } from '../src/split-lines.ts'
import { sourceError } from './source-error.ts'

// One line of the snapshot on Kaggle; invented.
const row = {
  id: '0704.0010',
  submitter: 'Ida Müller',
  authors: String.raw`C.-P. M\"uller and Bo Build`,
  title: 'Flaky Builds of\n  Schr\\"odinger',
  comments: '3 pages',
  'journal-ref': 'J. Invented Res. 1 (2007) 1--9',
  doi: '10.5555/one',
  'report-no': 'VL-TR-1',
  categories: 'cs.SE hep-th',
  license: null,
  abstract: '  Costs $10^{-5}$ of\na build.\n',
  versions: [
    { version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' },
    { version: 'v2', created: 'Tue, 24 Jul 2007 20:10:27 GMT' },
  ],
  update_date: '2008-11-26',
  authors_parsed: [
    ['Müller', 'C. -P.', '', 'Vale Labs'],
    ['Build', 'Bo', 'Jr'],
  ],
}
const line = JSON.stringify(row)
const collect = async (
  source: Parameters<typeof readMetadataLines>[0],
  options: Parameters<typeof readMetadataLines>[1] = {},
): Promise<Paper[]> => gather(readMetadataLines(source, options))
async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
function streamOf(pieces: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
}

describe('parseMetadataLine', () => {
  test('a paper, whole; no date of its last change', () => {
    const paper = parseMetadataLine(line)
    expect(paperSchema.parse(paper)).toEqual(paper)
    expect(paper).toEqual({
      id: '0704.0010',
      version: 2,
      url: 'https://arxiv.org/abs/0704.0010',
      title: 'Flaky Builds of Schrödinger',
      abstract: 'Costs 10⁻⁵ of a build.',
      tex: { title: row.title, abstract: 'Costs $10^{-5}$ of\na build.' },
      authors: [
        { name: 'C.-P. Müller', affiliations: ['Vale Labs'] },
        { name: 'Bo Build Jr', affiliations: [] },
      ],
      submitter: 'Ida Müller',
      primaryCategory: 'cs.SE',
      categories: ['cs.SE', 'hep-th'],
      mscClasses: [],
      acmClasses: [],
      reportNumbers: ['VL-TR-1'],
      submittedAt: '2007-04-02T19:18:42Z',
      updatedAt: '2007-07-24T20:10:27Z',
      history: [
        { version: 1, submittedAt: '2007-04-02T19:18:42Z' },
        { version: 2, submittedAt: '2007-07-24T20:10:27Z' },
      ],
      comment: '3 pages',
      journalRef: 'J. Invented Res. 1 (2007) 1–9',
      dois: ['10.5555/one'],
      surfaces: ['metadata-snapshot'],
      from: {},
    })
  })

  test('without parsed authors, the line of names is split', () => {
    const { authors } = parseMetadataLine(JSON.stringify({ ...row, authors_parsed: undefined }))
    expect(authors.map(({ name }) => name)).toEqual(['C.-P. Müller', 'Bo Build'])
  })

  test.for([
    ['no JSON', '{"id":', 'unparseable'],
    ['an empty line', '', 'unparseable'],
    ['a list', '[]', 'drift'],
    ['null', 'null', 'drift'],
    ['a number for an id', '{"id":704.0001,"title":"x"}', 'drift'],
    ['no title', '{"id":"0704.0001"}', 'drift'],
  ] as const)('%s', ([, json, code]) => {
    expect(sourceError(() => parseMetadataLine(json))).toMatchObject({ code, source: 'arxiv' })
  })

  test('whatever stands in its fields, a paper keeps its schema', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(row).slice(1)), fc.jsonValue()),
        (fields) => {
          const json = JSON.stringify({ ...row, ...fields, title: 'kept' })
          const paper = parseMetadataLine(json)
          expect(paperSchema.parse(paper)).toEqual(paper)
        },
      ),
    )
  })
})

describe('readMetadataLines', () => {
  test('text or bytes, in any pieces, with or without a last line end', async () => {
    const text = `\uFEFF${line}\r\n\n${JSON.stringify({ ...row, id: '0704.0011' })}`
    const bytes = new TextEncoder().encode(text)
    const inPieces = (size: number): Uint8Array[] =>
      Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.slice(i * size, (i + 1) * size),
      )
    for (const source of [[text], text, [bytes], inPieces(1), inPieces(7), streamOf(inPieces(5))]) {
      const papers = await collect(source)
      expect(papers.map(({ id }) => id)).toEqual(['0704.0010', '0704.0011'])
      expect(papers[0]?.submitter).toBe('Ida Müller')
    }
  })

  test('bad lines are told by number, and are not the end', async () => {
    const warnings: Warning[] = []
    const papers = await collect(
      [`${line}\n{"id":\n[]\n${'x'.repeat(5000)}\n${line.replace('v2', 'two')}\n`],
      { longestLine: 2000, onWarning: (warning) => warnings.push(warning) },
    )
    expect(papers).toHaveLength(2)
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ['line-skipped', 'line 2'],
      ['line-skipped', 'line 3'],
      ['line-skipped', 'line 4'],
      ['unreadable-version', 'line 5.history'],
    ])
  })

  test.for([
    ['nothing but bad lines', ['<html>\n</html>\n'], 'drift'],
    ['nothing', [], 'empty'],
    ['blank lines', ['\n\n  \n'], 'empty'],
  ] as const)('%s', async ([, source, code]) => {
    await expect(collect(source)).rejects.toMatchObject({ name: 'SourceError', code })
  })

  test('a stream that cannot be iterated itself, as in some browsers', async () => {
    const stream = streamOf([new TextEncoder().encode(`${line}\n`)])
    Object.defineProperty(stream, Symbol.asyncIterator, { value: undefined })
    expect(await collect(stream)).toHaveLength(1)
    expect(stream.locked).toBe(true)
  })

  test('a reader that stops ends the stream', async () => {
    let ended = false
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) yield `${line}\n`
      } finally {
        ended = true
      }
    }
    for await (const paper of readMetadataLines(endless())) {
      expect(paper.id).toBe('0704.0010')
      break
    }
    expect(ended).toBe(true)
  })

  test('no more than the line at hand is held, and a line in many pieces costs what it is long', async () => {
    // A line without end, of which each piece is let go: the source counts what it still holds.
    const piece = 'x'.repeat(65_536)
    let given = 0
    function* pieces(): Generator<string> {
      for (; given < 2000; given++) yield piece
      yield `\n${line}\n`
    }
    const lines = await gather(splitLines(pieces(), 100_000))
    expect(lines.map(({ line: text, number }) => [text?.length, number])).toEqual([
      [undefined, 1],
      [line.length, 2],
    ])
    expect(given * piece.length).toBeGreaterThan(100_000_000)
  })
})
