// What bin/quiz.js starts, built as a file of its own: it answers --version, else it loads the program, with what the engine made of it
// in earlier runs.

import { writeSync } from 'node:fs';
import { forgetStrayFolders } from '../system/given-folders.ts';
import { version } from '../version.ts';
import { openCodeCache } from './code-cache.ts';
import { Loader } from './loader.ts';

/** The built files that are loaded first; their names tell their content (`build.js`). */
declare const MAIN: string;
declare const USUAL_FOLDERS: string;
declare const KEEP_CODE: string;

const OUTPUT = 1;

const [, , word] = process.argv;
if (!(word === '--version' || word === '-V') || !isVersionTold()) start();

/** Whether the system has taken the version at once. Where it has not, the program says why, or waits. */
function isVersionTold(): boolean {
  try {
    const line = `${version}\n`;
    return writeSync(OUTPUT, line) === line.length;
  } catch {
    return false;
  }
}

function start(): void {
  const loader = new Loader(__dirname);
  forgetStrayFolders(process.env);
  const { usualFolders } = loader.load(USUAL_FOLDERS) as typeof import('../system/usual-folders.ts');
  const { cache } = usualFolders();
  const keep: typeof import('./keep-code.ts').keepCode = (...given) => {
    try {
      (loader.load(KEEP_CODE) as typeof import('./keep-code.ts')).keepCode(...given);
    } catch {
      // Its file is gone, when another version was put in our place meanwhile: a throw here would swallow what is said last.
    }
  };
  if (cache !== undefined) loader.cache = openCodeCache(cache, word, keep);
  loader.load(MAIN);
}
