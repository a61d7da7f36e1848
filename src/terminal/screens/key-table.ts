// What the keys do, a table for each page: shown behind `?`, and by `quiz help keys`.

export type Keys = readonly (readonly [keys: string, meaning: string])[];

const SCROLL: Keys = [['PgUp PgDn', 'scroll what is longer than the window']];
const THESE: Keys = [['?', 'these keys; any key goes back']];
const CTRL: Keys = [
  ['Ctrl-C', 'end at once; everything is saved'],
  ['Ctrl-Z', 'to the shell; fg comes back, and the clock stood still'],
  ['Ctrl-L', 'paint the screen anew, where something wrote over it'],
];

const ANSWERING: Keys = [
  ['1-9', 'choose, tick, place or pair (letters a b d e too, where they mean nothing else)'],
  ['up down', 'move between options (j k too); Space ticks'],
  ['Bksp', 'take back the last place, letter or pair; Del clears the answer'],
  ['Tab', 'in a gap: between typing and these keys'],
  ['x', 'cross out the option in focus, or where none is the one you number next; again takes it back'],
  ['f', 'flag the question'],
  ['!', 'report a problem with the question, in your words'],
  ['PgUp PgDn', 'scroll a long question'],
];

const EXAM: Keys = [
  ...ANSWERING,
  ['Enter right', 'next question'],
  ['left', 'question before'],
  ['r', 'review all questions: jump, filter, submit'],
  ['t', 'hide or show the clock (it comes back at 5 minutes)'],
  ['q Esc', 'leave; everything is saved'],
  ...CTRL,
];

const DRILL: Keys = [
  ...ANSWERING,
  ['Enter', 'answer; then the next question'],
  ['n', 'after an answer: the notes, open at the quote'],
  ['c', 'after a mix-up: both things side by side, as your notes have them'],
  ['u', 'take the last answer back'],
  ['h', 'a hint, as often as there is one: it changes what comes next, never the score'],
  ['g', 'mark the answer as a guess: it changes what comes next, never the score'],
  ['s', 'skip for now'],
  ['q Esc', 'leave; everything is saved'],
  ...CTRL,
];

const GRID: Keys = [
  ['number', 'and Enter: go to that question'],
  ['arrows', 'move (h j k l too); Enter opens the question in focus'],
  ['u', 'next unanswered or incomplete question'],
  ['f', 'next flagged question'],
  ['v', 'view: all, open, unanswered, incomplete, flagged'],
  ['t', 'hide or show the clock'],
  ['s', 'submit; you are asked once more'],
  ['Esc r q', 'back to the question'],
  ...CTRL,
];

const START: Keys = [
  ['Enter', 'start: the clock runs from then on'],
  ['1-9', 'resume an exam that is open'],
  ['q Esc', 'not now'],
  ...SCROLL,
  ...THESE,
];

const RESULT: Keys = [
  ['Enter', 'review what was missed, with the quotes; then back here'],
  ['a', 'review all questions'],
  ['d', 'drill: the weak topics after an exam, once more after a drill'],
  ['h', 'save the result as a page for the browser, in the current folder'],
  ['s', 'where you stand, and on to a drill'],
  ['q Esc', 'done; the result is kept'],
  ...SCROLL,
  ...THESE,
];

const REVIEW: Keys = [
  ['Enter right', 'next question (Space too)'],
  ['left', 'question before'],
  ['n', 'the notes, open at the quote; q comes back'],
  ['q Esc', 'done'],
  ...SCROLL,
  ...THESE,
];

const HOME: Keys = [
  ['letters', 'as the menu names them'],
  ['Enter', 'what helps most now'],
  ['q Esc', 'quit'],
  ...SCROLL,
  ...THESE,
];

const PICKER: Keys = [
  ['up down', 'move (j k too); Home and End go to the first and the last'],
  ['Enter', 'pick'],
  ['q Esc', 'back'],
  ...SCROLL,
  ...THESE,
];

const STATS: Keys = [
  ['Enter', 'drill the weakest topics; of a topic, that one'],
  ['1-9', 'the figures of a topic'],
  ['q Esc', 'back'],
  ...SCROLL,
  ...THESE,
];

const READER: Keys = [
  ['j k', 'a line down or up (arrows too)'],
  ['Space b', 'a page down or up (PgDn PgUp too)'],
  ['] [', 'next heading, heading before'],
  ['Enter', 'in quiz notes: drill what the section on top, or the line that was found, is about'],
  ['/', 'find words; n and p go to the next and the one before'],
  ['q Esc', 'back'],
  ...THESE,
];

/** The tables by page. */
export const keysOf = {
  exam: EXAM,
  drill: DRILL,
  grid: GRID,
  start: START,
  result: RESULT,
  review: REVIEW,
  home: HOME,
  picker: PICKER,
  stats: STATS,
  reader: READER,
} as const;

export type KeysPage = keyof typeof keysOf;
