import { type Entry, readEfforts } from '@inference-report/leaderboard'
import type { Defects } from '@inference-report/source'
import type { Row } from './row.ts'

/** Rows with an id each: the payload's own, else one of the name, which is all the table has. */
export function toEntries(rows: readonly Row[], defects: Defects): Entry[] {
  const used = new Set(rows.flatMap(({ id }) => id ?? []))
  const efforts = readEfforts(rows.map(({ name }) => name))
  return rows.map(({ path, evaluated: _, id: own, name: printed, ...row }, index) => {
    const name = printed.toWellFormed()
    if (name !== printed) {
      defects.add('name-repaired', `A broken character of ${name} was replaced.`, path)
    }
    const id = own ?? freeId(slugOf(name), used)
    if (own === undefined && id !== slugOf(name)) {
      defects.add('duplicate-name', `An earlier row has the name ${name} too; this is ${id}.`, path)
    }
    used.add(id)
    const effort = efforts[index]
    return { id, name, ...row, ...(effort === undefined ? {} : { effort }) }
  })
}

function freeId(base: string, used: ReadonlySet<string>): string {
  let id = base
  for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`
  return id
}

/** `'GPT-5.6 Sol [medium]'` → `'gpt-5.6-sol-medium'`; a name without letters is its own id. */
function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.+]+/gu, '-')
    .replace(/^-|-$/g, '')
  return slug === '' ? name : slug
}
