/** Where Artificial Analysis can be read. */
export type SurfaceName = 'api' | 'legacy-api' | 'page'

/** The first address of each surface. `api` is read page by page; both APIs want a key. */
export const surfaces: Readonly<Record<SurfaceName, { readonly url: string }>> = {
  api: { url: 'https://artificialanalysis.ai/api/v2/language/models/free?page=1' },
  'legacy-api': { url: 'https://artificialanalysis.ai/api/v2/data/llms/models' },
  page: { url: 'https://artificialanalysis.ai/leaderboards/models' },
}
