// Session files: running ones in open/, ended ones in closed/<month>/. A file never has two writers.

import { hostname } from 'node:os';
import type { Problem } from '../../core/problem.ts';
import type { Event, Moment, Opened, Started } from '../../core/sitting/events.ts';
import { Failure } from '../../failure.ts';
import { randomWord } from '../../system/chance.ts';
import { thisProcess } from '../../system/this-process.ts';
import { type Disk, localDisk, writeWhole } from '../disk/disk.ts';
import { keepGitFiles } from '../disk/git-files.ts';
import { type Later, workForLater } from '../disk/later.ts';
import { onDisk } from '../disk/on-disk.ts';
import { makeOwnFolder, requireOwnFolder } from '../disk/own-folder.ts';
import { closedPath, layout, monthOf, openPath, within } from '../disk/paths.ts';
import { encodeEntry } from '../journal/entry.ts';
import { continueJournal, createJournal, type Journal } from '../journal/journal.ts';
import { type Elsewhere, elsewhere, refuseIfOwned } from './owner.ts';
import { keepDamaged, readSession, type SessionFile, type SessionText } from './read-session.ts';
import { type SessionList, sessionList } from './session-list.ts';
import { dropSession, settleSession } from './settle.ts';

export interface Sessions extends SessionList {
  readonly folder: string;
  /**
   * Starts a session: its first line is on disk when this returns, and what `beside` has written. Where either fails nothing of it is left:
   * nobody was asked anything yet.
   */
  start(started: Started, moment: Moment, beside?: () => void): Journal;
  /** Keeps a session that nobody sits: it is there as a whole, and over, or not at all. */
  keep(events: readonly [Moment & Started, ...Event[]]): void;
  /** Takes a session up again. Fails with `busy` while the terminal that has it is alive. */
  resume(session: string, moment: Moment): Resumed;
  /** Reads a session. What is damaged in it is kept in set-aside/ and noted. */
  read(file: SessionFile): SessionText;
  /** Takes down what is wrong with the records, to be told when the command is over. */
  note(flaws: readonly Problem[]): void;
  /** Forgets what was noted: whoever goes on for long looks again. */
  forgetNotes(): void;
  /** Where banks lay whose records were looked at, by the bank's id; the last place last. */
  readonly origins: Map<string, readonly string[]>;
  /** What can wait until the first question is up. */
  readonly later: Later;
  /** What is wrong with the records as far as they were looked at. */
  noted(): readonly Problem[];
  /** Moves a session that is over to its month. Where a copy lies there already, the fuller one stays and the other is set aside. */
  settle(session: string): void;
}

export interface Resumed {
  readonly journal: Journal;
  readonly events: readonly Event[];
  /** Where another machine had it last. */
  readonly from: Elsewhere | undefined;
}

/** A new session's name: sorts by its start (UTC), and two machines never make the same. */
export function newSessionName(at: number): string {
  const time = new Date(at).toISOString().replace(/\D/g, '');
  return `${time.slice(2, 8)}-${time.slice(8, 14)}-${randomWord(6)}`;
}

/** The sessions of a data folder. */
export function sessionsIn(folder: string, disk: Disk = localDisk): Sessions {
  const { open, closed } = layout(folder);
  const list = sessionList(folder, disk);
  const later = workForLater();
  const gitFiles = async () => keepGitFiles(disk, folder);
  const flaws = flawNotes();
  const read = (file: SessionFile): SessionText => {
    const found = onDisk(file.path, () => readSession(disk, folder, file));
    if (found === undefined) return GONE;
    const { bytes, ...text } = found;
    const isNews = keepDamaged(disk, folder, file.session, bytes, text);
    flaws.note(text.flaws.filter(({ code }) => code !== 'torn-line' || isNews));
    return text;
  };
  return {
    folder,
    later,
    origins: new Map(),
    ...list,
    ...flaws,
    settle: (session) => onDisk(closedPath(folder, session), () => settleSession(disk, folder, session)),
    read,
    start(started, moment, beside = () => undefined) {
      makeOwnFolder(folder, open, disk);
      later.add(gitFiles);
      return begun(disk, folder, started, moment, beside);
    },
    keep(events) {
      requireOwnFolder(folder, disk);
      const [{ session }] = events;
      const by = randomWord(4);
      const text = events.map((event) => encodeEntry(event, by)).join('');
      onDisk(folder, () => writeWhole(disk, within(closed, monthOf(session)), `${session}.jsonl`, text));
    },
    resume(session, moment) {
      requireOwnFolder(folder, disk);
      if (list.isFinished(session)) throw finishedElsewhere(session);
      later.add(gitFiles);
      const file = { session, path: openPath(folder, session) };
      const [known] = list.mark(file); // before it is read: whoever comes meanwhile is not missed
      const { events, start, isGone } = read(file);
      if (isGone) throw movedAway(session);
      const [first] = events;
      if (first?.type !== 'started' || start === 'rebuilt') throw notResumable(session);
      refuseIfOwned(session, events);
      const journal = continueJournal(disk, file.path, randomWord(4), known);
      const back = comingBack(first.bank.id, [first, ...events.slice(1)], moment);
      takeUp(journal, back);
      return { journal, events: [...events, ...back], from: elsewhere(events) };
    },
  };
}

/** What is wrong, each thing once. */
function flawNotes(): Pick<Sessions, 'note' | 'noted' | 'forgetNotes'> {
  const noted = new Map<string, Problem>();
  return {
    note(flaws) {
      for (const flaw of flaws) noted.set(`${flaw.code} ${flaw.at.file}:${flaw.at.line}`, flaw);
    },
    noted: () => [...noted.values()],
    forgetNotes: () => noted.clear(),
  };
}

/** A session with its first lines; nothing of it, where they or what `beside` writes cannot be written. */
function begun(disk: Disk, folder: string, started: Started, moment: Moment, beside: () => void): Journal {
  const { session, bank, policy } = started;
  const journal = createJournal(disk, openPath(folder, session), randomWord(4));
  const start: Event = { ...moment, ...started };
  const opened: Event = { ...moment, ...openedBy(bank.id) };
  const copy = policy.mode === 'exam' ? [start] : []; // all that follows hangs on it, until the exam is over
  try {
    journal.append([start, opened, ...copy]);
    beside();
    return journal;
  } catch (error) {
    journal.close();
    dropSession(disk, folder, session);
    throw error;
  }
}

/** One line after the other: that the session is ours is settled before anything else is told of it. */
function takeUp(journal: Journal, back: readonly Event[]): void {
  try {
    for (const event of back) journal.append([event]);
  } catch (error) {
    journal.close();
    throw error;
  }
}

/**
 * What is written where somebody comes back: that the session is theirs now, and how long nobody was there; 0 where that is not known,
 * because the clock stands before the last line. Whoever opened it and did nothing was not there.
 */
function comingBack(bank: string, events: readonly [Event, ...Event[]], moment: Moment): Event[] {
  const last = events.at(-1) ?? events[0];
  const left = events.findLast(({ type }) => type !== 'opened') ?? last;
  const now = { at: Math.max(moment.at, last.at), ms: last.ms };
  const opened: Event = { ...now, ...openedBy(bank) };
  return moment.at === left.at ? [opened] : [opened, { ...now, type: 'away', lost: now.at - left.at }];
}

function openedBy(bank: string): Opened {
  return { type: 'opened', pid: process.pid, host: hostname(), bank, ...thisProcess() };
}

/** What is read of a session that was moved away since it was listed, by a reset or a merge: it is no loss. */
const GONE: SessionText = { events: [], damaged: [], torn: [], flaws: [], isGone: true };

/** Its answers are in the records, and going on here would make a second history of it. */
export function finishedElsewhere(session: string): Failure {
  const message = `session ${session} is over: it was finished here or on another machine`;
  return new Failure('usage', 'finished-elsewhere', message, `see how it went: quiz report ${session}`);
}

function movedAway(session: string): Failure {
  const message = `session ${session} was moved away just now, by a reset or a merge`;
  return new Failure('busy', 'moved-away', message, 'nothing of it is lost; see what is there now: quiz');
}

/** Of a session whose start is lost, its questions and their order are lost too. */
function notResumable(session: string): Failure {
  const message = `session ${session} cannot be resumed: its first line is damaged`;
  const hint = 'quiz doctor shows what is wrong; quiz data restore brings it back where a backup has it';
  return new Failure('store', 'unreadable-session', message, hint);
}
