import { existsSync, globSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { InputFile } from '../../measure/measure.ts'

const folder: string = `${
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../../shared/captures', import.meta.url))
}/feeds/real`

/** Real feeds as they were served; `undefined` where the captures are not on this machine. */
export function realFeeds(): InputFile[] | undefined {
  if (!existsSync(folder)) return undefined
  return globSync('**/*.{xml,rss,atom,rdf,json}', { cwd: folder })
    .sort()
    .map((name) => ({
      name,
      path: `${folder}/${name}`,
      bytes: statSync(`${folder}/${name}`).size,
    }))
}
