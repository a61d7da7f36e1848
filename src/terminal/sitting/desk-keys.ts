// What the keys of an open question do: a function from the desk and a key to the next desk and the commands to send.
import { entryOf } from '../../core/items/kinds/index.ts';
import type { Keymap } from '../../core/keymap.ts';
import type { Command } from '../../core/sitting/command.ts';
import { nextStep } from '../../core/sitting/navigation.ts';
import type { View } from '../../core/sitting/view.ts';
import type { Key } from '../input/keys.ts';
import { moreDigits, typedNumber } from '../input/typed-number.ts';
import { type AnswerSheet, answer, edit, freshSheet, goOnFrom, type SheetStep, settle } from './answer-sheet.ts';
import { numberOf, pressOf, typedPress } from './entry-keys.ts';
import { challengePage, type Page } from './pages.ts';
import { type Act, leavesQuestion, meaningOf } from './question-keys.ts';

/** What lies on the desk: the answer sheet of a question, and how its keys are taken. */
export interface Desk {
  readonly sheet: AnswerSheet;
  /** A sentence for the candidate, until the next key. */
  readonly message?: string | undefined;
  /** Whether letters are commands now, in an entry where they are text. */
  readonly commanding: boolean;
  /** The number so far of the option to be crossed out; undefined where none is asked for. */
  readonly striking?: string | undefined;
}

/** What comes of a key: the next desk, the commands to send, and then a page to go to, or what happens to this one. */
export interface DeskStep {
  readonly desk: Desk;
  readonly send: readonly Command[];
  readonly go?: 'scroll' | 'clock' | Page;
}

/** The desk with a question laid on it. */
export function freshDesk(view: View): Desk {
  return { sheet: freshSheet(view), commanding: false };
}

/** `isSeen`: whether the question was scrolled to its end, which it has to be before it is left. `keys` are named in what is said. */
export function pressQuestion(before: Desk, key: Key, view: View, isSeen: boolean, keys: Keymap): DeskStep {
  const struck = before.striking === undefined ? undefined : strikeNumber(before, key, view, before.striking);
  if (struck) return struck;
  const desk = { ...before, message: undefined, striking: undefined };
  const isTyped = isTypedIn(view);
  const typed = isField(desk, view) ? typedPress(key) : undefined;
  const meaning = meaningOf(key, view.mode);
  const press = typed ?? (meaning ? undefined : pressOf(key));
  if (isTyped && key.name === 'tab') return changing({ ...desk, commanding: !desk.commanding });
  if (press) {
    const step = edit(desk.sheet, press, view);
    return view.mode === 'drill' && step.command && !isSeen ? readingOn(desk) : entering(desk, step);
  }
  if (!meaning) return changing(desk);
  return 'say' in meaning ? saying(desk, meaning.say(keys)) : obey(meaning.act, desk, view, isSeen);
}

/** Whether a text is typed now, so that letters are no commands. */
export function isField({ commanding }: Desk, view: View): boolean {
  return isTypedIn(view) && !commanding;
}

function isTypedIn({ question }: View): boolean {
  return question !== undefined && entryOf(question.presentation).typed;
}

/** Does what a key means. If that leaves the question, what was typed is settled first. */
function obey(act: Act, desk: Desk, view: View, isSeen: boolean): DeskStep {
  if (!leavesQuestion(act)) return perform(act, desk, view, isSeen);
  const settled = entering(desk, settle(desk.sheet, view));
  if (settled.desk.message !== undefined && act !== 'leave') return settled; // but leaving the exam is not held up by a text
  const step = perform(act, settled.desk, view, isSeen);
  return { ...step, send: [...settled.send, ...step.send] };
}

function perform(act: Act, desk: Desk, view: View, isSeen: boolean): DeskStep {
  const { mode, slot } = view;
  switch (act) {
    case 'enter':
      if (mode === 'exam') return enterInExam(desk, view, isSeen);
      return isSeen ? entering(desk, answer(desk.sheet, view)) : readingOn(desk);
    case 'forward':
      return goOn(desk, view, isSeen);
    case 'back':
      return slot > 1 ? sending(desk, { type: 'move', to: slot - 1 }) : saying(desk, 'This is the first question.');
    case 'flag':
      return sending(desk, { type: 'flag' });
    case 'cross-out':
      return strike(desk, view);
    case 'hint':
      return sending(desk, { type: 'hint' });
    case 'report':
      return going(desk, challengePage(view, { name: 'question' }));
    case 'clock':
      return going(desk, 'clock');
    case 'review':
      return going(desk, reviewFrom(slot));
    case 'guess':
      return sending({ ...desk, sheet: { ...desk.sheet, isGuess: !desk.sheet.isGuess } }, { type: 'guess' });
    case 'skip':
      return sending(desk, nextStep(view));
    case 'undo':
      return sending(desk, { type: 'undo' });
    case 'keys':
      return going(desk, { name: 'keys', of: mode, back: { name: 'question' } });
    case 'leave':
      return mode === 'exam' ? going(desk, { name: 'leave' }) : sending(desk, { type: 'leave' });
    default:
      return act satisfies never;
  }
}

/** In a drill an answer is final, so that its question is read to the end first. */
function readingOn(desk: Desk): DeskStep {
  return { ...saying(desk, 'Read on to the end first; then answer.'), go: 'scroll' };
}

function enterInExam(desk: Desk, view: View, isSeen: boolean): DeskStep {
  const step = goOnFrom(desk.sheet, view);
  return step.say === undefined ? goOn(desk, view, isSeen) : entering(desk, step);
}

function goOn(desk: Desk, { slot, of }: View, isSeen: boolean): DeskStep {
  if (!isSeen) return going(desk, 'scroll');
  return slot < of ? sending(desk, { type: 'move', to: slot + 1 }) : going(desk, reviewFrom(slot));
}

/** The review of all questions, with the focus on this one. */
function reviewFrom(slot: number): Page {
  return { name: 'grid', grid: { cursor: slot, filter: 'all', typed: '' } };
}

/** Crosses out the option in focus, or asks which one where none has it. */
function strike(desk: Desk, { question }: View): DeskStep {
  if (!question) return changing(desk);
  const { presentation } = question;
  const rows = entryOf(presentation).rows(desk.sheet.draft, presentation);
  const option = rows.find(({ focused }) => focused)?.id;
  if (option !== undefined) return sending(desk, { type: 'strike', option });
  if (!presentation.options && !presentation.right) return saying(desk, 'There is nothing to cross out here.');
  return saying({ ...desk, striking: '' }, 'Cross out which? Press its number.');
}

/**
 * What a key does after "Cross out which?", where some digits were typed: a number crosses out, with Enter where it may be the beginning of
 * another one; Esc or the same key again calls it off. Undefined for any other.
 */
function strikeNumber(desk: Desk, key: Key, { question }: View, before: string): DeskStep | undefined {
  const { options, right = [] } = question?.presentation ?? {};
  const parts = options ?? right;
  const after = { ...desk, message: undefined, striking: undefined };
  if (key.name === 'esc' || key.name === 'cross-out') return changing(after);
  const digit = numberOf(key);
  const step = typedNumber(before, Number.isNaN(digit) ? key.name : String(digit), parts.length);
  if (!step) return undefined;
  const { typed, isWhole } = step;
  if (!isWhole) return saying({ ...desk, striking: typed }, moreDigits('Cross out', typed));
  const option = parts[Number(typed) - 1]?.id;
  return option === undefined
    ? saying(after, `There are ${parts.length} to choose from.`)
    : sending(after, { type: 'strike', option });
}

function entering(desk: Desk, { sheet, command, say: message }: SheetStep): DeskStep {
  return { desk: { ...desk, sheet, message }, send: command ? [command] : [] };
}

function changing(desk: Desk): DeskStep {
  return { desk, send: [] };
}

function saying(desk: Desk, message: string): DeskStep {
  return { desk: { ...desk, message }, send: [] };
}

function sending(desk: Desk, command: Command): DeskStep {
  return { desk, send: [command] };
}

function going(desk: Desk, go: NonNullable<DeskStep['go']>): DeskStep {
  return { desk, send: [], go };
}
