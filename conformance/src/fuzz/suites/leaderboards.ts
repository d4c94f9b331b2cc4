import { parseModels } from '@inference-report/artificial-analysis'
import { snapshotSchema as schema } from '@inference-report/leaderboard/schema'
import { readFlight } from '@inference-report/next-flight'
import { parseLeaderboard } from '@inference-report/swe-rebench'
import { captures, readCorpus, readFiles, readFixtures } from '../seed-files.ts'
import { shrinkJson } from '../shrink-json.ts'
import type { Suite } from '../suite.ts'
import { type Pools, textSuite } from '../text-suite.ts'

const dictionary = [
  ...[
    'self.__next_f.push([1,"',
    '"])',
    '</script>',
    '<script>',
    '\\n',
    '\\"',
    '\\u003c',
    '0:',
    '1:I[',
    '2:T10,',
  ],
  ...[
    '3:["$","div",null,{',
    '"$L4"',
    '"$1"',
    '"$undefined"',
    '"$D2026-11-20T00:00:00.000Z"',
    '"$Q5"',
    '"$W6"',
    '"$n99"',
  ],
  ...[
    '"$1:0:a"',
    '"$@7"',
    '"$S"',
    '"$K"',
    '"$-0"',
    '"$Infinity"',
    '"$NaN"',
    'HL[',
    'E{',
    'D{',
    'X',
    'F',
    'T0,',
    'Tffffffff,',
  ],
  ...[
    '<script id="__NEXT_DATA__" type="application/json">',
    '<table>',
    '<thead>',
    '<tbody>',
    '<tr>',
    '<td>',
    '<th>',
    '</td>',
    '</tr>',
  ],
  ...[
    'colspan="2"',
    '<td>%',
    '±',
    '0.5%',
    '$1.20',
    '12.3k',
    '−1',
    '–',
    'N/A',
    '"resolved_rate":',
    '"median":',
    '"slug":',
    '"null"',
  ],
  ...[
    '"evaluations":{',
    '"pricing":{',
    '"data":[',
    '"pagination":{',
    '"total_pages":',
    'null',
    '1e999',
    '-1',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
  ],
]

const most = 2_000_000

function readSeeds(corpus: string | undefined): Pools {
  if (corpus !== undefined) {
    const all = readCorpus(corpus)
    return { flights: all, models: all, boards: all }
  }
  const folder = `${captures}/leaderboards`
  const models = [
    ...readFixtures('artificial-analysis', '*.{json,html}'),
    ...readFiles(folder, 'aa_*.html'),
    ...readFiles(folder, 'aa_api*.json', 2 * most).map(shrinkJson),
  ]
  const boards = [
    ...readFixtures('swe-rebench', '*.html'),
    ...readFiles(folder, 'swerebench_*.html'),
  ]
  return {
    models,
    boards,
    flights: [
      ...readFixtures('next-flight', '*.html'),
      ...[...models, ...boards].filter(
        (seed) => seed.includes('__next_f') || seed.includes('__NEXT_DATA__'),
      ),
    ],
  }
}

/** What a caller may do with a payload. Its values are whatever the page says, shared ones many times over. */
function searchFlight(text: string): unknown {
  const flight = readFlight(text)
  const found = flight.find((value) => Array.isArray(value) && value.length > 1)
  return {
    rows: flight.rows.size,
    found: Array.isArray(found) ? found.length : undefined,
    objects: flight.findAll((value) => Object.keys(value).length > 0).length,
    warnings: flight.warnings,
  }
}

/** The readers of model boards, and of the payload two of them come in. */
export const leaderboards: Suite = textSuite({
  name: 'leaderboards',
  noun: 'board pages',
  dictionary,
  readSeeds,
  targets: {
    flight: { weight: 2, seeds: 'flights', call: searchFlight },
    models: { weight: 3, seeds: 'models', call: (body) => parseModels(body), schema },
    leaderboard: { weight: 3, seeds: 'boards', call: (html) => parseLeaderboard(html), schema },
  },
})
