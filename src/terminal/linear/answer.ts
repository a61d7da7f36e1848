import type { Presentation, Response } from '../../core/items/kinds/kind.ts';

/** A typed line as a response: "2", "1 3", "3,1,2", "a2 b1", or a text for a gap. Undefined where it is none. */
export function linearResponse(
  text: string,
  { kind, options = [], left = [], right = [] }: Presentation,
): Response | undefined {
  if (kind === 'cloze') return text;
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (kind === 'matching') return pairs(words, left, right);
  const chosen = words.map((word) => options[numberOf(word) - 1]?.id);
  return chosen.every((id) => id !== undefined) ? chosen : undefined;
}

type Parts = NonNullable<Presentation['left']>;

function pairs(words: readonly string[], left: Parts, right: Parts): Response | undefined {
  const made = words.map((word) => {
    const [, letter = '', number = ''] = /^([a-z])[-=]?(\d+)$/.exec(word) ?? [];
    return [left[letter.charCodeAt(0) - 97]?.id, right[Number(number) - 1]?.id] as const;
  });
  if (made.length === 0 || made.some(([from, to]) => from === undefined || to === undefined)) return undefined;
  return Object.fromEntries(made as [string, string][]); // none is undefined
}

function numberOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  return /^[a-e]$/.test(word) ? word.charCodeAt(0) - 96 : 0;
}
