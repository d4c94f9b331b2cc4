import type { ArxivId } from './arxiv-id.ts'
import { present } from './child-elements.ts'
import type { Announcement, Author, Paper, PaperVersion, Surface } from './paper.ts'
import type { SubjectClasses } from './subject-classes.ts'
import { lineToText, texToText } from './tex-to-text.ts'
import { withoutAbsent } from './without-absent.ts'

/** A title as it is written and as it is read. */
export interface Title {
  tex: string
  text: string
}

/** What a surface tells of a paper. TeX, raw or half converted, is still as it stands there. */
export interface PaperParts {
  surface: Surface
  identified: ArxivId
  title: Title
  authors?: Author[] | undefined
  submitter?: string | undefined
  primaryCategory?: string | undefined
  reportNumbers?: string[] | undefined
  submittedAt?: string | undefined
  updatedAt?: string | undefined
  submittedOn?: string | undefined
  updatedOn?: string | undefined
  history?: PaperVersion[] | undefined
  announcement?: Announcement | undefined
  dois?: string[] | undefined
  license?: string | undefined
  withdrawn?: boolean | undefined
  texAbstract?: string | undefined
  /** The abstract has no white space to be settled. */
  isOneLine?: true | undefined
  subjects: Pick<SubjectClasses, 'categories' | 'mscClasses' | 'acmClasses'>
  texComment?: string | undefined
  texJournalRef?: string | undefined
}

/** A title; `undefined` where there is nothing to read. It may be "0" (2104.12255). */
export function readTitle(tex: string | undefined): Title | undefined {
  const text = readableText(tex)
  return tex === undefined || text === undefined ? undefined : { tex, text }
}

/** Readable text; `undefined` where nothing is left to read. */
function readableText(tex: string | undefined): string | undefined {
  return tex === undefined ? undefined : present(texToText(tex))
}

/** The record of what a surface tells: one order of fields, unknown ones absent. */
export function buildPaper(parts: PaperParts): Paper {
  const { identified, title, subjects, texAbstract } = parts
  const abstract =
    parts.isOneLine === true && texAbstract !== undefined
      ? present(lineToText(texAbstract))
      : readableText(texAbstract)
  const primaryCategory = parts.primaryCategory ?? subjects.categories[0]
  const categories =
    primaryCategory === undefined ? [] : [...new Set([primaryCategory, ...subjects.categories])]
  return withoutAbsent<Paper>({
    id: identified.id,
    version: identified.version,
    url: `https://arxiv.org/abs/${identified.id}`,
    title: title.text,
    abstract,
    tex: { title: title.tex, ...(texAbstract !== undefined && { abstract: texAbstract }) },
    authors: parts.authors ?? [],
    submitter: parts.submitter,
    primaryCategory,
    categories,
    mscClasses: subjects.mscClasses,
    acmClasses: subjects.acmClasses,
    reportNumbers: parts.reportNumbers ?? [],
    submittedAt: parts.submittedAt,
    updatedAt: parts.updatedAt,
    submittedOn: parts.submittedAt === undefined ? parts.submittedOn : undefined,
    updatedOn: parts.updatedAt === undefined ? parts.updatedOn : undefined,
    history: parts.history ?? [],
    announcement: parts.announcement,
    comment: readableText(parts.texComment),
    journalRef: readableText(parts.texJournalRef),
    dois: parts.dois ?? [],
    license: parts.license,
    withdrawn: parts.withdrawn,
    surfaces: [parts.surface],
    from: {},
  })
}
