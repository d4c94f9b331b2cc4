import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Bytes of a minified bundle of one function and what it needs, before and after gzip. */
export async function bundleSize(entry: {
  from: string
  name: string
}): Promise<{ minified: number; gzipped: number }> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${entry.name} as parse } from ${JSON.stringify(entry.from)}`,
      resolveDir: folder,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length }
}
