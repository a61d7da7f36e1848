// The open question under the candidate's hands: the draft, what is crossed out, the clock's looks, and the keys for all that.
import type { Glyphs } from '../core/glyphs.ts';
import type { Draft, Presentation, Press } from '../core/kinds/kind.ts';
import { nextStep } from '../core/navigation.ts';
import type { Command } from '../core/session.ts';
import { inWords } from '../core/text.ts';
import type { View } from '../core/view.ts';
import { isUntouched, numberOf, pressOf, startDraft, typedPress } from './entry-keys.ts';
import type { Page } from './frontend.ts';
import type { Key } from './keys.ts';
import type { Screen, Size } from './layout.ts';
import { entryOf, questionScreen } from './screens/question.ts';
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
  readonly terminal: Terminal;
  readonly glyphs: Glyphs;
  send(command: Command): void;
  open(page: Page): void;
  openGrid(): void;
}

/** Keys that leave the question. */
const LEAVING = ['enter', 'right', 'left', 'r', 'q', 'esc'];

/** What Enter says where nothing was entered yet. */
function firstStep({ kind, choose = 1 }: Presentation): string {
  if (kind === 'cloze') return 'Type an answer first.';
  if (kind === 'ordering') return 'Put them in order first: the number of each, one after the other.';
  if (kind === 'matching') return 'Pair them first: arrows to a row, and the number of its partner.';
  if (choose > 1) return `Choose ${inWords(choose)} first: their numbers, or arrows and Space.`;
  return 'Choose first: a number, or arrows and Enter.';
}

/** With this little left a hidden clock comes back by itself. */
const FIVE_MINUTES_MS = 5 * 60_000;

export function questionDesk({ terminal, glyphs, send, open, openGrid }: Surroundings): QuestionDesk {
  let draft: Draft = { cursor: -1, entered: [] };
  let message: string | undefined;
  let notice: string | undefined;
  let clockHidden = false;
  let guessed = false;
  let commanding = false;
  let striking = false;
  let warned = false;
  /** Slots whose question was seen to its end: only a new one is scrolled before it is left. */
  const seenWhole = new Set<number>();

  const edit = (press: Press, presentation: Presentation, view: View) => {
    const parts = (presentation.options ?? presentation.right ?? []).length;
    if (press.type === 'pick' && press.number > parts) message = `There are ${parts} to choose from.`;
    const before = JSON.stringify(draft.entered);
    draft = entryOf(presentation).press(draft, press, presentation);
    const changed = JSON.stringify(draft.entered) !== before;
    const isComplete = entryOf(presentation).isComplete(draft.entered, presentation);
    if (!changed && isComplete && (press.type === 'pick' || press.type === 'tick') && (presentation.choose ?? 1) > 1)
      message = `Choose ${inWords(presentation.choose ?? 0)}: take one back first.`;
    if (view.mode === 'exam' && changed) save(isComplete && !entryOf(presentation).typed);
    else if (view.mode === 'drill' && press.type === 'pick' && presentation.choose === 1 && isComplete) submit();
  };
  /** In an exam every change is kept at once: a complete entry as the response, an incomplete one as a draft. */
  const save = (isComplete: boolean) => {
    if (isComplete) send({ type: 'respond', response: draft.entered });
    else send({ type: 'draft', draft: draft.entered });
  };
  /** Says once for each question what a second press of the key does. */
  const warnOf = (consequence: string) => {
    warned = true;
    message = consequence;
  };
  /** A typed text is a response when it is left, not at each letter. One that cannot be is kept as it is, after a word of warning. */
  const settle = ({ mode, question, response }: View): boolean => {
    const presentation = question?.presentation;
    if (mode !== 'exam' || !presentation || !entryOf(presentation).typed || draft.entered === response) return true;
    if (entryOf(presentation).isComplete(draft.entered, presentation)) save(true);
    else if (!isUntouched(draft.entered) && !warned) {
      warnOf('A number is wanted here. Left like this it counts as unanswered; press again to go on.');
      return false;
    }
    return true;
  };
  const submit = () => {
    send({ type: 'respond', response: draft.entered, ...(guessed && { confidence: 'guess' }) });
  };
  const enter = (view: View) => {
    const presentation = view.question?.presentation;
    const chooses = presentation?.choose === 1 && draft.cursor >= 0;
    if (view.mode === 'exam') {
      if (chooses && isUntouched(draft.entered) && !warned)
        warnOf('Space chooses the option in focus. Enter goes on without an answer.');
      else goOn(view);
      return;
    }
    if (chooses) edit({ type: 'tick' }, presentation, view);
    if (isUntouched(draft.entered)) message = presentation && firstStep(presentation);
    else submit();
  };
  const goOn = (view: View) => {
    if (terminal.hasMoreBelow() && !seenWhole.has(view.slot)) terminal.scrollDown();
    else if (view.slot < view.of) send({ type: 'move', to: view.slot + 1 });
    else openGrid();
  };
  const goBack = (view: View) => {
    if (view.mode === 'exam' && view.slot > 1) send({ type: 'move', to: view.slot - 1 });
    else if (view.mode === 'exam') message = 'This is the first question.';
  };
  const strike = ({ question }: View) => {
    const presentation = question?.presentation;
    const focused =
      presentation &&
      entryOf(presentation)
        .rows(draft, presentation)
        .find((row) => row.focused);
    if (focused?.id !== undefined) send({ type: 'strike', option: focused.id });
    else if (presentation?.options || presentation?.right) {
      striking = true;
      message = 'Cross out which? Press its number.';
    }
  };
  const strikeNumber = (key: Key, presentation: Presentation | undefined) => {
    striking = false;
    const option = (presentation?.options ?? presentation?.right ?? [])[numberOf(key) - 1]?.id;
    if (option !== undefined) send({ type: 'strike', option });
  };
  const toggleClock = ({ remainingMs }: View) => {
    if (remainingMs === undefined) return 'There is no time limit.';
    const canHide = remainingMs > FIVE_MINUTES_MS;
    const stays = !clockHidden && !canHide;
    clockHidden = canHide && !clockHidden;
    return stays ? 'The clock stays in the last 5 minutes.' : undefined;
  };

  /** Keys that do something to the question as a whole. False where the key means nothing here. */
  const command = (key: Key, view: View): boolean => {
    const isExam = view.mode === 'exam';
    const isLeavingExam = key.name === 'esc' || key.name === 'q'; // what was typed is kept as it is
    if (LEAVING.includes(key.name) && !settle(view) && !isLeavingExam) return true;
    switch (key.name) {
      case 'enter':
        enter(view);
        return true;
      case 'right':
        if (isExam) goOn(view);
        return true;
      case 'left':
        goBack(view);
        return true;
      case 'f':
        send({ type: 'flag' });
        return true;
      case 'x':
        strike(view);
        return true;
      case 't':
        if (isExam) message = toggleClock(view);
        return true;
      case 'r':
        if (isExam) openGrid();
        return true;
      case 'g':
        if (isExam) message = 'Guesses are marked in drills; in an exam a guess costs nothing.';
        else guessed = !guessed;
        return true;
      case 's':
        if (isExam) message = 'To submit: r, then s.';
        else send(nextStep(view));
        return true;
      case '?':
        open({ name: 'keys', of: view.mode, back: { name: 'question' } });
        return true;
      case 'esc':
      case 'q':
        if (isExam) open({ name: 'leave' });
        else send({ type: 'leave' });
        return true;
      case 'u':
        if (isExam) message = 'Answers can be changed until you submit.';
        else send({ type: 'undo' });
        return true;
      case 'c':
        message = isExam
          ? 'Nothing is compared in an exam. The third option is 3.'
          : 'Answer first; then c compares what was mixed up. The third option is 3.';
        return true;
      case 'h':
      case 'n':
        message = isExam
          ? 'No hints and no notes in an exam. They open after you submit.'
          : 'Answer first; the notes open with the explanation.';
        return true;
      default:
        return false;
    }
  };

  return {
    lay(view) {
      draft = startDraft(view);
      [message, guessed, commanding, striking, warned] = [undefined, false, false, false, false];
    },
    screen(view, size) {
      const local = { draft, clockHidden, guessed, commanding, ...(message && { message }), ...(notice && { notice }) };
      return questionScreen(view, local, glyphs, size);
    },
    press(key, view) {
      const presentation = view.question?.presentation;
      const isTyped = presentation !== undefined && entryOf(presentation).typed;
      const text = isTyped && !commanding ? typedPress(key) : undefined;
      message = undefined;
      if (!terminal.hasMoreBelow()) seenWhole.add(view.slot);
      if (striking) strikeNumber(key, presentation);
      else if (text && presentation) edit(text, presentation, view);
      else if (key.name === 'tab' && isTyped) commanding = !commanding;
      else if (!command(key, view) && presentation) {
        const press = pressOf(key);
        if (press) edit(press, presentation, view);
      }
      terminal.follow();
    },
    clock: () => ({ clockHidden, ...(notice !== undefined && { notice }) }),
    toggleClock,
    tell(text) {
      message = text;
    },
    quiet() {
      message = undefined;
    },
    passTime({ remainingMs }, due) {
      notice = due ?? notice;
      if (clockHidden && (remainingMs ?? 0) <= FIVE_MINUTES_MS) clockHidden = false;
    },
  };
}
