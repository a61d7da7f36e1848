// Options that stand in a text: as lines, "A) …", "b. …", "1. …", "ア. …", on one, or parted by signs.
import { FIRST_TWO, isFirstLabel, isNextLabel, LABEL, LETTER, labelledLine, labelOf } from './labels.ts';
import { byText, type Offered } from './readings.ts';

interface Lettered {
  /** What stands before the first option. */
  readonly before: string;
  readonly options: readonly { readonly label: string; readonly text: string }[];
}

/** The options at the end of a text, where at least two stand there with labels in order. Lines without a label go on. */
export function letteredOptions(text: string): Lettered | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => isFirstLabel(labelledLine(line)?.label ?? '-'));
  if (first < 0) return undefined;
  const options: { label: string; text: string }[] = [];
  for (const line of lines.slice(first)) {
    const { label = '', text = '' } = labelledLine(line) ?? {};
    const last = options.at(-1);
    if (label !== '' && isNextLabel(last?.label, label)) options.push({ label, text });
    else if (last) last.text += `\n${line}`;
  }
  return options.length < 2 ? undefined : { before: lines.slice(0, first).join('\n').trim(), options };
}

/** What parts options on a line: wide space, a dot in the middle, a dash, a bar. */
const PARTED = /(?: {2}|\t|\s[·•|—–/]\s)[*_]*[(]?[B-Zb-z][.):]/;

/** "A) x   B) y", "A. x · B. y": a line with nothing but options on it, well apart, or at least three with brackets. */
export function optionsOnLine(line: string): Lettered['options'] | undefined {
  const options = letteredInLine(line.trim().replace(/^[-*+]\s+/, ''));
  const isClear = PARTED.test(line) || ((options?.length ?? 0) > 2 && /^\W*[A-Za-z]\)/.test(line));
  return isClear ? options : undefined;
}

/** "A. x B. y C. z": a text that is nothing but options on one line, each label there once and in order. */
function letteredInLine(text: string): Lettered['options'] | undefined {
  const marks = [...text.matchAll(/(?<=^|\s)(\*\*|__)?\(?([A-Za-z])[.):](?:\*\*|__)?\s+(?=\S)/g)];
  const labels = marks.map(({ 2: label = '' }) => label);
  const first = labels[0]?.charCodeAt(0) ?? 0;
  const areInOrder = labels.every((label, index) => label === String.fromCharCode(first + index));
  if (marks.length < 2 || marks[0]?.index !== 0 || !/^[Aa]/.test(labels[0] ?? '') || !areInOrder) return undefined;
  return marks.map(({ 0: mark, 1: bold = '', index }, at) => {
    const words = text
      .slice(index + mark.length, marks[at + 1]?.index)
      .trim()
      .replace(/\s*[,;|·•—–/]$/, '');
    const isBold = bold !== '' && words.endsWith(bold);
    return { label: labelOf(labels[at] ?? ''), text: isBold ? bold + words : words };
  });
}

/**
 * What speaks against typing an answer: it is a lone letter or number beside a text with such labels, so it names an option.
 * `isThere` says whether the text has an option with it.
 */
export function namedLabel(answer: string, text: string): { readonly isThere: boolean } | undefined {
  const bare = narrow(answer).replace(/[().:\s*_`（）．。：、]/g, '');
  if (!new RegExp(`^${LABEL}$`, 'u').test(bare)) return undefined;
  const label = labelOf(bare);
  const areLabelled = /\d/.test(label) ? hasLabel('1', text) && hasLabel('2', text) : holdsLabels(text);
  return areLabelled ? { isThere: hasLabel(label, text) } : undefined;
}

/** Whether a text has an A and a B in it as options have: "A) x B) y". */
export function holdsLabels(text: string): boolean {
  return FIRST_TWO.some((letters) => [...letters].every((letter) => hasLabel(letter, text)));
}

/** Letters and digits of the width of Chinese and Japanese as those of ASCII. */
function narrow(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => wide.normalize('NFKC'));
}

function hasLabel(label: string, text: string): boolean {
  const circled = /^\d+$/.test(label) ? String.fromCodePoint(0x245f + Number(label)) : undefined;
  if (circled !== undefined && text.includes(circled)) return true;
  return new RegExp(`(^|[\\s(（*_])${label}((\\s?[.):]|\\s-)(\\s|$|[*_])|\\s?[．）、：\\u3000])`, 'imu').test(
    narrow(text.normalize('NFC')),
  );
}

const SEPARATOR = '\\s*(?:[,&+/;、，]|\\band\\b)\\s*';
/** "A and C", "A) and C)": in brackets all are, or the reason may have begun ("C) and a newt swims"). */
const LEADING = new RegExp(
  `^[*_\`([]*(${LETTER}(?:(?:\\)${SEPARATOR}\\(?${LETTER}(?=\\)))+|(?:${SEPARATOR}${LETTER}(?!\\p{L}))*))(?![\\p{L}\\p{M}\\p{N}'’])([)\\]*_\`]*)\\s*(.*)$`,
  'u',
);

/** "B", "A, C", "**B** because", "b. Paris": the letters that an answer begins with, and what follows them. "A day" begins with none. */
export function leadingLabels(answer: string): { readonly labels?: string; readonly rest: string } {
  const [, labels, closed = '', rest = ''] = LEADING.exec(answer.trim()) ?? [];
  const isLabel = rest === '' || closed !== '' || /^(?:[.):：、–—(（]|-(?=\s))/.test(rest);
  return labels !== undefined && isLabel ? { labels, rest: rest.replace(/^[.):：、\s*_–—-]+/, '') } : { rest: '' };
}

/** The options that a text lists: with letters, on lines or in one, else as `textsOfList` parts them. */
export function optionsInText(text: string): readonly Offered[] {
  return (
    letteredOptions(text)?.options ?? letteredInLine(text) ?? textsOfList(text).map((option) => ({ text: option }))
  );
}

/** The options of one cell or field: each a line, or parted by bars or semicolons. */
export function textsOfList(list: string): string[] {
  const written = arrayIn(list);
  if (written) return written;
  const sign = list.includes('\n') ? '\n' : list.includes('|') ? '|' : ';';
  return list
    .split(sign)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** What a cell gives as answers: one, or as many as a program has listed in it, where the whole is not the text of an option. */
export function answersInText(answer: string, options: readonly Offered[]): readonly string[] {
  return (byText([answer], options) ? undefined : arrayIn(answer)) ?? [answer];
}

/** A list as a program writes it into a cell: ["ant", "bee"], [0, 2], or ['ant', 'bee'] as Python does. */
function arrayIn(list: string): string[] | undefined {
  const text = list.trim();
  if (!/^\[[\s\S]*\]$/.test(text)) return undefined;
  try {
    const values: unknown = JSON.parse(text);
    const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';
    return Array.isArray(values) && values.every(isPlain) ? values.map(String) : undefined;
  } catch {
    const parts = [...text.matchAll(QUOTED)];
    const rest = text.slice(1, -1).replace(QUOTED, '');
    return parts.length > 0 && /^[\s,]*$/.test(rest)
      ? parts.map((part) => (part[1] ?? part[2] ?? '').replace(/\\(.)/g, (_, char) => (char === 'n' ? '\n' : char)))
      : undefined;
  }
}

const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;
