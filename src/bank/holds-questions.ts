// Whether files have questions, by their beginning: asked before a folder is opened as a bank.
import { readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ifPossible } from '../system/if-possible.ts';
import { fromRegular } from '../system/regular.ts';
import { isQuestionFile } from './files.ts';

/** More are looked into at no start. */
const MOST_OPENED = 20;

/** Whether a folder has a question file, so that it is a bank without saying so in a manifest. */
export function holdsQuestions(folder: string): boolean {
  const names = ifPossible(() => readdirSync(folder)) ?? []; // one can stand in a folder that cannot be read
  const files = names.filter(isQuestionFile).sort().slice(0, MOST_OPENED);
  return files.some((file) => hasQuestions(join(folder, file)));
}

/** What stands before the questions, texts of cases mostly, is shorter. */
const BEGINNING = 64_000;

/** Whether a file has a list of questions. False where it cannot be read: it may be anything. */
export function hasQuestions(path: string): boolean {
  const bytes = Buffer.alloc(BEGINNING);
  const length = ifPossible(() => fromRegular(path, ({ descriptor }) => readSync(descriptor, bytes))) ?? 0;
  return /^(?:\xef\xbb\xbf)?questions[ \t]*:/m.test(bytes.toString('latin1', 0, length));
}
