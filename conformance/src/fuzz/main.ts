import { resolve } from 'node:path'
import { Campaign } from './campaign.ts'
import { checkMemories } from './check-memories.ts'
import { readCommandLine } from './command-line.ts'
import { FindingList } from './finding-list.ts'
import { readFinding } from './findings.ts'
import { checkMemory } from './memory.ts'
import { Probe } from './probe.ts'
import { readSeeds } from './seeds.ts'
import { writeFindings } from './write-findings.ts'

const options = readCommandLine(process.argv.slice(2), Date.now())

/** Runs the input of a finding again, and says whether it still fails. */
async function replay(file: string): Promise<boolean> {
  const execution = readFinding(resolve(file))
  const probe = new Probe()
  const key = (await probe.keyOf(execution)) ?? (await checkMemory(execution))?.key
  await probe.close()
  console.log(key ?? 'nothing is wrong')
  return key === undefined
}

async function fuzz(): Promise<boolean> {
  const { feeds } = readSeeds(options.corpus)
  const { seed, threads } = options
  console.log(`seed ${seed}, ${feeds.length} feeds, ${threads} threads, Node ${process.version}`)
  const started = Date.now()
  const seconds = () => Math.max(1, Math.round((Date.now() - started) / 1000))
  const findings = new FindingList()
  const keep = findings.add.bind(findings)
  const campaign = new Campaign(options, keep)
  const aborter = new AbortController()
  const memories = checkMemories(options, keep, aborter.signal)
  await campaign.run(() => {
    if (!process.stderr.isTTY) return
    const rate = Math.round(campaign.count / seconds())
    process.stderr.write(`\r${campaign.count} executions, ${rate}/s, ${findings.size} findings   `)
  })
  aborter.abort()
  const measured = await memories
  if (process.stderr.isTTY) process.stderr.write('\n')
  console.log(
    `${campaign.count} executions in ${seconds()} s; memory measured for ${measured} inputs`,
  )
  for await (const lines of writeFindings(findings, options)) console.log(lines)
  if (findings.size === 0) console.log('nothing found')
  return findings.size === 0
}

const isFine = options.replay === undefined ? await fuzz() : await replay(options.replay)
process.exit(isFine ? 0 : 1)
