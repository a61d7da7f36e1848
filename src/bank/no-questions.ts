// What is said where a bank has no questions, and of those that lie where no bank reads them.
import { dirname, join } from 'node:path';
import { flaw, headOf, isError, type Problem } from '../core/problem.ts';
import { listed } from '../core/text/wording.ts';
import { Failure } from '../failure.ts';
import type { Bank } from './bank.ts';
import { isBankFolder, isQuestionFile } from './files.ts';
import { banksBelow, filesBelow } from './files-below.ts';
import { hasQuestions } from './holds-questions.ts';

/** Stops where a bank has no question that can be asked. */
export function requireQuestions({ catalogue, problems, folder }: Bank): void {
  if (catalogue.subjects.length > 0) return;
  const first = problems.find(isError);
  if (first) throw new Failure('content', first.code, first.message, first.hint, first.at);
  throw noQuestions(folder);
}

/** The failure that tells of a folder without questions. */
export function noQuestions(folder: string): Failure {
  return new Failure('content', 'no-questions', `there are no questions in ${folder}`, whereToFind(folder), {
    file: folder,
  });
}

/** Where the questions may be that are missed in a folder: in a bank below it, in a file below it, or nowhere yet. */
function whereToFind(folder: string): string {
  const isBank = isBankFolder(folder);
  const banks = isBank ? [] : banksBelow(folder).slice(0, MOST_NAMED);
  if (banks.length > 0)
    return `name a bank that lies in it: --bank ${banks.map((bank) => join(folder, bank)).join(' or ')}`;
  const [first, ...others] = questionsBelow(folder).slice(0, MOST_NAMED);
  if (first === undefined)
    return 'write one with quiz add, bring some in with quiz import, or put a file with "questions:" there';
  return isBank
    ? `those in ${listed([first, ...others])} are not read: put them beside bank.yaml`
    : `name the folder that has some: --bank ${join(folder, dirname(first))}`;
}

const MOST_NAMED = 5;

/** A warning for each file with questions that lies below the bank's folder, where it is not read. */
export function unreadQuestions(folder: string): Problem[] {
  const hint = 'question files stand beside bank.yaml: move it there';
  const told = (file: string) => `the questions in ${file} are not read`;
  return questionsBelow(folder).map((file) => flaw('questions-below', headOf(file), told(file), hint, 'warning'));
}

/** More files are looked into than anybody has, and not all of a disk. */
const MOST_OPENED = 200;

function questionsBelow(folder: string): string[] {
  return filesBelow(folder, isQuestionFile)
    .filter((file) => file.includes('/'))
    .slice(0, MOST_OPENED)
    .filter((file) => hasQuestions(join(folder, file)));
}
