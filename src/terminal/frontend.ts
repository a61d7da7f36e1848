// The sitting in a full-screen terminal: keys become commands, views become screens. Rules are the engine's, not ours.
import type { Glyphs } from '../core/glyphs.ts';
import type { Quote } from '../core/item.ts';
import type { Draft, Presentation, Press, Response } from '../core/kinds/kind.ts';
import { nextStep } from '../core/navigation.ts';
import type { Command, Event, Paper } from '../core/session.ts';
import { timeNotice } from '../core/time.ts';
import type { Grading, View } from '../core/view.ts';
import type { Frontend } from '../sit.ts';
import type { Palette } from './colour.ts';
import type { Key } from './keys.ts';
import type { Screen, Size } from './layout.ts';
import { feedbackScreen } from './screens/feedback.ts';
import {
  type Filter,
  type GridState,
  gridScreen,
  leaveScreen,
  matches,
  submitScreen,
  timeUpScreen,
} from './screens/grid.ts';
import { keysScreen } from './screens/keys.ts';
import { entryOf, header, questionScreen } from './screens/question.ts';
import type { App, Terminal } from './terminal.ts';

type Page =
  | { readonly name: 'question' }
  | { readonly name: 'feedback'; readonly grading: Grading }
  | { readonly name: 'grid'; readonly grid: GridState }
  | { readonly name: 'submit' }
  | { readonly name: 'leave' }
  | { readonly name: 'keys' }
  | { readonly name: 'timeUp'; readonly before: View };

interface Setting {
  readonly terminal: Terminal;
  readonly paper: Paper;
  readonly glyphs: Glyphs;
  readonly palette: Palette;
  /** Opens the notes at a quote, and afterwards this app again. */
  readonly openNotes: (quote: Quote, back: App) => void;
}

export interface TerminalFrontend extends Frontend {
  /** Resolves when the candidate has read the last page: a drill's last explanation, the notice that time is up. */
  finished(): Promise<void>;
}

const FIVE_MINUTES = 5 * 60_000;
/** Keys right after time is up were meant for the question. */
const TIME_UP_PAUSE_MS = 1000;

export function terminalFrontend({ terminal, paper, glyphs, palette, openNotes }: Setting): TerminalFrontend {
  let view: View | undefined;
  let page: Page = { name: 'question' };
  let draft: Draft = { cursor: -1, entered: [] };
  let message: string | undefined;
  let notice: string | undefined;
  let clockHidden = false;
  let guessed = false;
  let commanding = false;
  let striking = false;
  let shownSlot = 0;
  let lastRemaining: number | undefined;
  let answerCommand: (command: Command) => void = () => undefined;
  let readToEnd: () => void = () => undefined;
  const queue: Command[] = [];

  const send = (command: Command) => {
    queue.push(command);
    pump();
  };
  const pump = () => {
    const command = queue.shift();
    if (command) answerCommand(command);
  };
  const open = (next: Page, pauseMs?: number) => {
    page = next;
    message = undefined;
    terminal.turnPage(pauseMs);
  };

  const screen = (size: Size): Screen => {
    if (!view) return { header: [], body: [], footer: [] };
    switch (page.name) {
      case 'feedback':
        return feedbackOf(view, page.grading, size);
      case 'grid':
        return gridScreen(view, page.grid, glyphs, size, message);
      case 'submit':
        return submitScreen(view, glyphs, size);
      case 'leave':
        return leaveScreen(view, glyphs, size);
      case 'keys':
        return keysScreen(view.mode, glyphs, size);
      case 'timeUp':
        return timeUpScreen(page.before, glyphs, size);
      default:
        return questionScreen(
          view,
          { draft, clockHidden, guessed, commanding, ...(message && { message }), ...(notice && { notice }) },
          glyphs,
          size,
        );
    }
  };
  const feedbackOf = (view: View, grading: Grading, size: Size): Screen => {
    const item = paper.get(grading.item);
    const { question } = view;
    if (!item || !question) return { header: header(view, glyphs, size), body: [], footer: [] };
    const keys = 'Enter next  n open the notes here  f flag  q leave  PgDn more';
    const chrome = { header: header(view, glyphs, size), keys, ...(message && { message }) };
    return feedbackScreen({ grading, item, question }, chrome, glyphs, size, palette);
  };

  const pressQuestion = (key: Key, view: View) => {
    const presentation = view.question?.presentation;
    const entry = presentation && entryOf(presentation);
    if (striking) return strikeNumber(key, presentation);
    if (entry?.typed && !commanding && pressTyped(key, presentation as Presentation)) return;
    if (key.name === 'tab' && entry?.typed) commanding = !commanding;
    else if (!pressCommand(key, view) && presentation) pressEntry(key, presentation);
    terminal.repaint();
  };
  const pressTyped = (key: Key, presentation: Presentation): boolean => {
    if (key.text !== '') edit({ type: 'text', text: key.text }, presentation);
    else if (key.name === 'backspace') edit({ type: 'erase' }, presentation);
    else if (key.name === 'delete') edit({ type: 'clear' }, presentation);
    else return false;
    return true;
  };
  /** Keys that do something to the question as a whole. */
  const pressCommand = (key: Key, view: View): boolean => {
    const { mode } = view;
    switch (key.name) {
      case 'enter':
        enter(view);
        return true;
      case 'right':
        if (mode === 'exam') goOn(view);
        return true;
      case 'left':
        if (mode === 'exam' && view.slot > 1) send({ type: 'move', to: view.slot - 1 });
        else message = mode === 'exam' ? 'This is the first question.' : undefined;
        return true;
      case 'f':
        send({ type: 'flag' });
        return true;
      case 'x':
        strike(view);
        return true;
      case 't':
        clockHidden =
          mode === 'exam' && view.remainingMs !== undefined && !clockHidden && view.remainingMs > FIVE_MINUTES;
        return true;
      case 'r':
        if (mode === 'exam') open({ name: 'grid', grid: { cursor: view.slot, filter: 'all', typed: '' } });
        return true;
      case 'g':
        if (mode === 'drill') guessed = !guessed;
        return true;
      case 's':
        if (mode === 'drill') send(nextStep(view));
        return true;
      case '?':
        open({ name: 'keys' });
        return true;
      case 'esc':
      case 'q':
        if (mode === 'exam') open({ name: 'leave' });
        else send({ type: 'leave' });
        return true;
      case 'h':
      case 'n':
      case 'c':
      case 'u':
        message =
          mode === 'exam'
            ? 'No hints and no notes in an exam. They open after you submit.'
            : 'Answer first; the notes open with the explanation.';
        return true;
      default:
        return false;
    }
  };
  const pressEntry = (key: Key, presentation: Presentation) => {
    const press = pressOf(key);
    if (press) edit(press, presentation);
  };
  const edit = (press: Press, presentation: Presentation) => {
    const before = JSON.stringify(draft.entered);
    draft = entryOf(presentation).press(draft, press, presentation);
    message = undefined;
    const changed = JSON.stringify(draft.entered) !== before;
    const isSinglePick = presentation.choose === 1 && press.type === 'pick';
    if (view?.mode === 'drill' && isSinglePick && entryOf(presentation).isComplete(draft.entered, presentation))
      submit();
    else if (view?.mode === 'exam' && changed) save(presentation);
    terminal.repaint();
  };
  /** In an exam every change is kept at once: a complete entry as the response, an incomplete one as a draft. */
  const save = (presentation: Presentation) => {
    const { entered } = draft;
    if (entryOf(presentation).isComplete(entered, presentation)) send({ type: 'respond', response: entered });
    else send({ type: 'draft', draft: entered });
  };
  const submit = () => {
    send({ type: 'respond', response: draft.entered, ...(guessed && { confidence: 'guess' }) });
  };
  const enter = (view: View) => {
    if (view.mode === 'exam') {
      pickFocused(view);
      goOn(view);
      return;
    }
    pickFocused(view);
    if (isUntouched(draft.entered)) message = 'Choose first: a number, or arrows and Enter.';
    else submit();
  };
  /** Enter on a focused option of a one-answer question chooses it. */
  const pickFocused = (view: View) => {
    const presentation = view.question?.presentation;
    if (presentation?.choose === 1 && draft.cursor >= 0) {
      const before = JSON.stringify(draft.entered);
      draft = entryOf(presentation).press(draft, { type: 'tick' }, presentation);
      if (view.mode === 'exam' && JSON.stringify(draft.entered) !== before) save(presentation);
    }
  };
  const goOn = (view: View) => {
    if (terminal.hasMoreBelow()) terminal.scrollDown();
    else if (view.slot < view.of) send({ type: 'move', to: view.slot + 1 });
    else open({ name: 'grid', grid: { cursor: view.slot, filter: 'all', typed: '' } });
  };
  const strike = (view: View) => {
    const presentation = view.question?.presentation;
    const row =
      presentation &&
      entryOf(presentation)
        .rows(draft, presentation)
        .find(({ focused }) => focused);
    if (row?.id !== undefined) send({ type: 'strike', option: row.id });
    else if (presentation?.options || presentation?.right) {
      striking = true;
      message = 'Cross out which? Press its number.';
    }
  };
  const strikeNumber = (key: Key, presentation: Presentation | undefined) => {
    striking = false;
    message = undefined;
    const parts = presentation?.options ?? presentation?.right ?? [];
    const option = parts[numberOf(key) - 1]?.id;
    if (option !== undefined) send({ type: 'strike', option });
    terminal.repaint();
  };
  const pressFeedback = (key: Key, view: View) => {
    if (key.name === 'enter' || key.name === 'space' || key.name === 'right') {
      if (terminal.hasMoreBelow() && key.name === 'space') terminal.scrollDown();
      else if (view.closed) readToEnd();
      else send(nextStep(view));
    } else if (key.name === 'n') openNotesAt(view);
    else if (key.name === 'f') send({ type: 'flag' });
    else if (key.name === 'q' || key.name === 'esc') send({ type: 'leave' });
    else if (key.name === '?') open({ name: 'keys' });
  };
  const openNotesAt = (view: View) => {
    const [quote] = view.graded?.explanation.quotes ?? [];
    if (quote) openNotes(quote, app);
  };
  const pressGrid = (key: Key, { grid }: { grid: GridState }, view: View) => {
    const go = (change: Partial<GridState>) => {
      page = { name: 'grid', grid: { ...grid, ...change } };
      message = undefined;
    };
    const find = (filter: Filter, text: string) => {
      const found = nextMatch(view, grid.cursor, filter);
      if (found === undefined) message = text;
      else go({ cursor: found, typed: '' });
    };
    const move = (by: number) => go({ cursor: Math.min(view.of, Math.max(1, grid.cursor + by)), typed: '' });
    if (/^\d$/.test(key.name)) go({ typed: (grid.typed + key.name).slice(-3) });
    else if (key.name === 'backspace') go({ typed: grid.typed.slice(0, -1) });
    else if (key.name === 'enter') jump(grid, view);
    else if (key.name === 'right' || key.name === 'l') move(1);
    else if (key.name === 'left') move(-1);
    else if (key.name === 'down' || key.name === 'j') move(10);
    else if (key.name === 'up' || key.name === 'k') move(-10);
    else if (key.name === 'u') find('open', 'Every question has an answer.');
    else if (key.name === 'f') find('flagged', 'No question is flagged.');
    else if (key.name === 'v')
      go({ filter: grid.filter === 'all' ? 'open' : grid.filter === 'open' ? 'flagged' : 'all' });
    else if (key.name === 's') open({ name: 'submit' });
    else if (key.name === 'esc' || key.name === 'r' || key.name === 'q') open({ name: 'question' });
    terminal.repaint();
  };
  const jump = ({ cursor, typed }: GridState, view: View) => {
    const to = typed === '' ? cursor : Number(typed);
    if (to < 1 || to > view.of) {
      message = `There are ${view.of} questions.`;
      page = { name: 'grid', grid: { cursor, filter: 'all', typed: '' } };
      return;
    }
    open({ name: 'question' });
    send({ type: 'move', to });
  };

  const press = (key: Key) => {
    if (!view) return;
    switch (page.name) {
      case 'question':
        return pressQuestion(key, view);
      case 'feedback':
        return pressFeedback(key, view);
      case 'grid':
        return pressGrid(key, page, view);
      case 'submit':
        if (key.name === 'y') send({ type: 'finish' });
        else if (['n', 'enter', 'esc', 'q'].includes(key.name))
          open({ name: 'grid', grid: { cursor: view.slot, filter: 'all', typed: '' } });
        return;
      case 'leave':
        if (key.name === 'y') send({ type: 'leave' });
        else if (['n', 'enter', 'esc', 'q'].includes(key.name)) open({ name: 'question' });
        return;
      case 'keys':
        return open(
          view.graded && view.mode === 'drill' ? { name: 'feedback', grading: view.graded } : { name: 'question' },
        );
      case 'timeUp':
        if (key.name === 'enter') readToEnd();
        return;
      default:
        return page satisfies never;
    }
  };

  const app: App = { screen, press };
  return {
    ask(next, signal) {
      const isNew = next.slot !== shownSlot;
      view = next;
      if (isNew) {
        shownSlot = next.slot;
        [message, guessed, commanding, striking] = [undefined, false, false, false];
        if (page.name !== 'feedback') page = { name: 'question' };
      }
      if (isNew || !next.question) draft = startDraft(next);
      if (page.name === 'feedback' && isNew) page = { name: 'question' };
      if (isNew) terminal.use(app);
      else terminal.repaint();
      return new Promise((resolve, reject) => {
        answerCommand = resolve;
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        terminal.ended.then(() => resolve({ type: 'leave' }), reject);
        pump();
      });
    },
    tick(next) {
      view = next;
      notice = timeNotice(lastRemaining, next) ?? notice;
      lastRemaining = next.remainingMs;
      if (clockHidden && (next.remainingMs ?? 0) <= FIVE_MINUTES) clockHidden = false;
      terminal.repaint();
    },
    show(events, next, gradings) {
      const before = view ?? next;
      view = next;
      const [grading] = gradings;
      if (next.mode === 'drill' && grading) open({ name: 'feedback', grading });
      else if (isTimeout(events)) open({ name: 'timeUp', before }, TIME_UP_PAUSE_MS);
      else terminal.repaint();
    },
    refuse(refusal) {
      message = refusal.message;
      terminal.repaint();
    },
    finished() {
      if (page.name !== 'timeUp') return Promise.resolve();
      return new Promise((resolve, reject) => {
        readToEnd = resolve;
        terminal.ended.then(resolve, reject);
      });
    },
  };
}

function isTimeout(events: readonly Event[]): boolean {
  return events.some((event) => event.type === 'closed' && event.reason === 'timeout');
}

function startDraft({ question, response, draft }: View): Draft {
  if (!question) return { cursor: -1, entered: [] };
  return entryOf(question.presentation).start(question.presentation, response ?? draft);
}

function isUntouched(entered: Response): boolean {
  return typeof entered === 'string' ? entered.trim() === '' : Object.keys(entered).length === 0;
}

function numberOf(key: Key): number {
  if (/^[1-9]$/.test(key.name)) return Number(key.name);
  return /^[a-e]$/.test(key.name) ? key.name.charCodeAt(0) - 96 : Number.NaN;
}

function pressOf(key: Key): Press | undefined {
  const number = numberOf(key);
  if (!Number.isNaN(number)) return { type: 'pick', number };
  switch (key.name) {
    case 'up':
    case 'k':
      return { type: 'step', by: -1 };
    case 'down':
    case 'j':
      return { type: 'step', by: 1 };
    case 'space':
      return { type: 'tick' };
    case 'backspace':
      return { type: 'erase' };
    case 'delete':
      return { type: 'clear' };
    default:
      return undefined;
  }
}

function nextMatch({ marks, of }: View, from: number, filter: Filter): number | undefined {
  const order = Array.from({ length: of }, (_, step) => ((from + step) % of) + 1);
  return order.find((number) => {
    const mark = marks[number - 1];
    return mark !== undefined && matches(mark, filter);
  });
}
