/** One way to change a table. */
export interface TableChange {
  name: string
  apply: (html: string) => string
}

const columns: readonly [head: string, aliases: readonly string[]][] = [
  ['Model', ['System', 'Who']],
  ['Resolved Rate (%)', ['Resolved (%)', 'Score']],
  ['Resolved Rate SEM (±)', ['SEM', 'Spread']],
  ['Pass@5 (%)', ['Pass@5', 'Pass@10 (%)']],
  ['Cost per Problem ($)', ['Cost per Problem (USD)', 'Cost per Problem (€)']],
  ['Tokens per Problem', ['Tokens', 'Tokens per Problem (k)']],
  ['Cached Tokens (%)', ['Cached Tokens', 'Cached']],
]

const rows = (html: string, change: (row: string, index: number) => string) => {
  let next = 0
  return html.replace(/<tr[\s\S]*?<\/tr>/g, (row) => {
    next += 1
    return change(row, next - 1)
  })
}
const cells = (row: string) => row.match(/<t[dh]>[\s\S]*?<\/t[dh]>/g) ?? []
const withCells = (row: string, list: readonly string[]) =>
  row.replace(/(<tr[^>]*>)[\s\S]*/, `$1${list.join('')}</tr>`)
const place = (html: string, head: string) =>
  cells(/<tr[\s\S]*?<\/tr>/.exec(html)?.[0] ?? '').findIndex((cell) => cell.includes(`>${head}<`))
const textOf = (cell: string, change: (text: string) => string) =>
  cell.replace(/>([^<>]+)</g, (_, text: string) => `>${change(text)}<`)

const units: readonly { name: string; change: (text: string) => string }[] = [
  { name: 'without a unit', change: (text) => text.replace(/[%$]/g, '') },
  {
    name: 'as parts of one',
    change: (text) => text.replace(/(\d+\.\d+)%/g, (_, n) => `${(Number(n) / 100).toFixed(3)}%`),
  },
  { name: 'with a decimal comma', change: (text) => text.replace(/(\d)\.(\d)/g, '$1,$2') },
  { name: 'in thousands', change: (text) => text.replace(/(\d),(\d)\d\d,?\d{0,3}/g, '$1.$2k') },
  { name: 'in euro', change: (text) => text.replace('$', '€') },
  { name: 'unknown', change: () => 'N/A' },
]

/** Changes of heads, cells, captions, names and marks. */
export const tableChanges: readonly TableChange[] = [
  ...columns.flatMap(([head, aliases]) => [
    ...aliases.map((alias) => ({
      name: `head "${head}" renamed "${alias}"`,
      apply: (html: string) => html.replace(`>${head}<`, `>${alias}<`),
    })),
    {
      name: `column "${head}" removed`,
      apply: (html: string) => {
        const at = place(html, head)
        return at === -1 ? html : rows(html, (row) => withCells(row, cells(row).toSpliced(at, 1)))
      },
    },
    {
      name: `head "${head}" removed alone`,
      apply: (html: string) => {
        const at = place(html, head)
        return rows(html, (row, index) =>
          at === -1 || index > 0 ? row : withCells(row, cells(row).toSpliced(at, 1)),
        )
      },
    },
    {
      name: `column "${head}" moved to the end`,
      apply: (html: string) => {
        const at = place(html, head)
        const move = (list: string[]) => [...list.toSpliced(at, 1), ...list.slice(at, at + 1)]
        return at === -1 ? html : rows(html, (row) => withCells(row, move([...cells(row)])))
      },
    },
    ...units.map(({ name, change }) => ({
      name: `cells of "${head}" ${name}`,
      apply: (html: string) => {
        const at = place(html, head)
        return rows(html, (row, index) =>
          index === 0 || at === -1
            ? row
            : withCells(
                row,
                cells(row).map((cell, column) => (column === at ? textOf(cell, change) : cell)),
              ),
        )
      },
    })),
  ]),
  {
    name: 'heads of rate and pass@5 exchanged',
    apply: (html) =>
      html
        .replace('>Pass@5 (%)<', '>x<')
        .replace('>Resolved Rate (%)<', '>Pass@5 (%)<')
        .replace('>x<', '>Resolved Rate (%)<'),
  },
  {
    name: 'a cell of one row removed',
    apply: (html) =>
      rows(html, (row, index) => (index === 2 ? withCells(row, cells(row).slice(1)) : row)),
  },
  {
    name: 'class of the name removed',
    apply: (html) => html.replaceAll('rank-table__model-name', 'x'),
  },
  {
    name: 'captions within the number',
    apply: (html) => html.replaceAll('</span><span', ' <i></i><b></b></span><span'),
  },
  {
    name: 'all rows removed',
    apply: (html) => html.replace(/<tbody>[\s\S]*<\/tbody>/, '<tbody></tbody>'),
  },
  {
    name: 'a table of lists',
    apply: (html) => html.replaceAll(/<(\/?)(?:table|thead|tbody|tr|th|td)/g, '<$1div'),
  },
  ...[
    'highlight',
    'highlight-external-system',
    'contamination-risk',
    'external-system',
    'inactive',
  ].map((mark) => ({
    name: `mark "${mark}" renamed`,
    apply: (html: string) => html.replaceAll(`rank-table__row-${mark}"`, 'rank-table__row-new"'),
  })),
  { name: 'marks removed', apply: (html) => html.replaceAll(/ rank-table__row-[\w-]+/g, '') },
  {
    name: 'labels removed',
    apply: (html) => html.replaceAll(/<div class="g-label">\w+<\/div>/g, ''),
  },
  { name: 'labels without a class', apply: (html) => html.replaceAll(' class="g-label"', '') },
]
