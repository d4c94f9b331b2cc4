import type { ReaderModule } from '../../../../packages/http/test/score/reader.ts'

/** The platform's `fetch`. It remembers nothing. */
export const open: ReaderModule['open'] = async () => ({
  async read(url) {
    await (await fetch(url)).arrayBuffer()
  },
  async close() {},
})
