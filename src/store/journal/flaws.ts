// What is not as it should be in a session's journal, named with its place and what to do.
import { limits } from '../../core/limits.ts';
import { flaw, headOf, isError, type Position, type Problem } from '../../core/problem.ts';
import { count } from '../../core/text/wording.ts';
import type { SessionHome } from '../disk/paths.ts';
import { answersIn, type JournalText } from './journal-text.ts';
import { UNKNOWN_BANK } from './start.ts';

/**
 * What is wrong with a journal, in the words of docs/journal.md: errors for what is lost, warnings for what is no loss. None where all is
 * sound. `file` is its path inside the data folder, `home` where it lies: only in closed/ it must have an end. Lines count from 1.
 */
export function flawsOf(file: string, home: SessionHome, journal: JournalText): Problem[] {
  const at = (line: number): Position => ({ file, line, column: 1 });
  const { damaged, torn, unread, newer, foreign } = journal;
  if (newer !== undefined) return [flaw('newer-format', at(1), newerInWords('this', newer), UPDATE)];
  if (foreign !== undefined) return [underAnotherName(at(1), foreign)];
  if (isUnbegun(home, journal) && torn.length === 0)
    return [flaw('never-begun', at(1), 'this session ended before anything was in it', NOTHING, 'warning')];
  const kept = keptInWords(journal);
  const inside = damaged.slice(0, limits.problemsShown).map((line) => {
    const what = journal.start === 'doubtful' && line === 1 ? '; it still reads, and counts as it stands' : kept;
    return flaw('damaged-line', at(line), `this line is damaged${what}`, RESTORE_OR_REPAIR);
  });
  const ignored = `1 incomplete record, as a power cut leaves it, is ignored${kept}`;
  const cutOff = torn
    .slice(0, limits.problemsShown)
    .map((line) => flaw('torn-line', at(line), ignored, NOTHING, 'warning'));
  return [...lackOf(home, journal, at), ...inside, ...moreOf(damaged, unread, at), ...cutOff];
}

/** The damaged lines after those that are told one by one. */
function moreOf(damaged: readonly number[], unread: number | undefined, at: (line: number) => Position): Problem[] {
  const next = damaged[limits.problemsShown];
  if (next === undefined) return [];
  const more = damaged.length - limits.problemsShown;
  const rest = unread === undefined ? '' : `, and from line ${unread} on nothing was read`;
  const what = `${count(more, 'more line')} of this session ${more === 1 ? 'is' : 'are'} damaged${rest}`;
  return [flaw('damaged-line', at(next), what, RESTORE_OR_REPAIR)];
}

/** Nothing was written but, at most, a part of the first line: a session that was ended while it began. */
function isUnbegun(home: SessionHome, { events, damaged }: JournalText): boolean {
  return home === 'open' && events.length === 0 && damaged.length === 0;
}

/** The start or the end that a session lacks. */
function lackOf(home: SessionHome, journal: JournalText, at: (line: number) => Position): Problem[] {
  const { events, start, tornEnd } = journal;
  if (isUnbegun(home, journal)) return [];
  if (start === 'rebuilt' || events[0]?.type !== 'started')
    return [flaw('no-start', at(1), startlessInWords(journal), RESTORE_OR_REPAIR)];
  if (home === 'open' || tornEnd !== undefined || events.some(({ type }) => type === 'closed')) return [];
  const what = `the end of this session is missing; its first ${count(events.length, 'line')} count`;
  return [flaw('cut-short', at(events.length), what, RESTORE_OR_REPAIR)];
}

function keptInWords({ events, start }: JournalText): string {
  return events[0]?.type === 'started' && start !== 'rebuilt'
    ? `; the other ${count(events.length, 'line')} count`
    : '';
}

/** What is left of a session without its start. */
function startlessInWords({ events, damaged, torn, start }: JournalText): string {
  const [first] = events;
  if ([events, damaged, torn].every(({ length }) => length === 0))
    return 'this file is empty: nothing is left of its session';
  const lost = 'the start of this session is missing; left of it:';
  if (!first) return `${lost} no record that reads, so it does not count`;
  if (start !== 'rebuilt' || first.type !== 'started')
    return `${lost} ${count(events.length, 'record')} without an answer, so it does not count`;
  const [records, answers] = [count(events.length - 1, 'record'), count(answersIn(events), 'answer')]; // the start was made
  const bank = first.bank.id === UNKNOWN_BANK ? ', in every bank, since its own is not known any more' : '';
  return `${lost} ${records}, whose ${answers} count as practice${bank}`;
}

/** An error: of a session fewer answers are there than were counted before. `file` is where it was, inside the data folder. */
export function lostAnswers(file: string, session: string, had: number, now: number): Problem {
  const what = `session ${session} had ${count(had, 'answer')}, now it has ${now}`;
  return flaw('lost-answers', headOf(file), what, RESTORE_OR_REPAIR);
}

/** A warning of a copy in open/ whose session another machine finished; `file` is its path inside the data folder. */
export function staleCopy(file: string, session: string): Problem {
  const what = `session ${session} was finished elsewhere: that copy counts, and what only this one had is in set-aside/`;
  return flaw('finished-elsewhere', headOf(file), what, NOTHING, 'warning');
}

/** A warning of a session that is over and could not be moved to its month; `why`: what the system said to that. */
export function notMoved(file: string, why: string): Problem {
  const what = `this session is over, and all of it is saved here; it will be moved by the next practice, since now quiz ${why}`;
  return flaw('not-moved', headOf(file), what, NOTHING, 'warning');
}

/** The findings, and behind them the losses, but for those that an error of the same file explains. */
export function withLosses(findings: readonly Problem[], losses: readonly Problem[]): Problem[] {
  const explained = new Set(findings.filter(isError).map(({ at }) => at.file));
  return [...findings, ...losses.filter(({ at }) => !explained.has(at.file))];
}

/** That a later version wrote something. */
export function newerInWords(what: string, newer: number): string {
  return `${what} was written by a newer version of quiz (format ${newer})`;
}

function underAnotherName(at: Position, session: string): Problem {
  const what = `this is the journal of session ${session} under the name of another, and does not count`;
  const hint = `where ${session} is missing, give it its name back; else set it aside: quiz data repair`;
  return flaw('another-session', at, what, hint);
}

export const UPDATE = 'update quiz; nothing was changed';
const NOTHING = 'nothing to do';
const RESTORE_OR_REPAIR =
  'bring it back from a backup: quiz data restore; without one, go on without it: quiz data repair';
