// Banks in different folders with one id: records go by the id, so each counts what was answered in the other.
import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { idIn } from '../../bank/bank.ts';
import { listFolder } from '../../bank/files.ts';
import { flaw, headOf, type Problem } from '../../core/problem.ts';
import type { Started } from '../../core/sitting/events.ts';
import { ifPossible } from '../../system/if-possible.ts';

/** The code of the finding that says so. */
export const SHARED_ID = 'shared-id';

/** The id of a bank, and a folder where it lies or lay. */
export type Origin = Started['bank'];

/** The finding that two of these folders are different banks with this id, naming the first two; none where no two are. */
export async function sharedId(
  id: string,
  [used, ...others]: readonly string[],
  cache: string | undefined,
): Promise<Problem[]> {
  if (used === undefined) return [];
  if ((await idIn(used, cache)) !== id) return sharedId(id, others, cache);
  for (const other of others) {
    if (!(await isBankElsewhere({ id, folder: other }, used, cache))) continue;
    const message = `${used} and ${other} are two banks with the id "${id}", so they share their records`;
    const hint =
      'write another id in the bank.yaml of one: that one then begins without records, and all there are stay with the other';
    const head = headOf(join(used, listFolder(used).manifest ?? 'bank.yaml'));
    return [flaw(SHARED_ID, head, message, hint, 'warning')];
  }
  return [];
}

/** Whether a bank with that id still lies where it lay, and that is not this folder. */
export async function isBankElsewhere(
  { id, folder }: Origin,
  here: string,
  cache: string | undefined,
): Promise<boolean> {
  return !isSame(here, folder) && (await idIn(folder, cache)) === id;
}

/** The findings of `sharedId` for all banks of these sessions; the one that is meant here comes first. Sessions are given oldest first. */
export async function sharedIds(
  here: Origin | undefined,
  sessions: readonly Origin[],
  cache: string | undefined,
): Promise<Problem[]> {
  const folders = new Map<string, Set<string>>();
  for (const { id, folder } of [...(here ? [here] : []), ...sessions.toReversed()])
    folders.set(id, (folders.get(id) ?? new Set()).add(folder));
  const found: Problem[] = [];
  for (const [id, own] of folders) if (own.size > 1) found.push(...(await sharedId(id, [...own], cache)));
  return found;
}

/** Where the bank of the program lies in each copy of the program: it is one bank, whichever version asks. */
const SHIPPED_AS = join(sep, 'questions', 'aws-ml');

/** Whether two paths are of one folder, over links or in two mounts: a copy has another number, or another time. */
function isSame(one: string, other: string): boolean {
  if (one === other || [one, other].every((path) => path.endsWith(SHIPPED_AS))) return true;
  const [a, b] = [one, other].map((path) => ifPossible(() => statSync(path, { throwIfNoEntry: false })));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.ctimeMs === b.ctimeMs;
}
