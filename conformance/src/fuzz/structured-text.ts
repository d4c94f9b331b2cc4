import fc from 'fast-check'
import { dictionary } from './dictionary.ts'

const values = [
  ...[
    'https://a.example/x?y=1&amp;z',
    '/b',
    '../c',
    '#d',
    '',
    ' ',
    'html',
    'xhtml',
    'text/html',
    'base64',
  ],
  ...[
    'self',
    'alternate',
    'enclosure',
    'en-GB',
    'http://www.w3.org/2005/Atom',
    'http://www.w3.org/1999/xhtml',
  ],
  ...[
    'Fri, 20 Nov 2026 09:30:00 EST',
    '2026-11-20T09:30:00Z',
    '20261120',
    '90.0 -180.0',
    '1:02:03',
    'true',
  ],
  ...[
    'A. Example <a@site.example>',
    'a@site.example (A. Example)',
    'R&D <3 &lt;b&gt; &amp;lt;i&amp;gt;',
  ],
]

/** Values that fields of feeds hold, pieces of markup, and anything. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...values),
  fc.constantFrom(...dictionary),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
