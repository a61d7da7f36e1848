// What the notes say, cut into passages that can be quoted: list items and sentences, each under its nearest heading.
import { joined, normalised } from '../bank/notes/flat.ts';
import { type Notes, titleLines } from '../bank/notes/notes.ts';
import { locate } from '../bank/quotes/locate.ts';
import { grouped, timesOf } from '../core/grouped.ts';
import { codeAmong } from '../core/text/fences.ts';
import { asShown } from '../core/text/markdown.ts';
import { unsafeCharacter } from '../core/text/safe.ts';

export interface Passage {
  readonly file: string;
  /** Its first line. */
  readonly line: number;
  /** Word for word, without Markdown marks. */
  readonly text: string;
  /** The nearest heading above it. */
  readonly section: string;
  /** First and last line of that section with its sub-headings. */
  readonly span: readonly [number, number];
  /** The number of an item of a numbered list. */
  readonly ordinal?: number;
  /** What the author put in bold or in code ticks. */
  readonly emphasis?: string;
}

const LENGTH = { least: 12, most: 160 };
/** More would be looked for in the notes in vain: examples need a dozen. */
const MOST = 500;
const ITEM = /^\s*(?:[・•‣◦]|(?:[-*+]|(\d{1,3})[.)])\s)/;

/** Tables, quotes and rules; boxes; definitions of footnotes and links; a line that is nothing but a link. */
const NO_PROSE = [
  /^\s*(?:[|>=]|---)/,
  /^\s*[-*+] \[[ xX]\] /,
  /^\s*\[[^\]]+\]:/,
  /^\s*(?:[-*+]\s+)?(?:!?\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\))\s*$/,
];

/** Letters that say as much as two of an alphabet, in scripts that put no blanks between words. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const FEWEST_DENSE = 6;

/**
 * A full stop ends a sentence where a capital follows, or a letter of a script without capitals; not behind a single letter ("z. B.",
 * "e.g."), a title ("Dr.") or a number of two digits alone, which may be an ordinal ("am 3. Oktober").
 */
const SENTENCE_END =
  /(?<=[.!?؟۔।])(?<!(?:^|[^\p{L}\p{N}])(?:\p{L}|(?<![^\s(])\d{1,2}|Abb|Art|Bsp|Dr|Fig|Mr|Mrs|Ms|No|Nr|Prof|St|vs)\.)\s+(?=[\p{Lu}\p{Lo}])|(?<=[。！？])/u;

/** Several lines that belong together: a list item, or a paragraph. */
interface Block {
  readonly line: number;
  readonly raw: string[];
  readonly ordinal?: number;
  /** The nearest heading above. */
  readonly heading: Notes['headings'][number];
}

/** Passages that stand once in the notes and are found there again as quotes, in reading order; of long notes the first. */
export function passagesOf(all: readonly Notes[]): Passage[] {
  const passages = all.flatMap((notes) => blocksOf(notes).flatMap((block) => cut(block, notes)));
  const times = timesOf(passages.map(({ text }) => comparable(text)));
  return passages
    .filter(({ text }) => times.get(comparable(text)) === 1)
    .slice(0, MOST)
    .filter(({ text, section }) => 'quote' in locate(all, section, text));
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function blocksOf(notes: Notes): Block[] {
  const { lines, headings } = notes;
  const headingAt = new Map(headings.map((heading) => [heading.first, heading]));
  const titles = titleLines(notes);
  let heading: Block['heading'] | undefined;
  const blocks: Block[] = [];
  let open: Block | undefined;
  const code = codeAmong(lines);
  for (const [index, raw] of lines.entries()) {
    heading = headingAt.get(index + 1) ?? heading;
    const item = ITEM.exec(raw);
    if (
      code[index] ||
      titles.has(index + 1) ||
      !heading ||
      raw.trim() === '' ||
      NO_PROSE.some((form) => form.test(raw))
    )
      open = undefined;
    else if (item || !open) {
      open = { line: index + 1, raw: [raw], heading, ...(item?.[1] && { ordinal: Number(item[1]) }) };
      blocks.push(open);
    } else open.raw.push(raw);
  }
  return blocks;
}

/** The sentences of a block that make sense alone. */
function cut({ line, raw, ordinal, heading }: Block, { file }: Notes): Passage[] {
  if (!/[\p{L}\p{N}]/u.test(heading.title) || unsafeCharacter(heading.title) !== undefined) return [];
  const emphasis = /\*\*([^*]{2,40})\*\*|`([^`]{2,40})`/.exec(raw.join(' '));
  const term = emphasis?.[1] ?? emphasis?.[2];
  const { flat } = joined(raw.map((row) => normalised(asShown(row))));
  return flat
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter(saysSomething)
    .map((sentence) => ({
      file,
      line,
      text: sentence,
      section: heading.title,
      span: [heading.first, heading.last],
      ...(ordinal !== undefined && { ordinal }),
      ...(term !== undefined && sentence.includes(term) && { emphasis: term }),
    }));
}

/** Whether a sentence says something by itself: no lead-in, picture, link, tag or drawing of arrows. */
function saysSomething(text: string): boolean {
  const dense = text.match(DENSE)?.length ?? 0;
  if (text.length + dense < LENGTH.least || text.length > LENGTH.most) return false;
  if (/[<>|{}\\]|https?:|!\[|\]\(|--|\.\.\.|…|_{2,}/.test(text) || /[:,：，、]$/.test(text)) return false;
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return (words >= 2 || dense >= FEWEST_DENSE) && unsafeCharacter(text) === undefined;
}

/** Whether one of the passages stands in the section of the other. */
export function isNear(a: Passage, b: Passage): boolean {
  const stands = (passage: Passage, { file, span }: Passage) =>
    passage.file === file && span[0] <= passage.line && passage.line <= span[1];
  return a.section === b.section || stands(a, b) || stands(b, a);
}

/** Passages by the section they stand in, in reading order. */
export function bySection(passages: readonly Passage[]): Passage[][] {
  return [...grouped(passages, ({ span, file }) => `${span[0]}:${file}`).values()];
}
