import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { nodeOnly } from '../src/arrows.ts'
import { packages } from '../src/packages.ts'

/** Bundles an entry for the browser as an application would, from the sources. */
function bundle(entry: string) {
  return build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    conditions: ['@inference-report/source'],
    logLevel: 'silent',
  })
}

const entries = packages
  .filter(({ name }) => !nodeOnly.has(name))
  .flatMap(({ name, folder, manifest }) =>
    Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) =>
      typeof target === 'string'
        ? []
        : [{ id: `${name} ${entry}`, path: `${folder}/${target['@inference-report/source']}` }],
    ),
  )

// esbuild resolves a Node built-in for the browser as an error: no list of ours can go stale.
test.for(entries)('$id bundles for the browser', async ({ path }) => {
  const result = await bundle(path)
  expect(result.errors).toEqual([])
  expect(result.outputFiles[0]?.text).not.toMatch(/\brequire\("node:|from "node:/)
})

test('a Node built-in would be noticed', async () => {
  const http = packages.find(({ name }) => nodeOnly.has(name))
  await expect(bundle(`${http?.folder}/src/index.ts`)).rejects.toThrow(/node:|Could not resolve/)
})
