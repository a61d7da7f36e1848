// The file that a new question goes into.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { appended } from '../../bank/editing/append.ts';
import { placeFiles, questionFileHead } from '../../bank/editing/place.ts';
import { replaceText } from '../../bank/editing/replace.ts';
import { isQuestionFile, readText } from '../../bank/files.ts';
import { readYaml } from '../../bank/yaml/read.ts';
import { commonestFirst } from '../../core/grouped.ts';
import type { Topic } from '../../core/items/item.ts';
import { headOf } from '../../core/problem.ts';
import { child, type Node, plainValue } from '../../core/shapes/node.ts';
import { Failure } from '../../failure.ts';
import { badValue } from '../shared/values.ts';
import type { Bench } from './bench.ts';

/** The examples of `quiz init` and what was imported: no place for questions of one's own. */
const NOT_OWN = /^(examples|imported-.*)\.ya?ml$/i;

/** The file that most questions of a topic are in, else a new one. */
export function usualFile({ items }: Bench, topic: Topic | undefined): string {
  const files = items.filter(({ topics }) => topics[0] === topic).map(({ at }) => at.file);
  const [most] = commonestFirst(files.filter((file) => !NOT_OWN.test(file)));
  return most?.[0] ?? 'questions.yaml';
}

export function questionFile(name: string): string {
  if (isQuestionFile(name) && !/[/\\]/.test(name)) return name;
  throw badValue('--into', name, 'name a question file in the folder of the bank, such as questions.yaml');
}

/**
 * The text of the file before, and after the questions are put at its end. Throws a content failure where the file itself is
 * broken, or would not read as what it held and the new questions.
 */
export function withQuestions(
  { bank }: Bench,
  file: string,
  questions: readonly Readonly<Record<string, unknown>>[],
): { readonly before: string | undefined; readonly after: string } {
  const before = existsSync(join(bank.folder, file)) ? readText(bank.folder, file) : undefined;
  const old = before === undefined || isBlank(before) ? [] : listIn(file, before);
  const after = appended(before ?? questionFileHead(bank.folder), questions);
  const now = listIn(file, after);
  const isKept = isDeepStrictEqual(now.slice(0, old.length).map(plainValue), old.map(plainValue));
  const idsAdded = now.slice(old.length).map(idOf);
  const idsMeant = questions.map(({ id }) => String(id));
  if (isKept && isDeepStrictEqual(idsAdded, idsMeant)) return { before, after };
  throw new Failure(
    'content',
    'cannot-append',
    `the question cannot be put at the end of ${file} without changing what is there`,
    'name another file: --into questions-2.yaml',
    { file },
  );
}

export function write({ bank }: Bench, file: string, { before, after }: ReturnType<typeof withQuestions>): void {
  if (before === undefined) placeFiles(bank.folder, new Map([[file, after]]));
  else replaceText(join(bank.folder, file), before, after);
}

function idOf(question: Node): unknown {
  const id = child(question, 'id');
  return id && plainValue(id);
}

function isBlank(text: string): boolean {
  return /^(\s*(#.*)?(\n|$))*$/.test(text);
}

/** The questions of a file, good and bad. One that cannot be read as a question file is not touched. */
function listIn(file: string, text: string): readonly Node[] {
  const read = readYaml(file, text);
  const list = 'node' in read ? child(read.node, 'questions') : undefined;
  if (list?.kind === 'list') return list.items;
  if (list?.kind === 'text' && list.value === '') return [];
  const [first] = 'problems' in read ? read.problems : [];
  throw new Failure(
    'content',
    'bank-broken',
    `${file} cannot be read: ${first?.message ?? 'it has no list of questions'}`,
    'mend it first (quiz check), or name another file: --into questions-2.yaml',
    first?.at ?? headOf(file),
  );
}
