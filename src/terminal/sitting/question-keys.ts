// What keys do to the open question as a whole: a table for exams and one for drills.
import type { Keymap } from '../../core/keymap.ts';
import type { View } from '../../core/sitting/view.ts';
import type { Key } from '../input/keys.ts';

/** Something that is done to the open question, or from it. */
export type Act =
  | 'enter'
  | 'forward'
  | 'back'
  | 'flag'
  | 'cross-out'
  | 'hint'
  | 'report'
  | 'clock'
  | 'review'
  | 'guess'
  | 'skip'
  | 'undo'
  | 'keys'
  | 'leave';

/** What a key does, or what is said where it does nothing here. */
export type Meaning = { readonly act: Act } | { readonly say: (keys: Keymap) => string };

/** Acts that leave the question. */
const LEAVING: readonly Act[] = ['enter', 'forward', 'back', 'review', 'leave'];

export const NO_NOTES = 'No hints and no notes in an exam. They open after you submit.';

const NOTES_LATER = 'Answer first; the notes open with the explanation.';

type Meanings = Readonly<Record<string, Meaning>>;

const EVERYWHERE: Meanings = {
  enter: { act: 'enter' },
  esc: { act: 'leave' },
  flag: { act: 'flag' },
  'cross-out': { act: 'cross-out' },
  guess: { act: 'guess' },
  leave: { act: 'leave' },
  report: { act: 'report' },
  keys: { act: 'keys' },
};

const MEANINGS: Readonly<Record<View['mode'], Meanings>> = {
  exam: {
    ...EVERYWHERE,
    right: { act: 'forward' },
    left: { act: 'back' },
    clock: { act: 'clock' },
    review: { act: 'review' },
    submit: { say: ({ review, submit }) => `To submit: ${review}, then ${submit}.` },
    undo: { say: () => 'Answers can be changed until you submit.' },
    compare: { say: () => 'Nothing is compared in an exam. The third option is 3.' },
    hint: { say: () => NO_NOTES },
    notes: { say: () => NO_NOTES },
  },
  drill: {
    ...EVERYWHERE,
    skip: { act: 'skip' },
    undo: { act: 'undo' },
    compare: {
      say: ({ compare }) => `Answer first; then ${compare} compares what was mixed up. The third option is 3.`,
    },
    hint: { act: 'hint' },
    notes: { say: () => NOTES_LATER },
    review: { say: () => 'A drill goes from question to question; all of them are reviewed in an exam.' },
    clock: { say: () => 'The time so far stands above; a drill has no limit.' },
  },
};

/** What a key means to the question as a whole; undefined where it means nothing, or belongs to the answer. */
export function meaningOf({ name }: Key, mode: View['mode']): Meaning | undefined {
  const meanings = MEANINGS[mode];
  return Object.hasOwn(meanings, name) ? meanings[name] : undefined;
}

/** Whether the act leaves the question: then what was typed is settled first. */
export function leavesQuestion(act: Act): boolean {
  return LEAVING.includes(act);
}
