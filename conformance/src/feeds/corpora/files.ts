import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the corpora lie. */
export const feedCaptures: string = `${
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../../shared/captures', import.meta.url))
}/feeds`

export function hasCaptures(): boolean {
  return existsSync(feedCaptures)
}

/** Files below a folder of the corpora, sorted, as paths relative to that folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(`${feedCaptures}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(`${feedCaptures}/${folder}/`.length))
    .sort()
}

export function readBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(`${feedCaptures}/${path}`))
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(`${feedCaptures}/${path}`, 'utf8'))
}

export function readJsonLines(path: string): unknown[] {
  const lines = readFileSync(`${feedCaptures}/${path}`, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line))
}
