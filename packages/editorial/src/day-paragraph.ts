import type { Fact, Sentence } from '@inference-report/issue'
import type { CitableItem } from './citable-item.ts'
import { citations, citeSome, ended } from './citation.ts'
import type { WriterInput } from './writer.ts'

/** The volume of the day and some of its titles: headlines, papers, repositories. */
export function dayParagraph({ facts, items }: WriterInput): Sentence[] {
  const itemsById = new Map(items.map((item) => [item.id, item]))
  const counts = facts.filter(({ kind, value }) => kind === 'count' && value !== 0)
  const headlines = counts.filter(({ unit }) => unit === 'headlines').slice(0, 3)
  const others = counts.filter(({ unit }) => unit !== 'headlines').slice(0, 4)
  const none = facts.filter(({ kind, value }) => kind === 'count' && value === 0).slice(0, 3)
  const sentences = [
    ...headlines.flatMap((count, index) => [
      verbatim(count),
      ...sameScope(facts, count, 'volume').map(undated),
      ...citeHeadlines(count, itemsById, index),
    ]),
    ...others.flatMap((count) => [
      verbatim(count),
      ...sameScope(facts, count, 'stars').map(undated),
      ...(count.unit === 'papers' ? citePapers(count, itemsById) : []),
    ]),
    ...none.map(verbatim),
  ]
  return sentences.length === 0 ? citeAny(items) : sentences
}

/** A fact's own sentence. */
export function verbatim({ id, sentence }: Fact): Sentence {
  return { text: sentence, supports: [id] }
}

// The count before it has just said from when the list is.
const captured = / \((?:in part )?(?:captured (?:on|from) [^()]+|an older list)\)(?=\.$)/

function undated(fact: Fact): Sentence {
  return { text: fact.sentence.replace(captured, ''), supports: [fact.id] }
}

function sameScope(facts: readonly Fact[], { scope }: Fact, kind: string): Fact[] {
  return facts.filter((fact) => fact.scope === scope && fact.kind === kind)
}

function citeHeadlines(
  count: Fact,
  items: ReadonlyMap<string, CitableItem>,
  index: number,
): Sentence[] {
  const [first, second] = citations(count, items, index === 0 ? 2 : 1)
  if (first === undefined) return []
  const supports = [first.id]
  if (count.value === 1) return [{ text: ended(`It is titled ${first.title}`), supports }]
  if (first.outlet === undefined) {
    return [{ text: ended(`The headlines include ${first.title}`), supports }]
  }
  if (index % 2 === 1)
    return [{ text: ended(`From ${first.outlet} comes ${first.title}`), supports }]
  if (second?.outlet === undefined) {
    return [{ text: ended(`${first.outlet} published ${first.title}`), supports }]
  }
  return [
    {
      text: ended(`${first.outlet} published ${first.title}, and ${second.outlet} ${second.title}`),
      supports: [first.id, second.id],
    },
  ]
}

function citePapers(count: Fact, items: ReadonlyMap<string, CitableItem>): Sentence[] {
  const cited = citations(count, items, 2)
  const titles = cited.map(({ title }) => title).join(' and ')
  if (cited.length === 0) return []
  const opening =
    count.value === 1 ? 'The paper is' : `Among the papers ${cited.length === 1 ? 'is' : 'are'}`
  return [{ text: ended(`${opening} ${titles}`), supports: cited.map(({ id }) => id) }]
}

function citeAny(items: readonly CitableItem[]): Sentence[] {
  const cited = citeSome(items, 2)
  return cited.length === 0
    ? []
    : [
        {
          text: ended(`This issue includes ${cited.map(({ title }) => title).join(' and ')}`),
          supports: cited.map(({ id }) => id),
        },
      ]
}
