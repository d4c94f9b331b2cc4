import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oaiErrorCode, parseOai } from '../src/index.ts'
import { paperSchema } from '../src/schema.ts'
import { fixture } from './fixture.ts'
import { sourceError } from './source-error.ts'

const answer = (body: string, verb = 'ListRecords'): string =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-14T03:00:00Z</responseDate><request verb="${verb}">https://oaipmh.arxiv.org/oai</request>${body}</OAI-PMH>`
const failure = (code: string, text = ''): string => answer(`<error code="${code}">${text}</error>`)
const record = (metadata: string): string =>
  answer(
    `<ListRecords><record><header><identifier>oai:arXiv.org:2601.10000</identifier></header><metadata>${metadata}</metadata></record></ListRecords>`,
  )

describe('the format arXiv', () => {
  const page = parseOai(fixture('oai-arxiv.xml'))

  test('a page of a list', () => {
    expect(page).toMatchObject({
      verb: 'ListRecords',
      request: {
        baseUrl: 'https://oaipmh.arxiv.org/oai',
        metadataPrefix: 'arXiv',
        from: '2026-01-13',
        set: 'cs:cs:SE',
      },
      respondedAt: '2026-01-14T03:00:00Z',
      resumptionToken: {
        token: 'verb%3DListRecords%26skip%3D3',
        expiresAt: '2026-01-15T00:00:00Z',
      },
      deleted: ['cs/0101001'],
      sets: [],
      formats: [],
      warnings: [],
    })
    expect(page).not.toHaveProperty('noRecordsMatch')
    expect(page.headers).toEqual([
      {
        identifier: 'oai:arXiv.org:2601.10000',
        id: '2601.10000',
        datestamp: '2026-01-13',
        sets: ['cs:cs:SE', 'math:math:NA'],
      },
      {
        identifier: 'oai:arXiv.org:2511.00042',
        id: '2511.00042',
        datestamp: '2026-01-13',
        sets: ['cs:cs:SE'],
      },
      {
        identifier: 'oai:arXiv.org:cs/0101001',
        id: 'cs/0101001',
        datestamp: '2026-01-13',
        sets: ['cs:cs:SE'],
        deleted: true,
      },
    ])
  })

  test('a paper, whole', () => {
    expect(page.papers).toHaveLength(2)
    expect(page.papers[0]).toEqual({
      id: '2601.10000',
      url: 'https://arxiv.org/abs/2601.10000',
      title: 'Mutants of λ/θ & Other Tests',
      abstract: 'First paragraph. Second one.',
      tex: {
        title: String.raw`Mutants of $\fracλθ$ & Other Tests`,
        abstract: 'First paragraph.\n  Second one.',
      },
      authors: [
        { name: 'René Vale Jr', affiliations: [] },
        { name: 'Mutant Collaboration', affiliations: [] },
      ],
      primaryCategory: 'cs.SE',
      categories: ['cs.SE', 'math.NA'],
      mscClasses: ['68N30', '65-02', '35'],
      acmClasses: [],
      reportNumbers: ['VL-TR-1', 'VL-TR-2'],
      submittedOn: '2026-01-12',
      updatedOn: '2026-01-12',
      history: [],
      comment: '12 pages',
      journalRef: 'J. Invented Res. 1 (2026) 1–9',
      dois: ['10.5555/one'],
      license: 'http://creativecommons.org/licenses/by/4.0/',
      surfaces: ['oai-arxiv'],
      from: {},
    })
    for (const paper of page.papers) expect(paperSchema.parse(paper)).toEqual(paper)
  })

  // arXiv's own template: `created` is the current version's day since 2025.
  test('"created" beside an equal "updated" is no day of submission', () => {
    expect(page.papers[1]).toMatchObject({ title: '0', updatedOn: '2026-01-12' })
    expect(page.papers[1]).not.toHaveProperty('submittedOn')
    const old = fixture('oai-arxiv.xml').replace('<updated>2026-01-12', '<updated>2026-02-01')
    expect(parseOai(old).papers[1]).toMatchObject({
      submittedOn: '2026-01-12',
      updatedOn: '2026-02-01',
    })
  })

  test('"acm-class" that repeats the MSC classes is dropped, a real one is kept', () => {
    expect(page.papers[1]).toMatchObject({ mscClasses: ['68N30'], acmClasses: [] })
    const real = fixture('oai-arxiv.xml').replace('<acm-class>None', '<acm-class>D.2.4; I.2')
    expect(parseOai(real).papers[0]?.acmClasses).toEqual(['D.2.4', 'I.2'])
  })

  test('affiliations, and raw TeX, of before 2025', () => {
    const [paper] = parseOai(
      record(
        String.raw`<arXiv><id>2601.10000</id><title>H\"older</title><authors><author><keyname>M\"uller</keyname><forenames>C. -P.</forenames><affiliation>Vale Labs</affiliation><affiliation>Mill</affiliation></author></authors><categories>cs.SE</categories></arXiv>`,
      ),
    ).papers
    expect(paper).toMatchObject({
      title: 'Hölder',
      authors: [{ name: 'C.-P. Müller', affiliations: ['Vale Labs', 'Mill'] }],
    })
  })
})

describe('the format arXivRaw', () => {
  const [paper] = parseOai(fixture('oai-raw.xml')).papers

  test('versions, both dates, withdrawal', () => {
    expect(paper).toMatchObject({
      id: '2511.00042',
      version: 3,
      submitter: 'Bo Build',
      submittedAt: '2025-11-02T10:00:00Z',
      updatedAt: '2026-01-12T18:30:00Z',
      history: [
        { version: 1, submittedAt: '2025-11-02T10:00:00Z', kilobytes: 133, sourceType: 'D' },
        { version: 2, submittedAt: '2025-12-02T10:00:00Z', kilobytes: 1133 },
        {
          version: 3,
          submittedAt: '2026-01-12T18:30:00Z',
          kilobytes: 0,
          sourceType: 'I',
          withdrawn: true,
        },
      ],
      withdrawn: true,
      surfaces: ['oai-arxiv-raw'],
    })
  })

  test('a line of authors with a legend of places', () => {
    expect(paper?.authors).toEqual([
      { name: 'Bo Build', affiliations: ['Build Lab, Vale'] },
      { name: 'Ida Müller Jr.', affiliations: ['Build Lab, Vale', 'Mill (North)'] },
      { name: 'Ty Wren', affiliations: ['Free'] },
    ])
  })

  test('a paper that is not withdrawn says so', () => {
    const kept = fixture('oai-raw.xml').replace('<source_type>I</source_type>', '')
    expect(parseOai(kept).papers[0]?.withdrawn).toBe(false)
  })

  test('versions that cannot be read are told', () => {
    const { papers, warnings } = parseOai(
      fixture('oai-raw.xml')
        .replace('version="v2"', 'version="two"')
        .replace('Sun, 2 Nov', '32 Nov'),
    )
    expect(papers[0]?.history).toHaveLength(2)
    expect(papers[0]).not.toHaveProperty('submittedAt')
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ['unreadable-date', 'records[0].history.v1'],
      ['unreadable-version', 'records[0].history'],
    ])
  })
})

test('the format arXivOld', () => {
  const { papers } = parseOai(
    record(
      '<arXivOld xmlns="http://arxiv.org/OAI/arXivOld/"><id>2601.10000</id><title>T</title><authors>A. One &amp; B. Two, et al.</authors><categories>cs.SE</categories><acm-class>D.2.4</acm-class></arXivOld>',
    ),
  )
  expect(papers[0]).toMatchObject({
    authors: [{ name: 'A. One' }, { name: 'B. Two' }],
    acmClasses: ['D.2.4'],
    surfaces: ['oai-arxiv-old'],
  })
  expect(papers[0]).not.toHaveProperty('submittedOn')
})

describe('the format oai_dc', () => {
  const { papers, ...page } = parseOai(fixture('oai-dc.xml'))

  test('an empty token is the last page', () => {
    expect(page).not.toHaveProperty('resumptionToken')
  })

  test('a paper; the header’s sets tell two categories of one name apart', () => {
    expect(papers[0]).toMatchObject({
      id: '2511.00042',
      authors: [{ name: 'Bo Build Jr' }, { name: 'Mutant Collaboration' }],
      primaryCategory: 'cs.SE',
      categories: ['cs.SE', 'math.NA'],
      mscClasses: ['68N30'],
      acmClasses: ['D.2.4', 'I.2'],
      submittedOn: '2025-11-02',
      updatedOn: '2026-01-12',
      abstract: 'Builds fail.',
      comment: '3 pages',
      journalRef: 'J. Invented Res. 1 (2026) 1-9',
      dois: ['10.5555/one'],
    })
  })

  test('subjects as the old service named them', () => {
    expect(papers[1]).toMatchObject({
      id: 'math/0101001',
      categories: ['math.NA', 'hep-th'],
      submittedOn: '2001-01-01',
    })
  })
})

describe('the other verbs', () => {
  test('ListIdentifiers', () => {
    const { headers, papers, resumptionToken } = parseOai(
      answer(
        `<ListIdentifiers><header><identifier>oai:arXiv.org:2601.10000</identifier><datestamp>2026-01-13</datestamp><setSpec>cs</setSpec></header>
         <header status="deleted"><identifier>oai:arXiv.org:hep-th/9901001</identifier><datestamp>2026-01-13</datestamp></header>
         <resumptionToken cursor="0" completeListSize="4312">2345|1</resumptionToken></ListIdentifiers>`,
        'ListIdentifiers',
      ),
    )
    expect(papers).toEqual([])
    expect(headers.map(({ id, deleted }) => [id, deleted])).toEqual([
      ['2601.10000', undefined],
      ['hep-th/9901001', true],
    ])
    expect(resumptionToken).toEqual({ token: '2345|1', cursor: 0, completeListSize: 4312 })
  })

  test('ListSets', () => {
    const { sets } = parseOai(
      answer(
        '<ListSets><set><setSpec>cs:cs:SE</setSpec><setName>Software Engineering</setName></set><set><setSpec>cs</setSpec></set></ListSets>',
        'ListSets',
      ),
    )
    expect(sets).toEqual([
      { spec: 'cs:cs:SE', name: 'Software Engineering' },
      { spec: 'cs', name: 'cs' },
    ])
  })

  test('ListMetadataFormats', () => {
    const { formats } = parseOai(
      answer(
        '<ListMetadataFormats><metadataFormat><metadataPrefix>arXiv</metadataPrefix><schema>https://oaipmh.arxiv.org/OAI/arXiv.xsd</schema><metadataNamespace>http://arxiv.org/OAI/arXiv/</metadataNamespace></metadataFormat></ListMetadataFormats>',
      ),
    )
    expect(formats).toEqual([
      {
        prefix: 'arXiv',
        namespace: 'http://arxiv.org/OAI/arXiv/',
        schema: 'https://oaipmh.arxiv.org/OAI/arXiv.xsd',
      },
    ])
  })

  test('Identify', () => {
    const { identify, verb } = parseOai(
      answer(
        '<Identify><repositoryName>arXiv</repositoryName><baseURL>https://oaipmh.arxiv.org/oai</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>help@arxiv.example</adminEmail><earliestDatestamp>2005-09-16</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>',
        'Identify',
      ),
    )
    expect(verb).toBe('Identify')
    expect(identify).toEqual({
      name: 'arXiv',
      baseUrl: 'https://oaipmh.arxiv.org/oai',
      protocolVersion: '2.0',
      adminEmails: ['help@arxiv.example'],
      earliestDatestamp: '2005-09-16',
      deletedRecord: 'persistent',
      granularity: 'YYYY-MM-DD',
    })
  })

  test('what is blank, or no address on the Web, is left out', () => {
    const { identify, request } = parseOai(
      answer(
        '<Identify><repositoryName>arXiv</repositoryName><baseURL>2005-09-16</baseURL><adminEmail> </adminEmail><adminEmail>help@arxiv.example</adminEmail></Identify>',
      ).replace(
        /<request .*<\/request>/,
        '<request verb="Identify" identifier="" metadataPrefix=" " set="">tp:/oai</request>',
      ),
    )
    expect(identify).toEqual({ name: 'arXiv', adminEmails: ['help@arxiv.example'] })
    expect(request).toEqual({})
  })
})

describe('errors', () => {
  test('no records: a normal empty day', () => {
    expect(parseOai(failure('noRecordsMatch'))).toMatchObject({
      verb: 'ListRecords',
      papers: [],
      headers: [],
      noRecordsMatch: true,
    })
  })

  test.for([
    ['badArgument', 'upstream'],
    ['badResumptionToken', 'upstream'],
    ['badVerb', 'upstream'],
    ['cannotDisseminateFormat', 'upstream'],
    ['idDoesNotExist', 'not-found'],
    ['noMetadataFormats', 'not-found'],
    ['noSetHierarchy', 'upstream'],
  ] as const)('%s', ([code, expected]) => {
    const error = sourceError(() => parseOai(failure(code, 'The rule. Reason: because')))
    expect(error).toMatchObject({
      code: expected,
      source: 'arxiv',
      received: `${code}: because`,
      retryable: false,
    })
    expect(oaiErrorCode(error)).toBe(code)
  })

  test('an error that the protocol does not know', () => {
    const error = sourceError(() => parseOai(failure('toString', 'what')))
    expect(error).toMatchObject({ code: 'upstream', received: 'toString: what' })
    expect(oaiErrorCode(error)).toBeUndefined()
  })

  test('of several, the one that is no empty day counts', () => {
    const both = failure('noRecordsMatch').replace('</OAI', '<error code="badVerb"/></OAI')
    expect(oaiErrorCode(sourceError(() => parseOai(both)))).toBe('badVerb')
  })

  test('other errors have no such code', () => {
    expect(oaiErrorCode(new Error('badVerb: no'))).toBeUndefined()
    expect(oaiErrorCode(sourceError(() => parseOai('Rate exceeded.')))).toBeUndefined()
  })

  test.for([
    ['the throttle', 'Rate exceeded.', 'rate-limited'],
    ['nothing', '', 'unparseable'],
    ['a page', '<!DOCTYPE html><html><body>x</body></html>', 'unparseable'],
    ['a document cut off', fixture('oai-raw.xml').slice(0, -400), 'unparseable'],
    ['a feed', fixture('atom-daily.xml'), 'drift'],
    ['no verb', answer(''), 'drift'],
    ['a list without records', answer('<ListRecords></ListRecords>'), 'empty'],
    ['no record that can be read', record('<other/>'), 'drift'],
    ['a record without title', record('<arXiv><id>2601.10000</id></arXiv>'), 'drift'],
  ] as const)('%s', ([, text, code]) => {
    expect(sourceError(() => parseOai(text))).toMatchObject({ code, source: 'arxiv' })
  })

  test('one bad record among good ones is told', () => {
    const xml = fixture('oai-arxiv.xml').replace('<title>0</title>', '<title> </title>')
    const { papers, warnings } = parseOai(xml)
    expect(papers).toHaveLength(1)
    expect(warnings).toEqual([
      {
        code: 'item-skipped',
        message: 'A record without title was left out.',
        path: 'records[1]',
      },
    ])
  })

  test('a record that stands twice is kept once', () => {
    const xml = fixture('oai-arxiv.xml').replaceAll('2511.00042', '2601.10000')
    const { papers, warnings } = parseOai(xml)
    expect(papers).toHaveLength(1)
    expect(warnings.map(({ code }) => code)).toEqual(['duplicate-item'])
  })

  test('whatever is changed in a page, a paper keeps its schema or a SourceError comes', () => {
    const xml = fixture('oai-arxiv.xml')
    fc.assert(
      fc.property(
        fc.nat(xml.length),
        fc.nat(40),
        fc.oneof(fc.string(), fc.constantFrom('<', '>', '&', '"', '</arXiv>', 'None', '{', '$')),
        (at, length, text) => {
          try {
            const { papers } = parseOai(xml.slice(0, at) + text + xml.slice(at + length))
            for (const paper of papers) expect(paperSchema.parse(paper)).toEqual(paper)
          } catch (error) {
            expect(SourceError.is(error)).toBe(true)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
