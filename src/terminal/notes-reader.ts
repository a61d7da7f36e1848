// The learner's notes on the screen: from a quote to its place and back, by heading, by search, with the questions on each line.

import type { Notes } from '../bank/notes.ts';
import type { Glyphs } from '../core/glyphs.ts';
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
  readonly notes: Notes;
  readonly marks: ReadonlyMap<number, LineMark>;
  /** The line to begin with, from 1; the lines of a quote are marked. */
  readonly at?: number;
  readonly quoted?: readonly [number, number];
  readonly search?: string;
}

export function notesReader(
  { notes, marks, at = 1, quoted, search = '' }: Reading,
  glyphs: Glyphs,
  repaint: () => void,
  done: () => void,
): App {
  let top = Math.max(1, at - 4);
  let query = search;
  let typing = false;
  let page = 10;
  const last = notes.lines.length;
  const moveTo = (line: number) => {
    top = Math.max(1, Math.min(last, line));
  };
  const matches = () => (query.trim() === '' ? [] : linesWith(notes.plain, query));
  const noneFound = () => `"${query}" does not stand in the notes.`;
  let message = query.trim() !== '' && matches().length === 0 ? noneFound() : '';
  const find = (step: 1 | -1) => {
    const found = matches();
    const next = step > 0 ? found.find((line) => line > top) : found.findLast((line) => line < top);
    message = found.length === 0 ? noneFound() : `${count(found.length, 'line')} with "${query}"`;
    moveTo(next ?? (step > 0 ? found[0] : found.at(-1)) ?? top);
  };
  const heading = (step: 1 | -1) => {
    const firsts = notes.headings.map(({ first }) => first);
    const next = step > 0 ? firsts.find((first) => first > top) : firsts.findLast((first) => first < top);
    if (next !== undefined) moveTo(next);
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
    else if (name === 'down' || name === 'j') moveTo(top + 1);
    else if (name === 'up' || name === 'k') moveTo(top - 1);
    else if (['space', 'right', 'pgdn'].includes(name)) moveTo(top + page);
    else if (['b', 'left', 'pgup'].includes(name)) moveTo(top - page);
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
      const path = notes.headings.filter(({ first, last }) => first <= top && top <= last).map(({ title }) => title);
      const rows = Array.from({ length: page }, (_, offset) => top + offset).filter((number) => number <= last);
      return {
        header: [
          sides([span(path.slice(-2).join(` ${glyphs.path} `), 'strong')], [span(`line ${top} of ${last}`, 'quiet')]),
          rule(size.columns, glyphs.rule),
        ],
        body: rows.map((number) =>
          noteLine(number, notes.lines[number - 1] ?? '', marks.get(number), isWithin(number, quoted), glyphs),
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

function isWithin(number: number, lines: readonly [number, number] | undefined): boolean {
  return lines !== undefined && lines[0] <= number && number <= lines[1];
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
