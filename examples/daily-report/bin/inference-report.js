#!/usr/bin/env node
// The app runs from its TypeScript sources, which Node reads without flags from 22.18 on. Where the
// machine's own Node is older, the one that the `node` dev dependency brings takes over.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const brought = fileURLToPath(new URL('../../../node_modules/node/bin/node', import.meta.url))
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isYoung = major > 22 || (major === 22 && minor >= 19)
const node = !isYoung && existsSync(brought) ? brought : process.execPath

const run = spawnSync(
  node,
  ['--conditions=@inference-report/source', main, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
if (run.error) throw run.error
process.exitCode = run.status ?? 1
