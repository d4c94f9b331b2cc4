import { readFileSync } from 'node:fs'
import { typescriptFiles } from './packages.ts'

export interface Import {
  /** Relative to the folder. */
  file: string
  specifier: string
}

const specifiers = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\1/g

/** Every module that the TypeScript files below a folder import, statically or not. */
export function importsOf(folder: string): Import[] {
  return typescriptFiles(folder).flatMap((file) => {
    const code = readFileSync(`${folder}/${file}`, 'utf8')
    return [...code.matchAll(specifiers)].map((match) => ({ file, specifier: match[2] ?? '' }))
  })
}
