// What `quiz check` looks at: a bank, or the banks that the named files belong to.
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { findBank, SHIPPED } from '../../bank/bank.ts';
import { isBankFolder, isQuestionFile, readInside, readText } from '../../bank/files.ts';
import { grouped } from '../../core/grouped.ts';
import { Failure } from '../../failure.ts';
import type { Context } from '../context.ts';
import { bankNamed } from '../shared/decided.ts';

/** What is checked: a bank, or some files of one or of none. */
export interface CheckTarget {
  readonly folder: string;
  /** The question files to read, where the folder is no bank of its own. */
  readonly only?: readonly string[];
  /** The files whose problems are shown; without it, all. */
  readonly shown?: ReadonlySet<string>;
  /** Whether it is the bank that comes with the program, for want of another. */
  readonly isShipped?: boolean;
  /** How a file of the bank is named in a report. */
  nameOf(file: string): string;
}

/** The text of a file of a target. Who names one outside of banks means what it leads to. */
export function textIn({ folder, only }: Pick<CheckTarget, 'folder' | 'only'>, file: string): string {
  return only ? readText(folder, file) : readInside(folder, file);
}

/** One target for each bank, in the order in which they are named. Without names: the bank that every command uses. */
export function targetsOf(context: Context, names: readonly string[], current: string): CheckTarget[] {
  const named = bankNamed(context);
  const bank = findBank(named, current);
  if (names.length === 0) return [{ folder: bank, isShipped: !named && bank === SHIPPED, nameOf: (file) => file }];
  const paths = names.map((name) => pathOf(name, current, bank));
  return [...grouped(paths, homeOf)].map(([folder, own]) => targetIn(folder, own, current));
}

/** A name is looked for in the current folder, then in the bank. */
function pathOf(name: string, current: string, bank: string): string {
  const path = [resolve(current, name), resolve(bank, name)].find((candidate) => existsSync(candidate));
  if (path !== undefined) return path;
  throw new Failure('content', 'unreadable-file', `cannot read ${name}: there is no such file`, 'check the name', {
    file: name,
  });
}

/** The nearest folder above that is a bank, else the folder itself. */
function homeOf(path: string): string {
  const nearest = statSync(path).isDirectory() ? path : dirname(path);
  for (let folder = nearest; ; folder = dirname(folder)) {
    if (isBankFolder(folder)) return folder;
    if (folder === dirname(folder)) return nearest;
  }
}

function targetIn(folder: string, paths: readonly string[], current: string): CheckTarget {
  const nameOf = (file: string) => relative(current, join(folder, file)) || file;
  const files = paths.filter((path) => isQuestionFile(basename(path))).map((path) => relative(folder, path));
  const isWhole = files.length < paths.length; // the manifest, the notes or the folder: they concern every question
  if (isWhole && (isBankFolder(folder) || paths.includes(folder))) return { folder, nameOf };
  if (isWhole) throw notOfABank(paths.find((path) => !isQuestionFile(basename(path))) ?? folder, current);
  const shown = new Set(files);
  return isBankFolder(folder) ? { folder, shown, nameOf } : { folder, only: files, shown, nameOf };
}

function notOfABank(path: string, current: string): Failure {
  return new Failure(
    'usage',
    'not-of-a-bank',
    `${relative(current, path)} is no question file, and belongs to no bank`,
    'name a .yaml file with questions, or the folder of a bank',
  );
}
