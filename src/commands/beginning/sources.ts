// The notes that a new bank is made from: those named, else those that lie in its folder, else a page to begin with.
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { FIRST_NOTES } from '../../authoring/first-files.ts';
import { isMarkdown, readText } from '../../bank/files.ts';
import { filesBelow } from '../../bank/files-below.ts';
import { count, firstFew, listed } from '../../core/text/wording.ts';
import { Failure } from '../../failure.ts';
import { shellWord } from '../../system/command-line.ts';

/** A notes file of the bank to be. */
export interface Source {
  /** From the bank's folder. */
  readonly file: string;
  readonly text: string;
  /** Whether it has to be written there. */
  readonly isNew: boolean;
}

/** More are no notes of one subject: a home folder, or the documents of a whole project. */
const MOST_NOTES = 500;

/** Throws a usage failure where there are none to be found, more than anybody writes, or two of one name. */
export function sourcesFor(folder: string, chosen: readonly string[] | undefined): Source[] {
  if (chosen) return chosenSources(folder, chosen);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  if (names.length === 0) return [{ file: 'notes.md', text: FIRST_NOTES, isNew: true }]; // never beside what an author has
  const found = markdownIn(folder);
  if (found.length === 0) throw withoutNotes(names);
  return eachRead(found, (file) => ({ file, text: readText(folder, file), isNew: false }));
}

/** So many files are named of those that cannot be read. */
const MOST_NAMED = 8;

/** What each file is read to. Throws the failure of the first that cannot be read, with the names of the others that have the same. */
function eachRead<T>(files: readonly string[], read: (file: string) => T): T[] {
  const failures: { readonly file: string; readonly error: Failure }[] = [];
  const all = files.flatMap((file) => {
    try {
      return [read(file)];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push({ file, error });
      return [];
    }
  });
  const [first, ...others] = failures;
  if (!first) return all;
  const { exit, code, message, hint, at } = first.error;
  const alike = others.filter(({ error }) => error.code === code).map(({ file }) => file);
  if (alike.length === 0) throw first.error;
  throw new Failure(exit, code, message, `${hint}; ${firstFew(alike, MOST_NAMED)} too`, at);
}

function markdownIn(folder: string): string[] {
  const found = filesBelow(folder, isMarkdown);
  if (found.length <= MOST_NOTES) return found;
  const message = `${count(found.length, 'Markdown file')} lie in ${folder} and below`;
  const hint = 'name those that are notes of one subject, or their folder: quiz init DIR --notes FOLDER';
  throw new Failure('usage', 'too-many-notes', message, hint, { file: folder });
}

function withoutNotes(names: readonly string[]): Failure {
  const texts = names.filter((name) => name.toLowerCase().endsWith('.txt')).slice(0, 5);
  const others =
    texts.length > 0
      ? `if they are in ${listed(texts)}: quiz init --notes ${texts.map(shellWord).join(' ')}`
      : '--notes FILE takes notes from elsewhere';
  const message = 'there are no Markdown notes in this folder, nor below it';
  return new Failure('usage', 'no-notes', message, `quiz init DIR makes a folder of its own; ${others}`);
}

/** A folder stands for the Markdown files in it. What is named twice is taken once. */
function chosenSources(folder: string, paths: readonly string[]): Source[] {
  const sources = new Map<string, Source>(); // by where they really are
  for (const path of paths) {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const files = isFolder ? markdownIn(path) : [basename(path)];
    if (files.length === 0) throw withoutNotes(readdirSync(path));
    const home = isFolder ? path : dirname(path);
    for (const [at, source] of eachRead(files, (file) => sourceAt(folder, home, file))) sources.set(at, source);
  }
  refuseTwins([...sources]);
  return [...sources.values()];
}

/** Notes with their real path. Those inside the bank's folder stay there; others are copied into it, with the folders they lie in. */
function sourceAt(folder: string, home: string, file: string): [path: string, Source] {
  const text = readText(resolve(home), file);
  const path = realpathSync(join(home, file));
  const inside = existsSync(folder) ? relative(realpathSync(folder), path) : '..';
  if (inside.startsWith('..') || resolve(inside) === inside) return [path, { file, text, isNew: true }];
  return [path, { file: inside.split(sep).join('/'), text, isNew: false }];
}

/** Of two files of one name only one could lie there; capitals make no other name on every disk. */
function refuseTwins(sources: readonly (readonly [path: string, Source])[]): void {
  const firsts = new Map<string, string>();
  for (const [path, { file }] of sources) {
    const first = firsts.get(file.toLowerCase());
    const message = `${first} and ${path} would both be ${file} in the bank`;
    const hint = 'give one of them another name, or name the folder that holds both: they keep their folders then';
    if (first !== undefined) throw new Failure('usage', 'same-name', message, hint, { file: path });
    firsts.set(file.toLowerCase(), path);
  }
}
