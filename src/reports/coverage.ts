// How far the questions cover the notes: every statement with the questions that quote it, then what is missing.
import type { Coverage, Covered } from '../bank/check/coverage.ts';
import type { Mix } from '../bank/check/mix.ts';
import { beginning } from '../core/text/beginning.ts';
import type { Glyphs } from '../core/text/glyphs.ts';
import { type Block, blank, type Line, labelled, line, span, type Table } from '../core/text/styled.ts';
import { count, inPercent } from '../core/text/wording.ts';
import { inOneCell } from './records.ts';

/** What of the notes is asked, section by section; then what is not, and what the questions are made of. */
export function coverageBlocks(coverage: Coverage, mix: Mix, glyphs: Glyphs): Block[] {
  const { statements, uncovered, leftOut, emptySections, short } = coverage;
  const isOfSeveral = new Set(statements.map(({ file }) => file)).size > 1;
  return [
    ...sectionsOf(statements).flatMap((section) => [sectionTable(section, isOfSeveral, glyphs), blank]),
    ...listing('Uncovered', uncovered, (each) => [placed(each)]),
    ...listing('Left out', leftOut, (each) => [placed(each), `left out: ${each.reason}`]),
    ...listing('Sections without any question', emptySections, ({ section, file, line }) => [
      `${file}:${line}  ${section}`,
    ]),
    ...listing('Important, and asked by fewer than three questions or by no scenario', short, shortage),
    ...mixLines(mix),
    blank,
    sumOf(coverage),
    blank,
  ];
}

/** How much of the notes is asked; of notes that say nothing no share is told. */
function sumOf({ statements, share, coveredWeight, totalWeight, uncovered, leftOut }: Coverage): Line {
  if (statements.length === 0)
    return line(span('There are no notes to be covered, or nothing stands in them.', 'strong'));
  const asked = statements.length - uncovered.length - leftOut.length;
  return line(
    span(`${inPercent(share)} of the notes is covered`, 'strong'),
    `: weight ${coveredWeight} of ${totalWeight}, ${asked} of ${count(statements.length, 'statement')}; `,
    `${leftOut.length} left out with a reason, ${uncovered.length} uncovered.`,
  );
}

/**
 * A statement as a record: its place, covered, uncovered or left-out, how many questions and scenarios ask it, its weight, section and text,
 * and why it is left out. `nameOf`: how a file is named in the report.
 */
export function coverageRecord(statement: Covered, nameOf: (file: string) => string): string[] {
  const { file, line, questions, scenarios, weight, section, text, reason } = statement;
  const state = questions > 0 ? 'covered' : reason === undefined ? 'uncovered' : 'left-out';
  const figures = [questions, scenarios, weight].map(String);
  return [`${nameOf(file)}:${line}`, state, ...figures, section, text, reason ?? ''].map(inOneCell);
}

/** Statements under one heading, in the order of the notes. */
function sectionsOf(statements: readonly Covered[]): Covered[][] {
  const sections: Covered[][] = [];
  for (const statement of statements) {
    const last = sections.at(-1);
    const isSame = last?.[0]?.section === statement.section && last[0].file === statement.file;
    if (last && isSame) last.push(statement);
    else sections.push([statement]);
  }
  return sections;
}

/** The statements of one section, under its name; of several files under that of its file too. */
function sectionTable(statements: readonly Covered[], isOfSeveral: boolean, glyphs: Glyphs): Table {
  const { file = '', section = '' } = statements[0] ?? {};
  return {
    columns: [
      { title: isOfSeveral ? `${file} ${glyphs.path} ${section}` : section, align: 'left' },
      { title: 'line', align: 'right' },
      { title: 'questions', align: 'right' },
      { title: '', align: 'left' },
    ],
    rows: statements.map(({ text, line, questions, weight, reason }) => [
      span(text, questions === 0 && reason === undefined ? 'missed' : 'plain'),
      span(String(line), 'quiet'),
      span(questions === 0 ? glyphs.dash : String(questions)),
      span(remark(weight, questions, reason), questions === 0 ? 'caution' : 'quiet'),
    ]),
  };
}

function remark(weight: number, questions: number, reason: string | undefined): string {
  if (reason !== undefined) return 'left out';
  if (questions === 0) return weight > 1 ? 'uncovered, important' : 'uncovered';
  return weight > 1 ? 'important' : '';
}

const LONGEST = 75;

function placed({ file, line, text }: Covered): string {
  return `${file}:${line}  ${beginning(text, LONGEST)}`;
}

function shortage(statement: Covered): string[] {
  const { questions, scenarios } = statement;
  return [placed(statement), `${count(questions, 'question')}, ${count(scenarios, 'scenario')}`];
}

/** A title with its entries, of which each is told by the place and text, and a remark under it. */
function listing<T>(title: string, entries: readonly T[], told: (entry: T) => string[]): Block[] {
  if (entries.length === 0) return [];
  const rows = entries
    .map(told)
    .flatMap(([first = '', ...remarks]) => [
      labelled('  ', first),
      ...remarks.map((remark) => labelled('    ', span(remark, 'quiet'))),
    ]);
  return [line(span(`${title} (${entries.length})`, 'strong')), ...rows, blank];
}

function mixLines({ questions, types, levels, scenarios }: Mix): Block[] {
  if (questions === 0) return [];
  const shares = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, number]) => `${name} ${inPercent(number / questions)}`)
      .join(', ');
  return [
    line(span('Types      ', 'quiet'), shares(types)),
    line(span('Levels     ', 'quiet'), shares(levels)),
    line(span('Scenarios  ', 'quiet'), inPercent(scenarios / questions)),
  ];
}
