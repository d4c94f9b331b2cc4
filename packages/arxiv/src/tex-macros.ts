import { mathAccents } from './tex-accents.ts'
import { blackboard } from './tex-letters.ts'
import {
  dropped,
  plain,
  type Read,
  script,
  styled,
  switched,
  withArguments,
} from './tex-macro-reader.ts'
import { accent, negated, readFraction, readOver, readRoot } from './tex-math-macros.ts'
import { nodesToText } from './tex-node.ts'
import { blanks, logos, plainArguments, silent, textArguments } from './tex-symbols.ts'
import {
  readEnvironment,
  readHref,
  readReference,
  textAccent,
  verbatim,
} from './tex-text-macros.ts'

/** Macros with arguments, or with an effect. Of two entries for a name the later one counts. */
export const macros: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...named('u v H c k r b d t', textAccent),
  ...[...mathAccents].map(([macro, mark]): [string, Read] => [macro, accent(mark)]),
  ...named([...plainArguments].join(' '), plain(undefined)),
  ...named([...textArguments].join(' '), plain(false)),
  ...named('ensuremath', plain(true)),
  ...named([...silent].join(' '), (reader, scope, word) => {
    reader.skipSpace(scope)
    // An invisible delimiter: `\right.`
    if (
      /^(?:left|right)$/.test(word) &&
      reader.source[reader.position] === '.' &&
      reader.position < scope.end
    )
      reader.position++
    return true
  }),
  ...named([...blanks].join(' '), dropped(0, ' ')),
  ...named('emph textit textsl', styled('em')),
  ...named('textbf', styled('strong')),
  ...named('texttt code', styled('code')),
  ...named('it em sl itshape slshape', switched('em')),
  ...named('bf bfseries', switched('strong')),
  ...named('tt ttfamily', switched('code')),
  ...named('verb', verbatim),
  ...named('textsuperscript', script('sup')),
  ...named('textsubscript', script('sub')),
  ...named('frac dfrac tfrac cfrac nicefrac sfrac', readFraction),
  ...named(
    'binom dbinom tbinom',
    withArguments(2, ([n = [], k = []]) => ['(', ...n, ' choose ', ...k, ')']),
  ),
  ...named('over', readOver),
  ...named('sqrt', readRoot),
  ...named(
    'mathbb Bbb mathbbm',
    withArguments(1, ([argument = []]) => [blackboard(nodesToText(argument).trim())]),
  ),
  ...named(
    'overset stackrel',
    withArguments(2, ([above = [], base = []]) => [...base, { kind: 'sup', children: above }]),
  ),
  ...named(
    'underset',
    withArguments(2, ([below = [], base = []]) => [...base, { kind: 'sub', children: below }]),
  ),
  ...named(
    'textcolor colorbox',
    withArguments(2, ([, text = []]) => text),
  ),
  ...named(
    'footnote',
    withArguments(1, ([note = []]) => [' (', ...note, ')']),
  ),
  ...named('bmod', dropped(0, ' mod ')),
  ...named('item', dropped(0, ' • ')),
  // Names: nobody means TeX's swallowing of the space after them.
  ...[...logos].map(([macro, text]): [string, Read] => [macro, dropped(0, text)]),
  ...named(
    'pmod',
    withArguments(1, ([modulus = []]) => [' (mod ', ...modulus, ')']),
  ),
  ...named('not', negated),
  ...named('url href', readHref),
  ...named('begin end', readEnvironment),
  ...named('label index phantom hphantom vphantom color', dropped(1, '')),
  ...named('hspace vspace', dropped(1, ' ')),
  ...named(
    'cite citep citet citealp citeauthor citeyear ref eqref cref Cref autoref pageref',
    readReference,
  ),
])

function named(list: string, read: Read): [string, Read][] {
  return list.split(' ').map((macro) => [macro, read])
}
