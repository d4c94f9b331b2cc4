import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

type Manifest = {
  exports: Record<string, string | Record<string, string>>
  engines: { node: string }
}

// Run by each package's own tsup.config.ts, in that package's folder.
const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))

const entry = Object.values(manifest.exports).flatMap((target) =>
  typeof target === 'string' ? [] : [target['@inference-report/source'] ?? []].flat(),
)

// Declarations come from tsc: tsup's own need a compiler API that TypeScript 7 no longer has.
const options: ReturnType<typeof defineConfig> = defineConfig({
  entry,
  format: ['esm'],
  target: manifest.engines.node.startsWith('>=22') ? 'node22' : 'es2022',
  sourcemap: true,
  clean: true,
  dts: false,
})

export default options
