import { collapse } from './collapse.ts'
import { readGain } from './read-numbers.ts'
import { type RowReader, readPart, tell } from './row-reader.ts'
import { factsLine, selectors } from './selectors.ts'

/** The longest name in GitHub's menu has 26 characters. */
const longest = 60

/** The row's language, as GitHub names it. */
export function readLanguage(reader: RowReader): string | undefined {
  const language = readPart(
    reader,
    'language',
    selectors.language,
    ({ text }) => {
      // In 2015 the language was the first of 'Go • 9 stars today • Built by'.
      const [first = '', ...others] = text.split('•').map(collapse)
      if (first === '' || /^Built by\b/.test(first) || readGain(first)) return undefined
      const isFacts = others.every((other) => /^Built by\b/.test(other) || readGain(other))
      // Of one text of many parts only what is a language can be told from the rest.
      const isKnown = text === first || reader.page.isLanguage(first)
      return first.length <= longest && isFacts && isKnown ? first : undefined
    },
    { [factsLine]: 'whole' },
  )
  if (language !== undefined && !reader.page.isLanguage(language)) {
    const text = JSON.stringify(language)
    tell(reader, 'language-unlisted', 'language', `${text} is not in GitHub's menu of languages.`)
  }
  return language
}

/** The colour of the dot before the language. Since 2016 a language has one, if only a grey one. */
export function readLanguageColor(
  reader: RowReader,
  language: string | undefined,
): string | undefined {
  const dots = reader.page.find(reader.row, selectors.languageColor[0] ?? '')
  const style = dots[0]?.attribs['style'] ?? ''
  const [, color] =
    /(?:^|;)\s*background-color:\s*(#(?:[0-9a-f]{3}|[0-9a-f]{6}))\s*(?:;|$)/i.exec(style) ?? []
  const isOf2015 = reader.page.find(reader.row, factsLine).length > 0
  if (language !== undefined && color === undefined && !isOf2015) {
    tell(reader, 'color-unreadable', 'languageColor', 'the language has no colour that is one.')
  } else if (language === undefined && dots.length > 0) {
    tell(reader, 'language-unreadable', 'language', 'a colour without a language.')
  }
  return language === undefined ? undefined : color
}
