// The open question under the candidate's hands: its answer sheet, what is crossed out, the clock, and the keys for all that.
import type { Glyphs } from '../core/glyphs.ts';
import type { OptionId } from '../core/item.ts';
import { entryOf } from '../core/kinds/index.ts';
import type { Draft, Presentation } from '../core/kinds/kind.ts';
import { nextStep } from '../core/navigation.ts';
import type { Command } from '../core/session.ts';
import type { View } from '../core/view.ts';
import { type AnswerSheet, answer, edit, freshSheet, goOnFrom, type SheetStep, settle } from './answer-sheet.ts';
import { clockFace } from './clock-face.ts';
import { numberOf, pressOf, typedPress } from './entry-keys.ts';
import type { Key } from './keys.ts';
import type { Screen, Size } from './layout.ts';
import type { Page } from './pages.ts';
import { type Act, leavesQuestion, type Meaning, meaningOf } from './question-keys.ts';
import { questionScreen } from './screens/question.ts';
import type { Terminal } from './terminal.ts';

export interface QuestionDesk {
  /** A question is laid on the desk. */
  lay(view: View): void;
  screen(view: View, size: Size): Screen;
  press(key: Key, view: View): void;
  /** Shows a sentence until the next key; `quiet` takes it away. */
  tell(message: string): void;
  quiet(): void;
  passTime(view: View, notice: string | undefined): void;
  /** Whether the clock is hidden, and what it told last. */
  clock(): { readonly clockHidden: boolean; readonly notice?: string };
  /** Hides or shows the clock; the sentence is why it cannot be hidden now. */
  toggleClock(view: View): string | undefined;
}

interface Surroundings {
  readonly terminal: Pick<Terminal, 'follow' | 'hasMoreBelow' | 'scrollDown'>;
  readonly glyphs: Glyphs;
  send(command: Command): void;
  open(page: Page): void;
}

/** A desk with nothing on it yet. */
export function questionDesk({ terminal, glyphs, send, open }: Surroundings): QuestionDesk {
  const clock = clockFace();
  let sheet: AnswerSheet = { draft: { cursor: -1, entered: [] }, isGuess: false, isWarned: false };
  let message: string | undefined;
  let commanding = false;
  let striking = false;
  /** Slots whose question was seen to its end: only a new one is scrolled before it is left. */
  const seenWhole = new Set<number>();

  const take = ({ sheet: next, command, say }: SheetStep) => {
    sheet = next;
    message = say;
    if (command) send(command);
  };
  const goOn = ({ slot, of }: View) => {
    if (terminal.hasMoreBelow() && !seenWhole.has(slot)) terminal.scrollDown();
    else if (slot < of) send({ type: 'move', to: slot + 1 });
    else open(reviewFrom(slot));
  };
  const goBack = ({ slot }: View) => {
    if (slot > 1) send({ type: 'move', to: slot - 1 });
    else message = 'This is the first question.';
  };
  const enter = (view: View) => {
    if (view.mode === 'drill') return take(answer(sheet, view));
    take(goOnFrom(sheet, view));
    if (message === undefined) goOn(view);
  };
  const strike = ({ question }: View) => {
    const option = question && focusedOption(sheet.draft, question.presentation);
    if (option !== undefined) send({ type: 'strike', option });
    else if (question?.presentation.options || question?.presentation.right) {
      striking = true;
      message = 'Cross out which? Press its number.';
    }
  };
  const strikeNumber = (key: Key, { question }: View) => {
    striking = false;
    const { options, right = [] } = question?.presentation ?? {};
    const option = (options ?? right)[numberOf(key) - 1]?.id;
    if (option !== undefined) send({ type: 'strike', option });
  };
  const perform: Readonly<Record<Act, (view: View) => void>> = {
    enter,
    forward: goOn,
    back: goBack,
    flag: () => send({ type: 'flag' }),
    strike,
    clock(view) {
      message = clock.toggle(view);
    },
    review: ({ slot }) => open(reviewFrom(slot)),
    guess() {
      sheet = { ...sheet, isGuess: !sheet.isGuess };
    },
    skip: (view) => send(nextStep(view)),
    undo: () => send({ type: 'undo' }),
    keys: ({ mode }) => open({ name: 'keys', of: mode, back: { name: 'question' } }),
    leave: ({ mode }) => (mode === 'exam' ? open({ name: 'leave' }) : send({ type: 'leave' })),
  };
  const obey = (meaning: Meaning, view: View) => {
    if ('say' in meaning) {
      message = meaning.say;
      return;
    }
    const { act } = meaning;
    if (leavesQuestion(act)) take(settle(sheet, view));
    if (message === undefined || act === 'leave') perform[act](view); // who leaves the exam leaves the text as it is
  };

  return {
    lay(view) {
      sheet = freshSheet(view);
      [message, commanding, striking] = [undefined, false, false];
    },
    screen(view, size) {
      const { draft, isGuess } = sheet;
      const local = { draft, guessed: isGuess, commanding, ...(message && { message }), ...clock.shown() };
      return questionScreen(view, local, glyphs, size);
    },
    press(key, view) {
      const isTyped = view.question !== undefined && entryOf(view.question.presentation).typed;
      const typed = isTyped && !commanding ? typedPress(key) : undefined;
      const meaning = meaningOf(key, view.mode);
      const press = typed ?? (meaning ? undefined : pressOf(key));
      message = undefined;
      if (!terminal.hasMoreBelow()) seenWhole.add(view.slot);
      if (striking) strikeNumber(key, view);
      else if (isTyped && key.name === 'tab') commanding = !commanding;
      else if (press) take(edit(sheet, press, view));
      else if (meaning) obey(meaning, view);
      terminal.follow();
    },
    tell(text) {
      message = text;
    },
    quiet() {
      message = undefined;
    },
    passTime: clock.passTime,
    clock: clock.shown,
    toggleClock: clock.toggle,
  };
}

function focusedOption(draft: Draft, presentation: Presentation): OptionId | undefined {
  const rows = entryOf(presentation).rows(draft, presentation);
  return rows.find(({ focused }) => focused)?.id;
}

/** The review of all questions, with the focus on this one. */
function reviewFrom(slot: number): Page {
  return { name: 'grid', grid: { cursor: slot, filter: 'all', typed: '' } };
}
