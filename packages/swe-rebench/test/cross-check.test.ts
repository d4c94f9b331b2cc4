import { describe, expect, test } from 'vitest'
import { parseLeaderboard } from '../src/index.ts'
import { type Page, props, slider, table, write } from './mutations/board.ts'

const both: Page = { slider, props: props('languages'), table: table(6) }
const warnings = (page: Partial<Page>) => parseLeaderboard(write({ ...both, ...page })).warnings

describe('payload and table of one page', () => {
  test('the payload is published, and what only the table tells of it', () => {
    const flat = parseLeaderboard(write({ slider, props: props('flat'), table: table(8) }))
    expect(flat.warnings).toEqual([])
    expect(flat.entries.map(({ id, kind, flags }) => [id, kind, flags.join()])).toEqual([
      ['Nova 5.6 [medium]__tools', 'model', 'contaminated'],
      ['Larkwright CLI__tools', 'agent', 'external'],
      ['Lux 5 [high]__tools', 'model', ''],
      ['Tern-Coder__tools', 'model', ''],
      ['Marrow 8__tools', 'model', 'contaminated'],
      ['Quill__tools', 'model', ''],
      ['Dim-Scout__text', 'model', 'out-of-range'],
    ])
    expect(flat.entries[0]?.values).toEqual({
      resolvedPercent: 64.504504,
      semPercent: 1.413005,
      passAt5Percent: 78.378378,
      costUsdPerProblem: 4.400018,
      tokensPerProblem: 2518308.09,
      cachedTokensPercent: 94.938011,
    })
    const summer = parseLeaderboard(write(both))
    expect(summer.entries[1]).toMatchObject({
      organization: 'acme',
      kind: 'agent',
      flags: ['external'],
    })
  })

  test('what differs by rounding alone is the same', () => {
    // 64.504504 is printed as 64.5; both ends of what rounds to it are, too.
    for (const rate of [64.45, 64.55]) {
      const text = write(both).replaceAll('64.504504', `${rate}`)
      expect(parseLeaderboard(text).warnings).toEqual([])
    }
  })

  test.for([
    ['64.5%', '64.7%', 'resolvedPercent is 64.504504 in the payload and 64.7 in the table'],
    ['± 1.41%', '± 1.43%', 'semPercent is 1.413005 in the payload and 1.43 in the table'],
    ['78.4%', '78.6%', 'passAt5Percent'],
    ['$4.40', '$4.42', 'costUsdPerProblem'],
    ['2,518,308', '2,518,310', 'tokensPerProblem'],
    ['94.9% cached', '95.1% cached', 'cachedTokensPercent'],
    ['78.4%', 'N/A', 'passAt5Percent is 78.378378 in the payload and unknown in the table'],
    [' rank-table__row-contamination-risk', '', 'do not both say contaminated'],
    ['Nova 5.6 [medium]</span>', 'Nova 6</span>', 'a row Nova 6 that the payload has not'],
    ['>Agent<', '>Model<', 'a product in the payload and a model in the table'],
  ])('%s beside %s is told', ([from = '', to = '', message]) => {
    const changed = (both.table ?? '')
      .replace(from, to)
      .replace(
        ' rank-table__row-external-system',
        to === '>Model<' ? '' : ' rank-table__row-external-system',
      )
    const found = warnings({ table: changed })
    expect(found[0]).toMatchObject({
      code: 'table-disagrees',
      message: expect.stringContaining(message ?? ''),
    })
    const { entries } = parseLeaderboard(write({ ...both, table: changed }))
    expect(entries[0]?.values['resolvedPercent']).toBe(64.504504)
  })

  test('two runs of one name are told apart by their numbers', () => {
    const text = JSON.stringify(props('languages')).replaceAll('Lux 5 [high]', 'Nova 5.6 [medium]')
    const twice = JSON.parse(text.replace('Nova 5.6 [medium]__tools', 'Nova 5.6 [medium]__text'))
    const printed = (both.table ?? '').replace('Lux 5 [high]', 'Nova 5.6 [medium]')
    const snapshot = parseLeaderboard(write({ slider, props: twice, table: printed }))
    expect(snapshot.warnings).toEqual([])
    expect(snapshot.entries.slice(0, 3).map(({ id }) => id)).toEqual([
      'Nova 5.6 [medium]__text',
      'Larkwright CLI__tools',
      'Nova 5.6 [medium]__tools',
    ])
  })

  test('another window than the table shows is not compared with it, and told', () => {
    const found = warnings({ slider: slider.replace('01/07/2026', '15/06/2026') })
    expect(found.map(({ code }) => code)).toEqual(['window-disagrees'])
  })

  test('a table nobody can read takes nothing from the payload, and is told', () => {
    const found = warnings({ table: (both.table ?? '').replace('>Model<', '>Who<') })
    expect(found.map(({ code }) => code)).toEqual(['table-unreadable'])
  })

  test('another language or window is not compared with the table', () => {
    const html = write({ ...both, table: (both.table ?? '').replace('64.5%', '12.3%') })
    const python = parseLeaderboard(html, { language: 'python' })
    expect(python.warnings).toEqual([])
    expect(python.entries[0]?.values['resolvedPercent']).toBe(69.504504)
    const window = { from: '2026-05-15', to: '2026-06-15' }
    const early = parseLeaderboard(html, { window, capturedAt: '2026-07-02' })
    expect(early.warnings).toEqual([])
    expect(early).toMatchObject({
      id: 'swe-rebench/all/2026-05-15..2026-06-15@2026-07-02',
      series: 'swe-rebench/all/2026-05-15..2026-06-15',
    })
    expect(early.entries.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 6])
  })
})
