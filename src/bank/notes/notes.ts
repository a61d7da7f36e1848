// A learner's Markdown notes: their lines, and the headings with their sections.
import { grouped } from '../../core/grouped.ts';
import { onceOfEach } from '../../core/once.ts';
import { withoutFormulas } from '../../core/text/formulas.ts';
import { asShown, headingAsShown, unmarked } from '../../core/text/markdown.ts';
import { lastAtMost, normalised } from './flat.ts';
import { headingsIn } from './headings.ts';

/** One file of notes. Lines count from 1. */
export interface Notes {
  readonly file: string;
  readonly lines: readonly string[];
  /** The lines as they are compared: without Markdown marks, each stretch of white space as one blank. */
  readonly plain: readonly string[];
  readonly headings: readonly Heading[];
}

/** A heading with the lines under it. */
export interface Heading {
  readonly title: string;
  readonly depth: number;
  /** Line of the heading, and the last line before the next heading of the same or a higher rank. */
  readonly first: number;
  readonly last: number;
  /** Whether it is written nowhere: the name of the file, which stands for what no heading stands above. */
  readonly isImplied?: true;
}

/**
 * Notes out of the text of their file. The break that ends the last line begins none. What stands above the first heading is a section
 * by the name of the file; without a heading all of them are.
 */
export function readNotes(file: string, source: string): Notes {
  const lines = source.replace(/(?:\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/);
  const notes = withoutFrontMatter(lines);
  const written = sectionsIn(notes);
  const headings = [...headingOfLead(file, notes, written[0]), ...written];
  return { file, lines, plain: lines.map((text) => normalised(asShown(text))), headings };
}

function headingOfLead(file: string, lines: readonly string[], next: Heading | undefined): Heading[] {
  const title = titleOfFile(file);
  if (!next) return [{ title, depth: 1, first: 1, last: lines.length, isImplied: true }];
  const lead = lines.slice(0, next.first - 1).findIndex((line) => /[\p{L}\p{N}]/u.test(line));
  return lead < 0 ? [] : [{ title, depth: 1, first: lead + 1, last: next.first - 1, isImplied: true }];
}

/** What a file of notes is called where no heading says it. */
export function titleOfFile(file: string): string {
  return titleOf(file.replace(/^.*[/\\]|\.[A-Za-z]+$/g, '')) || file;
}

/** A command of LaTeX, or what is raised or lowered, in a line whose formula begins or ends in another. */
const PART_OF_FORMULA = /\\[A-Za-z]{2,}|[_^]\{/;

/** A line as a quote of it is written: without marks of Markdown, but for what looks like them in a formula. */
export function quotable({ lines }: Notes, line: number): string {
  const source = lines[line - 1] ?? '';
  const { text, shown } = withoutFormulas(source);
  return normalised(PART_OF_FORMULA.test(text) ? unmarked(source) : shown(asShown(text)));
}

/** The lines that headings stand on. */
export function titleLines({ headings }: Notes): Set<number> {
  return new Set(headings.flatMap(({ first, isImplied }) => (isImplied ? [] : [first])));
}

const FRONT_MATTER_LINES = 200;

/** How many lines stand before the notes as YAML between two rules; 0: none do. */
export function frontMatterLines(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.slice(1, FRONT_MATTER_LINES).findIndex((line) => /^(---|\.\.\.)\s*$/.test(line)) + 1;
  const isYaml = end > 0 && lines.slice(1, end).every((line) => /^(\s*$|#|\s|- |[\w-]+:(\s|$))/.test(line));
  return isYaml ? end + 1 : 0;
}

/** The same lines, but those of the front matter are empty: `title: …` over a rule is no heading there. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  const before = frontMatterLines(lines);
  return lines.map((line, index) => (index < before ? '' : line));
}

/** The headings with the ends of their sections: from the last one up, so that thousands cost no more than their number. */
function sectionsIn(lines: readonly string[]): Heading[] {
  const next = Array.from({ length: DEEPEST + 1 }, () => lines.length + 1); // by depth: where a heading of it or a higher rank follows
  return headingsIn(lines)
    .toReversed()
    .map(({ text, depth, first }) => {
      const last = (next[depth] ?? 0) - 1;
      next.fill(first, depth);
      return { title: titleOf(text), depth, first, last };
    })
    .toReversed();
}

const DEEPEST = 6;

/** A heading as one would say it: without marks, pictograms, tags and trailing dots. */
export function titleOf(heading: string): string {
  const words = headingAsShown(heading).replace(/<[^<>]*>/g, ' ');
  return normalised(words.replace(/\p{Extended_Pictographic}|\u{fe0f}/gu, ' ')).replace(/[\s.:]+$/, '');
}

export interface Section {
  readonly notes: Notes;
  readonly heading: Heading;
}

/** The sections whose heading says this, in the order of the notes. */
export function sectionsTitled(all: readonly Notes[], title: string): Section[] {
  const wanted = titleOf(title);
  return all.flatMap((notes) => (titlesOf(notes).get(wanted) ?? []).map((heading) => ({ notes, heading })));
}

/** The headings by their titles. */
const titlesOf = onceOfEach(({ headings }: Notes) => grouped(headings, ({ title }) => title));

/** The headings whose sections a line stands in, from the top one down. */
export function headingsOver(notes: Notes, line: number): Heading[] {
  const { headings } = notes;
  const parents = parentsOf(notes);
  const over: Heading[] = [];
  for (let index = lastAtMost(headings, line, ({ first }) => first); index >= 0; index = parents[index] ?? -1) {
    const heading = headings[index];
    if (heading && line <= heading.last) over.push(heading);
  }
  return over.reverse();
}

/** For each heading the index of the one whose section it stands in, or -1. */
const parentsOf = onceOfEach(({ headings }: Notes): readonly number[] => {
  const open: number[] = [];
  return headings.map(({ first }, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.last ?? 0) < first) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
});
