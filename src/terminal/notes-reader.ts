// The learner's notes on the screen: from a quote to its place and back, by heading, by search, with the questions on each line.

import type { Notes } from '../bank/notes.ts';
import type { Glyphs } from '../core/glyphs.ts';
import type { Quote } from '../core/item.ts';
import { bare } from '../core/markdown.ts';
import { count, type Line, labelled, line, sides, span } from '../core/text.ts';
import { windowSize } from '../system/output.ts';
import type { Key } from './keys.ts';
import { footerKeys, rule, type Screen } from './layout.ts';
import { type NoteCursor, noteCursor } from './note-cursor.ts';
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

const KEYS = footerKeys('j k scroll  Space page  [ ] heading  / find  n p next, before  q back  ? keys');

export function notesReader(reading: Reading, glyphs: Glyphs, repaint: () => void, done: () => void): App {
  const { notes, quote, search = '' } = reading;
  const cursor = noteCursor(notes, quote, search, () => windowSize().columns);
  let query = search;
  let typing = false;
  let page = 10;
  const noneFound = () => `"${query}" does not stand in the notes.`;
  const foundAt = (number: number, of: number) => `${number} of ${count(of, 'line')} with "${query}"`;
  let message = query.trim() === '' ? '' : cursor.hit() ? foundAt(1, cursor.count(query)) : noneFound();

  const find = (step: 1 | -1) => {
    const found = cursor.find(query, step);
    message = found ? foundAt(found.number, found.of) : noneFound();
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
    else if (name === 'down' || name === 'j') cursor.scroll(1);
    else if (name === 'up' || name === 'k') cursor.scroll(-1);
    else if (['space', 'right', 'pgdn'].includes(name)) cursor.scroll(page);
    else if (['b', 'left', 'pgup'].includes(name)) cursor.scroll(-page);
    else if (name === ']') cursor.heading(1);
    else if (name === '[') cursor.heading(-1);
    else if (name === 'n') find(1);
    else if (name === 'p') find(-1);
    else if (name === '/') [typing, query] = [true, ''];
  };
  return {
    scrollsItself: true,
    isTyping: () => typing,
    screen(size) {
      page = Math.max(3, size.rows - 6);
      const foot = typing ? line(span(`Find: ${query}_`, 'strong')) : line(span(message, 'caution'));
      return {
        ...notesPage(cursor, reading, page, size.columns, glyphs),
        footer: [...(typing || message ? [foot] : []), KEYS],
      };
    },
    press(key) {
      if (typing) type(key);
      else command(key);
      repaint();
    },
  };
}

/** So many lines from where the cursor stands, under the headings that lead there. */
function notesPage(
  cursor: NoteCursor,
  { notes, marks, quote }: Reading,
  page: number,
  columns: number,
  glyphs: Glyphs,
): Pick<Screen, 'header' | 'body' | 'cut'> {
  const { file, lines, headings } = cursor.notes();
  const [top, hit] = [cursor.top(), cursor.hit()];
  const path = headings
    .filter(({ first, last }) => first <= top.line && top.line <= last)
    .map(({ title }) => title)
    .slice(-2);
  const where = `${notes.length > 1 ? `${file} ` : ''}line ${top.line} of ${lines.length}`;
  const isMeant = (line: number) =>
    hit?.line === line || (quote?.file === file && quote.lines[0] <= line && line <= quote.lines[1]);
  return {
    header: [
      sides([span(path.join(` ${glyphs.path} `), 'strong')], [span(where, 'quiet')]),
      rule(columns, glyphs.rule),
    ],
    body: Array.from({ length: page }, (_, offset) => top.line + offset)
      .filter((line) => line <= lines.length)
      .map((line) => noteLine(line, lines[line - 1] ?? '', marks.get(file)?.get(line), isMeant(line), glyphs)),
    cut: true,
  };
}

function noteLine(number: number, text: string, mark: LineMark | undefined, quoted: boolean, glyphs: Glyphs): Line {
  const depth = /^\s*/.exec(text)?.[0].length ?? 0;
  const isHeading = /^#{1,6}\s/.test(text);
  const bullet = /^\s*(?:[-*+]\s|[・•‣◦])/.test(text) ? `${glyphs.bullet} ` : '';
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
  return missed > 0 ? `${missed} of ${count(questions, 'question')} missed` : count(questions, 'question');
}
