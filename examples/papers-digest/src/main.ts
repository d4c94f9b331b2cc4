import { createClient } from '@inference-report/http'
import { writeDigest } from './digest.ts'

const [category, feed, replay] = process.argv.slice(2)
if (category === undefined || feed === undefined) {
  process.stderr.write('Usage: npm start -w papers-digest -- CATEGORY FEED-URL [REPLAY-FOLDER]\n')
  process.exit(2)
}
const client = createClient(replay === undefined ? {} : { replay })
process.stdout.write(await writeDigest(client, category, feed))
await client.close()
