// The learner's notes on the screen: from a quote to its place and back, by heading, by search, with the questions on each line.

import type { Notes } from '../bank/notes.ts';
import type { Glyphs } from '../core/glyphs.ts';
import type { Quote } from '../core/item.ts';
import { linesWith } from '../core/lines-with.ts';
import { bare } from '../core/markdown.ts';
import { count, type Line, labelled, line, sides, span } from '../core/text.ts';
import type { Key } from './keys.ts';
import { footerKeys, rule } from './layout.ts';
import type { App } from './terminal.ts';

/** What is known of a line of the notes, by line number. */
export interface LineMark {
  readonly questions: number;
  readonly missed: number;
}

export interface Reading {
  /** Every file of them, one at least. */
  readonly notes: readonly [Notes, ...Notes[]];
  /** What is known of their lines, by file. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<number, LineMark>>;
  /** A quote to begin at, with its lines marked. */
  readonly quote?: Pick<Quote, 'file' | 'lines'>;
  /** Words to begin at where they stand first. */
  readonly search?: string;
}

/** A line, from 1, of the file with that index. */
interface Spot {
  readonly file: number;
  readonly line: number;
}

/** So many lines stand above the one that is begun at. */
const ABOVE = 4;

export function notesReader(
  { notes, marks, quote, search = '' }: Reading,
  glyphs: Glyphs,
  repaint: () => void,
  done: () => void,
): App {
  let query = search;
  let typing = false;
  let page = 10;
  const [firstFile] = notes;
  const fileAt = ({ file }: Spot) => notes[file] ?? firstFile;
  const lastOf = (spot: Spot) => fileAt(spot).lines.length;
  const within = (spot: Spot): Spot => ({ ...spot, line: Math.max(1, Math.min(lastOf(spot), spot.line)) });
  const spotsOf = (linesOf: (one: Notes) => readonly number[]): Spot[] =>
    notes.flatMap((one, file) => linesOf(one).map((line) => ({ file, line })));
  const matches = () => (query.trim() === '' ? [] : spotsOf(({ plain }) => linesWith(plain, query)));
  const noneFound = () => `"${query}" does not stand in the notes.`;
  const quotedFile = notes.findIndex(({ file }) => file === quote?.file);
  const quoted = quote && quotedFile >= 0 ? { file: quotedFile, line: quote.lines[0] } : undefined;
  const start = quoted ?? matches()[0] ?? { file: 0, line: 1 };
  let top = within({ ...start, line: start.line - ABOVE });
  let message = query.trim() !== '' && matches().length === 0 ? noneFound() : '';

  const next = (spots: readonly Spot[], step: 1 | -1) =>
    step > 0 ? spots.find((spot) => isBefore(top, spot)) : spots.findLast((spot) => isBefore(spot, top));
  const find = (step: 1 | -1) => {
    const found = matches();
    message = found.length === 0 ? noneFound() : `${count(found.length, 'line')} with "${query}"`;
    top = next(found, step) ?? (step > 0 ? found[0] : found.at(-1)) ?? top;
  };
  const heading = (step: 1 | -1) => {
    top =
      next(
        spotsOf(({ headings }) => headings.map(({ first }) => first)),
        step,
      ) ?? top;
  };
  /** At the end of a file the next one begins. */
  const scroll = (lines: number) => {
    const { file, line } = top;
    if (lines > 0 && line === lastOf(top) && file < notes.length - 1) top = { file: file + 1, line: 1 };
    else if (lines < 0 && line === 1 && file > 0) top = within({ file: file - 1, line: Number.POSITIVE_INFINITY });
    else top = within({ file, line: line + lines });
  };
  const type = ({ name, text }: Key) => {
    if (name === 'enter' || name === 'esc') {
      typing = false;
      if (name === 'enter') find(1);
    } else if (name === 'backspace') query = query.slice(0, -1);
    else query += text;
  };
  const command = ({ name }: Key) => {
    message = '';
    if (name === 'q' || name === 'esc') done();
    else if (name === 'down' || name === 'j') scroll(1);
    else if (name === 'up' || name === 'k') scroll(-1);
    else if (['space', 'right', 'pgdn'].includes(name)) scroll(page);
    else if (['b', 'left', 'pgup'].includes(name)) scroll(-page);
    else if (name === ']') heading(1);
    else if (name === '[') heading(-1);
    else if (name === 'n') find(1);
    else if (name === 'p') find(-1);
    else if (name === '/') [typing, query] = [true, ''];
  };
  return {
    scrollsItself: true,
    isTyping: () => typing,
    screen(size) {
      page = Math.max(3, size.rows - 6);
      const { file, lines, headings } = fileAt(top);
      const path = headings
        .filter(({ first, last }) => first <= top.line && top.line <= last)
        .map(({ title }) => title)
        .slice(-2);
      const where = `${notes.length > 1 ? `${file} ` : ''}line ${top.line} of ${lines.length}`;
      const rows = Array.from({ length: page }, (_, offset) => top.line + offset).filter(
        (line) => line <= lines.length,
      );
      const isQuoted = (line: number) => quote?.file === file && quote.lines[0] <= line && line <= quote.lines[1];
      return {
        header: [
          sides([span(path.join(` ${glyphs.path} `), 'strong')], [span(where, 'quiet')]),
          rule(size.columns, glyphs.rule),
        ],
        body: rows.map((line) =>
          noteLine(line, lines[line - 1] ?? '', marks.get(file)?.get(line), isQuoted(line), glyphs),
        ),
        cut: true,
        footer: [
          ...(typing ? [line(span(`Find: ${query}_`, 'strong'))] : message ? [line(span(message, 'caution'))] : []),
          footerKeys('j k scroll  Space page  [ ] heading  / find  n p next, before  q back  ? keys'),
        ],
      };
    },
    press(key) {
      if (typing) type(key);
      else command(key);
      repaint();
    },
  };
}

function isBefore(a: Spot, b: Spot): boolean {
  return a.file < b.file || (a.file === b.file && a.line < b.line);
}

function noteLine(number: number, text: string, mark: LineMark | undefined, quoted: boolean, glyphs: Glyphs): Line {
  const depth = /^\s*/.exec(text)?.[0].length ?? 0;
  const isHeading = /^#{1,6}\s/.test(text);
  const bullet = /^\s*[-*+]\s/.test(text) ? `${glyphs.bullet} ` : '';
  const lead = [
    span(quoted ? glyphs.quoted : ' ', 'focus'),
    span(` ${String(number).padStart(4)}  `, 'quiet'),
    span(' '.repeat(Math.min(depth, 8)) + bullet),
  ];
  const content = span(bare(text).trim(), isHeading || quoted ? 'strong' : 'plain');
  return {
    ...labelled(lead, content),
    ...(mark && { right: [span(markInWords(mark), mark.missed > 0 ? 'missed' : 'quiet')] }),
  };
}

function markInWords({ questions, missed }: LineMark): string {
  return missed > 0 ? `${missed} missed` : `${questions} q.`;
}
