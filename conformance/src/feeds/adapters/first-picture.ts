import type { Medium } from '../record.ts'

/** The picture of an item, where its parser calls none of its media one. */
export function firstPicture(media: readonly Medium[]): string | undefined {
  return media.find(({ type }) => type?.startsWith('image/'))?.url
}
