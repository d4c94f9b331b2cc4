const marks = /“([^“”]*)”|"([^"]*)"|«([^«»]*)»|„([^„“”]*)[“”]|「([^「」]*)」/g

// Single marks are also apostrophes: only several words between two free-standing ones are a quotation.
const singleMarks = /(?<![\p{L}\p{N}])['‘]([^'‘’]+)['’](?![\p{L}\p{N}])/gu

/** What a text puts between quotation marks, and the text without it. */
export function readQuotations(text: string): { quotations: string[]; unquoted: string } {
  const doubles = [...text.matchAll(marks)]
  const withoutDoubles = text.replace(marks, '“”')
  const singles = [...withoutDoubles.matchAll(singleMarks)].filter(([, words]) =>
    words?.includes(' '),
  )
  const quotations = [...doubles, ...singles].map(([, ...parts]) =>
    (parts.find((part) => part !== undefined) ?? '').trim(),
  )
  return {
    quotations: quotations.filter((quotation) => quotation !== ''),
    unquoted: withoutDoubles.replace(singleMarks, '‘’'),
  }
}
