export { canonicalJson } from './canonical-json.ts'
export type {
  BoardReference,
  Chart,
  ColumnFormat,
  Editorial,
  Fact,
  HeadlineItem,
  HeadlinesSection,
  Issue,
  IssueDraft,
  IssueSource,
  IssueWarning,
  LeaderboardColumn,
  LeaderboardItem,
  LeaderboardSection,
  ModelItem,
  ModelsSection,
  PaperItem,
  PapersSection,
  Paragraph,
  RepositoriesSection,
  RepositoryItem,
  RowMovement,
  Section,
  SectionItem,
  Sentence,
  SourceState,
} from './document.ts'
export { freezeIssue } from './freeze.ts'
export { issueHash } from './hash.ts'
export type { IssueErrorCode } from './issue-error.ts'
export { IssueError } from './issue-error.ts'
export { migrateIssue, parseIssue } from './parse.ts'
export { issueProblems } from './problems.ts'
export { issueJsonSchema, issueSchema } from './schema.ts'
