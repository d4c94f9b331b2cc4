import { describe, expect, test } from 'vitest'
import { parseDailyFeed, parseListing, parseQueryFeed, texToHtml, texToText } from '../src/index.ts'
import { paperSchema } from '../src/schema.ts'
import { captured, isPayload, missing, readCapture, readPayload, suffix } from './captured.ts'
import { sourceError } from './source-error.ts'

const read = readCapture
const namesIn = (sub: string): string[] =>
  captured(sub).map((path) => path.slice(path.lastIndexOf('/') + 1))

describe.skipIf(missing)(`captured daily feeds${suffix}`, () => {
  // Papers, new, cross-listed, replaced; the day; the category.
  const expected: Record<
    string,
    [number, number, number, number, string | undefined, string] | 'unparseable' | 'upstream'
  > = {
    'feeds/fragment-rss-cs.CV-2025-09-18.xml.part': 'unparseable',
    'feeds/fragment-rss-cs.CV-2025-09-22.xml.part': 'unparseable',
    'feeds/zotero-arxiv-daily-atom-csAI-2025-08-20.xml': [7, 2, 5, 0, '2025-08-20', 'cs.AI'],
    'rendered/feeds/atom-badarchive.400.xml': 'upstream',
    'rendered/feeds/atom-cs.SE-2026-04-11-empty-saturday.xml': [0, 0, 0, 0, undefined, 'cs.SE'],
    'rendered/feeds/rss-badcategory.400.xml': 'upstream',
    'rendered/feeds/rss-badversion.400.xml': 'upstream',
    'rendered/feeds/rss-cs.SE+cs.PL-2026-04-08.xml': [8, 4, 0, 4, '2026-04-08', 'cs.SE+cs.PL'],
    'rendered/feeds/rss-cs.SE-2026-04-09.xml': [11, 8, 1, 2, '2026-04-09', 'cs.SE'],
    'rendered/feeds/rss-cs.SE-2026-04-10.xml': [27, 21, 2, 4, '2026-04-10', 'cs.SE'],
    'rendered/feeds/rss-cs.SE-2026-04-11-empty-saturday.xml': [0, 0, 0, 0, '2026-04-11', 'cs.SE'],
  }

  test('the files are there', () => {
    const files = [...captured('feeds'), ...captured('rendered/feeds')]
    expect(files).toEqual(expect.arrayContaining(Object.keys(expected)))
  })

  test.for(Object.entries(expected))('%s', ([name, counts]) => {
    if (typeof counts === 'string') {
      expect(sourceError(() => parseDailyFeed(read(name))).code).toBe(counts)
      return
    }
    const feed = parseDailyFeed(read(name))
    const ofType = (type: string): number =>
      feed.papers.filter(({ announcement }) => announcement?.type === type).length
    expect([
      feed.papers.length,
      ofType('new'),
      ofType('cross'),
      ofType('replace') + ofType('replace-cross'),
      feed.announcedOn,
      feed.category,
    ]).toEqual(counts)
    expect(feed.warnings).toEqual([])
    expect(feed.nothingToday).toBe(feed.papers.length === 0 ? 'skip-day' : undefined)
    for (const paper of feed.papers) {
      paperSchema.parse(paper)
      expect(paper.version).toBeGreaterThan(0)
      expect(paper.authors.length).toBeGreaterThan(0)
      expect(paper.abstract).not.toMatch(/Announce Type/)
    }
  })

  test('a name in TeX', () => {
    const [paper] = parseDailyFeed(
      read('feeds/zotero-arxiv-daily-atom-csAI-2025-08-20.xml'),
    ).papers.filter(({ id }) => id === '2508.13429')
    expect(paper?.authors).toEqual([{ name: 'Paulo André Lima de Castro', affiliations: [] }])
  })
})

describe.skipIf(missing)(`captured answers of the query API${suffix}`, () => {
  const files = namesIn('api-atom')

  test.for(files)('%s', (name) => {
    const xml = read(`api-atom/${name}`)
    if (name.includes('-id_abc_')) {
      expect(sourceError(() => parseQueryFeed(xml))).toMatchObject({
        code: 'upstream',
        received: 'incorrect id format for abc',
      })
      return
    }
    const feed = parseQueryFeed(xml)
    expect(feed.papers).toHaveLength(xml.match(/<id>http:\/\/arxiv\.org\/abs\//g)?.length ?? 0)
    expect(feed.warnings.filter(({ code }) => code !== 'id-not-found')).toEqual([])
    for (const paper of feed.papers) {
      expect(paperSchema.parse(paper)).toEqual(paper)
      expect(paper.submittedAt).toBeDefined()
      expect(paper.categories[0]).toBe(paper.primaryCategory)
    }
  })

  test('papers with their own traps', () => {
    const title = (name: string): string | undefined =>
      parseQueryFeed(read(`api-atom/${files.find((file) => file.includes(name))}`)).papers[0]?.title
    expect(title('id_2104.12255v1')).toBe('0')
    const missingIds = parseQueryFeed(read('api-atom/rsxiv-2025-08-perl-query_missing_id.xml'))
    expect(missingIds.papers.map(({ id }) => id)).toEqual(['2201.13452'])
    expect(missingIds.warnings.map(({ code }) => code)).toEqual([
      'id-not-found',
      'id-not-found',
      'id-not-found',
    ])
    expect(missingIds.papers[0]).toMatchObject({ categories: ['math.AP'], mscClasses: ['35'] })
  })

  test('both generations give one text of one paper', () => {
    const [before] = parseQueryFeed(read('api-atom/rsxiv-2025-08-perl-query_doc.xml')).papers
    const [after] = parseQueryFeed(read('api-atom/rsxiv-2025-11-11-es-query_doc.xml')).papers
    const letters = (text: string | undefined): string | undefined => text?.replace(/\s/g, '')
    expect(letters(before?.abstract)).toBe(letters(after?.abstract))
    expect(before).toMatchObject({
      id: after?.id,
      title: after?.title,
      comment: after?.comment,
      dois: after?.dois,
      categories: after?.categories,
    })
    expect(before?.mscClasses).toEqual(['28A80', '39B62'])
  })
})

describe.skipIf(missing)(`200 captured rows of raw TeX${suffix}`, () => {
  const rows: { id: string; title: string; abstract: string }[] = missing
    ? []
    : read('kaggle/arxiv-metadata-oai-snapshot.sample.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
  const texts = rows.flatMap(({ title, abstract }) => [title, abstract])

  test('no accent macro is left, and no escape', () => {
    expect(texts).toHaveLength(400)
    for (const tex of texts) {
      expect(texToText(tex)).not.toMatch(
        /\\(?:['"`^~=.%&_#$,;:!\\[\](){}]|[uvHcdbkrt](?![A-Za-z])|[oOlLi](?![A-Za-z])|(?:alpha|frac|sqrt|it|bf|em|emph|rm|left|right)(?![A-Za-z]))/,
      )
    }
  })

  test('no plain word is lost, and their order stays', () => {
    for (const tex of texts) {
      const words = tex.match(/(?<![^\s])[A-Za-z]{2,}(?=[.,;:]?(?:\s|$))/g) ?? []
      const text = texToText(tex)
      let from = 0
      for (const word of words) {
        from = text.indexOf(word, from)
        expect(from, `"${word}" of "${tex.slice(0, 60)}"`).toBeGreaterThanOrEqual(0)
        from += word.length
      }
    }
  })

  test('converting twice changes nothing', () => {
    for (const tex of texts) expect(texToText(texToText(tex))).toBe(texToText(tex))
  })

  test('titles by hand', () => {
    const title = (id: string): string => texToText(rows.find((row) => row.id === id)?.title ?? '')
    expect(title('0704.0001')).toBe(
      'Calculation of prompt diphoton production cross sections at Tevatron and LHC energies',
    )
  })
})

describe.skipIf(missing)(`the TeX of every captured paper${suffix}`, () => {
  const texts = new Map<string, string>()
  for (const path of captured().filter(isPayload)) {
    try {
      for (const { id, tex } of readPayload(path) ?? []) {
        texts.set(`${path} ${id} title`, tex.title)
        texts.set(`${path} ${id} abstract`, tex.abstract ?? '')
      }
    } catch {
      // Which payload may be refused is the matter of payloads.test.ts.
    }
  }

  test('leaves no accent macro, loses no word, makes no double space, and settles', () => {
    expect(texts.size).toBeGreaterThan(1000)
    for (const [where, tex] of texts) {
      const text = texToText(tex)
      expect(text, where).not.toMatch(
        /\\(?:['"`^~=.%&_#$,;:!\\[\](){}]|[uvHcdbkrt](?![A-Za-z])|[oOlLi](?![A-Za-z])|(?:alpha|frac|sqrt|it|bf|em|emph|rm|left|right)(?![A-Za-z]))/,
      )
      expect(text, where).not.toMatch(/ {2}|^\s|\s$|\s[,.](?=\s[a-z])/)
      expect(texToText(text), where).toBe(text)
      let from = 0
      for (const word of tex.match(/(?<![^\s])[A-Za-z]{2,}(?=[.,;:]?(?:\s|$))/g) ?? []) {
        from = text.indexOf(word, from)
        expect(from, `"${word}" of ${where}`).toBeGreaterThanOrEqual(0)
        from += word.length
      }
      expect(texToHtml(tex), where).not.toMatch(
        /<(?!\/?(?:sup|sub|em|strong|code|a)\b)|javascript:/i,
      )
    }
  })
})

describe.skipIf(missing)(`rendered listings${suffix}`, () => {
  // Papers, sections, the mailing.
  const expected: Record<string, [number, number, string | undefined] | 'upstream'> = {
    'catchup-cs.SE-2026-04-09.html': [11, 3, '2026-04-09'],
    'catchup-cs.SE-2026-04-11-empty.html': [0, 0, '2026-04-11'],
    'catchup-toold.400.html': 'upstream',
    'list-badcat.400.html': 'upstream',
    'list-badshow.400.html': 'upstream',
    'list-cs.ET-new-empty.html': [0, 0, '2026-04-10'],
    'list-cs.ET-recent-empty.html': [1, 5, undefined],
    'list-cs.SE-2021.html': [9, 0, undefined],
    'list-cs.SE-2023-06.html': [2, 0, undefined],
    'list-cs.SE-new-skip10-show25.html': [17, 3, '2026-04-10'],
    'list-cs.SE-new.html': [27, 3, '2026-04-10'],
    'list-cs.SE-pastweek-show2000.html': [50, 5, undefined],
    'list-cs.SE-recent.html': [50, 5, undefined],
  }

  test('the files are there', () => {
    expect(namesIn('rendered/list-html')).toEqual(expect.arrayContaining(Object.keys(expected)))
  })

  test.for(Object.entries(expected))('%s', ([name, counts]) => {
    const html = read(`rendered/list-html/${name}`)
    if (typeof counts === 'string') {
      expect(sourceError(() => parseListing(html)).code).toBe(counts)
      return
    }
    const listing = parseListing(html)
    expect([listing.papers.length, listing.sections.length, listing.announcedOn]).toEqual(counts)
    expect(listing.warnings).toEqual([])
    for (const paper of listing.papers) {
      expect(paperSchema.parse(paper)).toEqual(paper)
      expect(paper.authors.length).toBeGreaterThan(0)
      expect(paper.primaryCategory).toBe(paper.categories[0])
    }
  })

  test('the listing and the feed of one mailing agree', () => {
    const listing = parseListing(read('rendered/list-html/list-cs.SE-new.html'))
    const feed = parseDailyFeed(read('rendered/feeds/rss-cs.SE-2026-04-10.xml'))
    const brief = (papers: typeof feed.papers): unknown[] =>
      papers.map(({ id, announcement, categories, authors }) => [
        id,
        announcement,
        [...categories].sort(),
        authors.length,
      ])
    expect(brief(listing.papers).sort()).toEqual(brief(feed.papers).sort())
  })
})
