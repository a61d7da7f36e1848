// A bank with all that `quiz check` can say of it.
import { allItems, type Bank, examineBank } from '../../bank/bank.ts';
import { checkItems } from '../../bank/check/check-items.ts';
import { type Coverage, coverageOf, omissionProblems } from '../../bank/check/coverage.ts';
import { type Mix, mixOf } from '../../bank/check/mix.ts';
import { notesProblems } from '../../bank/check/notes-text.ts';
import { type Guessing, guessing } from '../../bank/check/rules/solvers.ts';
import { unreadQuestions } from '../../bank/no-questions.ts';
import { MISSING_QUOTE } from '../../bank/quotes/problems.ts';
import { unusedInBank } from '../../bank/unused-cases.ts';
import { inReadingOrder, type Problem } from '../../core/problem.ts';
import type { CheckTarget } from './targets.ts';

export interface CheckedBank {
  readonly target: CheckTarget;
  readonly bank: Bank;
  /** The files of its notes, named as in the bank. */
  readonly notes: readonly string[];
  readonly questions: number;
  /** From top to bottom, with files named as in the bank. */
  readonly problems: readonly Problem[];
  readonly tolerated: Readonly<Record<string, number>>;
  readonly mix: Mix;
  readonly solvers: readonly Guessing[];
  /** None while the manifest has errors: which notes there are, and what of them is left out, stands there. */
  readonly coverage?: Coverage;
}

/**
 * The problems of form that opening the bank found, together with those that the rules find. While the manifest has errors the
 * rules wait: much of what they would say hangs on it.
 */
export async function checkBank(target: CheckTarget, cacheFolder: string | undefined): Promise<CheckedBank> {
  const bank = await examineBank(target.folder, cacheFolder, target.only);
  const notes = await bank.notes();
  const items = allItems(bank);
  const { anchor, newEfforts } = await import('../../bank/quotes/anchor.ts');
  const efforts = newEfforts();
  const omissions = bank.declared.uncovered.map((entry) => ({
    ...entry,
    located: anchor(notes, entry.section, entry.text, efforts),
  }));
  const coverage = coverageOf(items, notes, omissions);
  const isReadable = bank.manifestErrors.length === 0;
  const { problems: found, tolerated } = checkItems(isReadable ? items : [], notes, bank.manifestFile);
  // whoever wrote a quote that is not there need not hear that there is none
  const unproved = new Set(bank.problems.filter(({ code }) => MISSING_QUOTE.includes(code)).map(({ item }) => item));
  const telling = found.filter(({ code, item }) => code !== 'no-quote' || !unproved.has(item));
  const all = inReadingOrder([
    ...bank.problems,
    ...telling,
    ...omissionProblems(coverage, omissions),
    ...unusedInBank(bank, items),
    ...notesProblems(notes),
    ...(target.only ? [] : unreadQuestions(target.folder)),
  ]);
  const isShown = (file: string) => target.shown?.has(file) ?? true;
  return {
    target,
    bank,
    notes: notes.map(({ file }) => file),
    questions: items.filter(({ at }) => isShown(at.file)).length,
    problems: all.filter(({ at }) => isShown(at.file)),
    tolerated,
    mix: mixOf(items),
    solvers: guessing(items),
    ...(isReadable && { coverage }),
  };
}
