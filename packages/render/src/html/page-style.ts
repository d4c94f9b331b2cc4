/**
 * The style of the page. System fonts only; every pair of text and ground has a contrast of at
 * least 4.5:1 in both schemes (WCAG 2.2 AA).
 */
export const pageStyle: string = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf7;
  --tint: #f3f0e6;
  --ink: #191816;
  --soft: #57534a;
  --hair: #cdc7b8;
  --accent: #8a1f1b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161512;
    --tint: #211f1a;
    --ink: #ebe6da;
    --soft: #b1aa9b;
    --hair: #464238;
    --accent: #ef9d8b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto;
  max-width: 80rem;
  padding: 1.25rem clamp(1rem, 3vw, 2.5rem) 3rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.5 Georgia, 'Times New Roman', Times, serif;
  overflow-wrap: anywhere;
}
a { color: inherit; text-decoration: underline; text-decoration-color: var(--hair); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { color: var(--accent); text-decoration-color: currentColor; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
main:focus { outline: none; }
:target { scroll-margin-top: 1rem; background: var(--tint); }
.inside:target, .section:target, .board:target, main:target { background: none; }
p, ul, ol { margin: 0 0 0.6rem; }
h1, h2, h3 { margin: 0; line-height: 1.15; text-wrap: balance; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--paper); z-index: 1; }

.masthead { text-align: center; }
.masthead h1 { font-size: clamp(2.5rem, 8.2vw, 6rem); font-weight: 700; letter-spacing: -0.022em; line-height: 1; padding: 0.1em 0 0.2em; }
.masthead h1 a { text-decoration: none; }
.dateline { margin: 0; padding: 0.45rem 0; border-top: 1px solid var(--ink); border-bottom: 4px double var(--ink); font-size: 0.95rem; }
.dateline a { text-decoration: none; }
.dateline a:hover { text-decoration: underline; }
.masthead nav ul { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.1rem 1.75rem; margin: 0; padding: 0.55rem 0; list-style: none; border-bottom: 1px solid var(--hair); font-size: 0.85rem; letter-spacing: 0.04em; }
.masthead nav a { display: inline-block; padding: 0.2rem 0; text-decoration: none; }
.banner { margin: 1rem 0 0; padding: 0.6rem 1rem; border: 1px solid var(--ink); border-left-width: 6px; background: var(--tint); }
.banner p { margin: 0; }

.editorial { padding: 1.6rem 0 1.4rem; }
.editorial h2, .section-head h2 { font-size: 1rem; font-weight: 700; letter-spacing: 0.09em; text-transform: uppercase; }
.editorial h2 { color: var(--accent); margin-bottom: 0.7rem; font-size: 0.85rem; }
.editorial .columns { columns: 19rem 3; column-gap: 2.5rem; column-rule: 1px solid var(--hair); font-size: 1.125rem; line-height: 1.55; hyphens: auto; }
.editorial .columns p { margin: 0; orphans: 2; widows: 2; }
.editorial .columns p + p { text-indent: 1.4em; }
.editorial .columns p:first-child::first-letter { float: left; font-size: 5.05em; line-height: 0.73; padding: 0.06em 0.07em 0 0; font-weight: 700; color: var(--accent); }
@supports (initial-letter: 3) {
  .editorial .columns p:first-child::first-letter { float: none; font-size: inherit; line-height: inherit; padding: 0; margin-right: 0.35em; initial-letter: 3; }
}
.byline { margin: 0.9rem 0 0; font-style: italic; }
.writer { margin: 0; color: var(--soft); font-size: 0.875rem; }

/* The rule before the first section of each row is cut off: rules stand between columns only. */
.front { display: flex; flex-wrap: wrap; margin-left: -2.5rem; clip-path: inset(-1rem -1rem -1rem calc(1.25rem + 2px)); row-gap: 2.25rem; }
.section { flex: 1 1 22rem; min-width: 0; padding-left: 1.25rem; margin-left: 1.25rem; border-left: 1px solid var(--hair); }
.papers-section, .models-section { flex-basis: 100%; }
.headlines-section { flex-grow: 2; }
.boards-section { flex: 1.7 1 26rem; }
.empty-section { flex: 1 1 15rem; }
.section-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; margin-bottom: 0.9rem; padding: 0.45rem 0 0.4rem; border-top: 3px solid var(--ink); border-bottom: 1px solid var(--ink); }
.all { font-size: 0.875rem; font-style: italic; white-space: nowrap; padding: 0.15rem 0; }
.subtitle { color: var(--soft); font-style: italic; }
.section h3, .inside h3 { font-size: 1.16rem; font-weight: 700; }
.section h3 a, .inside h3 a { text-decoration: none; }
.section h3 a:hover, .inside h3 a:hover { text-decoration: underline; }
.meta, .also, .notes { color: var(--soft); font-size: 0.875rem; line-height: 1.45; }
.meta { margin: 0.2rem 0 0.35rem; }
.outlet { font-weight: 700; }
.summary, .abstract { margin-bottom: 0.4rem; font-size: 0.98rem; }
.empty { color: var(--soft); font-style: italic; }
.badge { display: inline-block; padding: 0.08em 0.45em; border: 1px solid var(--soft); color: var(--soft); font-size: 0.72rem; font-weight: 400; letter-spacing: 0.03em; line-height: 1.4; text-transform: none; vertical-align: 0.15em; white-space: normal; }

.headlines, .inside .repositories { columns: 15.5rem auto; column-gap: 2rem; }
.headline, .repository { break-inside: avoid; }
.headline, .repository { padding: 0 0 0.7rem; margin-bottom: 0.8rem; border-bottom: 1px solid var(--hair); }
.headline > :last-child, .repository > :last-child, .paper > :last-child { margin-bottom: 0; }
.section .headline:first-child h3 { font-size: 1.4rem; }
.repository h3 { font-size: 1.05rem; }
.rank { font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; }
.papers { columns: 20rem 3; column-gap: 2.5rem; column-rule: 1px solid var(--hair); }
.paper { padding-bottom: 0.9rem; margin-bottom: 1rem; border-bottom: 1px solid var(--hair); }
.paper h3 { break-after: avoid; }
.paper .meta { break-after: avoid; }
.paper .abstract { font-size: 0.95rem; line-height: 1.48; hyphens: auto; orphans: 3; widows: 3; }

.boards { display: grid; gap: 1.75rem; }
.boards > .board { min-width: 0; }
.board h3 { margin-bottom: 0.25rem; }
.scroll { overflow-x: auto; max-width: 100%; margin: 0 0 0.6rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; line-height: 1.35; font-variant-numeric: lining-nums tabular-nums; overflow-wrap: normal; }
caption { text-align: left; padding-bottom: 0.35rem; color: var(--soft); font-size: 0.875rem; font-style: italic; }
th, td { padding: 0.34rem 0.7rem; vertical-align: top; text-align: left; border-bottom: 1px solid var(--hair); }
th:first-child, td:first-child { padding-left: 0.1rem; }
th:last-child, td:last-child { padding-right: 0.1rem; }
thead th { border-bottom: 1px solid var(--ink); font-size: 0.82rem; font-weight: 700; white-space: nowrap; vertical-align: bottom; }
tbody th { font-weight: 700; min-width: 9rem; overflow-wrap: anywhere; }
tbody th a { text-decoration: none; }
tbody th a:hover { text-decoration: underline; }
th.end:first-child { width: 2.2rem; }
.end { text-align: right; white-space: nowrap; }
/* The row's name stays in sight while the rest scrolls. */
.scroll tbody th { position: sticky; left: 0; background: var(--paper); }
.sources td:last-child { min-width: 16rem; overflow-wrap: anywhere; }

.notice { margin: 0 0 0.8rem; padding: 0.45rem 0.7rem; background: var(--tint); font-size: 0.92rem; }
.notice-quiet { background: none; padding-left: 0; padding-right: 0; }
.notice-ok { border-left: 3px solid var(--hair); }
.notice-stale { border-left: 3px dashed var(--ink); }
.notice-drift { border-left: 6px double var(--ink); }
.notice-failed { border: 2px solid var(--accent); }
.state { display: inline-block; padding: 0 0.5em; margin-right: 0.25em; border: 1px solid currentColor; font-size: 0.78rem; font-weight: 700; letter-spacing: 0.05em; line-height: 1.55; white-space: nowrap; }
.state-ok { border-color: transparent; padding: 0; font-weight: 400; }
.state-quiet { border-style: dotted; font-weight: 400; }
.state-stale { border-style: dashed; }
.state-drift { border: 3px double currentColor; }
.state-failed { background: var(--accent); border-color: var(--accent); color: var(--paper); }

.pages { margin-top: 3rem; }
.inside { padding-top: 2.5rem; }
.inside .section-head h2 { font-size: 1.5rem; letter-spacing: 0; text-transform: none; }
.kicker { font-weight: 400; }
.inside .board { margin-bottom: 2rem; }
.commentary { max-width: 42rem; margin-bottom: 1.4rem; font-size: 1.0625rem; }
.inside .papers { columns: 26rem 2; }
.chart { margin: 0 0 2rem; max-width: 46rem; }
.chart svg { display: block; width: 100%; height: auto; margin: 0.6rem 0; overflow: visible; }
.chart polyline { fill: none; stroke: var(--ink); stroke-width: 1.75; }
.chart circle { fill: var(--ink); }
.chart .tick { stroke: var(--hair); }
.chart text { fill: var(--ink); font-size: 13px; font-variant-numeric: lining-nums tabular-nums; }
.evidence { max-width: 46rem; padding-left: 1.6rem; margin-top: 0.5rem; }
.evidence li { margin-bottom: 0.5rem; }
.colophon { margin-top: 3rem; padding-top: 0.8rem; border-top: 4px double var(--ink); color: var(--soft); font-size: 0.82rem; }
.colophon p { margin: 0; }

@media (max-width: 40rem) {
  body { font-size: 1rem; }
  .front { margin-left: 0; clip-path: none; }
  .section { flex-basis: 100%; padding-left: 0; margin-left: 0; border-left: 0; }
  .masthead nav ul { gap: 0.1rem 1.1rem; }
  .editorial .columns { font-size: 1.0625rem; hyphens: manual; }
  th, td { padding-left: 0.45rem; padding-right: 0.45rem; }
}
@media print {
  :root { --paper: #fff; --tint: #fff; --ink: #000; --soft: #333; --hair: #999; --accent: #000; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; font-size: 1rem; }
  .skip, .masthead nav, .all { display: none; }
  .scroll { overflow: visible; }
  .headline, .repository, tr, .notice { break-inside: avoid; }
  .inside { break-before: page; }
  .state-failed { background: none; color: #000; border: 2px solid #000; }
}
`
