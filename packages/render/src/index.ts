export { renderHtml } from './html/page.ts'
export { renderMarkdown } from './markdown/page.ts'
export { renderText } from './text/page.ts'
