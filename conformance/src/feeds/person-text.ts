import { text } from './dig.ts'
import type { Person } from './record.ts'

/** What a corpus that writes a person as one text, `Name (mail)` or `mail (Name)`, says of them. */
export function personText(value: unknown): Person {
  const written = (text(value) ?? '').trim()
  const pair = /^([^()]*?)\s*\(([^()]+)\)$/.exec(written)
  const [first = '', rest = ''] = pair === null ? [written] : [pair[1], pair[2]]
  const second = rest.replace(/^mailto:/, '')
  if (second.includes('@')) return { name: first || undefined, email: second }
  if (first.includes('@') && !first.includes(' ')) {
    return { email: first, name: second || undefined }
  }
  return { name: written || undefined }
}
