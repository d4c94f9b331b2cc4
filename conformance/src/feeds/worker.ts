import { parentPort, workerData } from 'node:worker_threads'
import { adapters } from './adapters/index.ts'
import type { Case } from './check.ts'

const adapter = adapters.find(({ name }) => name === workerData)
const parser = await adapter?.load()
if (parser === undefined || parentPort === null) throw new Error(`No parser ${workerData}`)
const port = parentPort

/** What parser and worker agreed on to answer: a record, or why there is none. */
export type Answer = { record: object } | { error: string }

async function answer(input: Case['input']): Promise<Answer> {
  try {
    if ('date' in input) return { record: { date: parser?.parseDate(input.date), items: [] } }
    const record = await parser?.parseFeed(input)
    // Records are plain data; whatever is not would fail here, as it would in a file.
    return { record: JSON.parse(JSON.stringify(record)) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', async (input: Case['input']) => port.postMessage(await answer(input)))
