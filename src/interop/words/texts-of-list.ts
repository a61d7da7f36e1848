// Several texts in one: a cell or a field that lists the options.
import { letteredInLine, letteredOptions } from './lettered.ts';
import { byText, type Offered } from './readings.ts';

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
      ? parts.map((part) => unescaped(part[1] ?? part[2] ?? ''))
      : undefined;
  }
}

const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
}
