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

const made = new Map<number, Promise<{ data: string; file: string }>>();

/** The same with so many drills, copied from those made once: for tests of what becomes of records. The sessions of all copies are the same. */
export async function practisedOnce(drills = 1): Promise<{ data: string; file: string }> {
  if (!made.has(drills)) made.set(drills, drills === 1 ? practised() : oneMoreThan(drills - 1));
  return copyOf(await made.get(drills));
}

async function oneMoreThan(drills: number) {
  const copy = await practisedOnce(drills);
  await practised(copy.data);
  return copy; // its file is that of the first drill
}

function copyOf(practice: { data: string; file: string } = { data: '', file: '' }) {
  const data = tempFolder();
  cpSync(practice.data, data, { recursive: true, preserveTimestamps: true });
  return { data, file: join(data, relative(practice.data, practice.file)) };
}
