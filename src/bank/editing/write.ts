// New question files for a bank. Files that are there are never touched: what an author edited stays.
import { closeSync, existsSync, fsyncSync, openSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cannotWrite, Failure, reasonOf } from '../../failure.ts';
import { makeSharedFolder } from '../../system/folders.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { putNew } from '../../system/put-new.ts';
import { asIdentifier } from '../defaults.ts';
import { isBankFolder, isQuestionFile, readFolder } from '../files.ts';
import { mappingText, questionText } from '../yaml/write.ts';
import { draftPath, removeDrafts } from './drafts.ts';
import { questionFileHead } from './place.ts';

/** Question files being written: nothing of them shows in the folder until they are kept, all together. */
export interface Shelf {
  /** Adds a question to the file of that name. A case text goes with it. */
  add(
    name: string,
    question: Readonly<Record<string, unknown>>,
    shared?: { readonly id: string; readonly text: string },
  ): void;
  /** Puts the files in their places, with a minimal manifest where there is none. Their names. */
  keep(): string[];
  /** Takes everything away again. */
  drop(): void;
}

/** A file takes no more than this, so that it stays within what a bank reads at once. */
const MOST = { questions: 1000, characters: 1_000_000 };

/** A file as it is written, beside the place that it is to have. */
interface DraftFile {
  readonly descriptor: number;
  readonly draft: string;
  readonly path: string;
}

/** A question file that grows until it is full. */
interface QuestionFile extends DraftFile {
  readonly cases: Map<string, string>;
  questions: number;
  characters: number;
}

/**
 * A shelf for a bank as it is now: make it before the bank is read. Where other question files have come or gone when all is to be
 * kept, another import did that, and `keep` throws a failure with nothing written.
 */
export function shelfIn(folder: string): Shelf {
  const open = new Map<string, QuestionFile>();
  const whole: QuestionFile[] = [];
  let manifest: DraftFile | undefined;
  const close = (name: string, file: QuestionFile) => {
    finish(file);
    open.delete(name);
    whole.push(file);
  };
  removeDrafts(folder);
  const before = questionFiles(folder);
  const taken = new Set<string>(namesIn(folder).map((name) => name.toLowerCase()));
  const made = existsSync(folder) ? undefined : folder;
  return {
    add: (name, question, shared) =>
      onDisk(folder, () => {
        const file = open.get(name) ?? begin(folder, freeName(name, taken));
        open.set(name, file); // before anything is written: what fails then is dropped
        if (file.characters === 0) write(file, `${questionFileHead(folder)}questions:\n`);
        write(file, questionText(question));
        file.questions += 1;
        if (shared) file.cases.set(shared.id, shared.text);
        if (file.questions >= MOST.questions || file.characters >= MOST.characters) close(name, file);
      }),
    keep: () =>
      onDisk(folder, () => {
        for (const [name, file] of open) close(name, file);
        requireSame(folder, before, questionFiles(folder));
        if (whole.length > 0 && !isBankFolder(folder)) {
          manifest = draftOf(folder, 'bank.yaml');
          writeManifest(manifest, basename(folder));
        }
        putAll(folder, manifest ? [...whole, manifest] : whole, before);
        return whole.splice(0).map(({ path }) => basename(path));
      }),
    drop() {
      for (const file of open.values()) closeSync(file.descriptor);
      const drafts = [...whole, ...open.values(), ...(manifest ? [manifest] : [])];
      for (const { draft } of drafts) ifPossible(() => unlinkSync(draft));
      if (made !== undefined) ifPossible(() => rmdirSync(made)); // somebody else may have put something into it
    },
  };
}

/** Puts all drafts in their places, or none where somebody else has put a file there meanwhile. */
function putAll(folder: string, drafts: readonly DraftFile[], before: ReadonlySet<string>): void {
  const put: string[] = [];
  try {
    for (const { draft, path } of drafts) {
      putNew(draft, path);
      put.push(path);
    }
    const ours = put.map((path) => basename(path)).filter(isQuestionFile);
    requireSame(folder, new Set([...before, ...ours]), questionFiles(folder));
  } catch (error) {
    for (const path of put) ifPossible(() => unlinkSync(path));
    throw reasonOf(error) === 'EEXIST' ? changedMeanwhile(folder) : error;
  }
}

function questionFiles(folder: string): Set<string> {
  return new Set(namesIn(folder).filter(isQuestionFile));
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readFolder(folder) : [];
}

function requireSame(folder: string, expected: ReadonlySet<string>, found: ReadonlySet<string>): void {
  if (expected.size !== found.size || [...found].some((name) => !expected.has(name))) throw changedMeanwhile(folder);
}

function changedMeanwhile(folder: string): Failure {
  return new Failure(
    'disk',
    'changed-meanwhile',
    `other question files came into ${folder} or left it meanwhile`,
    'nothing was written; do the same again: what is there already makes no doubles',
    { file: folder },
  );
}

/** "imported-capitals.yaml", or with the next number where that is there. */
function freeName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const file = `imported-${name}${number === 1 ? '' : `-${number}`}.yaml`;
    if (taken.has(file.toLowerCase())) continue;
    taken.add(file.toLowerCase());
    return file;
  }
}

function draftOf(folder: string, file: string): DraftFile {
  const draft = draftPath(folder, file);
  return { descriptor: openSync(draft, 'wx', 0o644), draft, path: join(folder, file) };
}

function begin(folder: string, file: string): QuestionFile {
  makeSharedFolder(folder);
  return { ...draftOf(folder, file), cases: new Map(), questions: 0, characters: 0 };
}

function write(file: QuestionFile, text: string): void {
  writeFileSync(file.descriptor, text); // to its end: a disk that is just full takes a part at first
  file.characters += text.length;
}

function finish(file: QuestionFile): void {
  if (file.cases.size > 0) write(file, mappingText({ cases: Object.fromEntries(file.cases) }));
  fsyncSync(file.descriptor);
  closeSync(file.descriptor);
}

/** The id and the title are the folder's name; everything else has defaults. */
function writeManifest({ descriptor }: DraftFile, title: string): void {
  try {
    writeFileSync(descriptor, mappingText({ id: asIdentifier(title), title }));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function onDisk<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw cannotWrite(folder, error, 'nothing was changed', 'into ');
  }
}
