// How reports look: on a phone and a desktop, light, dark and on paper. Colours have at least 4.5:1 on their ground, and none says
// anything that a word or a shape does not say too.

const LIGHT = `
  --ground: #ffffff; --raised: #f4f5f7; --line: #d0d4d9; --text: #1b1d20; --quiet: #5a5f66;
  --right: #005a9c; --missed: #a84300; --caution: #7a5c00; --focus: #00695c; --track: #e3e6ea; --range: #3a80b8; --point: #005a9c;
  --heat-1: #c5dff2; --heat-2: #8fbfe3; --heat-3: #3f8ac4; --heat-4: #00477c;`;

const DARK = `
  --ground: #1a1c1f; --raised: #25282c; --line: #42474d; --text: #e8eaed; --quiet: #a6adb5;
  --right: #5fb3f0; --missed: #f2a65a; --caution: #e8d35e; --focus: #7fd1c7; --track: #34383d; --range: #4f93c8; --point: #8fd0ff;
  --heat-1: #23435c; --heat-2: #2f6a97; --heat-3: #5fb3f0; --heat-4: #c9e8ff;`;

export const REPORT_STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem }
header { padding-top: 2rem }
footer { padding-block: 1rem 2rem; color: var(--quiet); font-size: .875rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem }
p { margin: .5rem 0 }
a { color: var(--focus) }
.quiet { color: var(--quiet) }
.text { white-space: pre-wrap }
.score { font-size: 2.2rem; font-weight: 650; line-height: 1.2 }
.right { color: var(--right) }
.missed { color: var(--missed) }
.caution { color: var(--caution) }
.verdict { font-weight: 650 }
code { font-size: .9em }
pre { margin: .5rem 0; padding: .4rem .7rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--ground); line-height: 1.4; white-space: pre-wrap }

figure { margin: 0 }
.chart { display: block; width: 100%; overflow: visible; margin: .75rem 0; font-size: 13px; fill: var(--text) }
.cut { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; line-height: 18px }
.chart .note { fill: var(--quiet); font-size: 12px }
.track { fill: var(--track) }
.range { fill: var(--range) }
.few { fill: none; stroke: var(--range); stroke-width: 1.5; stroke-dasharray: 4 3 }
.point { fill: var(--point); stroke: var(--ground); stroke-width: 2 }
.hollow { fill: var(--ground); stroke: var(--missed); stroke-width: 2 }
.solid { fill: var(--right) }
.whisker { stroke: var(--range); stroke-width: 3; stroke-linecap: round }
.path { stroke: var(--point); stroke-width: 1.5 }
.grid { stroke: var(--line) }
.pass { stroke: var(--missed); stroke-width: 2 }
.level { stroke: var(--missed); stroke-width: 1.5; stroke-dasharray: 5 4 }
.heat-0 { fill: none; stroke: var(--line) } .heat-1 { fill: var(--heat-1) } .heat-2 { fill: var(--heat-2) }
.heat-3 { fill: var(--heat-3) } .heat-4 { fill: var(--heat-4) }

table { border-collapse: collapse; width: 100%; font-size: .85rem }
caption { text-align: left; color: var(--quiet); padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .3rem 0 .3rem .75rem; border-bottom: 1px solid var(--line); font-weight: 400 }
th:first-child { padding-left: 0 }
@media (max-width: 30rem) { th + th, td { padding-left: .4rem } }
.words { min-width: 4.4rem }
.below { padding-left: 1rem }
thead th { font-weight: 600; vertical-align: bottom }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; width: 0 }

dl { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: .25rem 1rem; margin: .5rem 0 }
dt { color: var(--quiet) }
dd { margin: 0 }
summary { cursor: pointer; padding: .4rem 0 }
summary:focus-visible, a:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
.twin > summary { color: var(--focus) }
.question { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; padding: 0 .9rem }
.question[open] { padding-bottom: .9rem; background: var(--raised) }
.options { padding-left: 1.5rem }
.options > li { margin: .5rem 0 }
.why { margin: .1rem 0; color: var(--quiet) }
.question .why { color: inherit }
blockquote { margin: .75rem 0 .25rem; padding: .25rem 0 .25rem .9rem; border-left: 4px solid var(--focus); white-space: pre-wrap }
figcaption { color: var(--quiet); font-size: .875rem }
.question figcaption { color: inherit }

@page { margin: 1.5cm }
@media print {
  :root { color-scheme: light; ${LIGHT} --raised: #ffffff }
  body { font-size: 10.5pt }
  header, main, footer { max-width: none; padding-inline: .5rem }
  details::details-content { content-visibility: visible; block-size: auto }
  .chart, .question figure, tr, pre, .options > li { break-inside: avoid }
  h2, h3, summary, caption { break-after: avoid }
  .chart, .question { print-color-adjust: exact }
  a { color: inherit }
}
`;
