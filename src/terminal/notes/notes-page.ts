// The learner's notes as they stand on the screen: the headings that lead there, and lines with the questions on each.
import type { Notes } from '../../bank/notes/notes.ts';
import type { Quote } from '../../core/items/item.ts';
import type { Keymap } from '../../core/keymap.ts';
import { onceOfEach } from '../../core/once.ts';
import { codeAmong } from '../../core/text/fences.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { unmarked } from '../../core/text/markdown.ts';
import { type Line, labelled, type Role, sides, span } from '../../core/text/styled.ts';
import { count } from '../../core/text/wording.ts';
import { footerKeys, NARROW, rule, type Size } from '../painting/layout.ts';
import { cut, textWidth } from '../painting/paint.ts';
import type { Spot } from './note-rows.ts';

/** What is known of a line of the notes, by line number. */
export interface LineMark {
  readonly questions: number;
  readonly missed: number;
}

/** The notes that are being read, and what the reader opens with. */
export interface OpenNotes {
  /** Every file of them, one at least. */
  readonly notes: readonly [Notes, ...Notes[]];
  /** What is known of their lines, by file. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<number, LineMark>>;
  /** A quote to begin at, with its lines marked. */
  readonly quote?: Pick<Quote, 'file' | 'lines'>;
  /** Words to begin at where they stand first. */
  readonly search?: string;
  /** Leaves for a drill of what the notes say about a line; where there is none, Enter does nothing. */
  readonly drill?: (file: string, line: number) => void;
}

/** The file of the notes that a line is in. */
export function notesAt({ notes }: OpenNotes, { file }: Spot): Notes {
  return notes[file] ?? notes[0];
}

/** In windows with fewer rows what stands around the notes takes one row above them and one or two below. */
const SHORT = 14;

/** What stands above the notes where this line is the first on the screen: the last two headings that lead there. */
export function notesHeader(open: OpenNotes, top: Spot, { columns, rows }: Size, glyphs: Glyphs): Line[] {
  const { file, lines, headings } = notesAt(open, top);
  const titles = headings.filter(({ first, last }) => first <= top.line && top.line <= last).map(({ title }) => title);
  const where = `${open.notes.length > 1 ? `${file} ` : ''}line ${top.line} of ${lines.length}`;
  const under = (path: string) => sides([span(path, 'strong')], [span(where, 'quiet')]);
  if (rows < SHORT) return [under(cut(titles.at(-1) ?? '', Math.max(0, textWidth(columns) - where.length - 2)))];
  return [under(titles.slice(-2).join(` ${glyphs.path} `)), rule(columns, glyphs.rule)];
}

/** The keys of the reader, as many as there is room for; while words are typed, what ends that. */
export function notesKeys({ drill }: OpenNotes, { columns, rows }: Size, keys: Keymap, isTyping: boolean): Line {
  if (isTyping) return footerKeys('Enter find  Esc back');
  const find = `${keys.find} find`;
  const heading = `${keys['heading-before']} ${keys.heading} heading`;
  const ends = `${keys.leave} back  ${keys.keys} keys`;
  if (rows < SHORT) return footerKeys(`Space page  ${find}  ${ends}`);
  const page = columns < NARROW ? '' : 'Space page  ';
  if (drill) return footerKeys(`Enter drill this  ${page}${heading}  ${find}, ${keys.next} next  ${ends}`);
  return footerKeys(`j k scroll  ${page}${heading}  ${find}  ${keys.next} ${keys.before} next, before  ${ends}`);
}

/** So many lines from this one on, or all that there are. */
export function noteLines(open: OpenNotes, { file, line }: Spot, hit: Spot | undefined, most: number, glyphs: Glyphs) {
  const last = notesAt(open, { file, line }).lines.length;
  const numbers = Array.from({ length: Math.min(most, last - line + 1) }, (_, below) => line + below);
  return numbers.map((number) => noteLine(open, { file, line: number }, hit, glyphs));
}

/** A line of the notes; it is marked where it is quoted, or was found. */
export function noteLine(open: OpenNotes, spot: Spot, hit: Spot | undefined, glyphs: Glyphs): Line {
  const { marks, quote } = open;
  const of = notesAt(open, spot);
  const mark = marks.get(of.file)?.get(spot.line);
  const isFound = hit?.file === spot.file && hit.line === spot.line;
  const isMeant = isFound || (quote?.file === of.file && quote.lines[0] <= spot.line && spot.line <= quote.lines[1]);
  const { before, words, role } = asRead(of, spot.line, glyphs);
  const lead = [
    span(isMeant ? glyphs.quoted : ' ', 'focus'),
    span(` ${String(spot.line).padStart(4)}  `, 'quiet'),
    span(before),
  ];
  return {
    ...labelled(lead, span(words, isMeant ? 'strong' : role)),
    ...(mark && { right: [span(markInWords(mark), mark.missed > 0 ? 'missed' : 'quiet')] }),
  };
}

const DEEPEST = 8;
const HEADING = /^#{1,6}\s/;
const BULLET = /^\s*(?:[-*+]\s+(\[[ xX]\]\s)?|[・•‣◦])/;
/** The number of a point, or of a heading. */
const NUMBER = /^\s*(?:#{1,6}\s+|>\s*)?(\d{1,3}[.)]\s)/;

const codeOf = onceOfEach(({ lines }: Notes) => codeAmong(lines));

/** A line without its marks, what stands before its words, and how they are set. Code stands as it is written. */
function asRead(of: Notes, number: number, { bullet }: Glyphs): { before: string; words: string; role: Role } {
  const text = of.lines[number - 1] ?? '';
  const code = codeOf(of)[number - 1];
  if (code === 'code') return { before: '', words: text.trimEnd(), role: 'plain' };
  if (code === 'fence') return { before: '', words: text.replace(/[`~]/g, '').trim(), role: 'quiet' };
  const depth = /^\s*/.exec(text)?.[0].length ?? 0;
  const point = BULLET.exec(text);
  const sign = point ? `${bullet} ${point[1] ?? ''}` : (NUMBER.exec(text)?.[1] ?? '');
  return {
    before: ' '.repeat(Math.min(depth, DEEPEST)) + sign,
    words: unmarked(text).trim(),
    role: HEADING.test(text) ? 'strong' : 'plain',
  };
}

function markInWords({ questions, missed }: LineMark): string {
  return missed > 0 ? `${missed} of ${count(questions, 'question')} missed` : count(questions, 'question');
}
