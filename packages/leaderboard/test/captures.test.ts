import { describe, expect, test } from 'vitest'
import {
  agreement,
  checkSnapshot,
  compareSnapshots,
  detectDrift,
  modelName,
  pareto,
  readEffort,
  scorePerDollar,
  spreadBetween,
} from '../src/index.ts'
import { artificialAnalysis, hasCaptures, sweBench, sweRebenchNames } from './captured-boards.ts'

describe.skipIf(!hasCaptures)('captured boards (skipped where there are no captures)', () => {
  test('finds the blended price that vanished overnight from 2 to 3 May 2026, and nothing else', () => {
    const [was, is] = [artificialAnalysis('2026-05-02'), artificialAnalysis('2026-05-03')]
    expect(checkSnapshot(was)).toEqual([])
    expect(detectDrift(was, is)).toMatchObject([
      { code: 'column-emptied', severity: 'error', column: 'price', evidence: { after: 0 } },
    ])
    expect(compareSnapshots(was, is)).toMatchObject({ unchanged: true, frozenPrefix: 475 })
  })

  test('finds no drift in six weeks of May and June 2026, and 26 newcomers that nobody fell by', () => {
    const [was, is] = [artificialAnalysis('2026-05-03'), artificialAnalysis('2026-06-15')]
    expect(detectDrift(was, is)).toEqual([])
    const movement = compareSnapshots(was, is)
    expect([movement.entered.length, movement.left.length]).toEqual([26, 0])
    expect(
      movement.superlatives.map(({ kind, value, scope }) => [kind, value, scope.moved]),
    ).toEqual([
      ['climb', 3, 2],
      ['drop', 1, 23],
      ['gain', 1.128058, 175],
      ['loss', 0.004924, 180],
    ])
    expect(movement.tiers.map(({ moved, entered }) => [moved, entered])).toEqual([
      [0, 2],
      [0, 2],
      [0, 3],
      [25, 19],
    ])
    expect(movement.spread).toMatchObject({ valueBefore: 3.44, change: 4.166429 })
  })

  test('finds the new index of 16 June 2026, had nobody told its version', () => {
    const [was, is] = [artificialAnalysis('2026-06-15'), artificialAnalysis('2026-06-16')]
    expect(detectDrift(was, is)).toMatchObject([
      { code: 'values-shifted', severity: 'warning', column: 'index', evidence: { rows: 501 } },
    ])
    const { tau, overlap, disagreement } = agreement(was, is)
    expect([tau, overlap?.sharedPercent, disagreement?.placesApart]).toEqual([0.984128, 90, 51])
  })

  test('matches the names of a board with its own slugs', () => {
    const board = artificialAnalysis('2026-05-02')
    const found = agreement(board, artificialAnalysis('2026-05-02', 'slug'))
    expect(found.models.length).toBeGreaterThan(260)
    const models = new Map(
      board.entries.map(({ id, name }) => [id, modelName({ name, effort: readEffort(name) })]),
    )
    const others = found.models.filter(({ a, b }) => models.get(a.id) !== models.get(b.id))
    // Three slugs are those of a later model: `step-3-5-flash` is "Step 3.5 Flash 2603" there.
    expect(others.map(({ b }) => b.name)).toHaveLength(3)
  })

  test('matches two boards that spell their names, dates and efforts each in its own way', () => {
    const [index, coding] = [artificialAnalysis('2026-06-15'), sweRebenchNames()]
    const { models, ambiguous, b, tau } = agreement(index, coding)
    expect([models.length, b.only, ambiguous, tau]).toEqual([7, 4, [], 0.714286])
    expect(models.slice(0, 2).map((model) => model.b.name)).toEqual([
      'Claude Opus 4.8-xhigh',
      'gpt-5.5-2026-04-23-xhigh',
    ])
    const aliases = { 'Llama-4-Scout-17B-16E-Instruct': 'Llama 4 Scout' }
    expect(agreement(index, coding, { aliases }).models).toHaveLength(8)
  })

  test('the frontier of index and price on 2 May 2026', () => {
    const board = artificialAnalysis('2026-05-02')
    const { members, dominated, missing } = pareto(board, 'index', 'price')
    expect(members.map(({ x, y }) => [x, y])).toEqual([
      [60.24, 11.25],
      [57.28, 10],
      [57.18, 4.5],
      [53.9, 1.7125],
      [53.83, 1.5],
      [49.98, 1.125],
      [49.62, 0.525],
      [46.52, 0.175],
      [44.93, 0],
    ])
    expect([dominated.length, missing.length]).toEqual([340, 134])
    const values = scorePerDollar(board, 'price')
    expect([values.rows[0]?.scorePerDollar, values.free.length]).toEqual([526, 26])
  })

  test('SWE-bench Verified from May to November 2025: 62 newcomers, and one score corrected', () => {
    const [was, is] = [sweBench('2025-05-29'), sweBench('2025-11-19')]
    const movement = compareSnapshots(was, is)
    expect([movement.entered.length, movement.left.length, movement.frozenPrefix]).toEqual([
      62, 0, 0,
    ])
    expect(movement.leaders.changed).toBe(true)
    expect(
      movement.superlatives.map(({ kind, value, scope }) => [kind, value, scope.compared]),
    ).toEqual([
      ['drop', 1, 89],
      ['loss', 2.4, 89],
    ])
    expect(spreadBetween(was)?.value).toBe(2.8)
    expect(detectDrift(was, is)).toEqual([])
  })
})
