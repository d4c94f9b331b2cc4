/** Whether text that is said to be plain is HTML after all. */
export function looksLikeHtml(text: string): boolean {
  if (!text.includes('<')) return false
  return /<\/(?:p|a|div|span|b|i|u|s|em|strong|small|sub|sup|ul|ol|li|dl|h[1-6]|blockquote|table|pre|code|figure|picture|video|audio|section|article|details)\s*>|<(?:br|hr|p)\s*\/?>|<(?:img|a)\s[^<>]*=/i.test(
    text,
  )
}

/** Undoes a CDATA section that was escaped together with its markup. */
export function unwrapEscapedSection(html: string): string {
  // NVIDIA's newsroom writes `&lt;![CDATA[…]]&gt;`.
  if (html.charCodeAt(0) > 0x3c) return html
  const trimmed = html.trim()
  return trimmed.startsWith('<![CDATA[') && trimmed.endsWith(']]>') ? trimmed.slice(9, -3) : html
}
