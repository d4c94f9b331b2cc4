import type { SourceState } from '@inference-report/issue'
import type { StateNotice } from '../section-state.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

/** The state as a word in a frame of its own kind: never by colour alone. */
export function stateBadge(state: SourceState, label: string): Html {
  return html`<span class="state state-${state}">${label}</span>`
}

export function noticeHtml(notice: StateNotice | undefined): Html | undefined {
  if (notice === undefined) return undefined
  const asOf = notice.asOf === undefined ? undefined : html`<strong>${notice.asOf}.</strong> `
  return html`<p class="notice notice-${notice.state}">${stateBadge(notice.state, notice.label)} ${asOf}<span>${notice.why}</span></p>
`
}
