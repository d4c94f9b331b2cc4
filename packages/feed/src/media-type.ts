/** Whether a media type is of something that is no text. */
export function isFile(type: string | undefined): boolean {
  return (
    type !== undefined && /^(?:image|audio|video|application\/(?!xhtml|octet-stream$))/i.test(type)
  )
}

/** Whether a media type is of a page to be opened. */
export function isPage(type: string | undefined): boolean {
  return type !== undefined && /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(type)
}
