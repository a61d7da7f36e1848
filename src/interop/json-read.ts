// JSON in: the questions are found in the text one by one, so that a broken one costs no other and a large file no memory.
import { countingIn, questionFromData } from './data.ts';
import { refused } from './draft.ts';
import { isData } from './fields.ts';
import type { Source, Taken } from './format.ts';
import { lineCounter } from './source.ts';

/** Where lists of questions stand. */
export const LISTS = /^(questions|items|results|quiz|quizzes|data|cards|entries)$/i;

export function* readJson({ file, text }: Source): Iterable<Taken> {
  const start = listStart(text);
  if (start === undefined) {
    yield refused({ file, line: 1 }, 'no-questions', 'there is no list of questions in it');
    return;
  }
  const cases = casesIn(text);
  const counting = countingIn(parsedIn(text, start));
  const lineAt = lineCounter(text);
  for (const { from, to, isWhole } of elementsFrom(text, start)) {
    const at = { file, line: lineAt(from) };
    const value = isWhole ? parse(text.slice(from, to)) : undefined;
    if (value === undefined)
      yield refused(
        at,
        'broken-json',
        isWhole ? 'this entry is not JSON' : 'the file ends in the middle of this entry',
      );
    else yield questionFromData(at, value, { counting, cases });
  }
}

function* parsedIn(text: string, start: number): Iterable<unknown> {
  for (const { from, to, isWhole } of elementsFrom(text, start)) if (isWhole) yield parse(text.slice(from, to));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const TOKENS = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\]]/g;

function* tokensFrom(text: string, start: number): Iterable<{ readonly token: string; readonly at: number }> {
  const tokens = new RegExp(TOKENS);
  tokens.lastIndex = start;
  for (let found = tokens.exec(text); found; found = tokens.exec(text)) yield { token: found[0], at: found.index };
}

/** Just after the bracket of the first list that can hold questions: the outermost, or one with a known name. */
function listStart(text: string): number | undefined {
  let last = '';
  let depth = 0;
  for (const { token, at } of tokensFrom(text, 0)) {
    if (token === '[' && (depth === 0 || LISTS.test(last))) return at + 1;
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    last =
      token.startsWith('"') && /^\s*:/.test(text.slice(at + token.length, at + token.length + 20))
        ? token.slice(1, -1)
        : '';
  }
  return undefined;
}

interface Element {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

/** The sets of fields in a list, to its end or that of the text. */
function* elementsFrom(text: string, start: number): Iterable<Element> {
  let depth = 0;
  let from = start;
  for (const { token, at } of tokensFrom(text, start)) {
    if (token === '{' || token === '[') {
      if (depth === 0) from = at;
      depth += 1;
    } else if (token === '}' || token === ']') {
      depth -= 1;
      if (depth < 0) return;
      if (depth === 0) yield { from, to: at + 1, isWhole: true };
    } else if (depth === 0) yield { from: at, to: at + token.length, isWhole: true };
  }
  if (depth > 0) yield { from, to: text.length, isWhole: false };
}

/** The case texts of a bank exported as JSON. */
function casesIn(text: string): Map<string, string> {
  const found = /"cases"\s*:\s*(?=\{)/.exec(text);
  if (!found) return new Map();
  const start = found.index + found[0].length;
  let depth = 0;
  for (const { token, at } of tokensFrom(text, start)) {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (depth > 0) continue;
    const value = parse(text.slice(start, at + 1));
    return isData(value) ? new Map(Object.entries(value).map(([id, inner]) => [id, String(inner)])) : new Map();
  }
  return new Map();
}
