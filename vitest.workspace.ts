import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Tests run on the sources: no build is needed before `npm test`.
const conditions = ['@inference-report/source']

const root = fileURLToPath(new URL('.', import.meta.url))

const folders = [
  ...['packages', 'examples'].flatMap((group) =>
    readdirSync(`${root}${group}`).map((name) => `${group}/${name}`),
  ),
  'benchmarks',
  'conformance',
].filter((folder) => existsSync(`${root}${folder}/package.json`))

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    // vitest 5 reads projects only from a config file; bare globs would not inherit the conditions.
    projects: folders.map((folder) => ({
      extends: true as const,
      test: {
        name: folder.replace(/^(packages|examples)\//, ''),
        root: `${root}${folder}`,
        include: ['test/**/*.test.ts'],
        setupFiles: [`${root}vitest.setup.ts`],
        // Some start processes, and a machine may be busy with others.
        testTimeout: 30_000,
      },
    })),
  },
})
