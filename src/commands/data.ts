// `quiz data …`: your own records. Nothing here loses any: a backup comes first, and what is replaced is kept.
import { join } from 'node:path';
import { safe } from '../core/text/safe.ts';
import { count } from '../core/text/wording.ts';
import { Failure } from '../failure.ts';
import { backUp, backupNamed, restore } from '../store/care/backups.ts';
import { examine } from '../store/care/examine.ts';
import { type Merged, mergeRecords, nothingMerged } from '../store/care/merge.ts';
import { repairRecords } from '../store/care/repair.ts';
import { refuseWhileSat, reset } from '../store/care/reset.ts';
import { acceptLosses, forgetDerived } from '../store/derived/losses.ts';
import { localDisk } from '../store/disk/disk.ts';
import { onDisk } from '../store/disk/on-disk.ts';
import { requireOwnFolder } from '../store/disk/own-folder.ts';
import { layout } from '../store/disk/paths.ts';
import { isFolder } from '../store/sessions/listing.ts';
import { requireAllRead, requireKnownFormat } from '../store/sessions/records.ts';
import { errors, print } from '../system/output.ts';
import type { Context } from './context.ts';
import { unknown } from './shared/values.ts';

export const ACTIONS = ['path', 'backup', 'restore', 'merge', 'reset', 'rebuild', 'repair'];

/** The actions that take a name: of a backup, or of a folder. */
const NAMED = ['restore', 'merge'];

function notNamed(action: string, name: string): Failure {
  return new Failure('usage', 'not-named', `quiz data ${action} takes no name: "${name}"`, `quiz data ${action}`);
}

export async function data(
  context: Context,
  action: string,
  name: string | undefined,
  options: { yes?: boolean },
): Promise<void> {
  const { data: folder } = context.places;
  if (action !== 'path') requireOwnFolder(folder);
  if (name !== undefined && ACTIONS.includes(action) && !NAMED.includes(action)) throw notNamed(action, name);
  switch (action) {
    case 'path':
      return print(`${safe(folder)}\n`);
    case 'backup':
      return backUpAll(context, folder);
    case 'restore':
      return restoreBackup(context, folder, name);
    case 'merge':
      return mergeFolder(context, folder, name);
    case 'reset':
      return resetAll(context, folder, options.yes ?? false);
    case 'repair':
      return repairAll(context, folder);
    case 'rebuild':
      return rebuild(context, folder);
    default:
      throw unknown('action', action, ACTIONS, `quiz data takes ${ACTIONS.join(', ')}`);
  }
}

function backUpAll(context: Context, folder: string): void {
  const copied = nothingMerged();
  context.say(`Backup ${backUp(folder, Date.now(), localDisk, copied)} made in ${layout(folder).backups}`);
  requireAllRead(copied.unreadable);
}

async function restoreBackup(context: Context, folder: string, name: string | undefined): Promise<void> {
  const wanted = backupNamed(folder, name);
  requireKnownFormat(join(layout(folder).backups, wanted));
  const safety = backUp(folder, Date.now());
  const what = `Restored from ${wanted}; what came since stays (a backup of before: ${safety}).`;
  await tellMerge(context, folder, what, (merged) => restore(folder, wanted, localDisk, merged));
}

/** Runs a merge and tells what it did, also where it was stopped half-way or could not read everything. */
async function tellMerge(
  context: Context,
  folder: string,
  what: string,
  action: (merged: Merged) => void,
): Promise<void> {
  const merged = nothingMerged();
  try {
    action(merged);
  } catch (error) {
    tell(context, `${what} Not all of it: it was stopped.`, merged);
    await forgetDerived(folder).catch(() => undefined); // why it was stopped is what has to be told
    throw error;
  }
  tell(context, what, merged);
  await forgetDerived(folder);
  requireAllRead(merged.unreadable);
}

async function mergeFolder(context: Context, folder: string, from: string | undefined): Promise<void> {
  if (from === undefined || from === '')
    throw new Failure('usage', 'no-folder', 'name the data folder to take in', 'quiz data merge DIR');
  const { open, closed } = layout(from);
  const isThere = (path: string) => onDisk(path, () => isFolder(localDisk, path)); // it may not be ours to enter
  if (!isThere(from) || !(isThere(open) || isThere(closed))) {
    throw new Failure(
      'usage',
      'no-records',
      `${from} holds no records`,
      'name a data folder of quiz: the one that "quiz data path" prints on the other machine',
    );
  }
  requireKnownFormat(from);
  const safety = backUp(folder, Date.now());
  const what = `Merged from ${from} (a backup of before: ${safety}).`;
  await tellMerge(context, folder, what, (merged) => mergeRecords(folder, from, localDisk, merged));
}

async function repairAll({ say }: Context, folder: string): Promise<void> {
  const safety = backUp(folder, Date.now());
  const { mended, given, united, busy, unreadable } = repairRecords(folder);
  const repaired = new Set([...mended, ...given, ...united]).size;
  const what =
    repaired === 0
      ? 'Nothing to repair was found'
      : `${count(repaired, 'session')} repaired; what is left out is in set-aside/`;
  say(`${what} (a backup of before: ${safety}).`);
  for (const session of mended) say(`${session}: damaged lines are left out`);
  for (const session of given) say(`${session}: nothing of it can count`);
  for (const session of united) say(`${session}: lay in two places; the fuller copy counts`);
  sayBusy(say, busy);
  // What cannot be read is not lost: its answers stay remembered.
  await (unreadable.length > 0 ? forgetDerived(folder) : acceptLosses(folder, examine(folder).sessions));
  requireAllRead(unreadable);
}

async function rebuild({ say }: Context, folder: string): Promise<void> {
  requireKnownFormat(folder);
  await forgetDerived(folder);
  say('What was worked out from your answers is deleted, and worked out anew when it is needed. The answers stay.');
}

const NOTHING_CHANGED = 'Nothing was changed.';

async function resetAll(context: Context, folder: string, sure: boolean): Promise<void> {
  const { bank } = context.globals;
  if (bank !== undefined)
    throw new Failure(
      'usage',
      'every-bank',
      `a reset is of all banks, not of ${bank} alone`,
      'leave --bank out, or reset nothing',
    );
  if (!sure && !(await confirmsReset(context, folder))) return context.say(NOTHING_CHANGED);
  const name = reset(folder, Date.now());
  localDisk.rmSync(layout(folder).derived, { recursive: true, force: true }); // a reader may have been quicker
  context.say(
    `You begin anew. Everything so far is kept in backup ${name}; bring it back with: quiz data restore ${name}`,
  );
}

/** A reset is confirmed by typing the word, never by Enter alone. */
async function confirmsReset({ isInteractive }: Context, folder: string): Promise<boolean> {
  if (!isInteractive)
    throw new Failure(
      'usage',
      'needs-confirmation',
      'quiz data reset asks before it begins anew',
      'without a terminal confirm with: quiz data reset --yes',
    );
  refuseWhileSat(folder); // before anybody types
  const { askLine } = await import('../terminal/input/ask-line.ts');
  const word = await askLine('All records move into a backup. Type reset to go on: ', errors(), NOTHING_CHANGED);
  return word?.trim() === 'reset'; // the end of the input is a no
}

function tell({ say }: Context, what: string, { added, extended, diverged, busy }: Merged): void {
  say(what);
  say(`${count(added.length, 'session')} new, ${extended.length} longer than before.`);
  if (diverged.length > 0)
    say(
      `${count(diverged.length, 'session')} went on in two places: the fuller copy counts, the other is kept in set-aside/: ${diverged.join(', ')}`,
    );
  sayBusy(say, busy);
}

function sayBusy(say: Context['say'], busy: readonly string[]): void {
  if (busy.length > 0) say(`${count(busy.length, 'session')} left alone, open in a terminal now: ${busy.join(', ')}`);
}
