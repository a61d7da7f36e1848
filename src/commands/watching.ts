// Calls back when files of some folders change, until the program is told to end.
import { watch } from 'node:fs';
import { Interrupted, onInterruption } from '../interrupt.ts';

/** Editors write a file in several steps: they count as one change. */
const QUIET_MS = 150;

/**
 * Watches from the call on, and calls `react` with the names of the files that changed, one call after another, never two at a
 * time. Ends by throwing: with the interruption, with what `react` threw, with the system's error where a folder can no longer
 * be watched, or with the reason of `until`.
 */
export async function watchFolders(
  folders: readonly string[],
  isMeant: (name: string) => boolean,
  react: (names: readonly string[]) => Promise<void>,
  until?: AbortSignal,
): Promise<never> {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let stop: () => void = () => undefined;
  const ended = new Promise<never>((_, fail) => {
    const settle = async () => {
      if (busy || changed.size === 0) return;
      busy = true;
      const names = [...changed];
      changed.clear();
      await react(names).catch(fail);
      busy = false;
      wait();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(settle, QUIET_MS);
    };
    const watchers = [...new Set(folders)].map((folder) =>
      watch(folder, (_event, name) => {
        if (name !== null && !isMeant(name)) return;
        changed.add(name ?? folder);
        wait();
      }).on('error', fail),
    );
    until?.addEventListener('abort', () => fail(until.reason));
    const listen = onInterruption((signal) => fail(new Interrupted(signal, 'Stopped watching.')));
    stop = () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      listen();
    };
  });
  return ended.finally(() => stop());
}
