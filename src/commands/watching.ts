// Waiting for an author to save a file.
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** An editor that saves makes several changes at once; they are one. */
const SETTLED_MS = 100;

/**
 * Calls back after each change in a folder and in the folders of the named files in it. Folders are watched, not files: many
 * editors put a new file in the place of the old one. The result stops it.
 */
export function watchFolder(folder: string, files: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLED_MS);
  };
  const folders = new Set([folder, ...files.map((file) => dirname(join(folder, file)))]);
  const watchers = [...folders].map((one) => watch(one, settle));
  for (const watcher of watchers) watcher.on('error', () => undefined); // the folder is gone: nothing changes there any more
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
