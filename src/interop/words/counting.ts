// From where the numbers of answers count in a source, by its own evidence.
import { limits } from '../../core/limits.ts';
import type { Source } from '../format.ts';
import { byText, listedNumbers, type Offered } from './readings.ts';

/** From where a source counts its options; `texts` where it names them by their texts; undefined where neither is shown. */
export type Counting = 0 | 1 | 'texts' | undefined;

/** A question's answers and what they can name. */
export interface Answered {
  readonly answers: readonly string[];
  readonly options: readonly Offered[];
  /** Whether the source says that the answers are numbers, and the options are none. */
  readonly areNumbers?: boolean;
}

/**
 * A 0 is only there when a source counts from 0, the number of the options only when it counts from 1; one that answers in the
 * words of its options, and in no number that is not one of them, means texts. A number that is the text of an option shows nothing.
 */
export function evidence() {
  const seen = { zero: false, last: false, words: false, places: false };
  return {
    add({ answers, options, areNumbers = false }: Answered) {
      if (options.length > limits.options) return;
      for (const answer of answers) {
        const numbers = listedNumbers(answer);
        const isText = byText([answer.trim()], options) !== undefined;
        if (numbers && !isText) {
          seen.zero ||= numbers.includes(0);
          seen.last ||= numbers.includes(options.length);
        }
        seen.places ||= areNumbers || (!isText && answer.trim() !== '');
        seen.words ||= isText && /\p{L}{2}/u.test(answer);
      }
    },
    /** What a 0 alone shows, or the number of the options alone: where options have numbers of their own, these may be none to go by. */
    shownAlone: () => (seen.zero === seen.last ? undefined : seen.zero ? 0 : 1),
    shown(): Counting {
      if (seen.zero) return 0;
      if (seen.last) return 1;
      return seen.words && !seen.places ? 'texts' : undefined;
    },
  };
}

/** From where the user says that answers count (`--columns from=0`); undefined where that is not said. */
export function countingGiven(columns: Source['columns']): 0 | 1 | undefined {
  const from = columns?.get('from');
  return from === 0 || from === 1 ? from : undefined;
}

/** From where the numbers of all these records count. */
export function countingOf(records: Iterable<Answered>): Counting {
  const all = evidence();
  for (const record of records) all.add(record);
  return all.shown();
}
