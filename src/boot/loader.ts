// Loads the program's own files. Node's `require` would look for each in all places where a package could be, and knows
// no code that was compiled before; Node does that by itself from version 22 on, but not in 20, and without asking whose files it runs.
import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

interface Module {
  readonly exports: object;
}

/** What a built file is: the function that Node would put around it (`build.js`). */
type Built = (exports: object, require: (id: string) => unknown, module: Module, file: string, folder: string) => void;

export class Loader {
  /** Where compiled code is looked for and kept. */
  cache: CodeCache | undefined;
  readonly #folder: string;
  readonly #modules = new Map<string, Module>();

  /** For the built files in a folder, which are all ASCII. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What a file of the folder exports, by its name with "./" before it. */
  load(id: string): unknown {
    const known = this.#modules.get(id);
    if (known) return known.exports;
    const name = id.slice('./'.length);
    const file = `${this.#folder}${sep}${name}`;
    const run = this.#compiled(name, file).runInThisContext() as Built;
    const module = { exports: {} };
    this.#modules.set(id, module); // before it runs, for files that need each other
    run.call(module.exports, module.exports, this.#require, module, file, this.#folder);
    return module.exports;
  }

  readonly #require = (id: string): unknown => (id.startsWith('./') ? this.load(id) : require(id));

  #compiled(name: string, file: string): Script {
    const cachedData = this.cache?.find(name);
    const script = new Script(textOf(file), { filename: file, ...(cachedData && { cachedData }) });
    if (!cachedData || script.cachedDataRejected) this.cache?.add(name, script);
    return script;
  }
}

/** Throws as Node's `require` does where a file is gone. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause; // no open file is left, or the disk fails
    throw Object.assign(new Error(`cannot read ${file}`, { cause }), { code: 'MODULE_NOT_FOUND' });
  }
}
