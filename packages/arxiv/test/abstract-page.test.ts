import { SourceError, type Warning } from '@inference-report/source'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAbstractPage } from '../src/index.ts'
import { paperSchema } from '../src/schema.ts'
import { fixture } from './fixture.ts'
import { sourceError } from './source-error.ts'

const html = fixture('abstract-page.html')
const page = (body: string): string => `<!DOCTYPE html><html><body>${body}</body></html>`

describe('parseAbstractPage', () => {
  test('a paper, whole', () => {
    const warnings: Warning[] = []
    const paper = parseAbstractPage(html, { onWarning: (warning) => warnings.push(warning) })
    expect(warnings).toEqual([])
    expect(paperSchema.parse(paper)).toEqual(paper)
    expect(paper).toEqual({
      id: '2511.00042',
      version: 3,
      url: 'https://arxiv.org/abs/2511.00042',
      title: 'Flaky Builds of Schrödinger',
      abstract: 'Costs 10⁻⁵ of a build, says nobody.',
      tex: {
        title: String.raw`Flaky Builds of Schr\"odinger`,
        abstract: 'Costs $10^{-5}$ of a build,\nsays {\\em nobody}.',
      },
      authors: [
        { name: 'René Vale Jr.', affiliations: ['Vale Labs'] },
        { name: 'Ida Müller', affiliations: [] },
        { name: 'Mutant Collaboration', affiliations: [] },
      ],
      submitter: 'Ida Müller',
      primaryCategory: 'cs.SE',
      categories: ['cs.SE', 'hep-th'],
      mscClasses: ['68N30', '65-02'],
      acmClasses: ['D.2.4', 'I.2'],
      reportNumbers: ['VL-TR-1', 'VL-TR-2'],
      submittedAt: '2025-11-02T10:00:00Z',
      updatedAt: '2026-01-12T18:30:00Z',
      history: [
        { version: 1, submittedAt: '2025-11-02T10:00:00Z', kilobytes: 133 },
        { version: 2, submittedAt: '2025-12-02T10:00:00Z', kilobytes: 0, withdrawn: true },
        { version: 3, submittedAt: '2026-01-12T18:30:00Z', kilobytes: 1133 },
      ],
      comment: '12 pages, code at https://code.example/builds',
      journalRef: 'J. Invented Res. 1 (2026) 1–9',
      dois: ['10.5555/one', '10.5555/two'],
      license: 'http://creativecommons.org/licenses/by/4.0/',
      withdrawn: false,
      surfaces: ['abstract-page'],
      from: {},
    })
  })

  test('an older version: its own date, and the newer withdrawal of the paper', () => {
    const older = html
      .replace('2511.00042v3</a> [cs.SE]', '2511.00042v1</a> [cs.SE]')
      .replace(
        '<div id="abs">',
        '<span class="error">A newer version of this paper has been withdrawn by X</span>',
      )
    expect(parseAbstractPage(older)).toMatchObject({
      version: 1,
      updatedAt: '2025-11-02T10:00:00Z',
      withdrawn: true,
    })
  })

  test('a paper whose last version withdraws it', () => {
    const last = html.replace('(1,133 KB)', '(0 KB) <em>(withdrawn)</em>')
    expect(parseAbstractPage(last)).toMatchObject({ version: 3, withdrawn: true })
  })

  test('the header alone has days, and no categories', () => {
    const head = `${html.slice(0, html.indexOf('<body>'))}</html>`
    const paper = parseAbstractPage(head)
    expect(paper).toMatchObject({
      id: '2511.00042',
      version: 3,
      submittedOn: '2025-11-02',
      updatedOn: '2026-01-12',
      authors: [
        { name: 'René Vale Jr.' },
        { name: 'Ida Müller' },
        { name: 'Mutant Collaboration' },
      ],
      categories: [],
      dois: [],
      history: [],
    })
    expect(paper).not.toHaveProperty('submittedAt')
    expect(paper).not.toHaveProperty('withdrawn')
  })

  test('a page without its citation tags is read from its body, and says so', () => {
    const warnings: Warning[] = []
    const paper = parseAbstractPage(html.replace(/<meta name="citation_[^>]*>/g, ''), {
      onWarning: (warning) => warnings.push(warning),
    })
    expect(paper).toMatchObject({
      id: '2511.00042',
      version: 3,
      title: 'Flaky Builds of Schrödinger',
      abstract: 'Costs 10⁻⁵ of a build, says nobody.',
      authors: [{ name: 'René Vale Jr', affiliations: ['Vale Labs'] }, {}, {}],
    })
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ['late-candidate', 'id'],
      ['late-candidate', 'title'],
      ['late-candidate', 'abstract'],
    ])
  })

  test.for([
    ["Article identifier '9999.99999' not recognized", 'not-found'],
    ['Article math/9901001 in the Mathematics archive not found', 'not-found'],
    ['Invalid article identifier', 'not-found'],
    ['Invalid archive or category: cs.QQ', 'upstream'],
    ['503 Service Unavailable', 'upstream'],
    ['Welcome to arXiv', 'drift'],
  ] as const)('%s', ([heading, code]) => {
    const error = sourceError(() => parseAbstractPage(page(`<h1>${heading}</h1>`)))
    expect(error).toMatchObject({ code, received: heading, retryable: /503/.test(heading) })
  })

  test.for([
    ['a page cut off', html.slice(0, -200), 'unparseable'],
    ['nothing', '', 'unparseable'],
    ['a feed', fixture('rss-daily.xml'), 'unparseable'],
    ['the throttle', 'Rate exceeded.', 'rate-limited'],
    ['a page of it', page('<h1>429 Too Many Requests</h1>'), 'rate-limited'],
    ['one without heading', page('Error 429: rate exceeded'), 'rate-limited'],
    ['a page nested too deep', page('<div>'.repeat(30_000)), 'too-large'],
  ] as const)('%s', ([, text, code]) => {
    expect(sourceError(() => parseAbstractPage(text))).toMatchObject({ code, source: 'arxiv' })
  })

  test('a paper may be called as the throttle', () => {
    const named = html
      .replace('Flaky Builds</title>', 'Too Many Requests: Rate Exceeded</title>')
      .replace('content="Flaky Builds', 'content="Too Many Requests')
    expect(named).not.toBe(html)
    expect(parseAbstractPage(named).id).toBe('2511.00042')
  })

  test('whatever is changed in a page, a paper keeps its schema or a SourceError comes', () => {
    fc.assert(
      fc.property(
        fc.nat(html.length),
        fc.nat(60),
        fc.oneof(fc.string(), fc.constantFrom('<', '>', '"', '</td>', '<br>', '(', '[v9]')),
        (at, length, text) => {
          try {
            const paper = parseAbstractPage(html.slice(0, at) + text + html.slice(at + length))
            expect(paperSchema.parse(paper)).toEqual(paper)
          } catch (error) {
            expect(SourceError.is(error)).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
