// What is not as it should be in a session's journal, named with its place and what to do.
import type { Position, Problem } from '../core/problem.ts';
import { count } from '../core/text.ts';
import type { JournalText } from './journal.ts';

/** Where a session's file lies says what must be in it: one that is over has an end. */
export type Home = 'open' | 'closed';

/** The flaws of a journal that was read; `file` is its path inside the data folder. None where all is sound. */
export function flawsOf(file: string, home: Home, journal: JournalText): Problem[] {
  const at = (line: number): Position => ({ file, line, column: 1 });
  const { events, damaged, torn, newer } = journal;
  if (newer !== undefined) return [newerFormat(at(1), newer)];
  const kept = events[0]?.type === 'started' ? `; the other ${count(events.length, 'line')} count` : '';
  const inside = damaged.map((line) =>
    flaw('damaged-line', at(line), `this line is damaged${kept}`, RESTORE_OR_REPAIR),
  );
  const cutOff = torn.map((line) =>
    flaw('torn-line', at(line), `1 incomplete record, as a power cut leaves it, is ignored${kept}`, NOTHING, 'warning'),
  );
  if (events.length === 0 && home === 'open' && damaged.length === 0 && torn.length === 0)
    return [flaw('never-begun', at(1), 'this session ended before anything was in it', NOTHING, 'warning')];
  if (events[0]?.type !== 'started')
    return [
      ...inside,
      ...cutOff,
      flaw('no-start', at(1), 'the start of this session is missing; it does not count', RESTORE_OR_REPAIR),
    ];
  if (home === 'closed' && !events.some(({ type }) => type === 'closed'))
    return [
      ...inside,
      ...cutOff,
      flaw(
        'cut-short',
        at(events.length),
        `the end of this session is missing; its first ${count(events.length, 'line')} count`,
        RESTORE_OR_REPAIR,
      ),
    ];
  return [...inside, ...cutOff];
}

/** A session of which fewer answers are there than were counted before; `file` is where it was. */
export function lostAnswers(file: string, session: string, had: number, now: number): Problem {
  const what = `session ${session} had ${count(had, 'answer')}, now it has ${now}`;
  return flaw('lost-answers', { file, line: 1, column: 1 }, what, RESTORE_OR_REPAIR);
}

/** Findings without losses that another error of the same file explains. */
export function withLosses(findings: readonly Problem[], losses: readonly Problem[]): Problem[] {
  const explained = new Set(findings.filter(({ severity }) => severity === 'error').map(({ at }) => at.file));
  return [...findings, ...losses.filter(({ at }) => !explained.has(at.file))];
}

function newerFormat(at: Position, newer: number): Problem {
  return flaw('newer-format', at, `this was written by a newer version of quiz (format ${newer})`, UPDATE);
}

export const UPDATE = 'update quiz; nothing was changed';
const NOTHING = 'nothing to do';
const RESTORE_OR_REPAIR =
  'bring it back from a backup: quiz data restore; without one, go on without it: quiz data repair';

export function flaw(
  code: string,
  at: Position,
  message: string,
  hint: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, severity, at, message, hint };
}
