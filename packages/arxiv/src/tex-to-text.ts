import { collapseSpace } from './child-elements.ts'
import { padBraces } from './tex-braces.ts'
import { nodesToText } from './tex-node.ts'
import { readTex } from './tex-reader.ts'

/** Nothing in a text without these has a meaning in TeX. */
const special = /[\\{}$^_~`]|''|--/

/**
 * Readable text of TeX as it stands in titles, abstracts and names, raw or half converted by arXiv:
 * `Schr\"odinger's $10^{-5}$ ``cat''` becomes `Schrödinger's 10⁻⁵ “cat”`. On one line. Scripts are
 * in small characters where Unicode has them all, else `x^(2θ)`. Amounts of money keep their dollar
 * sign; macros that are not known stay as they are written. Converting twice changes nothing; time
 * is linear in the length of the text.
 */
export function texToText(tex: string): string {
  return special.test(tex) ? settle(tex) : collapseSpace(tex)
}

/** The same of a text that is trimmed and on one line already. */
export function lineToText(tex: string): string {
  return special.test(tex) ? settle(tex) : tex
}

function settle(tex: string): string {
  let text = convert(tex)
  // One pass settles all but contrived texts, e.g. `\$x\$`, which leaves `$x$`.
  for (let pass = 0; pass < 3; pass++) {
    const again = convert(text)
    if (again === text) return text
    text = again
  }
  return withoutSpecials(text)
}

function convert(tex: string): string {
  if (!special.test(tex)) return collapseSpace(tex)
  return padBraces(collapseSpace(nodesToText(readTex(tex))))
}

/** For a text that never settles: what is left of it holds nothing that TeX could read. */
function withoutSpecials(text: string): string {
  return collapseSpace(text.replace(/[\\{}$^_~`]|'{2,}|-{2,}/g, ' '))
}
