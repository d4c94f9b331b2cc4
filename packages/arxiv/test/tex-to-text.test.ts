import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { texToText } from '../src/index.ts'

const raw = String.raw

describe('accents and letters', () => {
  test.for([
    [raw`H\"older`, 'Hölder'],
    [raw`Andr\'e`, 'André'],
    [raw`Andr\'{e} \' e`, 'André é'],
    [raw`{\'E}cole \`a la`, 'École à la'],
    [raw`\^o \~n \=a \.z \"{o}`, 'ô ñ ā ż ö'],
    [raw`\v{s} \v s \c{c}a \H{o} \k{a} \r{a} \u{g} \d{h} \b{d} \t{oo}`, 'š š ça ő ą å ğ ḥ ḏ o͡o'],
    // Dotless letters lose nothing under an accent, converted by arXiv or not.
    [raw`\'{\i} {\'\i} \'\i \^{\i} \u{\i}`, 'í í íî ĭ'],
    [raw`\"ı {\'ı} Garc\'ıa-Lario \'{\ı}`, 'ï í García-Lario í'],
    [raw`\o \O \aa \AA \ae \oe \ss \l \L \i \dh \dj \th \ng`, 'øØåÅæœßłŁıðđþŋ'],
    [raw`\L{}ukasz K\o re \O{}re`, 'Łukasz Køre Øre'],
    [raw`\'{ee} \'{}x \~{}`, 'ée x ~'],
    [raw`Nguy\~{\^e}n Vi\d{\^e}t`, 'Nguyễn Việt'],
    // Not followed by a letter, it is what it looks like.
    [raw`say \"..\" \'`, 'say ".." \''],
  ] as const)('%s', ([tex, text]) => {
    expect(texToText(tex)).toBe(text)
  })
})

describe('text', () => {
  test.for([
    [raw`50\% of R\&D, item\_1, \#2, \{x, y\}`, '50% of R&D, item_1, #2, {x, y}'],
    ["``twice'' and `once'", '“twice” and ‘once’'],
    ["don't use `code` or rock 'n' roll", "don't use `code` or rock 'n' roll"],
    ['pages 1--5 --- so ------', 'pages 1–5 — so ------'],
    ['Fig.~1, so~on, about ~5, A ~ B', 'Fig. 1, so on, about ~5, A ~ B'],
    [raw`a\,b\;c\ d\\e\quad f\/g\-h`, 'a b c d e fgh'],
    ['wrapped\n  lines\tand   space ', 'wrapped lines and space'],
    ['{BERT}: {D}NA of the {ö}', 'BERT: DNA of the ö'],
    ['4{,}000 comments, {0,1} stays', '4,000 comments, {0,1} stays'],
    [
      raw`{\it in vivo, in vitro} {\bf b} {\em e} \emph{m} \textbf{\textit{n}} \texttt{t} \textsc{Sc}`,
      'in vivo, in vitro b e m n t Sc',
    ],
    ['AT&T at 50% #1 a*b <x> "q"', 'AT&T at 50% #1 a*b <x> "q"'],
    [raw`\LaTeX is by \copyright 2020 \TeX{}nicians`, 'LaTeX is by © 2020 TeXnicians'],
    [
      raw`see \cite{knuth:84} and~\cite[p.~3]{a_b}, \ref{fig:1}`,
      'see [knuth:84] and [a b], [fig:1]',
    ],
    [raw`x\footnote{a note}\label{l}`, 'x (a note)'],
    [raw`\begin{itemize}\item one\item two\end{itemize}`, '• one • two'],
    [raw`\textcolor{red}{red} \color{blue}blue \hspace{1cm}far`, 'red blue far'],
    ['0', '0'],
    ['', ''],
    [' \n ', ''],
  ] as const)('%s', ([tex, text]) => {
    expect(texToText(tex)).toBe(text)
  })

  test('verbatim text', () => {
    expect(texToText(raw`\verb|x_1| and \verb+a|b+, \verb`)).toBe(raw`x_1 and a|b, \verb`)
  })

  test('addresses are kept whole', () => {
    expect(texToText(raw`\url{https://a.example/x\_y~z} \href{https://b.example/}{here}`)).toBe(
      'https://a.example/x_y~z here (https://b.example/)',
    )
    expect(texToText(raw`(https://c.example/a_1--b~c^2\_d\#e)`)).toBe(
      '(https://c.example/a_1--b~c^2_d#e)',
    )
  })
})

describe('mathematics', () => {
  test.for([
    [
      raw`$\alpha = 3$, $\alpha x$, $\alpha\beta$, $\alpha \beta$, \alpha bar`,
      'α = 3, αx, αβ, αβ, αbar',
    ],
    [raw`$a\le b$ $a \le b$ $3\times4$ $\sim 5$ $x\to\infty$`, 'a≤b a ≤ b 3×4 ∼5 x→∞'],
    [
      raw`$\log n$ $n\log n$ $\log(n)$ $\sin\theta$ $\max_i x$`,
      'log n n log n log(n) sin θ maxᵢ x',
    ],
    [raw`$x_i^2$ $10^{-5}$ $x^{2n+1}$ $E_{max}$ $a_{12}$`, 'xᵢ² 10⁻⁵ x²ⁿ⁺¹ Eₘₐₓ a₁₂'],
    [raw`$T_{\rm eff}$ $x^{2\theta+q}$ $A^\top$ $x_\theta$ $x^{}$`, 'T_(eff) x^(2θ+q) A^⊤ x_θ x'],
    [raw`$n^{O(\log n)}$ $x_{i j}$ $x_{\max\,i}$`, 'n^(O(log n)) xᵢⱼ x_(max i)'],
    [raw`$90^\circ$ $x^*$ $f'$ $f''$ $f^\prime$ $a^\dagger$`, '90° x* f′ f″ f′ a†'],
    [raw`10^{-5}, 5^{th}, e^+e^-, H_2O, CO_2, m^2`, '10⁻⁵, 5ᵗʰ, e⁺e⁻, H₂O, CO₂, m²'],
    ['snake_case file_1.txt a_b x_12', 'snake_case file_1.txt a_b x_12'],
    [
      raw`$\frac{1}{2}$ $\frac12$ $\frac{a+b}{2}$ $\frac{1}{2\pi}$ $\frac{1}{2}x$ $\dfrac\lambda\theta$`,
      '1/2 1/2 (a+b)/2 1/(2π) (1/2)x λ/θ',
    ],
    // Half converted by arXiv.
    [raw`$\fracλθ$ $ω$Test`, 'λ/θ ωTest'],
    [raw`$ {a \over b+c}$`, 'a/(b+c)'],
    [raw`$\sqrt{2}$ $\sqrt x$ $\sqrt{x+1}$ $\sqrt[3]{x}$ $\sqrt[n]{x}$`, '√2 √x √(x+1) ∛x ⁿ√x'],
    [raw`$\binom{n}{k}$ $a \bmod b$ $a \pmod{p}$`, '(n choose k) a mod b a (mod p)'],
    [
      raw`$\mathbb{R}^d$ $\mathbb E$ $\mathcal{O}(n)$ $\mathbf{x}$ $\text{if } x$ $\operatorname{dim} V$`,
      'ℝᵈ 𝔼 O(n) x if x dim V',
    ],
    [raw`$\tilde{x}$ $\bar p$ $\hat{y}_i$ $\vec v$ $\overline{MS}$ $\bar{abc}$`, 'x̃ p̄ ŷᵢ v⃗ M̅S̅ abc'],
    [raw`$\not=$ $x \not\in A$ $x\not\in A$`, '≠ x ∉ A x∉A'],
    [raw`$\left( x \right)$ $\left\{ x \right.$ $\Bigl[y\Bigr]$`, '( x ) { x [y]'],
    [raw`$\{0,1\}^n$ $\{a_n\}$`, '{0,1}ⁿ {aₙ}'],
    [
      raw`\(x_1\) and \[y^2.\] $$z_3$$ \begin{equation} a &= b \\ c \end{equation}`,
      'x₁ and y². z₃ a = b c',
    ],
    [raw`$\overset{d}{\to}$ $\underset{x}{\min}$`, '→ᵈ minₓ'],
    [
      raw`K$\to\pi\nu\bar\nu$ $p\bar{p}$ $\Lambda$CDM $^{13}$C $k$-means`,
      'K→πνν̄ pp̄ ΛCDM ¹³C k-means',
    ],
  ] as const)('%s', ([tex, text]) => {
    expect(texToText(tex)).toBe(text)
  })
})

describe('dollars', () => {
  test.for([
    ['from $5 million to $10 million', 'from $5 million to $10 million'],
    ['costs $5 or $10', 'costs $5 or $10'],
    ['$5-$10, then', '$5-$10, then'],
    ['$35,000 in total for $2k', '$35,000 in total for $2k'],
    [raw`\$5 and \$10`, '$5 and $10'],
    ['US$ 5 and US$ 6; $1,000-$2,000', 'US$ 5 and US$ 6; $1,000-$2,000'],
    ['$HOME and $PATH', '$HOME and $PATH'],
    ['one $ alone', 'one $ alone'],
    [
      raw`$\$5$ to $\$10$, $\$$3, $\sim\$100$, $\$0.02\pm0.01$, only $\$1.5$M`,
      '$5 to $10, $3, ∼$100, $0.02±0.01, only $1.5M',
    ],
    [raw`$0.36~\mathrm{\$/kWh}$ \textdollar5`, '0.36 $/kWh $5'],
    [raw`saves $5 (50\%) and $10 (20\%)`, 'saves $5 (50%) and $10 (20%)'],
    [raw`from $0.10 (10\%) for $x$ runs`, 'from $0.10 (10%) for x runs'],
    ['a $7B$ model, $100K$ runs, $2M or $3M', 'a 7B model, 100K runs, $2M or $3M'],
    [raw`$5 or \$6 with $x$`, '$5 or $6 with x'],
    ['a $ here and then some more words come b$', 'a $ here and then some more words come b$'],
    ['$5$ $300 GeV$ $10^5$ $ x $ $1.13\\times$', '5 300 GeV 10⁵ x 1.13×'],
    [raw`$\sim$10, $>$5, $\pm$3`, '∼10, >5, ±3'],
    ['$$ $', '$$ $'],
  ] as const)('%s', ([tex, text]) => {
    expect(texToText(tex)).toBe(text)
  })
})

describe('what is not TeX, or not known', () => {
  test.for([
    [raw`100 \kms, $z \la 3$, \Q($\sqrt5$), \F_q`, raw`100 \kms, z \la 3, \Q(√5), \F_q`],
    // Its name must not swallow what follows.
    [raw`\foo{bar} \foo{}bar $\foo$bar`, raw`\foo bar \foo bar \foo bar`],
    [raw`a \n b \1 c\ `, raw`a \n b \1 c`],
    ['{0,1} and { x } stay, stray { and } too', '{0,1} and { x } stay, stray { and } too'],
    // A set of one letter would read as a group the second time.
    [raw`$\{x\}$`, '{ x }'],
    [raw`\$x\$`, 'x'],
    ['\\', '\\'],
    ['^ _ ^{', '^ _ ^{'],
  ] as const)('%s', ([tex, text]) => {
    expect(texToText(tex)).toBe(text)
  })
})

const pieces = fc.constantFrom(
  ...raw`\ { } $ $$ ^ _ ~ \' \" \^ \v \c \frac \sqrt[ \over \it \bf \emph{ \text{ \( \) \[ \] \{ \} \$ \\ \not \hat \left \right. \alpha \le \log \foo \url{ \href{ \begin{ equation} \cite{ \textbackslash \footnote{ a B 1 - -- ' & , : http://x.example/_ é 𝔼 ∘`.split(
    ' ',
  ),
  "''",
  '`',
  ' ',
  '\n\n',
)
const tex = fc
  .array(fc.oneof({ weight: 5, arbitrary: pieces }, { weight: 1, arbitrary: fc.string() }))
  .map((parts) => parts.join(''))

describe('of any input', () => {
  test('converting twice changes nothing', () => {
    fc.assert(
      fc.property(tex, (input) => {
        const text = texToText(input)
        expect(texToText(text)).toBe(text)
      }),
      { numRuns: 3000 },
    )
  })

  test('the result is one trimmed line', () => {
    fc.assert(
      fc.property(tex, (input) => {
        expect(texToText(input)).toMatch(/^(?:\S(?:.*\S)?)?$/)
        expect(texToText(input)).not.toMatch(/[\n\t]| {2}/)
      }),
    )
  })

  test('plain words are never lost', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(texToText(words.join(' '))).toBe(words.join(' '))
      }),
    )
  })

  test('no depth of nesting overflows the stack', () => {
    for (const opening of [
      '{',
      '$x^{',
      raw`\frac{`,
      raw`\hat`,
      raw`{\it `,
      raw`\emph{`,
      raw`{a\over `,
      raw`\'`,
      '$',
      raw`\(`,
    ]) {
      const hostile = opening.repeat(20_000)
      const text = texToText(`${hostile}x`)
      expect(texToText(text)).toBe(text)
      texToText(`${hostile}x${'}'.repeat(20_000)}`)
    }
  })
})
