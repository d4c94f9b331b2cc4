import type { Fact, Section } from '@inference-report/issue'
import { type Age, oldPart } from './age.ts'

/** Where a section stands among those of its kind. */
export interface Place {
  alone: boolean
  index: number
  /** Absent where no row of it is old. */
  age?: Age | undefined
}

/** `sentence` is without its full stop; an old row's date comes from its source, an input as well. */
export function countFact(section: Section, unit: string, sentence: string, age?: Age): Fact {
  const inputs = [...section.items.map(({ id }) => id), ...(age?.sourceIds ?? [])]
  return sectionFact(
    section,
    'count',
    unit,
    section.items.length,
    `${sentence}${oldPart(age)}`,
    inputs,
  )
}

export function sectionFact(
  section: Section,
  kind: string,
  unit: string | undefined,
  value: Fact['value'],
  sentence: string,
  inputs: string[] = section.items.map(({ id }) => id),
): Fact {
  return {
    id: `${section.id}.${kind}`,
    kind,
    scope: section.id,
    ...(unit === undefined ? {} : { unit }),
    value,
    inputs,
    sentence: `${sentence}.`,
  }
}
