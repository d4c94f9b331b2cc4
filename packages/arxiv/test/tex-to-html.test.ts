import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { texToHtml } from '../src/index.ts'

const raw = String.raw

describe('texToHtml', () => {
  test.for([
    [raw`$x_i^{2\theta}$ at 10^{-5}`, 'x<sub>i</sub><sup>2θ</sup> at 10<sup>-5</sup>'],
    [
      raw`\emph{a \textbf{b}} {\it c} {\bf d} \texttt{e}`,
      '<em>a <strong>b</strong></em> <em>c</em> <strong>d</strong> <code>e</code>',
    ],
    [raw`\textsuperscript{th} \textsubscript{i}`, '<sup>th</sup> <sub>i</sub>'],
    [raw`$90^\circ$ $f'$ $x^*$ $x^{}$`, '90° f′ x* x'],
    [raw`\frac{x^2}{2}`, 'x<sup>2</sup>/2'],
    [
      'R&D <script>alert("1")</script> it\'s',
      'R&amp;D &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; it&#39;s',
    ],
    [
      raw`\href{https://a.example/?b=1\&c="x"}{<b>}`,
      '<a href="https://a.example/?b=1&amp;c=%22x%22">&lt;b&gt;</a>',
    ],
    [raw`\url{http://a.example/x\_y}`, '<a href="http://a.example/x_y">http://a.example/x_y</a>'],
    [raw`\href{javascript:alert(1)}{x} \href{data:text/html,y}{y} \href{//z.example}{z}`, 'x y z'],
    [raw`\href{https://}{x}`, 'x'],
    ["a `quotation over\n  two lines' ends", 'a ‘quotation over two lines’ ends'],
  ] as const)('%s', ([tex, html]) => {
    expect(texToHtml(tex)).toBe(html)
  })

  test('whatever comes in, only known tags go out, each closed', () => {
    const pieces = fc.constantFrom(
      raw`\emph{`,
      raw`\textbf{`,
      raw`\texttt{`,
      raw`\href{`,
      raw`\url{`,
      '}{',
      '}',
      '{',
      '$',
      '^{',
      '_{',
      raw`{\it `,
      'https://a.example/',
      'javascript:',
      '<a href="',
      '"',
      '>',
      '<',
      '&',
      "'",
      ' onload=x ',
      'x',
      raw`\footnote{`,
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        const html = texToHtml(parts.join(''))
        const open: string[] = []
        for (const [tag] of html.matchAll(/<[^>]*>/g)) {
          const [, close, name] =
            /^<(\/?)(sup|sub|em|strong|code|a)(?: href="https?:\/\/[^"<>\s']*")?>$/.exec(tag) ?? []
          expect(name, tag).toBeDefined()
          expect(tag.includes('href')).toBe(name === 'a' && close === '')
          if (close === '') open.push(name ?? '')
          else expect(open.pop()).toBe(name)
        }
        expect(open).toEqual([])
        expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/)
      }),
      { numRuns: 2000 },
    )
  })
})
