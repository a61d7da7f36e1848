import type { Glyphs } from '../../core/glyphs.ts';
import { labelled, line, span } from '../../core/text.ts';
import { rule, type Screen, type Size } from '../layout.ts';
import { pad } from '../paint.ts';

type Keys = readonly (readonly [keys: string, meaning: string])[];

const ANSWERING: Keys = [
  ['1-9', 'choose, tick, place or pair (letters a-e too, where they mean nothing else)'],
  ['up down', 'move between options (j k too); Space ticks'],
  ['Bksp', 'take back the last place, letter or pair; Del clears the answer'],
  ['Tab', 'in a gap: between typing and these keys'],
  ['x', 'cross out the option in focus, or the one you number next; again takes it back'],
  ['f', 'flag the question'],
  ['PgUp PgDn', 'scroll a long question'],
];

const EXAM: Keys = [
  ...ANSWERING,
  ['Enter right', 'next question'],
  ['left', 'question before'],
  ['r', 'review all questions: jump, filter, submit'],
  ['t', 'hide or show the clock (it comes back at 5 minutes)'],
  ['q Esc', 'leave; everything is saved'],
];

const DRILL: Keys = [
  ...ANSWERING,
  ['Enter', 'answer; then the next question'],
  ['c', 'after a mix-up: both things side by side, as your notes have them'],
  ['u', 'take the last answer back'],
  ['g', 'mark the answer as a guess: it changes what comes next, never the score'],
  ['s', 'skip for now'],
  ['q Esc', 'leave; everything is saved'],
];

export function keysScreen(mode: 'exam' | 'drill', glyphs: Glyphs, size: Size): Screen {
  const keys = mode === 'exam' ? EXAM : DRILL;
  return {
    header: [line(span('Keys', 'strong')), rule(size.columns, glyphs.rule)],
    body: keys.map(([names, meaning]) => labelled([span(pad(names, 12), 'strong')], meaning)),
    footer: [line(span('any key goes back', 'quiet'))],
  };
}
