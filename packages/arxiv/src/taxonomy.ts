import { categoryNames } from './category-names.ts'

/** One of arXiv's categories. */
export interface Category {
  /** e.g. `'cs.SE'`, `'quant-ph'` */
  id: string
  /** e.g. `'Software Engineering'` */
  name: string
  /** The archive it belongs to, e.g. `'cs'`. */
  archive: string
  /** The category arXiv lists its papers under, where that is another one, e.g. `'math.NA'` for `cs.NA`. */
  canonical: string
}

/** Two names of one list; arXiv serves the one on the right. */
const aliases: Readonly<Record<string, string>> = {
  'math.MP': 'math-ph',
  'stat.TH': 'math.ST',
  'math.IT': 'cs.IT',
  'q-fin.EC': 'econ.GN',
  'cs.SY': 'eess.SY',
  'cs.NA': 'math.NA',
}

/** Archives that became categories of others; their old papers keep the old name. */
const subsumed: Readonly<Record<string, string>> = {
  'cmp-lg': 'cs.CL',
  'adap-org': 'nlin.AO',
  'comp-gas': 'nlin.CG',
  'chao-dyn': 'nlin.CD',
  'solv-int': 'nlin.SI',
  'patt-sol': 'nlin.PS',
  'alg-geom': 'math.AG',
  'dg-ga': 'math.DG',
  'funct-an': 'math.FA',
  'q-alg': 'math.QA',
  'mtrl-th': 'cond-mat.mtrl-sci',
  'supr-con': 'cond-mat.supr-con',
  'acc-phys': 'physics.acc-ph',
  'ao-sci': 'physics.ao-ph',
  'atom-ph': 'physics.atom-ph',
  'bayes-an': 'physics.data-an',
  'chem-ph': 'physics.chem-ph',
  'plasm-ph': 'physics.plasm-ph',
}

/** Names of archives by their letters alone, so that `hepth` finds `hep-th`. */
export const archives: ReadonlyMap<string, string> = new Map(
  Object.keys(categoryNames).map((id) => [archiveOf(id).replace('-', ''), archiveOf(id)]),
)

const known: ReadonlyMap<string, Category> = new Map(
  Object.entries(categoryNames).map(([id, name]) => [
    id.toLowerCase(),
    { id, name, archive: archiveOf(id), canonical: aliases[id] ?? subsumed[id] ?? id },
  ]),
)

/** Archives of old papers that stand for themselves in no taxonomy of today. */
const retired: readonly string[] = ['astro-ph', 'cond-mat', 'q-bio']

/** The 155 categories that papers are submitted to, by archive and code. */
export const categories: readonly Readonly<Category>[] = [...known.values()].filter(
  ({ id }) => subsumed[id] === undefined && !retired.includes(id),
)

const named = new Map<string, string[]>()
for (const [id, name] of Object.entries(categoryNames)) {
  named.set(name.toLowerCase(), [...(named.get(name.toLowerCase()) ?? []), id])
}

/** Groups as Dublin Core named them before 2025: `Computer Science - Discrete Mathematics`. */
const groups: Readonly<Record<string, string>> = {
  astrophysics: 'astro-ph',
  'computer science': 'cs',
  'condensed matter': 'cond-mat',
  economics: 'econ',
  'electrical engineering and systems science': 'eess',
  mathematics: 'math',
  'nonlinear sciences': 'nlin',
  physics: 'physics',
  'quantitative biology': 'q-bio',
  'quantitative finance': 'q-fin',
  statistics: 'stat',
}

/** The categories of this name, those in use first: `Numerical Analysis` is `cs.NA` and `math.NA`. */
export function categoriesNamed(name: string): readonly string[] {
  const key = name.trim().toLowerCase()
  const [, group = '', own = ''] = /^(.*?) - (.*)$/.exec(key) ?? []
  const archive = groups[group]
  return named.get(key) ?? (named.get(own) ?? []).filter((id) => archiveOf(id) === archive)
}

/** The category of a set of OAI-PMH: `cs:cs:SE` is `cs.SE`; `cs` and, before 2025, all sets of an archive are none. */
export function categoryOfSet(spec: string): string | undefined {
  const [, archive, category] = spec.split(':')
  if (archive === undefined) return undefined
  return findCategory(category === undefined ? archive : `${archive}.${category}`)?.id
}

/** The category of this code, in any case; `undefined` where arXiv has none, e.g. for an MSC code. */
export function findCategory(code: string): Category | undefined {
  const found = known.get(code.trim().toLowerCase())
  return found === undefined ? undefined : { ...found }
}

function archiveOf(id: string): string {
  return id.replace(/\..*$/, '')
}
