// Which key does what: the actions that have a letter or a sign, the pages on which each is offered, and the keys that a learner moved.
// Digits, arrows, Enter, Space, Esc and Tab are no actions: they are the same for everybody.

/** The actions, each with the key that it has where nobody moved it. */
export const usualKeys = {
  flag: 'f',
  'cross-out': 'x',
  guess: 'g',
  hint: 'h',
  skip: 's',
  undo: 'u',
  notes: 'n',
  compare: 'c',
  report: '!',
  review: 'r',
  clock: 't',
  submit: 's',
  unanswered: 'u',
  view: 'v',
  resume: 'r',
  weakest: 'w',
  exam: 'e',
  topic: 't',
  missed: 'm',
  flagged: 'f',
  'look-back': 'l',
  stats: 's',
  all: 'a',
  again: 'd',
  save: 'h',
  find: '/',
  next: 'n',
  before: 'p',
  heading: ']',
  'heading-before': '[',
  keys: '?',
  leave: 'q',
};

/** What a learner can move to another key. */
export type Action = keyof typeof usualKeys;

/** The key of each action, as it is pressed on its pages and typed in plain lines. */
export type Keymap = Readonly<Record<Action, string>>;

interface Keyed {
  /** Where one is on this page, in words. */
  readonly where: string;
  readonly actions: readonly Action[];
  /** Letters and signs that keep their meaning on this page: options, and other names of arrows (of up and down wherever they scroll). */
  readonly kept: string;
}

/** What a to e choose, j and k move by, and plain lines have besides: the question before and the next, and the sign before a command. */
const ANSWERING = 'abcdejk<>/';

/** In an exam and in a drill the same keys are taken: what one of them has no use for says why. */
const ASKED: readonly Action[] = [
  'flag',
  'cross-out',
  'guess',
  'hint',
  'undo',
  'notes',
  'compare',
  'report',
  'review',
  'clock',
  'keys',
  'leave',
];

/** Every page that has such keys. On each a key stands for one thing. */
const pages = {
  drill: { where: 'in a drill', actions: [...ASKED, 'skip'], kept: ANSWERING },
  exam: { where: 'in an exam', actions: [...ASKED, 'submit'], kept: ANSWERING },
  feedback: {
    where: 'after an answer',
    actions: ['notes', 'compare', 'undo', 'flag', 'report', 'keys', 'leave'],
    kept: 'jk',
  },
  grid: {
    where: 'in the review of all questions',
    actions: ['unanswered', 'flag', 'view', 'clock', 'submit', 'review', 'keys', 'leave'],
    kept: 'hjkl',
  },
  confirm: { where: 'where you are asked once more', actions: ['submit', 'leave'], kept: 'yng' }, // pressed twice, submit must not be a yes
  start: { where: 'before an exam', actions: ['keys', 'leave'], kept: 'jk' },
  result: { where: 'at a result', actions: ['all', 'again', 'save', 'stats', 'keys', 'leave'], kept: 'jk' },
  review: { where: 'in a review', actions: ['notes', 'keys', 'leave'], kept: 'jk' },
  home: {
    where: 'at home',
    actions: [
      'resume',
      'weakest',
      'exam',
      'topic',
      'missed',
      'flagged',
      'look-back',
      'notes',
      'stats',
      'keys',
      'leave',
    ],
    kept: 'jk',
  },
  picker: { where: 'in a list of topics', actions: ['keys', 'leave'], kept: 'jk' },
  stats: { where: 'where you stand', actions: ['keys', 'leave'], kept: 'jk' },
  reader: {
    where: 'in the notes',
    actions: ['find', 'next', 'before', 'heading', 'heading-before', 'keys', 'leave'],
    kept: 'jkb',
  },
  preview: { where: 'in a preview', actions: ['keys', 'leave'], kept: 'jk' },
} as const satisfies Readonly<Record<string, Keyed>>;

/** A page that has such keys. */
export type KeyedPage = keyof typeof pages;

export const keyedPages: Readonly<Record<KeyedPage, Keyed>> = pages;

/** The action that a key stands for on a page; undefined where it stands for none. */
export function actionOn(page: KeyedPage, key: string, keys: Keymap): Action | undefined {
  return keyedPages[page].actions.find((action) => keys[action] === key);
}

/** Why a text moves no keys. */
export type KeymapFault =
  | { readonly type: 'form' }
  | { readonly type: 'unknown'; readonly name: string }
  | { readonly type: 'twice'; readonly action: Action }
  | { readonly type: 'no-key'; readonly action: Action; readonly key: string }
  | { readonly type: 'kept'; readonly action: Action; readonly key: string; readonly where: string }
  | {
      readonly type: 'taken';
      readonly action: Action;
      readonly key: string;
      readonly where: string;
      readonly by: Action;
    };

/** "flag=m guess=y" as the keys of all actions: those that are not named keep theirs. A letter is meant in either case. */
export function readKeymap(text: string): { readonly keys: Keymap } | { readonly fault: KeymapFault } {
  const moved = new Map<Action, string>();
  for (const part of text.toLowerCase().trim().split(/\s+/)) {
    const [, name, key = ''] = /^([^=]+)=(.+)$/u.exec(part) ?? [];
    if (name === undefined) return { fault: { type: 'form' } };
    if (!isAction(name)) return { fault: { type: 'unknown', name } };
    if (moved.has(name)) return { fault: { type: 'twice', action: name } };
    if (!/^[\p{L}\p{P}\p{S}]$/u.test(key)) return { fault: { type: 'no-key', action: name, key } };
    moved.set(name, key);
  }
  const keys: Keymap = { ...usualKeys, ...Object.fromEntries(moved) };
  const fault = [...moved.keys()].map((action) => clashOf(action, keys)).find(Boolean);
  return fault ? { fault } : { keys };
}

/** The keys of a learner who set this; the usual ones where nothing is set. */
export function keymapOf(text: string | undefined): Keymap {
  const read = text === undefined ? undefined : readKeymap(text);
  return read && 'keys' in read ? read.keys : usualKeys;
}

/** The actions whose keys are not the usual ones. */
export function movedActions(keys: Keymap): Action[] {
  return Object.keys(usualKeys)
    .filter(isAction)
    .filter((action) => keys[action] !== usualKeys[action]);
}

/** The key of an action, by the action's name; any other key has its own name. */
export function namedIn(keys: Keymap, name: string): string {
  return isAction(name) ? keys[name] : name;
}

function isAction(name: string): name is Action {
  return Object.hasOwn(usualKeys, name);
}

/** What else the key of an action means on one of its pages. */
function clashOf(action: Action, keys: Keymap): KeymapFault | undefined {
  const key = keys[action];
  for (const { where, actions, kept } of Object.values(keyedPages)) {
    if (!actions.includes(action)) continue;
    if (kept.includes(key) && key !== usualKeys[action]) return { type: 'kept', action, key, where };
    const by = actions.find((other) => other !== action && keys[other] === key);
    if (by) return { type: 'taken', action, key, where, by };
  }
  return undefined;
}
