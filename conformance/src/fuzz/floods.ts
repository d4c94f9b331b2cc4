import { dictionary } from './dictionary.ts'
import type { Random } from './random.ts'

const units = [
  ...dictionary,
  ...[
    '<item></item>',
    '<item><title>a</title></item>',
    '<category>a</category>',
    '<p>a</p>',
    '<b>',
    'a ',
  ],
  ...[
    '<media:content url="https://a.example/"/>',
    '<link>/a</link>',
    '<author><name>a</name></author>',
  ],
  ...[
    '<a href="/">a</a>',
    '&lt;p&gt;',
    '<x:y>a</x:y>',
    '<dc:creator>a</dc:creator>',
    '<outline xmlUrl="//a"/>',
  ],
]

/** What a flood is put between: a channel, an item, its body as markup and as CDATA. */
const frames = [
  ['', ''],
  ['<item>', '</item>'],
  ['<item><description>', '</description></item>'],
  ['<item><description><![CDATA[', ']]></description></item>'],
] as const

/** One part over and over: what takes most memory, and most time where that is not linear. */
export function flood(random: Random, bytes: number): Buffer {
  const [start, end] = random.pick(frames, frames[0])
  const unit = random.pick(units, '') + (random.oneIn(3) ? random.pick(units, '') : '')
  return Buffer.concat([
    Buffer.from(`<rss version="2.0"><channel>${start}`),
    Buffer.alloc(bytes, unit),
    Buffer.from(`${end}</channel></rss>`),
  ])
}
