// Blackboard's tab-delimited files of questions: a type, the text, and what is right, in one row a question.

import type { Format, Place, RefusalReason, Source, Taken } from './format.ts';
import { eitherToText } from './markup/html.ts';
import { noting } from './markup/plain-text.ts';
import { ofLines } from './reading/bounds.ts';
import { noTruth, severalFullKeys, unsupportedType } from './reading/refusals.ts';
import { refused, takenFrom } from './reading/taken.ts';
import { type ToldBody, trueOrFalse } from './reading/told.ts';
import { rowsOf } from './tables/rows.ts';

const TYPES = 'MC|MA|TF|FIB|MAT|ORD|NUM|ESS|SR|OP|FIL|FIB_PLUS|JUMBLED_SENTENCE';

export const blackboard: Format = {
  name: 'blackboard',
  carries: 'all types; no reasons',
  endings: ['.txt'],
  recognises: (text) => new RegExp(`^\\s*"?(?:${TYPES})"?\\t`).test(text),
  reads: ofLines(readBlackboard),
};

async function* readBlackboard({ file, text }: Source): AsyncIterable<Taken> {
  for await (const row of rowsOf(text, { delimiter: '\t', isLoose: true })) {
    const at = { file, line: row.line };
    if ('error' in row) yield refused(at, 'broken-row', row.error);
    else if (row.cells.some((cell) => cell.trim() !== '')) yield questionFrom(at, row.cells);
  }
}

function questionFrom(at: Place, cells: readonly string[]): Taken {
  const { toText, seen } = noting(eitherToText);
  const [type = '', stem = '', ...rest] = cells.map((cell) => toText(cell).trim());
  const body = bodyOf(type.toUpperCase(), rest.slice(0, rest.findLastIndex((cell) => cell !== '') + 1));
  return takenFrom({ at, stem, body, seen });
}

function bodyOf(type: string, cells: readonly string[]): ToldBody | RefusalReason {
  const [first = '', second = '0'] = cells;
  switch (type) {
    case 'MC':
    case 'MA':
      return choiceOf(cells, type === 'MC');
    case 'TF':
      return /^(true|false)$/i.test(first) ? trueOrFalse(/^true$/i.test(first)) : noTruth(first);
    case 'FIB':
      return { type: 'cloze', accept: cells, isTyped: true };
    case 'NUM':
      return { type: 'number', number: first === '' ? Number.NaN : Number(first), tolerance: Number(second) };
    case 'ORD':
      return { type: 'ordering', steps: cells.map((text) => ({ text })) };
    case 'MAT':
      return { type: 'matching', pairs: pairsOf(cells).map(([left, right]) => ({ left, right })), spare: [] };
    default:
      return unsupportedType(type);
  }
}

/** Each option with the word for it behind it. */
function choiceOf(cells: readonly string[], isSingle: boolean): ToldBody | RefusalReason {
  const pairs = pairsOf(cells);
  const stray = pairs.find(([, mark]) => !/^(in)?correct$/i.test(mark));
  if (stray)
    return {
      code: 'unreadable-answer',
      message: `neither correct nor incorrect stands behind "${stray[0].slice(0, 40)}"`,
    };
  const right = pairs.filter(([, mark]) => /^correct$/i.test(mark));
  if (isSingle && right.length > 1) return severalFullKeys(right.length);
  return { type: 'choice', options: pairs.map(([text, mark]) => ({ text, isKey: /^correct$/i.test(mark) })) };
}

function pairsOf(cells: readonly string[]): [string, string][] {
  return cells.flatMap((cell, index) => (index % 2 === 0 ? [[cell, cells[index + 1] ?? '']] : []));
}
