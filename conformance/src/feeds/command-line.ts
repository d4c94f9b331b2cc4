import { parseArgs } from 'node:util'

export interface CommandLine {
  corpora: string[]
  failures: boolean
  scope: boolean
  json: string | undefined
}

export const usage: string = `Usage: npm run conformance -w conformance -- [CORPUS ...] [options]

  CORPUS       only these corpora (default all)
  --failures   list each check of ours that fails
  --scope      list what is out of scope, and why
  --json FILE  write all scores to a file`

export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      failures: { type: 'boolean', default: false },
      scope: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  })
  return { corpora: positionals, failures: values.failures, scope: values.scope, json: values.json }
}
