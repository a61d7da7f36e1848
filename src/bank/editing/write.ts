// New question files for a bank. Files that are there are never touched: what an author edited stays.
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Failure, reasonOf, remedyOf } from '../../failure.ts';
import { makeSharedFolder } from '../../system/folders.ts';
import { asIdentifier } from '../defaults.ts';
import { isManifest, isQuestionFile, readFolder } from '../files.ts';
import { mappingText, questionText } from '../yaml/write.ts';
import { draftPath, removeDrafts, unlessGone } from './drafts.ts';
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
interface Draft {
  readonly descriptor: number;
  readonly draft: string;
  readonly path: string;
}

interface Part extends Draft {
  readonly cases: Map<string, string>;
  questions: number;
  characters: number;
}

/**
 * A shelf for a bank as it is now: make it before the bank is read. Where other question files have come or gone when all is to be
 * kept, another import did that, and `keep` throws a failure with nothing written.
 */
export function shelfIn(folder: string): Shelf {
  const open = new Map<string, Part>();
  const whole: Part[] = [];
  let manifest: Draft | undefined;
  const close = (name: string, part: Part) => {
    finish(part);
    open.delete(name);
    whole.push(part);
  };
  removeDrafts(folder);
  const before = questionFiles(folder);
  const taken = new Set<string>(namesIn(folder).map((name) => name.toLowerCase()));
  const made = existsSync(folder) ? undefined : folder;
  return {
    add: (name, question, shared) =>
      onDisk(folder, () => {
        const part = open.get(name) ?? begin(folder, freeName(name, taken));
        open.set(name, part); // before anything is written: what fails then is dropped
        if (part.characters === 0) write(part, `${questionFileHead(folder)}questions:\n`);
        write(part, questionText(question));
        part.questions += 1;
        if (shared) part.cases.set(shared.id, shared.text);
        if (part.questions >= MOST.questions || part.characters >= MOST.characters) close(name, part);
      }),
    keep: () =>
      onDisk(folder, () => {
        for (const [name, part] of open) close(name, part);
        requireSame(folder, before, questionFiles(folder));
        if (whole.length > 0 && !hasManifest(folder)) {
          manifest = draftOf(folder, 'bank.yaml');
          writeManifest(manifest, basename(folder));
        }
        putAll(folder, manifest ? [...whole, manifest] : whole, before);
        return whole.splice(0).map(({ path }) => basename(path));
      }),
    drop() {
      for (const part of open.values()) closeSync(part.descriptor);
      const drafts = [...whole, ...open.values(), ...(manifest ? [manifest] : [])];
      for (const { draft } of drafts) unlessGone(() => unlinkSync(draft));
      if (made !== undefined && existsSync(made) && readdirSync(made).length === 0) unlessGone(() => rmdirSync(made));
    },
  };
}

/** The drafts in their places, where nobody else has put anything meanwhile; else none of them. */
function putAll(folder: string, drafts: readonly Draft[], before: ReadonlySet<string>): void {
  const put: string[] = [];
  try {
    for (const { draft, path } of drafts) {
      linked(draft, path);
      put.push(path);
    }
    const ours = put.map((path) => basename(path)).filter(isQuestionFile);
    requireSame(folder, new Set([...before, ...ours]), questionFiles(folder));
  } catch (error) {
    for (const path of put) unlessGone(() => unlinkSync(path));
    throw reasonOf(error) === 'EEXIST' ? changedMeanwhile(folder) : error;
  }
  for (const { draft } of drafts) unlessGone(() => unlinkSync(draft));
}

/** Unlike a rename, a link is never put in the place of a file that another import was faster to write. */
function linked(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(reasonOf(error))) throw error;
    renameSync(draft, path); // a file system without links
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

function draftOf(folder: string, file: string): Draft {
  const draft = draftPath(folder, file);
  return { descriptor: openSync(draft, 'wx', 0o644), draft, path: join(folder, file) };
}

function begin(folder: string, file: string): Part {
  makeSharedFolder(folder);
  return { ...draftOf(folder, file), cases: new Map(), questions: 0, characters: 0 };
}

function write(part: Part, text: string): void {
  writeFileSync(part.descriptor, text); // to its end: a disk that is just full takes a part at first
  part.characters += text.length;
}

function finish(part: Part): void {
  if (part.cases.size > 0) write(part, mappingText({ cases: Object.fromEntries(part.cases) }));
  fsyncSync(part.descriptor);
  closeSync(part.descriptor);
}

function hasManifest(folder: string): boolean {
  return readdirSync(folder).some(isManifest);
}

/** The id and the title are the folder's name; everything else has defaults. */
function writeManifest({ descriptor }: Draft, title: string): void {
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
    throw new Failure(
      'disk',
      'cannot-write',
      `cannot write into ${folder} (${reasonOf(error)})`,
      `${remedyOf(reasonOf(error))}; nothing was changed`,
      { file: folder },
      error,
    );
  }
}
