import { dayOf } from './calendar.ts'
import { joinTexts } from './collapse.ts'
import type { DomText } from './dom.ts'
import type { RowReader } from './row-reader.ts'
import type { Developer } from './trending.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What a row says where it shows no repository: 'Works for Octo' (twice, once unseen), or 'Joined on Jan 25, 2011'. */
export function readAbout({ row, claimed }: RowReader): Pick<Developer, 'company' | 'joinedOn'> {
  const unread = row.texts
    .filter((text) => !claimed.has(text) && joinTexts([text]) !== '')
    .map((text) => ({ text, shown: joinTexts([text]) }))
  const claim = (...texts: DomText[]) => {
    for (const text of texts) claimed.add(text)
  }
  for (const { text, shown } of unread) {
    const [, company] = /^Works for (.+)$/.exec(shown) ?? []
    const again = unread.find((other) => other.shown === company)
    if (company !== undefined && again !== undefined) {
      claim(text, again.text)
      return { company }
    }
    const [, month = '', day = '', year = ''] =
      /^Joined on ([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/.exec(shown) ?? []
    const number = String(months.indexOf(month) + 1).padStart(2, '0')
    const joinedOn = dayOf(`${year}-${number}-${day.padStart(2, '0')}`)
    if (joinedOn === undefined) continue
    claim(text)
    return { joinedOn }
  }
  return {}
}
