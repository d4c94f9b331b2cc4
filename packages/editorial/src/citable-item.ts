/**
 * What prose can cite: any item of an issue's section is one. Only `id` is needed; `title`, `name`,
 * `outlet` and `owner` are what the default writer names, and every other field is what a number or a
 * quotation can be found in.
 */
export interface CitableItem {
  id: string
  url?: string | undefined
  title?: string | undefined
  name?: string | undefined
  outlet?: string | undefined
  owner?: string | undefined
}
