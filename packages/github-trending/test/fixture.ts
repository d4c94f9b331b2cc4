import { readFileSync } from 'node:fs'

/** A page of `fixtures`, e.g. `fixture('today')`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8')
}
