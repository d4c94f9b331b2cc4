import { expect, test } from 'vitest'
import { snapshotSchema } from '../src/schema.ts'
import { board, row } from './snapshots.ts'

const snapshot = board([row('a', 2, { releasedOn: '2026-01-31' }), row('b')], {
  capturedAt: '2026-03-02T06:00:00Z',
  window: { from: '2026-01-01', to: '2026-02-15' },
  attribution: { text: 'Demo', url: 'https://board.example/' },
})

test('accepts a ranked snapshot, and keeps it as it is', () => {
  expect(snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot)
})

test.for([
  { id: '' },
  { metrics: [] },
  { capturedAt: 'yesterday' },
  { window: { from: '01/03/2026', to: '15/05/2026' } },
  { entries: [row('a', Number.NaN)] },
  { entries: [row('a', 1, { rank: 0 })] },
  { url: '/relative' },
])('refuses %o', (change) => {
  expect(snapshotSchema.safeParse({ ...snapshot, ...change }).success).toBe(false)
})
