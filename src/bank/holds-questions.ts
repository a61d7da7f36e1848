// Whether files have questions, by their beginning: asked before a folder is opened as a bank.
import { closeSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { openRegular } from '../system/regular.ts';
import { isQuestionFile } from './files.ts';

/** More are looked into at no start. */
const MOST_OPENED = 20;

/** Whether a folder has a question file, so that it is a bank without saying so in a manifest. */
export function holdsQuestions(folder: string): boolean {
  const files = namesIn(folder).filter(isQuestionFile).sort().slice(0, MOST_OPENED);
  return files.some((file) => hasQuestions(join(folder, file)));
}

/** None where it cannot be read: one can stand in such a folder, too. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What stands before the questions, texts of cases mostly, is shorter. */
const BEGINNING = 64_000;

/** Whether a file has a list of questions. False where it cannot be read: it may be anything. */
export function hasQuestions(path: string): boolean {
  try {
    const { descriptor } = openRegular(path);
    try {
      const bytes = Buffer.alloc(BEGINNING);
      const text = bytes.toString('latin1', 0, readSync(descriptor, bytes));
      return /^(?:\xef\xbb\xbf)?questions[ \t]*:/m.test(text);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}
