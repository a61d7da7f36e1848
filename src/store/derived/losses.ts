// Answers that were counted once and are gone. The derived documents remember how many each session had, and those that were missed
// once stand in a document of their own too. Where a learner decides to go on without some, a note is kept in set-aside/, and quiz
// doctor tells of it from then on.
import { join } from 'node:path';
import type { Problem } from '../../core/problem.ts';
import { Failure, reasonOf, remedyOf } from '../../failure.ts';
import { HeldFile } from '../../system/held-file.ts';
import { localDisk } from '../disk/disk.ts';
import { isOfSystem, unusable } from '../disk/on-disk.ts';
import { layout, monthOf, within } from '../disk/paths.ts';
import { lostAnswers } from '../journal/flaws.ts';
import { isFolder, namesIn } from '../sessions/listing.ts';
import { lossName, setAside } from '../sessions/set-aside.ts';
import { derivedFile } from './derived-file.ts';
import { foldedIn } from './ledger.ts';

/** How many answers a session has. */
export interface Counted {
  readonly session: string;
  readonly answers: number;
}

/** Sessions that have fewer answers now than they had once, with the most they had; `before` may have a session several times. */
export function lostSince(before: readonly Counted[], sessions: readonly Counted[]): Counted[] {
  const now = answersBySession(sessions);
  const most = new Map<string, number>();
  for (const { session, answers } of before) most.set(session, Math.max(answers, most.get(session) ?? 0));
  return [...most]
    .map(([session, answers]) => ({ session, answers }))
    .filter(({ session, answers }) => answers > (now.get(session) ?? 0));
}

/** All sessions that a document remembers, whatever version wrote it, as if each of them were lost. */
function remembered(document: unknown): Counted[] {
  const { ledger, sessions, lost } = (document ?? {}) as Readonly<Record<string, unknown>>; // it may hold anything
  const entries = Object.values(ledger ?? {}).flatMap((month) =>
    typeof month?.sessions === 'string' ? foldedIn(month) : [],
  );
  return lostSince([...countedIn(lost), ...entries, ...countedIn(sessions)], []);
}

/** Keeps losses where no damage to another document takes them: what was told once stays told. Throws a disk failure where the disk refuses. */
export async function keepLosses(folder: string, lost: readonly Counted[]): Promise<void> {
  const path = within(layout(folder).derived, 'lost.json');
  const known = await rememberedIn(path);
  if (lostSince(lost, known).length > 0) await remember(path, lostSince([...lost, ...known], []));
}

/** Throws a disk failure where the disk refuses; then the document is as it was. */
async function remember(path: string, lost: readonly Counted[]): Promise<void> {
  const write = () => derivedFile<object>(path).write({ sessions: [], lost });
  try {
    await write().catch((error) => {
      if (reasonOf(error) !== 'ENOENT') throw error;
      return write(); // another command that makes all anew took the draft away with the documents
    });
  } catch (error) {
    throw unusable(path, error);
  }
}

/** Losses as findings; `sessions` is what is there now. */
export function lossesIn(lost: readonly Counted[], sessions: readonly Counted[]): Problem[] {
  const now = answersBySession(sessions);
  return lost.map(({ session, answers }) =>
    lostAnswers(join('closed', monthOf(session), `${session}.jsonl`), session, answers, now.get(session) ?? 0),
  );
}

/** Sessions that have fewer answers than a document of this data folder remembers, or are gone; `sessions` is what is there now. */
export async function lossesOf(folder: string, sessions: readonly Counted[]): Promise<Problem[]> {
  return lossesIn(await lostFrom(folder, sessions), sessions);
}

/**
 * Removes the derived documents, which are made anew from the journals. Only how many answers there were is kept of them. One that the
 * system does not let us read stays, and is a failure once all others are done.
 */
export async function forgetDerived(folder: string): Promise<void> {
  const { readable, refused } = documentsOf(folder);
  for (const path of readable) {
    const lost = await rememberedIn(path);
    if (lost.length > 0) await remember(path, lost);
    else localDisk.rmSync(path, { recursive: true, force: true });
  }
  throwFirst(refused);
}

/** Goes on without what was lost: `sessions` is what is there now. Each loss is kept in set-aside/. Nothing that cannot be read is taken away. */
export async function acceptLosses(folder: string, sessions: readonly Counted[]): Promise<void> {
  const { readable, refused } = documentsOf(folder);
  const now = answersBySession(sessions);
  for (const { session, answers } of await lostFrom(folder, sessions)) {
    const loss = { session, had: answers, has: now.get(session) ?? 0 };
    setAside(localDisk, folder, lossName(session), Buffer.from(`${JSON.stringify(loss)}\n`));
  }
  for (const path of readable) localDisk.rmSync(path, { recursive: true, force: true });
  throwFirst(refused);
}

/**
 * The sessions that have fewer answers than a document of this data folder remembers, or are gone; all that are remembered, where `sessions`,
 * which is what is there now, has none. A document that is made anew starts with those; the other documents have most of them too, since each
 * counts the sessions of every bank.
 */
export async function lostFrom(folder: string, sessions: readonly Counted[]): Promise<Counted[]> {
  const all: Counted[] = [];
  for (const path of documentsOf(folder).readable) all.push(...(await rememberedIn(path)));
  return lostSince(all, sessions);
}

/** Each file is closed before the next is opened: a folder may have more of them than a process may hold. */
async function rememberedIn(path: string): Promise<Counted[]> {
  const file = derivedFile<object>(path);
  const counted = remembered(await file.read());
  file.close();
  return counted;
}

function documentsOf(folder: string): { readonly readable: readonly string[]; readonly refused: readonly Failure[] } {
  const { derived } = layout(folder);
  const paths = isFolder(localDisk, derived) ? namesIn(localDisk, derived).map((name) => join(derived, name)) : [];
  const refusals = new Map(paths.map((path) => [path, refusalOf(path)]));
  return {
    readable: paths.filter((path) => refusals.get(path) === undefined),
    refused: paths.flatMap((path) => refusals.get(path) ?? []),
  };
}

function throwFirst([failure]: readonly Failure[]): void {
  if (failure) throw failure;
}

/** Why the system does not let us read a document. Undefined where it does, and where none of ours can lie: a folder, a link to nowhere. */
function refusalOf(path: string): Failure | undefined {
  try {
    new HeldFile(path).close();
    return undefined;
  } catch (error) {
    const reason = reasonOf(error);
    if (!isOfSystem(reason) || ['ENOENT', 'ELOOP', 'ENXIO'].includes(reason)) return undefined;
    const [message, hint] = [`cannot read ${path} (${reason}): it stays as it is`, remedyOf(reason)];
    return new Failure('disk', 'unreadable-document', message, hint, { file: path }, error);
  }
}

function answersBySession(sessions: readonly Counted[]): Map<string, number> {
  return new Map(sessions.map(({ session, answers }) => [session, answers]));
}

function countedIn(list: unknown): Counted[] {
  if (!Array.isArray(list)) return [];
  return list.filter((one) => typeof one?.session === 'string' && Number.isInteger(one.answers));
}
