#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { parseFeed } from '@inference-report/feed'
import { SourceError } from '@inference-report/source'

const usage = `Reads a feed from standard input and prints it as JSON.

  feed [--url address] [--content-type type] [--raw] < feed.xml

  --url           the address it was asked at, for relative links
  --content-type  the Content-Type it was answered with
  --raw           leave bodies as they are: not safe to show

Exit codes: 0 printed, 1 not a feed, 2 wrong usage.
`

// Whoever reads the output may have seen enough: `feed < feed.xml | head`.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})

async function run() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      'content-type': { type: 'string' },
      raw: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  if (values.url !== undefined && !URL.canParse(values.url)) {
    process.stderr.write(`--url wants an absolute address, not ${values.url}\n\n${usage}`)
    return 2
  }
  const chunks = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  const feed = parseFeed(Buffer.concat(chunks), {
    url: values.url,
    contentType: values['content-type'],
    sanitize: !values.raw,
  })
  process.stdout.write(`${JSON.stringify(feed, null, 2)}\n`)
  return 0
}

try {
  process.exitCode = await run()
} catch (error) {
  // Anything else is an error of ours, and Node says where.
  const isUsage = error instanceof TypeError && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!isUsage && !SourceError.is(error)) throw error
  process.stderr.write(isUsage ? `${error.message}\n\n${usage}` : `${error.message}\n`)
  process.exitCode = isUsage ? 2 : 1
}
