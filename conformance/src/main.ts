import { writeFileSync } from 'node:fs'
import { readCommandLine, usage } from './feeds/command-line.ts'
import { hasCaptures } from './feeds/corpora/files.ts'
import { fixtures } from './feeds/corpora/fixtures.ts'
import { corpora } from './feeds/corpora/index.ts'
import { runCorpora } from './feeds/run-corpora.ts'
import { renderScope, renderTable } from './feeds/table.ts'
import { readOptions } from './read-options.ts'

// Parsers on `new Date` read a date without a zone as the machine's: all get the same machine.
process.env['TZ'] = 'UTC'

const options = readOptions(usage, readCommandLine)
const unknown = options.corpora.filter((name) => !Object.hasOwn(corpora, name))
if (unknown.length > 0) {
  console.error(`No corpus ${unknown.join(', ')}. There are: ${Object.keys(corpora).join(', ')}`)
  process.exit(1)
}

function chosenCorpora() {
  if (!hasCaptures()) {
    console.log("The corpora are not here (CAPTURES_DIR): the project's own fixtures instead.\n")
    return [fixtures()]
  }
  return Object.entries(corpora)
    .filter(([name]) => options.corpora.length === 0 || options.corpora.includes(name))
    .map(([, read]) => read())
}

const chosen = chosenCorpora()
const scores = await runCorpora(chosen)
console.log(renderTable(scores, chosen))
console.log('\nEvery parser runs in a thread of its own; an input that takes 5 s counts as a hang.')

if (options.scope) console.log(`\nOut of scope: corpus, assertions, why\n${renderScope(chosen)}`)

if (options.failures) {
  console.log('\nFailing checks of ours: corpus, file, field, expected, got')
  for (const { corpus, failures, troubles } of scores.filter(({ parser }) => parser === 'ours')) {
    for (const { file, what } of troubles) console.log([corpus, file, what].join('\t'))
    for (const { file, field, expected, got } of failures) {
      console.log(
        [corpus, file, field, JSON.stringify(expected), JSON.stringify(got) ?? 'nothing'].join(
          '\t',
        ),
      )
    }
  }
}

if (options.json !== undefined) {
  const outOfScope = chosen.flatMap(({ name, cases }) =>
    cases.flatMap((each) =>
      each.outOfScope.map((one) => ({ corpus: name, file: each.file, ...one })),
    ),
  )
  writeFileSync(options.json, `${JSON.stringify({ scores, outOfScope }, null, 2)}\n`)
}
