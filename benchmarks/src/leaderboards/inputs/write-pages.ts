import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { InputFile } from '../../measure/measure.ts'
import { artificialAnalysisPage } from './artificial-analysis-page.ts'
import { sweRebenchPage } from './swe-rebench-page.ts'

/** What the suite measures: each page, and how large the real one is. */
export const pages: readonly { name: string; html: () => string }[] = [
  {
    name: 'Artificial Analysis',
    html: () => artificialAnalysisPage({ models: 650, cut: 'awkward' }).html,
  },
  // The real page pushes the row of its board in one piece.
  {
    name: 'SWE-rebench, flat',
    html: () => sweRebenchPage({ models: 100, shape: 'flat', cut: 'rows' }).html,
  },
  {
    name: 'SWE-rebench, languages',
    html: () => sweRebenchPage({ models: 100, shape: 'languages', cut: 'awkward' }).html,
  },
]

/** The pages as files, which every process reads for itself; they go when this one does. */
export function writePages(): InputFile[] {
  const folder = mkdtempSync(`${tmpdir()}/inference-report-bench-`)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return pages.map(({ name, html }, index) => {
    const path = `${folder}/${index}.html`
    const bytes = Buffer.from(html())
    writeFileSync(path, bytes)
    return { name, path, bytes: bytes.length }
  })
}
