import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository's root, with a slash. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url))

export interface Manifest {
  name: string
  version: string
  type?: string
  private?: boolean
  sideEffects?: boolean
  exports?: Record<string, string | Record<string, string>>
  files?: string[]
  bin?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  scripts?: Record<string, string>
}

export interface Package {
  /** Folder below `packages`, e.g. `'feed'`. */
  name: string
  /** Absolute path, without a slash at the end. */
  folder: string
  manifest: Manifest
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
}

export const packages: Package[] = readdirSync(`${root}packages`).map((name) => {
  const folder = `${root}packages/${name}`
  return { name, folder, manifest: readManifest(folder) }
})

/** TypeScript files below a folder, relative to it. */
export function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
}
