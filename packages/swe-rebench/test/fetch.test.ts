import { expect, test } from 'vitest'
import { fetchLeaderboard, parseLeaderboard } from '../src/index.ts'
import { may, payload, summer } from './fixtures.ts'

test('reads the page, once', async () => {
  const asked: string[] = []
  const fetch = async (url: string | URL) => {
    asked.push(String(url))
    return new Response(may)
  }
  expect(await fetchLeaderboard({ fetch, capturedAt: '2026-05-28' })).toEqual(
    parseLeaderboard(may, { capturedAt: '2026-05-28' }),
  )
  expect(asked).toEqual(['https://swe-rebench.com/'])
})

test('passes on the language and the window', async () => {
  const window = { from: '2026-05-15', to: '2026-07-01' }
  const fetch = async () => new Response(payload)
  const snapshot = await fetchLeaderboard({ fetch, language: 'python', window })
  expect(snapshot).toEqual(parseLeaderboard(payload, { language: 'python', window }))
})

test('tells what the source answered, and that there was no answer', async () => {
  const busy = async () => new Response('', { status: 429 })
  await expect(fetchLeaderboard({ fetch: busy })).rejects.toMatchObject({ code: 'rate-limited' })
  const down = () => Promise.reject(new TypeError('fetch failed'))
  await expect(fetchLeaderboard({ fetch: down })).rejects.toMatchObject({
    name: 'SourceError',
    code: 'upstream',
    source: 'swe-rebench',
  })
  const stopped = () => Promise.reject(new DOMException('stopped', 'AbortError'))
  await expect(fetchLeaderboard({ fetch: stopped })).rejects.toMatchObject({ name: 'AbortError' })
})

const answer = (html: string) => async () => new Response(html)

test('a board like the last good one leaves no warning', async () => {
  const previous = parseLeaderboard(may)
  const snapshot = await fetchLeaderboard({ fetch: answer(may), previous })
  expect(snapshot).toEqual(previous)
})

test('a board that cannot follow the last good one is refused, with what was found', async () => {
  const row = /<tr class="g-table__row">(?:(?!<tr).)*Lux 4\.6-high.*?<\/tr>/.exec(may)?.[0] ?? ''
  const more = ['Tern', 'Quill', 'Marrow'].map((name) => row.replace('Lux 4.6-high', name))
  const wide = may.replace('</tbody>', `${more.join('')}</tbody>`)
  const previous = parseLeaderboard(wide)
  // Another column's numbers under the head of the rates.
  const rescaled = wide.replaceAll(/60\.4%/g, '7.4%').replaceAll(/62\.7%/g, '9.1%')
  const run = fetchLeaderboard({ fetch: answer(rescaled), previous })
  await expect(run).rejects.toMatchObject({
    name: 'SourceError',
    code: 'drift',
    source: 'swe-rebench',
    url: 'https://swe-rebench.com/',
    received: expect.stringContaining('resolvedPercent'),
    cause: expect.arrayContaining([
      expect.objectContaining({ severity: 'error', column: 'resolvedPercent' }),
    ]),
  })
})

test('a column that is gone is refused', async () => {
  const previous = parseLeaderboard(may)
  const html = may.replace('Pass@5 (%)', 'Solved by any run')
  await expect(fetchLeaderboard({ fetch: answer(html), previous })).rejects.toMatchObject({
    code: 'drift',
    received: expect.stringContaining('passAt5Percent'),
  })
})

test('a window that moved on is a board of its own, and told', async () => {
  const previous = parseLeaderboard(may)
  const html = may.replace('>15/05/2026<', '>01/07/2026<')
  const { series, warnings } = await fetchLeaderboard({ fetch: answer(html), previous })
  expect(series).toBe('swe-rebench/all/2026-03-01..2026-07-01')
  expect(warnings.map(({ code }) => code)).toEqual(['window-changed'])
})

test('where only the table is left its rows follow those of the payload', async () => {
  const previous = parseLeaderboard(payload + summer)
  const broken = payload.replaceAll('resolvedRate', 'quota')
  const { entries, warnings } = await fetchLeaderboard({
    fetch: answer(broken + summer),
    previous,
  })
  expect(entries[0]).toMatchObject({ id: 'nova-5.6-medium__tools', releasedOn: '2026-06-20' })
  expect(warnings.map(({ code }) => code)).toContain('payload-unreadable')
})
