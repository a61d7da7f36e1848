// Records of a learner who practised with the small bank.
import { cpSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { TEA } from './pty.ts';
import { headless, quiz, sitThrough, tempFolder } from './quiz.ts';

export const drill = ['drill', '--bank', TEA];

/** A data folder with one drill of five answers, and the path of its journal. */
export async function practised(data = tempFolder()): Promise<{ data: string; file: string }> {
  const session = headless(drill, data);
  await sitThrough(session);
  await session.exit; // else its process still has the session
  const month = readdirSync(join(data, 'closed'))[0] ?? '';
  const name = readdirSync(join(data, 'closed', month)).at(-1) ?? '';
  return { data, file: join(data, 'closed', month, name) };
}

/** How many answers count; what is told on stderr is of no interest here. */
export function answersIn(data: string): number {
  return JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out).answers;
}

let first: Promise<{ data: string; file: string }> | undefined;

/** The same, copied from the first one: for tests of what becomes of such records. Two copies have the same session in them. */
export async function practisedOnce(): Promise<{ data: string; file: string }> {
  first ??= practised();
  const { data: made, file } = await first;
  const data = tempFolder();
  cpSync(made, data, { recursive: true, preserveTimestamps: true });
  return { data, file: join(data, relative(made, file)) };
}
