import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readCommandLine, usage } from './command-line.ts'
import { suites } from './suites.ts'

const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) {
  console.log(usage)
  process.exit(0)
}
const options = readCommandLine(args)
const suite = options && suites.get(options.suite)
if (options === undefined || suite === undefined) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}

// What is published is measured, not its sources.
const root = fileURLToPath(new URL('../..', import.meta.url))
const filters = suite.packages.map((name) => `--filter=@inference-report/${name}`)
execFileSync('npx', ['turbo', 'run', 'build', ...filters, '--output-logs=none'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
})

const run = await suite.load()
const results = await run(options, {
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
})
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`)
