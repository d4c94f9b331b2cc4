import { resolve } from 'node:path'
import { readOptions } from '../read-options.ts'
import { Campaign } from './campaign.ts'
import { checkMemories } from './check-memories.ts'
import { readCommandLine, usage } from './command-line.ts'
import { FindingList } from './finding-list.ts'
import { readFinding } from './findings.ts'
import { checkMemory } from './memory.ts'
import { Probe } from './probe.ts'
import { suiteOf, suites } from './suites/index.ts'
import { writeFindings } from './write-findings.ts'

const options = readOptions(usage, (args) => readCommandLine(args, Date.now()))

/** Runs the input of a finding again, and says whether it still fails. */
async function replay(file: string): Promise<boolean> {
  const execution = readFinding(resolve(file))
  const probe = new Probe()
  const isMeasured = suiteOf(execution).isMemoryMeasured
  const key =
    (await probe.keyOf(execution)) ?? (isMeasured ? (await checkMemory(execution))?.key : undefined)
  await probe.close()
  console.log(key ?? 'nothing is wrong')
  return key === undefined
}

async function fuzz(): Promise<boolean> {
  const { seed, threads } = options
  const suite = suites[options.suite]
  const { count } = suite.prepare(options.corpus)
  console.log(`seed ${seed}, ${count} ${suite.noun}, ${threads} threads, Node ${process.version}`)
  const started = Date.now()
  const seconds = () => Math.max(1, Math.round((Date.now() - started) / 1000))
  const findings = new FindingList()
  const keep = findings.add.bind(findings)
  const campaign = new Campaign(options, keep)
  const aborter = new AbortController()
  const memories = suite.isMemoryMeasured ? checkMemories(options, keep, aborter.signal) : undefined
  await campaign.run(() => {
    if (!process.stderr.isTTY) return
    const rate = Math.round(campaign.count / seconds())
    process.stderr.write(`\r${campaign.count} executions, ${rate}/s, ${findings.size} findings   `)
  })
  aborter.abort()
  const measured = await memories
  if (process.stderr.isTTY) process.stderr.write('\n')
  const memory = measured === undefined ? '' : `; memory measured for ${measured} inputs`
  console.log(`${campaign.count} executions in ${seconds()} s${memory}`)
  let isFine = true
  for await (const { lines, isFinding } of writeFindings(findings, options)) {
    console.log(lines)
    if (isFinding) isFine = false
  }
  if (isFine) console.log('nothing found')
  return isFine
}

const isFine = options.replay === undefined ? await fuzz() : await replay(options.replay)
process.exit(isFine ? 0 : 1)
