import { describe, expect, test } from 'vitest'
import { createLimiter, unlimited } from '../src/index.ts'
import { fakeClock } from './fake-clock.ts'

describe('createLimiter', () => {
  test('one at a time, three seconds from the end of one to the next', async () => {
    const clock = fakeClock(0)
    const limiter = createLimiter(clock)
    const times: [string, number][] = []
    const task = (name: string, ms: number) => async () => {
      times.push([`${name} begins`, clock.now()])
      await Promise.resolve()
      clock.advance(ms)
      times.push([`${name} ends`, clock.now()])
      return name
    }
    const results = [
      limiter.run(task('a', 500)),
      limiter.run(task('b', 0)),
      limiter.run(task('c', 9)),
    ]
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c'])
    expect(times).toEqual([
      ['a begins', 0],
      ['a ends', 500],
      ['b begins', 3500],
      ['b ends', 3500],
      ['c begins', 6500],
      ['c ends', 6509],
    ])
  })

  test('does not wait when the pause is over anyway, nor longer for a clock set back', async () => {
    const clock = fakeClock(1_000_000)
    const limiter = createLimiter({ ...clock, gapMs: 100 })
    const nothing = async (): Promise<void> => {}
    await limiter.run(nothing)
    clock.advance(100)
    await limiter.run(nothing)
    expect(clock.naps).toEqual([])
    clock.advance(-500_000)
    await limiter.run(nothing)
    expect(clock.naps).toEqual([100])
  })

  test('a pause lasts as long as was asked for; a free turn makes none', async () => {
    const clock = fakeClock(0)
    const limiter = createLimiter(clock)
    await limiter.run(async ({ coolDown }) => {
      coolDown(60_000)
      coolDown(10)
    })
    await limiter.run(async ({ free }) => free())
    await limiter.run(async () => {})
    expect(clock.naps).toEqual([60_000])
    const { signal } = new AbortController()
    await limiter.run(async ({ coolDown }) => coolDown(60_000))
    await expect(limiter.run(async () => 1, { patienceMs: 59_999, signal })).rejects.toMatchObject({
      code: 'rate-limited',
      retryable: true,
    })
    expect(await limiter.run(async () => 1, { patienceMs: 60_000 })).toBe(1)
    expect(clock.naps).toEqual([60_000, 3000, 60_000])
  })

  test('a task that fails fails for its caller only, and has its pause', async () => {
    const clock = fakeClock(0)
    const limiter = createLimiter(clock)
    const failing = limiter.run(() => Promise.reject(new Error('mine')))
    const next = limiter.run(async () => clock.now())
    await expect(failing).rejects.toThrow('mine')
    expect(await next).toBe(3000)
  })

  test('who gives up leaves the queue at once; who comes after still waits for what runs', async () => {
    const clock = fakeClock(0)
    const limiter = createLimiter(clock)
    const controller = new AbortController()
    const { signal } = controller
    let finish = (): void => {}
    const ran: string[] = []
    const first = limiter.run(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve
        }),
    )
    const second = limiter.run(async () => void ran.push('second'), { signal })
    const third = limiter.run(async () => void ran.push('third'))
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(second).rejects.toBe(reason)
    expect(ran).toEqual([])
    finish()
    await Promise.all([first, third])
    expect(ran).toEqual(['third'])
    await expect(limiter.run(async () => 1, { signal })).rejects.toBe(reason)
  })

  test('real timers: waiting ends with the signal', async () => {
    const limiter = createLimiter({ gapMs: 1e6 })
    await limiter.run(async () => {})
    const controller = new AbortController()
    const waiting = limiter.run(async () => 1, { signal: controller.signal })
    await Promise.resolve()
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    const short = createLimiter({ gapMs: 1 })
    await short.run(async () => {})
    expect(await short.run(async () => 2, { signal: new AbortController().signal })).toBe(2)
  })

  test('a gap that is none is refused', () => {
    for (const gapMs of [-1, Number.NaN, Infinity]) {
      expect(() => createLimiter({ gapMs })).toThrow(TypeError)
    }
  })
})

test('the limiter of a replay never waits', async () => {
  const results = [1, 2, 3].map((value) =>
    unlimited.run(async ({ coolDown, free }) => {
      coolDown(1e9)
      free()
      return value
    }),
  )
  expect(await Promise.all(results)).toEqual([1, 2, 3])
  expect(unlimited.now()).toBeGreaterThan(0)
})
