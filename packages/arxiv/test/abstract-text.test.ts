import { expect, test } from 'vitest'
import { parseAbstractText } from '../src/index.ts'
import { paperSchema } from '../src/schema.ts'
import { sourceError } from './source-error.ts'

// As arXiv keeps and shows a record with `?fmt=txt`; invented.
const record = String.raw`------------------------------------------------------------------------------
\\
arXiv:math.GT/0101001
From: Ida M\"uller <scrambled@vale.example>
Date: Mon, 1 Jan 2001 01:01:10 GMT   (15kb,D)
Date (revised v2): Tue, 2 Jan 2001 21:36:42 GMT   (0kb,I)

Title: Flaky Builds of
  Schr\"odinger
Authors: Ida M\"uller and Bo Build (Vale Labs)
Categories: math.GT hep-th
Comments: 3 pages, see
  https://code.example/
Report-no: VL-TR-1
Journal-ref: J. Invented Res. 1 (2001) 1--9
DOI: 10.5555/one
MSC-class: 57M25
ACM-class: G.2.2
License: http://creativecommons.org/licenses/by/3.0/
\\
  Costs $10^{-5}$ of
a build.
\\
`

test('a paper, whole', () => {
  const paper = parseAbstractText(record)
  expect(paperSchema.parse(paper)).toEqual(paper)
  expect(paper).toEqual({
    id: 'math/0101001',
    version: 2,
    url: 'https://arxiv.org/abs/math/0101001',
    title: 'Flaky Builds of Schrödinger',
    abstract: 'Costs 10⁻⁵ of a build.',
    tex: {
      title: String.raw`Flaky Builds of Schr\"odinger`,
      abstract: 'Costs $10^{-5}$ of\na build.',
    },
    authors: [
      { name: 'Ida Müller', affiliations: [] },
      { name: 'Bo Build', affiliations: ['Vale Labs'] },
    ],
    submitter: 'Ida Müller',
    primaryCategory: 'math.GT',
    categories: ['math.GT', 'hep-th'],
    mscClasses: ['57M25'],
    acmClasses: ['G.2.2'],
    reportNumbers: ['VL-TR-1'],
    submittedAt: '2001-01-01T01:01:10Z',
    updatedAt: '2001-01-02T21:36:42Z',
    history: [
      { version: 1, submittedAt: '2001-01-01T01:01:10Z', kilobytes: 15, sourceType: 'D' },
      {
        version: 2,
        submittedAt: '2001-01-02T21:36:42Z',
        kilobytes: 0,
        sourceType: 'I',
        withdrawn: true,
      },
    ],
    comment: '3 pages, see https://code.example/',
    journalRef: 'J. Invented Res. 1 (2001) 1–9',
    dois: ['10.5555/one'],
    license: 'http://creativecommons.org/licenses/by/3.0/',
    withdrawn: true,
    surfaces: ['abstract-text'],
    from: {},
  })
  expect(parseAbstractText(record.replaceAll('\n', '\r\n'))).toEqual(paper)
})

test.for([
  ['a record cut off', record.slice(0, -4), 'unparseable'],
  ['nothing', '', 'unparseable'],
  ['a page', '<html></html>', 'unparseable'],
  ['the throttle', 'Rate exceeded.', 'rate-limited'],
  ['no id', record.replace('arXiv:', 'arxive '), 'drift'],
  ['no title', record.replace('Title:', 'Name:'), 'drift'],
] as const)('%s', ([, text, code]) => {
  expect(sourceError(() => parseAbstractText(text))).toMatchObject({ code, source: 'arxiv' })
})

test('a record whose paper is called as the throttle', () => {
  const named = record.replace('Flaky Builds of', 'Too many requests, rate exceeded:')
  expect(parseAbstractText(named).title).toBe('Too many requests, rate exceeded: Schrödinger')
})
