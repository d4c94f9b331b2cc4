import { cutText } from '@inference-report/source'
import type { CheerioAPI } from 'cheerio/slim'
import { collapse } from './collapse.ts'
import type { Period } from './trending.ts'

/** What the page says it is. */
export interface PageTitle {
  /** `undefined` where the title is not one of a Trending page. */
  subject: 'repositories' | 'developers' | undefined
  language: string | undefined
  period: Period | undefined
  /** As printed, for messages. */
  text: string
}

/** The words of the page for its period. */
export const periodOfWords: Readonly<Record<string, Period>> = {
  today: 'daily',
  'this week': 'weekly',
  'this month': 'monthly',
}

// 'Trending  repositories on GitHub today · GitHub', 'Trending C++ repositories on GitHub this week';
// until 2019, and for signed-in readers, without the last part.
const titlePattern =
  /^Trending (?:(.+) )?(repositories|developers) on GitHub (today|this week|this month)(?: ·.*)?$/

/** Reads the title, which has kept its wording since 2015 through every change of markup. */
export function readTitle($: CheerioAPI): PageTitle {
  // Icons have titles too, so not every <title> is the page's.
  const text = cutText(collapse($('title:not(svg title)').first().text()), 300)
  const match = titlePattern.exec(text)
  const [, language, subject, words] = match ?? []
  return {
    subject: subject === 'repositories' || subject === 'developers' ? subject : undefined,
    language,
    period: words === undefined ? undefined : periodOfWords[words],
    text,
  }
}
