// Calls back when files of some folders change, until the program is told to end.
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Interrupted, onInterruption } from '../../system/interrupt.ts';

/** Editors write a file in several steps: they count as one change. */
const QUIET_MS = 150;
/** Where changes never end, they are told after this all the same. */
const LONGEST_WAIT_MS = 1000;
/** A folder that is away tells of nothing: it is looked for so often. */
const AWAY_MS = 300;

/** A bank that is watched: its folder, and its notes as named there. */
export interface WatchedBank {
  readonly folder: string;
  readonly notes: readonly string[];
}

/**
 * Calls `react` at once without names, and again with the names of files that changed: one call after another, never two at a time, and none
 * is missed from the call on. What is to be watched is asked anew before each reaction, because notes are renamed and folders replaced.
 * Ends by throwing: with the interruption, with what `react` threw, with the system's error where a folder can no longer be watched,
 * or with the reason of `until`.
 */
export async function watchBanks(
  banks: () => readonly WatchedBank[],
  react: (names: readonly string[]) => Promise<void>,
  until?: AbortSignal,
): Promise<never> {
  until?.throwIfAborted();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  let busy = false;
  let stop: () => void = () => undefined;
  const ended = new Promise<never>((_, fail) => {
    const wait = () => {
      clearTimeout(timer);
      if (changed.size > 0)
        timer = setTimeout(settle, Math.min(QUIET_MS, Math.max(0, since + LONGEST_WAIT_MS - Date.now())));
      else if (folders.isAnyAway()) timer = setTimeout(lookForThem, AWAY_MS);
    };
    const lookForThem = () => {
      try {
        folders.look(Date.now()).forEach(note);
        wait();
      } catch (error) {
        fail(error);
      }
    };
    const note = (name: string) => {
      if (changed.size === 0) since = Date.now();
      changed.add(name);
      wait();
    };
    const folders = watchedFolders(banks, note, fail);
    const settle = async () => {
      if (busy) return;
      busy = true;
      const names = [...changed];
      changed.clear();
      const began = Date.now();
      try {
        folders.look(began); // before the files are read: what changes from now on is seen
        await react(names);
        folders.look(began).forEach(note); // the notes may lie elsewhere now
      } catch (error) {
        fail(error);
      }
      busy = false;
      wait();
    };
    until?.addEventListener('abort', () => fail(until.reason));
    const listen = onInterruption((signal) => fail(new Interrupted(signal, 'Stopped watching.')));
    stop = () => {
      clearTimeout(timer);
      folders.close();
      listen();
    };
    void settle();
  });
  return ended.finally(() => stop());
}

interface WatchedFolders {
  /** Watches what is to be watched now. What may have changed unseen: folders that are gone or replaced, and since a moment files of new ones. */
  look(since: number): string[];
  /** Whether one of them was not there at the last look. */
  isAnyAway(): boolean;
  close(): void;
}

/** Calls `note` with each file of the banks that changes. */
function watchedFolders(
  banks: () => readonly WatchedBank[],
  note: (name: string) => void,
  fail: (error: unknown) => void,
): WatchedFolders {
  const watched = new Map<string, { readonly inode: number | undefined; readonly watcher: FSWatcher | undefined }>();
  const begin = (folder: string) =>
    watch(folder, (_event, name) => {
      if (name === null || isMeant(folder, name, banks())) note(name ?? folder);
    }).on('error', fail);
  return {
    look(since) {
      const wanted = foldersOf(banks());
      const before = new Set(watched.keys());
      for (const [folder, { watcher, inode }] of watched) {
        if (wanted.has(folder) && wanted.get(folder) === inode) continue; // closing it would lose what it has not told yet
        watcher?.close();
        watched.delete(folder);
      }
      return [...wanted].flatMap(([folder, inode]) => {
        if (watched.has(folder)) return [];
        watched.set(folder, { inode, watcher: inode === undefined ? undefined : begin(folder) });
        if (before.has(folder)) return [basename(folder)]; // it is gone or back, or another one has taken its place
        if (inode === undefined) return [];
        return changedSince(folder, since).filter((name) => isMeant(folder, name, banks()));
      });
    },
    isAnyAway: () => [...watched.values()].some(({ watcher }) => watcher === undefined),
    close() {
      for (const { watcher } of watched.values()) watcher?.close();
    },
  };
}

/** The folders with their inodes: one that was put in another's place has a new one, one that is not there has none. */
function foldersOf(banks: readonly WatchedBank[]): Map<string, number | undefined> {
  const folders = banks.flatMap(({ folder, notes }) => [folder, ...notes.map((file) => dirname(join(folder, file)))]);
  return new Map(folders.map((folder) => [folder, statSync(folder, { throwIfNoEntry: false })?.ino]));
}

/** Whether a file belongs to a bank; a folder tells of its own end under its own name. */
function isMeant(folder: string, name: string, banks: readonly WatchedBank[]): boolean {
  const isNotes = () => banks.some((bank) => bank.notes.some((file) => join(bank.folder, file) === join(folder, name)));
  return /^[^.].*\.(?:ya?ml|md)$/i.test(name) || name === basename(folder) || isNotes();
}

/** The files of a folder that were changed since a moment: what was read there may be older. */
function changedSince(folder: string, moment: number): string[] {
  return readdirSync(folder).filter((name) => {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    return found !== undefined && found.mtimeMs >= moment;
  });
}
