import { isAbsolute } from 'node:path';
import envPaths from 'env-paths';

/** The platform's own folders: for records, for what can be deleted at any time, and for reports of our own bugs. */
export function usualFolders(): { readonly [Kind in 'data' | 'cache' | 'log']: string | undefined } {
  const { data, cache, log } = envPaths('notes-quiz', { suffix: '' });
  const known = (folder: string) => (isAbsolute(folder) ? folder : undefined); // else relative to who knows what
  return { data: known(data), cache: known(cache), log: known(log) };
}
