/** Where Artificial Analysis can be read. */
export type SurfaceName = 'api' | 'api-pro' | 'legacy-api' | 'rsc' | 'page'

const board = 'https://artificialanalysis.ai/leaderboards/models'

/**
 * The first address of each surface. The two of the current API are read page by page; the APIs want a
 * key. `rsc` is the page without its HTML: the same address, asked with the header `RSC: 1`.
 */
export const surfaces: Readonly<Record<SurfaceName, { readonly url: string }>> = {
  api: { url: 'https://artificialanalysis.ai/api/v2/language/models/free?page=1' },
  'api-pro': { url: 'https://artificialanalysis.ai/api/v2/language/models?page=1' },
  'legacy-api': { url: 'https://artificialanalysis.ai/api/v2/data/llms/models' },
  rsc: { url: board },
  page: { url: board },
}
