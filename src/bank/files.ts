// Reading a bank's folder: bounded, only regular files, only UTF-8.
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { limits } from '../core/limits.ts';
import { firstBadPlace } from '../core/utf8.ts';
import { Failure } from '../failure.ts';

/** Names of the files in a bank's folder: the manifest apart from the question files, in alphabetical order. */
export function listFolder(folder: string): { manifest: string | undefined; questions: string[]; markdown: string[] } {
  const names = readFolder(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
  const questions = names.filter((name) => /\.ya?ml$/i.test(name) && !/^bank\.ya?ml$/i.test(name));
  return {
    manifest: names.find((name) => /^bank\.ya?ml$/i.test(name)),
    questions,
    markdown: names.filter((name) => /\.md$/i.test(name)),
  };
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const reason = statSync(folder, { throwIfNoEntry: false })
      ? 'it is not a folder that can be read'
      : 'there is no such folder';
    throw new Failure(
      'content',
      'no-bank',
      `cannot open the bank ${folder}: ${reason}`,
      'name a folder with question files: --bank DIR',
      { file: folder },
      error,
    );
  }
}

/** A text file of the bank. Refuses what is no regular file, too large, or not UTF-8. */
export function readText(folder: string, name: string): string {
  const path = join(folder, name);
  const bytes = readRegular(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { line, column, byte } = firstBadPlace(bytes);
    const message = `${basename(path)} is not UTF-8 text: there is the byte 0x${byte}`;
    throw new Failure('content', 'not-utf8', message, 'save it with the encoding UTF-8', { file: name, line, column });
  }
}

function readRegular(path: string): Buffer {
  let descriptor: number | undefined;
  try {
    if (!statSync(path).isFile()) throw new Error('it is not a regular file');
    descriptor = openSync(path, 'r');
    const { size } = fstatSync(descriptor);
    if (size > limits.fileBytes) throw new Error(`it is larger than ${limits.fileBytes / 1_000_000} MB`);
    return readFileSync(descriptor);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      'content',
      'unreadable-file',
      `cannot read ${path}: ${reason}`,
      'check the name and the permissions',
      { file: path },
      error,
    );
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
