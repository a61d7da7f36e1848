// Step 1: a paste in the forms that are read. Each step leaves every line where it is, so that places stay those of the file.
import { codeAmong, isFence } from '../../core/text/fences.ts';
import { namesQuestion } from '../data/fields.ts';
import { isFirstLabel, isNextLabel, labelOf } from '../words/labels.ts';
import { NUMBER_WORDS } from '../words/words.ts';
import { lineAbove, lineBelow } from './lines/around.ts';
import { opensAnswer } from './lines/line-words.ts';
import { areOurs, lineOf } from './lines/lines.ts';

/** The lines of a text. In an export of ours a text may begin with what are marks and labels elsewhere. */
export function plainLines(text: string): readonly string[] {
  const headed = withSetextHeadings(withoutFrontMatter(text.split('\n')));
  const marked = areOurs(headed) ? headed : withPlainLabels(withPlainMarks(headed));
  return withSpacedLabels(withTextsBesideLabels(withoutQuotes(marked)));
}

/** A longer block is none. */
const MOST_LINES = 60;

/** The lines without the front matter, and with the question in it as a heading on its line. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  const end = lines.slice(0, MOST_LINES).findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const isFront = /^---\s*$/.test(lines[0] ?? '') && end > 1 && FIELD.test(lines[1] ?? '');
  if (!isFront) return lines;
  const bare = lines.map((line, index) => (index <= end ? '' : line));
  for (const [index, line] of lines.slice(0, end).entries()) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    if (!namesQuestion(name)) continue;
    bare[index] = `### ${/^[|>][+-]?\s*$/.test(value) ? blockIn(lines.slice(index + 1, end)) : unquoted(value)}`;
    break;
  }
  return bare;
}

const FIELD = /^([\p{L}_][\p{L}\p{N}_-]*):\s*(.*?)\s*$/u;

/** The lines that are set in below a field, as one. */
function blockIn(below: readonly string[]): string {
  const last = below.findIndex((line) => /^\S/.test(line));
  return below
    .slice(0, last < 0 ? below.length : last)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A scalar of YAML on one line, as far as questions are written so. */
function unquoted(value: string): string {
  if (/^".*"$/.test(value)) return value.slice(1, -1).replace(/\\(["\\])/g, '$1');
  return /^'.*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value;
}

const UNDERLINE = /^ {0,3}(={3,}|-{3,})\s*$/;

/** The lines with underlined headings on one line. */
function withSetextHeadings(lines: readonly string[]): readonly string[] {
  const code = codeAmong(lines);
  const plain = [...lines];
  for (const [index, line] of lines.entries()) {
    if (code[index] !== undefined || !UNDERLINE.test(line) || !underlines(lines, index)) continue;
    plain[index - 1] = `${line.trim().startsWith('=') ? '#' : '##'} ${(lines[index - 1] ?? '').trim()}`;
    plain[index] = '';
  }
  return plain;
}

/**
 * Whether a line underlines the one above it, which stands alone and is no sentence, no point and no part of a question. Dashes part
 * questions as often, right below the last line of one: those that underline are about as long as their heading.
 */
function underlines(lines: readonly string[], index: number): boolean {
  const title = (lines[index - 1] ?? '').trim();
  const under = (lines[index] ?? '').trim();
  const isAlone = title !== '' && (lines[index - 2] ?? '').trim() === '';
  if (!isAlone || /[.;,。]$/.test(title) || /^(?:[-*+>|#]|\d{1,9}[.)])/.test(title)) return false;
  const isLong = under.length >= title.length / 2 && under.length <= title.length * 2 + 3;
  if (!isLong && under !== '===') return false;
  const line = lineOf(title);
  return line.kind === 'text' || (line.kind === 'numbered' && line.says);
}

/** "1️⃣ Which …?": a digit on a key, as chatbots number their questions. */
const KEYCAPS = /^(\s*(?:#{1,6}\s+|[-*+]\s+)?(?:\*\*|__)?)((?:\d\ufe0f?\u20e3){1,3}|🔟)[.):]?\s*(?=\S)/u;

/** "• red": the points of a list that was copied from a page. */
const POINT = /^(\s*)[•◦▪‣∙]\s+(?=\S)/;

/** "❓ **Question 1:** …", "### 🧠 1. …": a picture before a number that says nothing. */
const PICTURE = new RegExp(
  `^(\\s*(?:#{1,6}\\s+)?(?:\\*\\*|__)?)(?![✅✔☑❌❎])\\p{Extended_Pictographic}\\ufe0f?\\s*(?=(?:\\*\\*|__)?(?:(?:${NUMBER_WORDS})\\s*#?\\d{1,4}|\\d{1,3})\\s*[.):：*])`,
  'iu',
);

/** "Q. Which …?", "**Q.** Which …?", "Q. 3. Which …?"; below a line "P. …" it is the next point of a list. */
const ASKED = /^(\s*(?:>\s*)?(?:[-*+]\s+)?(?:\*\*|__)?Q)\.(?:\s+(\d{1,3}[.)])(?=[\s*_])|(?=[\s*_]))/;
const BEFORE_Q = /^\s*(?:[-*+]\s+)?(?:\*\*|__)?P[.)]/;

/** The lines with plain numbers for such digits, dashes for such points, "Q:" for "Q.", and no such pictures. Code stays as it is. */
function withPlainMarks(lines: readonly string[]): readonly string[] {
  const code = codeAmong(lines);
  let above = '';
  return lines.map((line, index) => {
    if (code[index] !== undefined || line.trim() === '') return line;
    const asked = BEFORE_Q.test(above) ? line : line.replace(ASKED, (_, q: string, number = ':') => q + number);
    above = line;
    return asked
      .replace(POINT, '$1- ')
      .replace(PICTURE, '$1')
      .replace(KEYCAPS, (_, before: string, number: string) => {
        const digits = number === '🔟' ? '10' : number.replace(/\D/g, '');
        return `${before}${digits}. `;
      });
  });
}

/** Those that are labels: at least two in order, from the first of a script on. One without a letter ends a run. */
function labelsAmong<T extends { readonly letter: string | undefined }>(all: Iterable<T>): T[] {
  const runs: T[][] = [];
  let last: string | undefined;
  for (const one of all) {
    const label = labelOf(one.letter ?? '-');
    const goesOn = last !== undefined && isNextLabel(last, label);
    if (goesOn) runs.at(-1)?.push(one);
    else if (isFirstLabel(label)) runs.push([one]);
    last = goesOn || isFirstLabel(label) ? label : undefined;
  }
  return runs.filter(({ length }) => length > 1).flat();
}

/** "A\\. red", "1\\. Which …?": what some programs write for labels, so that they make no list. */
const ESCAPED = /^(\s*(?:[-*+]\s+)?(?:\*\*|__)?)(Q?\d{1,3}|[A-Za-z])\\([.)])(?=\s)/;

/** The lines without strokes before the signs of labels, where a run of letters shows that they are labels. */
function withPlainLabels(lines: readonly string[]): readonly string[] {
  const letters = lines.flatMap((line) => ESCAPED.exec(line)?.[2] ?? []).filter((label) => /\D/.test(label));
  const areLabels = labelsAmong(letters.map((letter) => ({ letter }))).length > 0;
  return areLabels ? lines.map((line) => line.replace(ESCAPED, '$1$2$3')) : lines;
}

const LOOSE = /^\s*(?:[-*+]\s+)?(?:\*\*|__)?[(（]?([A-Za-z])(?:[.:)]|\*\*[.:)])(?:\*\*|__)?\s/;
const TIGHT = /^(\s*(?:[-*+]\s+)?(?:\*\*|__)?)([A-Za-z])([.:])(?=[^\s.:)/\\*_])(.*)$/;

/** The lines with a space behind the labels of each run A, B, C…; code stays as it is. */
function withSpacedLabels(lines: readonly string[]): readonly string[] {
  const code = codeAmong(lines);
  const labelled = function* () {
    for (const [index, line] of lines.entries())
      if (code[index] !== 'code' && line.trim() !== '')
        yield { index, letter: LOOSE.exec(line)?.[1] ?? TIGHT.exec(line)?.[2] };
  };
  const spaced = [...lines];
  for (const { index } of labelsAmong(labelled())) spaced[index] = (lines[index] ?? '').replace(TIGHT, '$1$2$3 $4');
  return spaced;
}

const ALONE = /^\s*([A-Ha-h])[.)]\s*$/;

/** The lines with each label that stands alone put before the text below it, in a run from A; code stays as it is. */
function withTextsBesideLabels(lines: readonly string[]): readonly string[] {
  const code = codeAmong(lines);
  const joined = [...lines];
  const textAt = (index: number) => (lines[index] ?? '').trim();
  const alone = lines.flatMap((line, index) => {
    const letter = code[index] ? undefined : ALONE.exec(line)?.[1];
    if (letter === undefined) return [];
    const below = [index + 1, index + 2].find((at) => textAt(at) !== '') ?? index;
    return [{ index, below, letter: ALONE.test(textAt(below)) || isFence(textAt(below)) ? undefined : letter }];
  });
  for (const { index, below } of labelsAmong(alone)) {
    joined[index] = '';
    joined[below] = `${textAt(index)} ${textAt(below)}`;
  }
  return joined;
}

/** The lines without the marks of quotes around questions and single options, and titles of callouts as headings. */
function withoutQuotes(lines: readonly string[]): readonly string[] {
  const bare = [...lines];
  for (let from = 0; from < lines.length; from++) {
    if (!/^\s*>/.test(lines[from] ?? '')) continue;
    let end = from;
    while (/^\s*>/.test(lines[end] ?? '')) end += 1;
    const block = lines.slice(from, end).map((line) => line.replace(/^\s*>\s?/, ''));
    if (holdsOptions(block))
      for (const [offset, line] of block.entries())
        bare[from + offset] = opensAnswer(line)
          ? line
          : line.replace(TITLE, lineAbove(lines, from).kind === 'heading' ? '$1' : '### $1'); // it has one
    else if (block.length === 1 && isOptionBetween(lines, from)) bare[from] = block[0] ?? '';
    from = end;
  }
  return bare;
}

const TITLE = /^\[!\w+\][+-]?\s+(\S.*)$/;

/** Whether a quote holds the options of a question: boxes to tick, or letters that count on from the first. */
function holdsOptions(block: readonly string[]): boolean {
  const lines = block.map((line) => lineOf(line));
  const letters = lines.flatMap((line) => (line.kind === 'lettered' ? [line.label] : []));
  const [first = '', second = ''] = letters;
  return lines.some(({ kind }) => kind === 'task') || (isFirstLabel(first) && isNextLabel(first, second));
}

/** Whether a quote of one line is an option: its letter is due after the option above it, and that below it after its own. */
function isOptionBetween(lines: readonly string[], index: number): boolean {
  const line = lineOf((lines[index] ?? '').replace(/^>\s?/, ''));
  if (line.kind !== 'lettered') return false;
  const [before, after] = [lineAbove(lines, index), lineBelow(lines, index)];
  const isDue = before.kind === 'lettered' && isNextLabel(before.label, line.label);
  return isDue && (after.kind !== 'lettered' || isNextLabel(line.label, after.label));
}
