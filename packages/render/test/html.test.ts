import { renderHtml } from '@inference-report/render'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { sampleDraft, sampleIssue } from './sample-issue.ts'
import { harbor, labs, lagoon, papers, wire } from './sample-sections.ts'

const $ = load(renderHtml(sampleIssue()))

function outline(): string[] {
  return $('h1, h2, h3')
    .toArray()
    .map((element) => `${element.tagName} ${$(element).text()}`)
}

function grid(selector: string): string[][] {
  return $(`${selector} tr`)
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text()),
    )
}

test('the front page has its parts in the order of the issue, then the inside pages', () => {
  expect(outline().filter((line) => !line.startsWith('h3'))).toEqual([
    'h1 The Inference Report',
    'h2 Editorial',
    'h2 AI Labs',
    'h2 From the Wire',
    'h2 Research Papers — Focused',
    'h2 Benchmarks',
    'h2 Trending',
    'h2 Model Reference',
    'h2 AI Labs: All labs',
    'h2 From the Wire: All feeds',
    'h2 Research Papers — Focused: All papers',
    'h2 Benchmarks: Full tables',
    'h2 Trending: All repositories',
    'h2 Model Reference: All models',
    'h2 Charts',
    'h2 What Bears It Out',
    'h2 Sources',
  ])
})

test('heading levels never jump', () => {
  const levels = outline().map((line) => Number(line[1]))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  levels.forEach((level, index) => {
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })
})

test('dateline, revision, notice, byline and writer stand on top', () => {
  expect($('.dateline').text()).toContain('March 2, 2026')
  expect($('.dateline').text()).toContain('Revision 2')
  expect($('.banner').text()).toBe('This is a sample issue. Nothing in it happened.')
  expect($('.editorial .byline').text()).toBe('Grant Calloway')
  expect($('.editorial .writer').text()).toContain('without a language model')
  expect($('.editorial .columns p')).toHaveLength(3)
})

test('a first revision without a notice says nothing of either; a model is named', () => {
  const page = load(
    renderHtml(
      sampleIssue({
        revision: 1,
        publication: { name: 'Daily', language: 'de' },
        editorial: { ...sampleDraft.editorial, writer: 'quill-3' },
      }),
    ),
  )
  expect(page('.dateline').text()).not.toContain('Revision')
  expect(page('.banner')).toHaveLength(0)
  expect(page('h1 a')).toHaveLength(0)
  expect(page('html').attr('lang')).toBe('de')
  expect(page('title').text()).toBe('Daily, March 2, 2026')
  expect(page('.editorial .writer').text()).toContain('by the language model quill-3')
})

test('an issue without prose, facts, charts or sections is still a page', () => {
  const page = load(
    renderHtml(
      sampleIssue({
        sections: [],
        facts: [],
        charts: [],
        sources: [],
        editorial: { ...sampleDraft.editorial, paragraphs: [] },
      }),
    ),
  )
  expect(page('h2').text()).toBe('Sources')
  expect(page('meta[name=description]').attr('content')).toContain('March 2, 2026')
})

test('a quiet section shows its state and its own words', () => {
  expect($('#labs .state').text()).toBe('Quiet')
  expect($('#labs .empty').text()).toBe('No lab headlines.')
  expect($('#labs a.all').text()).toBe('All labs')
  expect($('#labs a.all').attr('href')).toBe('#all-labs')
  expect($('#all-labs .empty').text()).toBe('No lab headlines.')
})

test('the five states differ in words and in class', () => {
  const badges = $('.front .state')
    .toArray()
    .map((badge) => [$(badge).text(), $(badge).attr('class')])
  expect(badges).toEqual([
    ['Quiet', 'state state-quiet'],
    ['Note', 'state state-ok'],
    ['Stale', 'state state-stale'],
    ['Failed', 'state state-failed'],
    ['Drift', 'state state-drift'],
  ])
  expect($('#lagoon .notice').text()).toContain('As of February 6, 2026.')
  expect($('#breakwater .notice').text()).toContain(
    'The connection was closed before the page was complete.',
  )
  expect($('#breakwater .empty').text()).toBe('No benchmark data.')
})

test('the front page shows the featured headlines shortened, the inside page all of them whole', () => {
  expect($('#wire .headline')).toHaveLength(3)
  expect($('#all-wire .headline')).toHaveLength(4)
  const first = $('#wire .headline').first()
  expect(first.find('h3 a').attr('href')).toBe('https://courier.example/2026/03/weights')
  expect(first.find('.meta').text()).toBe('The Daily Courier · March 1, 2026')
  expect(first.find('.summary').text()).toMatch(/^The lab says .* the cost of…$/)
  expect(first.find('.also').text()).toBe('Also: Gazette, Evening | Post')
  const whole = $('#item-wire-weights')
  expect(whole.find('.summary').text()).toBe(wire.items[0]?.summary)
  expect(whole.find('.meta').text()).toBe(
    'The Daily Courier · March 1, 2026, 18:45 UTC · R. Vance, Ida Moor',
  )
  expect($('#item-wire-dated time').text()).toBe('February 28, 2026')
  expect($('#item-wire-dated time').attr('datetime')).toBe('2026-02-28')
  expect($('#all-wire .commentary .byline').text()).toBe('Sloane Duvall')
})

test('papers have category, full abstract and the first authors', () => {
  expect($('#papers .paper')).toHaveLength(6)
  expect($('#all-papers .paper')).toHaveLength(7)
  const first = $('#papers .paper').first()
  expect(first.find('h3').text()).toMatch(/^How Long Does an Agent .* cs\.SE$/)
  expect(first.find('.meta').text()).toBe('Ada Lin, B. Okafor, Chiara Rossi and 3 more')
  expect(first.find('.abstract').text()).toMatch(/tools should be tuned\.$/)
  expect($('#item-paper-hermetic .meta').text()).toContain('12 pages, 3 figures')
})

test('boards stand together under Benchmarks', () => {
  expect(
    $('#benchmarks .board')
      .toArray()
      .map((board) => $(board).attr('id')),
  ).toEqual(['harbor', 'lagoon', 'breakwater'])
  expect($('#benchmarks a.all').text()).toBe('Full tables')
  expect($('#benchmarks a.all').attr('href')).toBe('#all-benchmarks')
  expect($('#harbor h3').text()).toBe('Harbor Analysis Harbor Index')
  expect($('#harbor .subtitle').text()).toBe(harbor.subtitle)
})

test('the front table has the first models, by model rank and without effort', () => {
  expect(grid('#harbor')).toEqual([
    ['#', 'Model', 'Score', 'tok/s', '$/1M', 'Move'],
    ['1', 'Lumen 4', '57.2', '82', '$4.50', '▲3'],
    ['2', 'Quarry 2', '54', '74', '$2.00', '▼1'],
    ['3', 'Opal | `3` <b>bold</b>', '53', '–', '$10.00', 'new'],
    ['4', 'Reed 9', '51.7', '29', '<$0.01', '='],
    ['5', 'Tern Mini', '51.3', '1,063', '–', '='],
  ])
  expect($('#harbor thead th[scope=col]')).toHaveLength(6)
  expect($('#harbor tbody th[scope=row]')).toHaveLength(5)
  expect($('#harbor caption').text()).not.toBe('')
})

test('signs have words: unknown values and movements', () => {
  const signs = $('#harbor [role=img]')
    .toArray()
    .map((sign) => [$(sign).text(), $(sign).attr('aria-label')])
  expect(signs).toEqual([
    ['▲3', 'up 3 places, from rank 4'],
    ['▼1', 'down 1 place, from rank 2'],
    ['–', 'unknown'],
    ['new', 'new on the board'],
    ['=', 'same rank'],
    ['–', 'unknown'],
    ['=', 'same rank'],
  ])
})

test('the full table has every row and column, named as the board does', () => {
  const rows = grid('#all-harbor')
  expect(rows[0]).toEqual([
    ...['#', 'Model', 'Score', 'tok/s', '$/1M', 'Resolved', 'Tokens'],
    ...['Move', 'Score change', 'Organization', 'Flags'],
  ])
  expect(rows[1]).toEqual([
    ...['1', 'Lumen 4 (xhigh)', '57.2', '82', '$4.50', '62.7%', '2,120,660'],
    ...['▲3', '+1.4', 'Northlight', ''],
  ])
  expect(rows[4]?.at(-1)).toBe('estimated, external')
  expect(rows[7]?.slice(0, 2)).toEqual(['–', 'Ulex Preview'])
  expect(rows).toHaveLength(8)
})

test('under a table: window, version, capture, baseline and credit', () => {
  const notes = $('#harbor .notes').text()
  expect(notes).toContain('Version 4.1; tasks from January 1, 2026 to February 15, 2026')
  expect(notes).toContain('captured February 27, 2026, 12:30 UTC')
  expect(notes).toContain(
    'Movement, of models on the front page and of rows in the full table, is against the snapshot of February 20, 2026 (harbor@2026-02-20).',
  )
  expect(notes).toContain('computed by this publication')
  expect($('#harbor .notes a').first().attr('href')).toBe('https://harbor.example/terms')
})

test('without a baseline nothing is said of movement, even where rows carry it', () => {
  expect($('#lagoon .notes').text()).toContain('No earlier snapshot to compare with yet.')
  const board = harbor.board && { ...harbor.board, baseline: undefined }
  // No frozen issue is like this; the renderer does not rely on it.
  const page = load(renderHtml({ ...sampleIssue(), sections: [{ ...harbor, board }] }))
  expect(page('#all-harbor thead').text()).not.toContain('Move')
  expect(page('#harbor').text()).not.toMatch(/▲|▼/)
})

test('a board without ranked models says so and has its full table', () => {
  const items = harbor.items.map((item) => ({ ...item, modelRank: undefined }))
  const page = load(renderHtml(sampleIssue({ sections: [{ ...harbor, items }], ...bare })))
  expect(page('#harbor .empty').text()).toBe('No ranked models; the full table has every row.')
  expect(page('#all-harbor tbody tr')).toHaveLength(7)
})

test('a section may have the name of a place of the page', () => {
  const named = ['front', 'sources', 'benchmarks', 'all-labs', 'item-x'].map((id) => ({
    ...labs,
    id,
  }))
  const page = load(renderHtml(sampleIssue({ sections: [labs, ...named, harbor], ...bare })))
  const ids = page('[id]')
    .toArray()
    .map((element) => page(element).attr('id'))
  expect(new Set(ids).size).toBe(ids.length)
  for (const link of page('a[href^="#"]').toArray()) {
    expect(ids).toContain(page(link).attr('href')?.slice(1))
  }
})

test('paragraphs without a sentence are no editorial', () => {
  const editorial = { ...sampleDraft.editorial, paragraphs: [{ sentences: [] }] }
  const page = load(renderHtml(sampleIssue({ sections: [], ...bare, editorial })))
  expect(page('.editorial, [href="#evidence"]')).toHaveLength(0)
})

test('a paper without a primary category is filed under its first', () => {
  const items = papers.items.map((item) => ({ ...item, primaryCategory: undefined }))
  const page = load(renderHtml(sampleIssue({ sections: [{ ...papers, items }], ...bare })))
  expect(page('#papers .badge').first().text()).toBe('cs.SE')
  expect(page('#all-papers .meta').first().text()).toContain('Also in cs.LG')
})

test('boards apart from each other have headings and anchors of their own', () => {
  const page = load(renderHtml(sampleIssue({ sections: [harbor, labs, lagoon], ...bare })))
  expect(
    page('.boards-section')
      .toArray()
      .map((section) => page(section).attr('id')),
  ).toEqual(['benchmarks', 'benchmarks-2'])
})

test('repositories have language, stars and the stars of the period', () => {
  expect($('#trending .repository')).toHaveLength(2)
  expect($('#all-trending .repository')).toHaveLength(3)
  expect($('#trending .repository h3 a').first().text()).toBe('tidewater/kiln')
  expect($('#trending .repository .meta').first().text()).toBe(
    'Rust · 12,345 stars · 678 stars today',
  )
  expect($('#trending .repository .meta').last().text()).toBe('1 star')
})

test('the model reference is a table', () => {
  expect(grid('#all-models')).toEqual([
    ['Model', 'Organization', 'Weights', 'Input', 'Context', 'Released'],
    ['Lumen 4', 'Northlight', 'closed', 'text, image', '200,000', 'February 11, 2026'],
    ['Quarry 2', '–', 'open', '–', '–', '–'],
  ])
  expect($('#models tbody tr')).toHaveLength(1)
})

test('every source is listed with state, date, items, reason and warnings', () => {
  const rows = grid('#sources')
  expect(rows).toHaveLength(sampleDraft.sources.length + 1)
  expect(rows[2]).toEqual([
    'The Daily Courier',
    'OK',
    'March 2, 2026, 05:00 UTC',
    '4',
    '200',
    'Warning undated-items: 2 items without a date were left out.',
  ])
  expect(rows[7]?.[1]).toBe('Failed')
  expect(rows[7]?.[5]).toContain('The connection was closed')
  expect(rows[7]?.[5]).toContain('fallback-failed')
})

test('charts are tables of their data', () => {
  expect(grid('#charts')).toEqual([
    ['Date', 'Lumen 4', 'Quarry 2'],
    ['February 20, 2026', '55.8', '–'],
    ['February 27, 2026', '57.2', '54'],
  ])
})

test('charts are drawn where there is a course to draw', () => {
  const svg = $('#charts svg')
  expect(svg.attr('role')).toBe('img')
  expect(svg.attr('aria-label')).toContain('February 20, 2026 to February 27, 2026')
  expect(
    svg
      .find('polyline')
      .map((_, line) => $(line).attr('points'))
      .get(),
  ).toEqual(['52,107.9 560,16', '560,226'])
  expect(
    svg
      .find('text')
      .map((_, label) => $(label).text())
      .get(),
  ).toEqual([...['54', '57.2', 'February 20, 2026', 'February 27, 2026', 'Lumen 4', 'Quarry 2']])
  const points = [{ on: '2026-02-27', value: 1 }]
  const charts = [
    { id: 'c', title: 'C', unit: 'points', inputs: [], series: [{ name: 'a', points }] },
  ]
  const page = load(renderHtml(sampleIssue({ charts })))
  expect(page('#charts svg')).toHaveLength(0)
  expect(page('#charts tbody tr')).toHaveLength(1)
})

test('each sentence leads to what bears it out', () => {
  const second = $('#evidence ol li').eq(1)
  expect(
    second
      .find('a')
      .toArray()
      .map((link) => $(link).attr('href')),
  ).toEqual(['#fact-harbor.leader', '#item-harbor-lumen-4'])
})

const bare = { editorial: { ...sampleDraft.editorial, paragraphs: [] }, facts: [], charts: [] }
