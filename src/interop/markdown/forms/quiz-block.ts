// Questions between "<?quiz?>" and "<?/quiz?>", a field a line, as the plugin mkdocs-quiz reads them.

import type { Taken } from '../../format.ts';
import { eitherToText } from '../../markup/html.ts';
import { noting } from '../../markup/plain-text.ts';
import { refused, takenFrom } from '../../reading/taken.ts';
import { type Block, blocksIn } from '../lines/around.ts';

export interface QuizBlock extends Block {
  /** What stands between its marks. */
  readonly lines: readonly string[];
  readonly isClosed: boolean;
}

/** The blocks with fields. One without is a question in Markdown between two marks. */
export function quizBlocksIn(lines: readonly string[]): QuizBlock[] {
  return blocksIn(lines, (index, line) => {
    if (!/^\s*<\?quiz\?>\s*$/i.test(line)) return undefined;
    let end = index + 1;
    while (end < lines.length && !/^\s*<\?\/?quiz\?>\s*$/i.test(lines[end] ?? '')) end += 1;
    const isClosed = /\//.test(lines[end] ?? '');
    const inside = lines.slice(index + 1, end);
    if (!inside.some((field) => FIELD.test(field))) return undefined;
    return { first: index + 1, last: isClosed ? end + 1 : end, lines: inside, isClosed };
  });
}

const FIELD = /^\s*(question|answer-correct|answer|content):\s*(.*)$/i;

export function questionFromBlock(file: string, { first, lines, isClosed }: QuizBlock, section?: string): Taken {
  const at = { file, line: first };
  if (!isClosed) return refused(at, 'unclosed-block', 'a <?quiz?> block opens here and is never closed');
  const fields: { name: string; text: string }[] = [];
  for (const line of lines) {
    const [, name, text = ''] = FIELD.exec(line) ?? [];
    const last = fields.at(-1);
    if (name !== undefined && last?.name !== 'content') fields.push({ name: name.toLowerCase(), text });
    else if (last) last.text += `\n${line}`;
  }
  const { toText, seen } = noting(eitherToText);
  const texts = fields.map(({ name, text }) => ({ name, text: toText(text.trim()) }));
  const textOf = (wanted: string) => texts.find(({ name }) => name === wanted)?.text ?? '';
  const options = texts.filter(({ name }) => name.startsWith('answer'));
  return takenFrom({
    at,
    stem: textOf('question'),
    why: textOf('content'),
    topics: section ? [section] : [],
    seen,
    body: { type: 'choice', options: options.map(({ name, text }) => ({ text, isKey: name === 'answer-correct' })) },
  });
}
