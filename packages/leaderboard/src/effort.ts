const level = '(?:none|minimal|low|medium|high|xhigh|max)'
const mode = '(?:adaptive |extended |non-?|no )?(?:reasoning|thinking)'

// "(xhigh)", "[medium]", "(Non-reasoning, High Effort)": the last group of a name.
const lastGroup = /^(.*\S)\s*(?:\(([^()]+)\)|\[([^[\]]+)\])$/s
const levelPart = new RegExp(`^(${level})(?: effort)?(?: with fallback)?$`)
const modePart = new RegExp(`^${mode}$`)
// "(Adaptive Reasoning, Max Effort, Opus 4.8 Fallback)" on Artificial Analysis.
const fallbackPart = / fallback$/

// SWE-rebench's "gpt-5.5-2026-04-23-medium" and "Claude Opus 4.8-xhigh". Lower case only, and the two
// words that are also names of models ("Qwen3-Max", "mistral-medium") only where a version or a date
// stands apart before them.
const afterHyphen = [
  /^(.*[^\s-])-(minimal|low|high|xhigh)$/s,
  /^(.*\d)-(medium)$/s,
  /^(.*(?:\s\d+(?:\.\d+)?|\d{4}-\d{2}-\d{2}))-(max)$/s,
]

// The words that a name may also end with for another reason: only other rows of the board tell.
const lastWord = new RegExp(`^(.*[^\\s-])-(${level})$`, 's')

/** A row's name, taken apart. */
export interface SplitName {
  /** e.g. `'GPT-5.3 Codex'` */
  model: string
  /** In lower case, e.g. `'xhigh'`, `'non-reasoning'`. */
  effort: string
}

/** The name and the effort it ends with; `undefined` where it does not end with one. */
export function splitName(name: string): SplitName | undefined {
  const trimmed = name.trim()
  const group = lastGroup.exec(trimmed)
  if (group !== null) {
    const [, model = '', round, square] = group
    const effort = groupEffort(round ?? square ?? '')
    return effort === undefined ? undefined : { model, effort }
  }
  for (const pattern of afterHyphen) {
    const [, model, effort] = pattern.exec(trimmed) ?? []
    if (model !== undefined && effort !== undefined) return { model, effort }
  }
  return undefined
}

/**
 * The reasoning effort a row's name ends with, in lower case: `'GPT-5.3 Codex (xhigh)'` → `'xhigh'`,
 * `'GPT-5.6 Sol [medium]'` → `'medium'`, `'gpt-5.5-2026-04-23-xhigh'` → `'xhigh'`,
 * `'Claude Opus 4.6 (Adaptive Reasoning, Max Effort)'` → `'max'`.
 *
 * Where the name tells only whether the model reasoned, that is the effort: `'reasoning'` or
 * `'non-reasoning'`. Where it tells both, the level is. Anything else in brackets, such as
 * `(Preview)` or `(Sep '25)`, is part of the model's name and gives `undefined`.
 */
export function readEffort(name: string): string | undefined {
  return splitName(name)?.effort
}

/**
 * The effort each row's name ends with, read over all rows of one board together; in their order.
 *
 * What `readEffort` reads of a name alone stands. Beyond that the board itself is evidence: after a
 * hyphen, `-medium`, `-max` and `-none` are efforts where another row has the same name with another
 * effort, as `gpt-5.2-codex-medium` beside `gpt-5.2-codex-xhigh`; `-medium` and `-none` also beside the
 * bare `gpt-5.2-codex`. A bare name proves no `-max`, for `gpt-5.1-codex-max` is a model of its own. Nor is an effort what
 * another row carries an effort behind, as `gpt-5.1-codex-max` beside `gpt-5.1-codex-max-high`.
 */
export function readEfforts(names: readonly string[]): (string | undefined)[] {
  const rows = names.map((name) => ({ whole: name.trim(), split: splitName(name) }))
  const guesses = rows.map(({ whole, split }) => (split === undefined ? guess(whole) : undefined))
  const bare = new Set(rows.flatMap(({ whole, split }) => (split === undefined ? [whole] : [])))
  const carriers = new Set(rows.flatMap(({ split }) => split?.model ?? []))
  const efforts = new Map<string, Set<string>>()
  for (const [index, { split }] of rows.entries()) {
    const { model, effort } = split ?? guesses[index] ?? {}
    if (model !== undefined && effort !== undefined) {
      efforts.set(model, (efforts.get(model) ?? new Set()).add(effort))
    }
  }
  return rows.map(({ whole, split }, index) => {
    const guessed = guesses[index]
    if (split !== undefined || guessed === undefined) return split?.effort
    const { model, effort } = guessed
    const isProven = (efforts.get(model)?.size ?? 0) > 1 || (effort !== 'max' && bare.has(model))
    return isProven && !carriers.has(whole) ? effort : undefined
  })
}

function guess(name: string): SplitName | undefined {
  const [, model, effort] = lastWord.exec(name) ?? []
  return model === undefined || effort === undefined ? undefined : { model, effort }
}

function groupEffort(group: string): string | undefined {
  const parts = group
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
  const levels = parts.flatMap((part) => levelPart.exec(part)?.[1] ?? [])
  const modes = parts.filter((part) => modePart.test(part))
  const others = parts.filter((part) => fallbackPart.test(part) && !levelPart.test(part))
  if (levels.length + modes.length + others.length !== parts.length) return undefined
  if (levels[0] !== undefined) return levels[0]
  const [first] = modes
  if (first === undefined) return undefined
  return /^no/.test(first) ? 'non-reasoning' : 'reasoning'
}
