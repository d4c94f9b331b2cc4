import type { Fact, Section } from '@inference-report/issue'

/** Where a section stands among those of its kind. */
export interface Place {
  alone: boolean
  index: number
}

export function countFact(section: Section, unit: string, sentence: string): Fact {
  return sectionFact(section, 'count', unit, section.items.length, sentence)
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
