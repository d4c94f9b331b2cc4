import ky from 'ky'
import type { ReaderModule } from '../../../../packages/http/test/score/reader.ts'

/** ky, which has no cache. */
export const open: ReaderModule['open'] = async () => ({
  async read(url) {
    await ky(url, { retry: 0 }).arrayBuffer()
  },
  async close() {},
})
