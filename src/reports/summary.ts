// What stays in the scrollback after a session: the score and where to read more.
import { result } from '../core/sitting/result.ts';
import { type State, wasGivenUp } from '../core/sitting/state.ts';
import { count } from '../core/text/wording.ts';
import { givenUpInWords } from './given-up.ts';

/** The score, and the next command, line by line. */
export function summaryLines(state: State): string[] {
  const { right, of, percent, pass, passed, session } = result(state);
  if (state.started.policy.mode === 'drill')
    return [
      of === 0 ? 'Nothing was answered.' : `${right} of ${of} right. Saved ${count(of, 'answer')}.`,
      'Next: quiz drill, or quiz stats to see where you stand',
    ];
  if (wasGivenUp(state)) return [givenUpInWords(state), `Next: quiz ${of === 0 ? 'drill' : `review ${session}`}`];
  const verdict = pass === undefined ? '' : `, pass line ${pass} %: ${passed ? 'passed' : 'not yet'}`;
  return [
    `${right} of ${of} right (${percent} %)${verdict}.`,
    `Report: quiz report ${session}`,
    `Next: quiz review ${session}`,
  ];
}
