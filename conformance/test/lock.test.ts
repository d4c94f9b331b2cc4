import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '../src/packages.ts'

interface Locked {
  version?: string
  resolved?: string
  link?: boolean
  optionalDependencies?: Record<string, string>
}

const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(`${root}package-lock.json`, 'utf8'),
)

test("names no registry: where packages come from is the machine's to say", () => {
  const resolved = Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)
  expect(resolved.filter((entry) => entry.link !== true)).toEqual([])
})

// A tool whose build for some platform is missing from the lock makes `npm ci` fail there, or everywhere.
test('holds every platform of every tool', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => {
        const nested = `${path}/node_modules/${name}`
        return !(nested in lock.packages) && !(`node_modules/${name}` in lock.packages)
      })
      .map((name) => `${path} wants ${name}`),
  )
  expect(missing).toEqual([])
})
