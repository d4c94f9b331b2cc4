import type { Editorial } from '@inference-report/issue'

/** How the editorial came about, e.g. `Written from this data, without a language model.` */
export function writerNote({ writer }: Editorial): string {
  return writer === 'templates'
    ? "Written from this issue's data, without a language model."
    : `Written from this issue's data by the language model ${writer}.`
}
