import { globSync, readFileSync } from 'node:fs'
import { root } from './packages.ts'

export interface Example {
  /** The README's path from the root, and the line its example starts at. */
  id: string
  /** Absolute folder of the README. */
  folder: string
  code: string
  /** What the README says the code prints; `undefined` where it says nothing. */
  output: string | undefined
}

const block = /^```ts\n([\s\S]*?)^```\n(?:\s*^```text\n([\s\S]*?)^```)?/gm

/** Every TypeScript example of every README, with the output block that follows it. */
export function readmeExamples(): Example[] {
  return globSync(['README.md', '{packages,examples}/*/README.md'], { cwd: root }).flatMap(
    (file) => {
      const text = readFileSync(`${root}${file}`, 'utf8')
      return [...text.matchAll(block)].map((match) => ({
        id: `${file}:${text.slice(0, match.index).split('\n').length}`,
        folder: `${root}${file}`.replace(/\/README\.md$/, ''),
        code: match[1] ?? '',
        output: match[2],
      }))
    },
  )
}
