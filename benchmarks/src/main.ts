import { feedContests } from './feed.ts'
import { measure } from './measure.ts'
import { table } from './table.ts'

const contests = { feed: feedContests }

const [name = '', rounds = '15'] = process.argv.slice(2)
const make = Object.entries(contests).find(([key]) => key === name)?.[1]
if (make === undefined || !/^[1-9]\d*$/.test(rounds)) {
  process.stderr.write(
    `Usage: npm run bench -w benchmarks -- NAME [ROUNDS]\nNames: ${Object.keys(contests).join(', ')}\n`,
  )
  process.exit(2)
}
process.stdout.write(`Node ${process.version}, medians of ${rounds} interleaved rounds\n`)
for (const { title, bytes, candidates } of make()) {
  const measured = await measure(candidates, Number(rounds))
  process.stdout.write(`\n${title} (${Math.round(bytes / 1000)} kB)\n${table(measured, bytes)}\n`)
}
