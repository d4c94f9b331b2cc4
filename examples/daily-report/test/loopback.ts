import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { sample } from '../src/build.ts'

/** A server of a test's own, and the paths it was asked for. */
interface Loopback extends AsyncDisposable {
  origin: string
  asked: string[]
}

export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Loopback> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** One headline of March 2, 2026. */
export function feedOf(title: string): string {
  return `<rss version="2.0"><channel><title>Lab</title><link>http://lab.example/</link><item><title>${title}</title><link>/news/1</link><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>`
}

/** The sample's sections with feeds of these addresses only: `lab-1`, `lab-2` … */
export async function configOf(folder: string, urls: readonly string[]): Promise<string> {
  const config = JSON.parse(await readFile(sample.config, 'utf8'))
  const sources = urls.map((url, index) => ({
    id: `lab-${index + 1}`,
    kind: 'feed',
    section: 'labs',
    name: `Lab ${index + 1}`,
    url,
  }))
  const file = join(folder, 'config.json')
  await writeFile(file, JSON.stringify({ ...config, sources }))
  return file
}
