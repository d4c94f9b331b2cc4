import { expect, test } from 'vitest'
import { readArguments, UsageError, usage } from '../src/arguments.ts'

test('without --live or --replay, makes the sample day', () => {
  expect(readArguments(['build'])).toEqual({
    name: 'build',
    options: {
      mode: 'sample',
      date: undefined,
      replay: undefined,
      record: undefined,
      politeness: undefined,
      out: 'out',
      config: undefined,
    },
  })
})

test('reads every option', () => {
  const command = readArguments(
    'build --date 2026-08-20 --replay days/20 --out site --config mine.json'.split(' '),
  )
  expect(command).toMatchObject({
    options: {
      mode: 'replay',
      date: '2026-08-20',
      replay: 'days/20',
      out: 'site',
      config: 'mine.json',
    },
  })
  expect(
    readArguments('build --live --record days/today --politeness json'.split(' ')),
  ).toMatchObject({ options: { mode: 'live', record: 'days/today', politeness: 'json' } })
})

test('asks for help and version before anything else', () => {
  expect(readArguments(['--help'])).toEqual({ name: 'help' })
  expect(readArguments(['build', '-h', '--date', 'nonsense'])).toEqual({ name: 'help' })
  expect(readArguments(['-V'])).toEqual({ name: 'version' })
})

test.for([
  ['', 'say what to do'],
  ['bild', 'there is no command "bild"'],
  ['build today', 'build takes options only, not "today"'],
  ['build --date 2026-8-20', '--date takes a day such as 2026-03-02, not "2026-8-20"'],
  ['build --date 2026-02-30', 'not "2026-02-30"'],
  ['build --date 9999-12-31', 'not "9999-12-31"'],
  ['build --live --replay days', 'exclude each other'],
  ['build --record days', '--record goes with --live'],
  ['build --replay days --record days', '--record goes with --live'],
  ['build --live --record=', '--record takes a path'],
  ['build --live --politeness yaml', '--politeness takes table, json, none, not "yaml"'],
  ['build --fast', "Unknown option '--fast'"],
  ['build --out', '--out'],
  ['build --out=', '--out takes a path'],
] as const)('refuses "%s"', ([line, reason]) => {
  const run = () => readArguments(line === '' ? [] : line.split(' '))
  expect(run).toThrow(UsageError)
  expect(run).toThrow(reason)
})

test('the help names every option that is understood', () => {
  for (const option of [
    '--date',
    '--replay',
    '--live',
    '--record',
    '--politeness',
    '--out',
    '--config',
    '--help',
    '--version',
  ]) {
    expect(usage).toContain(option)
  }
})
