// YAML in: read by the reader of banks, so within its limits; everything stays text as written.
import { limits } from '../../core/limits.ts';
import type { Problem } from '../../core/problem.ts';
import { child, plainValue } from '../../core/shapes/node.ts';
import type { Format, Source, Taken } from '../format.ts';
import { sized } from '../reading/bounds.ts';
import { refused } from '../reading/taken.ts';

import { casesFrom, countingIn, questionFromData } from './question-from-data.ts';
import { questionsIn, recordsIn } from './records.ts';
import { type YamlBranch, yamlTree } from './yaml-tree.ts';

export const yaml: Format = {
  name: 'yaml',
  carries: 'question files of a bank, and the usual shapes',
  endings: ['.yaml', '.yml'],
  reads: readYamlFile,
};

function* readYamlFile({ file, text, columns }: Source): Iterable<Taken> {
  const tree = yamlTree(file, text);
  if ('code' in tree) {
    yield refusedFor(tree);
    return;
  }
  const records = recordsKept(file, recordsIn(tree.top));
  if (records.length === 0) {
    yield refused({ file, line: 1 }, 'no-questions', 'there is no list of questions in it');
    return;
  }
  const cases = child(tree.node, 'cases');
  const around = { ...countingIn(dataOf(records), columns), cases: casesFrom(cases && plainValue(cases)) };
  for (const { line, json, problem } of records)
    if (problem) yield refusedFor(problem);
    else
      for (const question of questionsIn(JSON.parse(json)))
        yield sized(questionFromData({ file, line }, question, around), json.length);
}

function refusedFor({ at, code, message, hint }: Problem): Taken {
  return refused(at, code, `${message}; ${hint}`);
}

/** A record as it waits for the others: as JSON it takes a tenth of the memory. */
interface Kept {
  readonly line: number;
  readonly json: string;
  readonly problem?: Problem;
}

/** Characters of them that are kept at a time: more than any good file has. */
const MOST_KEPT = 30_000_000;

/** As many as an import goes through, and one more. */
function recordsKept(file: string, branches: Iterable<YamlBranch>): Kept[] {
  const records: Kept[] = [];
  let [broken, length] = [0, 0];
  for (const branch of branches) {
    const isBroken = 'problem' in branch;
    const json = isBroken ? 'null' : JSON.stringify(plainValue(branch.value));
    const record = { line: branch.line, json, ...(isBroken && { problem: branch.problem }) };
    length += record.json.length;
    if (length > MOST_KEPT) return [...records, beyond(file, record.line)];
    records.push(record);
    if (isBroken) broken += 1;
    if (records.length > limits.importRecords || broken > limits.importRefused) break;
  }
  return records;
}

function beyond(file: string, line: number): Kept {
  const message = `the questions above have ${MOST_KEPT} characters: from here on it is not read`;
  const at = { file, line, column: 1 };
  return { line, json: 'null', problem: { code: 'too-much', severity: 'error', at, message, hint: 'split it' } };
}

function* dataOf(records: readonly Kept[]): Iterable<unknown> {
  for (const { json } of records) yield* questionsIn(JSON.parse(json));
}
