// What is said of an exam that was given up: it measured nothing, and what was answered in it is practice.
import { result } from '../core/sitting/result.ts';
import { type State, wasGivenUp } from '../core/sitting/state.ts';
import { count } from '../core/text/wording.ts';

/** Whether there is a whole exam to be told of: neither a drill, nor one that was given up. */
export function isWholeExam(state: State): boolean {
  return state.started.policy.mode === 'exam' && !wasGivenUp(state);
}

/** What came of an exam that was given up. */
export function givenUpInWords(state: State): string {
  const { right, of } = result(state);
  if (of === 0) return 'Given up before a question was answered. It counts as no mock exam.';
  return `Given up: ${right} of ${count(of, 'answer')} right. It counts as no mock exam; the answers count as practice.`;
}
