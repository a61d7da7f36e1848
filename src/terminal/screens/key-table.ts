// What the keys do, a table for each page: shown behind `?`, and by `quiz help keys`. Keys that can be moved stand here by the names of
// their actions.
import { type Keymap, namedIn } from '../../core/keymap.ts';

export type Keys = readonly (readonly [keys: string, meaning: string])[];

const SCROLL: Keys = [
  ['up down', 'scroll what is longer than the window (j k too)'],
  ['PgUp PgDn', 'the same by a page'],
];
const MOVE: Keys = [['up down', 'move (j k too); Home and End go to the first and the last']];
const THESE: Keys = [['keys', 'these keys; Esc goes back']];
const CTRL: Keys = [
  ['Ctrl-C', 'end at once; everything is saved'],
  ['Ctrl-Z', 'to the shell; fg comes back, and the clock stood still'],
  ['Ctrl-L', 'paint the screen anew, where something wrote over it'],
];

const ANSWERING: Keys = [
  ['1-9', 'choose, tick, place or pair (letters a b d e too, where they mean nothing else)'],
  ['up down', 'move between options (j k too); Space ticks or places, and gives a pair its next partner'],
  ['Bksp', 'take back the last place, letter or pair; Del clears the answer'],
  ['Ctrl-U -W', 'in a text: take back all of it, or its last word'],
  ['Tab', 'in a gap: between typing and these keys'],
  ['cross-out', 'cross out the option in focus, or else the one whose number comes next; again takes it back'],
  ['guess', 'mark the answer as a guess: it changes what comes next, never the score'],
  ['flag', 'flag the question'],
  ['report', 'report a problem with the question, in your words'],
  ['PgUp PgDn', 'scroll a long question'],
];

const EXAM: Keys = [
  ...ANSWERING,
  ['Enter right', 'next question'],
  ['left', 'question before'],
  ['review', 'review all questions: jump, filter, submit'],
  ['clock', 'hide or show the clock (it comes back at 5 minutes)'],
  ['leave Esc', 'leave, everything is saved; or give the exam up for good'],
  ...CTRL,
];

const DRILL: Keys = [
  ...ANSWERING,
  ['Enter', 'answer; then the next question'],
  ['up down', 'after an answer: scroll (j k too)'],
  ['notes', 'after an answer: the notes, open at the quote'],
  ['compare', 'after a mix-up: both things side by side, as your notes have them'],
  ['undo', 'take the last answer back'],
  ['hint', 'a hint, as often as there is one: it changes what comes next, never the score'],
  ['skip', 'skip for now'],
  ['leave Esc', 'leave; everything is saved'],
  ...CTRL,
];

const GRID: Keys = [
  ['number', 'and Enter: go to that question'],
  ['arrows', 'move (h j k l too); Enter opens the question in focus'],
  ['-', 'stands before the question that you came from'],
  ['unanswered', 'next unanswered or incomplete question'],
  ['flag', 'next flagged question'],
  ['view', 'view: all, open, unanswered, incomplete, flagged'],
  ['clock', 'hide or show the clock'],
  ['submit', 'submit; you are asked once more'],
  ['Esc review leave', 'back to the question'],
  ...CTRL,
];

const START: Keys = [
  ['Enter', 'start: the clock runs from then on'],
  ['number', 'resume an exam that is open'],
  ['leave Esc', 'not now'],
  ...SCROLL,
  ...THESE,
];

const RESULT: Keys = [
  ['Enter', 'review what was missed, with the quotes; then back here'],
  ['all', 'review all questions'],
  ['again', 'drill: what an exam missed, else weak topics; once more after a drill'],
  ['save', 'save the result as a page for the browser, in the current folder'],
  ['stats', 'where you stand, and on to a drill'],
  ['leave Esc', 'done; the result is kept'],
  ...SCROLL,
  ...THESE,
];

const REVIEW: Keys = [
  ['Enter right', 'next question (Space too)'],
  ['left', 'question before'],
  ['notes', 'the notes, open at the quote, and back from there'],
  ['leave Esc', 'done'],
  ...SCROLL,
  ...THESE,
];

const HOME: Keys = [
  ['letters', 'as the menu names them'],
  ...MOVE,
  ['PgUp PgDn', 'scroll what is longer than the window'],
  ['Enter', 'what is in focus: at first what helps most now'],
  ['leave Esc', 'quit'],
  ...THESE,
];

const PICKER: Keys = [...MOVE, ['PgUp PgDn', 'move by a page'], ['Enter', 'pick'], ['leave Esc', 'back'], ...THESE];

const STATS: Keys = [
  ['Enter', 'drill the weakest topics; of a topic, that one'],
  ['1-9', 'the figures of a topic'],
  ['leave Esc', 'back'],
  ...SCROLL,
  ...THESE,
];

const READER: Keys = [
  ['j k', 'a line down or up (arrows too)'],
  ['Space b', 'a page down or up (PgDn PgUp too)'],
  ['heading heading-before', 'next heading, heading before'],
  ['Enter', 'in quiz notes: drill what the section on top, or the line that was found, is about'],
  ['find', 'find words (Ctrl-U -W take back what was typed, or its last word)'],
  ['next before', 'the next line with these words, the one before'],
  ['leave Esc', 'back'],
  ...THESE,
];

const PREVIEW: Keys = [
  ['Enter right', 'the explanation (Space too, from the end of the question)'],
  ['left', 'the question as it is asked'],
  ['leave Esc', 'done'],
  ...SCROLL,
  ...THESE,
];

/** The tables by page, in the order in which one comes to them. */
const tables = {
  home: HOME,
  picker: PICKER,
  start: START,
  exam: EXAM,
  drill: DRILL,
  grid: GRID,
  result: RESULT,
  review: REVIEW,
  stats: STATS,
  reader: READER,
  preview: PREVIEW,
} as const;

export type KeysPage = keyof typeof tables;

/** Every page that has a table. */
export const keysPages = Object.keys(tables) as readonly KeysPage[]; // its own keys

/** The table of a page, with the keys of a learner. */
export function keysOf(page: KeysPage, keys: Keymap): Keys {
  const named = (names: string) => names.split(' ').map((name) => namedIn(keys, name));
  return tables[page].map(([names, meaning]) => [named(names).join(' '), meaning]);
}
