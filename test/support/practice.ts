// Records of a learner who practised with the small bank.
import { cpSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { lastingFolder } from './folders.ts';
import { headless, quiz, sitThrough, TEA, tempFolder } from './quiz.ts';

export const drill = ['drill', '--bank', TEA];

/** A data folder, and the path of the journal of its first drill. */
interface Practice {
  readonly data: string;
  readonly file: string;
}

/** A data folder with one drill of five answers. */
export async function practised(data = tempFolder()): Promise<Practice> {
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

const made = new Map<number, Promise<Practice>>();

/** The same with so many drills, copied from those made once: for tests of what becomes of records. The sessions of all copies are the same. */
export async function practisedOnce(drills = 1): Promise<Practice> {
  return copied(await original(drills), tempFolder());
}

function original(drills: number): Promise<Practice> {
  const known = made.get(drills) ?? (drills === 1 ? practised(lastingFolder()) : oneMoreThan(drills - 1));
  made.set(drills, known);
  return known;
}

async function oneMoreThan(drills: number): Promise<Practice> {
  const copy = copied(await original(drills), lastingFolder());
  await practised(copy.data);
  return copy; // its file is that of the first drill
}

function copied({ data, file }: Practice, to: string): Practice {
  cpSync(data, to, { recursive: true, preserveTimestamps: true });
  return { data: to, file: join(to, relative(data, file)) };
}
