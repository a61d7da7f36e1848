// Questions that wait for a key, and the key that stands after them: put together by their numbers, and by nothing else.
import { grouped } from '../../../core/grouped.ts';
import type { Taken } from '../../format.ts';
import { refused } from '../../reading/taken.ts';
import { leadingLabels } from '../../words/lettered.ts';
import { holdsOtherLabel, sameText } from '../../words/readings.ts';
import { AFTER_NUMBER, NUMBER_WORDS } from '../../words/words.ts';
import { type Found, isQuestion, saysAnything } from '../question/found.ts';
import { questionFrom } from '../question/question.ts';
import type { KeyBlock, KeyEntry } from './key-entries.ts';

/** A question, or a text that asks and may be one by the word of the key, with the section it stands in. */
export interface Waiting {
  readonly found: Found;
  readonly section: string | undefined;
}

/** The questions above a key, with what it says of them, and what it says of none of them. */
export function* withKey(file: string, waiting: readonly Waiting[], key: KeyBlock): Iterable<Taken> {
  for (const scope of scopesOf(waiting, key.entries)) yield* withEntries(file, scope);
}

function* withEntries(file: string, { waiting, entries: all, restart }: Scope): Iterable<Taken> {
  const entries = grouped(all, ({ number }) => number);
  const questions = grouped(waiting, ({ found }) => numberOf(found));
  let isOurs = false;
  for (const { found, section } of waiting) {
    const number = numberOf(found);
    const given = number === undefined ? [] : (entries.get(number) ?? []);
    const [entry] = given;
    isOurs ||= entry !== undefined;
    const at = { file, line: found.line };
    const isAlone = given.length === 1 && questions.get(number)?.length === 1;
    if (entry && !isAlone) yield refused(at, 'key-ambiguous', severalMessage(entry, given.length));
    else if (entry && restart !== undefined) yield refused(at, 'key-ambiguous', restartMessage(entry, restart));
    else if (entry && !agrees(found, entry))
      yield refused(at, 'key-ambiguous', `the answer here and the one in line ${entry.line} differ`);
    else if (entry || isQuestion(found)) yield questionFrom(file, entry ? answered(found, entry) : found, section);
  }
  for (const { line, number } of isOurs ? all : []) {
    if (questions.has(number)) continue;
    const message = `the key has an answer ${number}, and no question above it has that number`;
    yield refused({ file, line }, 'key-without-question', message);
  }
}

/** Questions and the answers that are meant for them. */
interface Scope {
  readonly waiting: readonly Waiting[];
  readonly entries: readonly KeyEntry[];
  /** The line where the numbers of the questions begin anew, and those of the key do not. */
  readonly restart?: number;
}

/**
 * All of both; chapter by chapter where the numbers of both begin anew in the same way; by their places where no question has a
 * number and there are as many answers as questions.
 */
function scopesOf(waiting: readonly Waiting[], entries: readonly KeyEntry[]): Scope[] {
  const open = waiting.filter(({ found }) => isQuestion(found) && !saysAnything(found.answers));
  const areInPlace = open.length === entries.length && entries.every(({ number }, index) => number === index + 1);
  if (waiting.every(({ found }) => numberOf(found) === undefined) && areInPlace) {
    const places = new Map(open.map(({ found }, index) => [found, { ...found, number: index + 1 }]));
    return [{ waiting: waiting.map((one) => ({ ...one, found: places.get(one.found) ?? one.found })), entries }];
  }
  const chapters = runsOf(waiting, ({ found }) => numberOf(found));
  const keys = runsOf(entries, ({ number }) => number);
  const numbers = (run: readonly Waiting[]) =>
    run.flatMap(({ found }) => (isQuestion(found) ? (numberOf(found) ?? []) : []));
  const areAlike =
    chapters.length === keys.length &&
    chapters.every((run, index) => numbers(run).join() === keys[index]?.map(({ number }) => number).join());
  if (areAlike && keys.length > 1) return chapters.map((run, index) => ({ waiting: run, entries: keys[index] ?? [] }));
  const [, second] = chapters.filter((run) => numbers(run).length > 0);
  const restart = second?.[0]?.found.line;
  return [{ waiting, entries, ...(restart !== undefined && { restart }) }];
}

/** A list parted where its numbers begin anew. */
function runsOf<T>(all: readonly T[], numberIn: (one: T) => number | undefined): T[][] {
  const runs: T[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const one of all) {
    const number = numberIn(one);
    if (number !== undefined && number <= last) runs.push([]);
    if (runs.length === 0) runs.push([]);
    runs.at(-1)?.push(one);
    last = number ?? last;
  }
  return runs;
}

function restartMessage({ line }: KeyEntry, restart: number): string {
  return `the numbers of the questions begin anew in line ${restart}, and those of the key do not, so that its line ${line} may mean another one`;
}

function severalMessage({ number, line }: KeyEntry, answers: number): string {
  return answers > 1
    ? `the key below has ${answers} answers ${number}, the first in line ${line}`
    : `several questions have the number ${number}, and the key has it once, in line ${line}`;
}

const TITLE_NUMBER = new RegExp(
  `^[*_]*(?:${NUMBER_WORDS})?\\s*(?:#|№)?(\\d{1,4})(?:${AFTER_NUMBER}|(?![\\d\\p{L}]))`,
  'iu',
);

/** "3. Which …?", "### Question 3": the number by which a key can name a question. */
function numberOf({ number, heading }: Found): number | undefined {
  if (number !== undefined) return number;
  const said = TITLE_NUMBER.exec(heading?.title ?? '')?.[1];
  return said === undefined ? undefined : Number(said);
}

/** Whether a question has no answer of its own, or the same letters. */
function agrees({ answers }: Found, { answer }: KeyEntry): boolean {
  const [own] = answers.filter((text) => text.trim() !== '');
  return own === undefined || lettersOf(own) === lettersOf(answer);
}

function lettersOf(answer: string): string {
  const { labels, rest } = leadingLabels(answer);
  return (labels === undefined || holdsOtherLabel(rest) ? answer : labels).toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The question with the answer of the key; words after a letter are its option again, or the reason. */
function answered(found: Found, { answer, reason }: KeyEntry): Found {
  if (saysAnything(found.answers)) return found;
  const [words = '', ...more] = reason;
  const isOption = found.options.some(({ text }) => sameText(bare(text.join('\n')), bare(words)));
  const isOneLabel = /^[A-Za-z]$/.test(answer);
  return {
    ...found,
    answers: [isOption && isOneLabel ? `${answer}. ${words}` : answer],
    reason: [...found.reason, ...(isOption ? [] : [words]), ...more],
  };
}

function bare(text: string): string {
  return text.replace(/[*_`]|[.\s]+$/g, '');
}
