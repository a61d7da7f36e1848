// What bin/quiz.js starts, built as a file of its own: it loads the program, with what the engine made of it in earlier runs.

import { forgetStrayFolders } from '../system/given-folders.ts';
import { asksForVersion } from '../version.ts';
import { openCodeCache } from './code-cache.ts';
import { Loader } from './loader.ts';

/** The built files that are loaded first; their names tell their content (`build.js`). */
declare const MAIN: string;
declare const USUAL_FOLDERS: string;
declare const KEEP_CODE: string;

const loader = new Loader(__dirname);
const [, , word] = process.argv;
if (!asksForVersion(process.argv)) {
  forgetStrayFolders(process.env);
  const { usualFolders } = loader.load(USUAL_FOLDERS) as typeof import('../system/usual-folders.ts');
  const { cache } = usualFolders();
  const keep: typeof import('./keep-code.ts').keepCode = (...given) =>
    (loader.load(KEEP_CODE) as typeof import('./keep-code.ts')).keepCode(...given);
  if (cache !== undefined) loader.cache = openCodeCache(cache, word, keep);
}
loader.load(MAIN);
