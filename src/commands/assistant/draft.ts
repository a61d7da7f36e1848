// A question that an assistant proposes: judged like an author's, by every rule, and written only when nothing is wrong with it.
import { judgeNode } from '../../authoring/judge.ts';
import { writtenIn } from '../../authoring/written.ts';
import { shelfIn } from '../../bank/editing/write.ts';
import { readYaml } from '../../bank/yaml/read.ts';
import type { Position, Problem } from '../../core/problem.ts';
import { plainValue } from '../../core/shapes/node.ts';
import { openBench } from '../adding/bench.ts';

export interface JudgedDraft {
  /** All that speaks against it, warnings too; empty where it may go into the bank. */
  readonly problems: readonly Problem[];
  /** Its fields as written. */
  readonly question: Readonly<Record<string, unknown>>;
}

const NAME = 'draft';

/** `text`: one question in YAML or JSON, as it would stand in a file of the bank in that folder. */
export async function judgeDraft(folder: string, cacheFolder: string | undefined, text: string): Promise<JudgedDraft> {
  const read = readYaml(NAME, text);
  if (!('node' in read)) return { problems: read.problems, question: {} };
  const bench = await openBench(folder, cacheFolder);
  const { questions, file } = writtenIn(read.node, bench.taken);
  const [only, ...others] = questions;
  if (!only || others.length > 0) return { problems: [notOne(file.at, questions.length)], question: {} };
  const { problems } = judgeNode(file, bench);
  return { problems, question: plainValue(only) as JudgedDraft['question'] }; // it was read as a question
}

/** Writes it into a new file of the bank's folder. The file's name. */
export function keepDraft(folder: string, { question }: JudgedDraft): string {
  const shelf = shelfIn(folder);
  try {
    shelf.add(NAME, question);
    return shelf.keep()[0] ?? '';
  } catch (error) {
    shelf.drop();
    throw error;
  }
}

function notOne(at: Position, count: number): Problem {
  const message = `there are ${count} questions here`;
  return { code: 'not-one', severity: 'error', at, message, hint: 'propose one at a time' };
}
