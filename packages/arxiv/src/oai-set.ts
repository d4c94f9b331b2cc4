import { findCategory } from './taxonomy.ts'

const ownGroups = new Set(['cs', 'econ', 'eess', 'math', 'q-bio', 'q-fin', 'stat'])

/**
 * The OAI-PMH set of a category or archive: `cs.SE` is `cs:cs:SE`, `hep-th` is `physics:hep-th`. What is none,
 * such as a set already, stays as it is.
 *
 * @see https://oaipmh.arxiv.org/oai?verb=ListSets
 */
export function oaiSetOf(code: string): string {
  const category = findCategory(code)
  const archive = category?.archive ?? code.trim().toLowerCase()
  const group = ownGroups.has(archive) ? archive : 'physics'
  if (category === undefined) return ownGroups.has(archive) ? `${archive}:${archive}` : code
  const [, subject] = category.id.split('.')
  return subject === undefined ? `${group}:${archive}` : `${group}:${archive}:${subject}`
}
