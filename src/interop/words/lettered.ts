// Options that stand as lines of text: "A) …", "b. …", "1. …", "ア. …".
import { FIRST_TWO, isFirstLabel, isNextLabel, LABEL, LETTER, labelledLine, labelOf } from './labels.ts';

export interface Lettered {
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
export function letteredInLine(text: string): Lettered['options'] | undefined {
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
