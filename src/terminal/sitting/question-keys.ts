// What keys do to the open question as a whole: a table for exams and one for drills.
import type { View } from '../../core/sitting/view.ts';
import type { Key } from '../input/keys.ts';

/** Something that is done to the open question, or from it. */
export type Act =
  | 'enter'
  | 'forward'
  | 'back'
  | 'flag'
  | 'strike'
  | 'hint'
  | 'challenge'
  | 'clock'
  | 'review'
  | 'guess'
  | 'skip'
  | 'undo'
  | 'keys'
  | 'leave';

/** What a key does, or what is said where it does nothing here. */
export type Meaning = { readonly act: Act } | { readonly say: string };

/** Acts that leave the question. */
const LEAVING: readonly Act[] = ['enter', 'forward', 'back', 'review', 'leave'];

export const NO_NOTES = 'No hints and no notes in an exam. They open after you submit.';
const NOTES_LATER = 'Answer first; the notes open with the explanation.';

type Meanings = Readonly<Record<string, Meaning>>;

const EVERYWHERE: Meanings = {
  enter: { act: 'enter' },
  f: { act: 'flag' },
  x: { act: 'strike' },
  q: { act: 'leave' },
  esc: { act: 'leave' },
  '!': { act: 'challenge' },
  '?': { act: 'keys' },
};

const MEANINGS: Readonly<Record<View['mode'], Meanings>> = {
  exam: {
    ...EVERYWHERE,
    right: { act: 'forward' },
    left: { act: 'back' },
    t: { act: 'clock' },
    r: { act: 'review' },
    s: { say: 'To submit: r, then s.' },
    g: { say: 'Guesses are marked in drills; in an exam a guess costs nothing.' },
    u: { say: 'Answers can be changed until you submit.' },
    c: { say: 'Nothing is compared in an exam. The third option is 3.' },
    h: { say: NO_NOTES },
    n: { say: NO_NOTES },
  },
  drill: {
    ...EVERYWHERE,
    s: { act: 'skip' },
    g: { act: 'guess' },
    u: { act: 'undo' },
    c: { say: 'Answer first; then c compares what was mixed up. The third option is 3.' },
    h: { act: 'hint' },
    n: { say: NOTES_LATER },
    r: { say: 'A drill goes from question to question; all of them are reviewed in an exam.' },
    t: { say: 'The time so far stands above; a drill has no limit.' },
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
