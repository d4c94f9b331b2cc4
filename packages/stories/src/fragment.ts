// Pages that list entries one below the other: "changelog", "release-notes.html", "whats-new".
const listPage =
  /(?:^|[-_.])(?:change-?logs?|change-?history|release-?notes?|releases?|whats-?new|updates|history|news)(?:$|[-_.])/

// "2.3.1015", "v1-2", "2026-08-19", "august-19-2026": on any page an anchor of one dated or numbered entry.
const numberedEntry = /^(?:[a-z]+[-_])?v?\d+(?:[.\-_]\d+)+(?:[.\-_a-z0-9]*)$/i
const datedEntry =
  /(?:^|[-_])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-_]\d{1,2}(?:[-_]\d{4})?$/i

const furniture =
  /^(?:top|main|content|header|footer|nav|menu|respond|reviews?|comments?|comment-.*|comments-.*|disqus_thread|share|rss|feed|toc.*|table-of-contents|skip.*|xtor=.*|utm_.*|ref=.*|echobox=.*|close|more)$/i

/**
 * The fragment, without `#`, where the path alone is not the story; else `''`.
 *
 * Kept: routes of pages that scripts draw (`#/paper/7`, `#2026-05-04/agents`); any anchor but furniture on a
 * page that lists entries (`/docs/changelog#fast-mode`); anchors of a version or a date on any page.
 */
export function storyFragment(fragment: string, path: string): string {
  // Text directives (`:~:text=`) only scroll. https://wicg.github.io/scroll-to-text-fragment/
  const [anchor = ''] = fragment.split(':~:', 1)
  if (anchor === '' || furniture.test(anchor)) return ''
  // "#/paper/7", "#!/post", "#2026-05-04/agents"
  if (/\/./.test(anchor)) return anchor
  const page = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const parent = path.split('/').at(-2)?.toLowerCase() ?? ''
  const isEntry = numberedEntry.test(anchor) || datedEntry.test(anchor)
  return isEntry || listPage.test(page) || listPage.test(parent) ? anchor : ''
}
