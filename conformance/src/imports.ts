import { readFileSync } from 'node:fs'
import { typescriptFiles } from './packages.ts'

export interface Import {
  /** Relative to the folder. */
  file: string
  specifier: string
}

// Biome puts every import and export at the beginning of a line; what looks like one in a text does not stand there.
const specifiers =
  /^(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

/** Every module that the TypeScript files below a folder import, statically or not. */
export function importsOf(folder: string): Import[] {
  return typescriptFiles(folder).flatMap((file) => {
    const code = readFileSync(`${folder}/${file}`, 'utf8')
    return [...code.matchAll(specifiers)].map((match) => ({
      file,
      specifier: match[1] ?? match[2] ?? match[3] ?? '',
    }))
  })
}
