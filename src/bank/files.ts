// Reading a bank's folder: bounded, only regular files, only UTF-8.
import { lstatSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { limits } from '../core/limits.ts';
import { firstBadPlace, otherThanUtf8 } from '../core/text/utf8.ts';
import { megabytes } from '../core/text/wording.ts';
import { Failure, reasonOf, remedyOf } from '../failure.ts';
import { ifPossible } from '../system/if-possible.ts';
import { fromRegular } from '../system/regular.ts';

/** Names of the files in a bank's folder: the manifest apart from the question files, in alphabetical order. */
export function listFolder(folder: string): { manifest: string | undefined; questions: string[]; markdown: string[] } {
  const names = readFolder(folder).sort();
  return {
    manifest: names.find(isManifest),
    questions: names.filter(isQuestionFile),
    markdown: names.filter(isMarkdown),
  };
}

const MANIFESTS = ['bank.yaml', 'bank.yml'];

/** Whether a file is the manifest of a bank by its name. */
export function isManifest(name: string): boolean {
  return MANIFESTS.includes(name.toLowerCase());
}

/** Whether a folder says that it is a bank. */
export function isBankFolder(folder: string): boolean {
  return ifPossible(() => readdirSync(folder))?.some(isManifest) ?? false;
}

/** Whether a file has questions by its name. */
export function isQuestionFile(name: string): boolean {
  return !name.startsWith('.') && endsIn(name, '.yaml', '.yml') && !isManifest(name);
}

/** Whether a file may be notes by its name. */
export function isMarkdown(name: string): boolean {
  return !name.startsWith('.') && endsIn(name, '.md');
}

/** Whatever its capitals. A pattern for that would be made at each start, and weighs more than all else here. */
function endsIn(name: string, ...endings: readonly string[]): boolean {
  const small = name.toLowerCase();
  return endings.some((ending) => small.endsWith(ending));
}

/** The names in a folder. Throws a content failure where it is none that can be read. */
export function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const reason = reasonOf(error) === 'ENOENT' ? 'there is no such folder' : 'it is not a folder that can be read';
    const message = `cannot open the bank ${folder}: ${reason}`;
    const hint = 'name a folder with question files: --bank DIR';
    throw new Failure('content', 'no-bank', message, hint, { file: folder }, error);
  }
}

/** Whether a path lies in a folder, be that the root of a disk; both whole, and without links. */
export function liesIn(path: string, folder: string): boolean {
  return path.startsWith(ended(folder));
}

/** A folder with the sign behind it that parts it from a name; the root has one itself. */
function ended(folder: string): string {
  return folder.endsWith(sep) ? folder : `${folder}${sep}`;
}

/** Refuses a link that leads out of the bank's folder: what somebody else's bank points to would be shown, in a log of CI too. */
export function requireInside(folder: string, name: string): void {
  const path = join(folder, name);
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const [target, home] = [path, folder].map((one) => ifPossible(() => realpathSync.native(one)));
  if (target === undefined || home === undefined || liesIn(target, home)) return; // what is not there is told as such
  const message = `${name} is a link that leads out of the bank's folder`;
  throw new Failure('content', 'outside-folder', message, 'put the file itself there', { file: name });
}

/** A text file of the bank. Refuses what is no regular file, too large, or not UTF-8. */
export function readText(folder: string, name: string): string {
  return utf8Text(name, readBytes(folder, name));
}

/** The same of a file that somebody's bank has there, and nobody has named. */
export function readInside(folder: string, name: string): string {
  requireInside(folder, name);
  return readText(folder, name);
}

/** The text that a file's bytes are. Throws a content failure where they are not UTF-8. */
export function utf8Text(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { line, column, byte } = firstBadPlace(bytes);
    const { what, hint = 'save it as text, with the encoding UTF-8' } = otherThanUtf8(bytes) ?? {};
    const message = `${basename(name)} is ${what ?? `not UTF-8 text: there is the byte 0x${byte}`}`;
    throw new Failure('content', 'not-utf8', message, hint, { file: name, line, column });
  }
}

/** Reads many files one after the other, each into the same memory: what it gave is good until the next one is read. */
export function fileReader(folder: string): (name: string) => Uint8Array {
  let memory = Buffer.alloc(0);
  return (name) =>
    readBytes(folder, name, (size) => {
      if (memory.length < size) memory = Buffer.allocUnsafeSlow(2 * size);
      return memory;
    });
}

/** The bytes of a file of the bank, in new memory or in what is there for them. Refuses what is no regular file, or too large. */
export function readBytes(
  folder: string,
  name: string,
  memoryFor: (size: number) => Buffer = Buffer.allocUnsafe,
): Uint8Array {
  const path = `${ended(folder)}${name}`; // once for each of many files, and joining weighs
  try {
    return fromRegular(path, ({ descriptor, stats: { size } }) => {
      if (size > limits.fileBytes)
        throw unreadable(path, `it is larger than ${megabytes(limits.fileBytes)}`, 'split it into several files');
      const memory = memoryFor(size);
      let length = 0;
      for (let got = -1; got !== 0 && length < size; length += got)
        got = readSync(descriptor, memory, length, size - length, null);
      return memory.subarray(0, length);
    });
  } catch (error) {
    throw error instanceof Failure ? error : refusedBySystem(path, error);
  }
}

function refusedBySystem(path: string, error: unknown): Failure {
  const reason = reasonOf(error);
  if (reason === 'ENOENT' || reason === 'ENOTDIR')
    return unreadable(path, 'there is no such file', 'check the name', error);
  const isOurs = (error as NodeJS.ErrnoException).code === undefined; // it is no regular file
  const hint = remedyOf(reason, 'check the name and the permissions');
  return unreadable(path, isOurs ? reason : `the system refuses it (${reason})`, hint, error);
}

function unreadable(path: string, reason: string, hint: string, cause?: unknown): Failure {
  return new Failure('content', 'unreadable-file', `cannot read ${path}: ${reason}`, hint, { file: path }, cause);
}
