// The sitting in a full-screen terminal: which page is up, and what its keys send. Rules are the engine's, not ours.
import type { Glyphs } from '../core/glyphs.ts';
import type { Quote } from '../core/item.ts';
import { nextStep } from '../core/navigation.ts';
import { noticer } from '../core/notices.ts';
import type { Command, Event, Paper } from '../core/session.ts';
import type { Grading, View } from '../core/view.ts';
import type { Contrast } from '../learning/contrast.ts';
import type { Frontend } from '../sit.ts';
import type { Palette } from './colour.ts';
import { pressGrid } from './grid-keys.ts';
import type { KeysPage } from './key-table.ts';
import type { Key } from './keys.ts';
import type { Screen, Size } from './layout.ts';
import { questionDesk } from './question-desk.ts';
import { contrastScreen } from './screens/contrast.ts';
import { feedbackScreen } from './screens/feedback.ts';
import { cellsPerRow, type GridState, gridScreen, leaveScreen, submitScreen, timeUpScreen } from './screens/grid.ts';
import { keysScreen } from './screens/keys.ts';
import { header } from './screens/question.ts';
import type { App, Terminal } from './terminal.ts';

export type Page =
  | { readonly name: 'question' }
  | { readonly name: 'feedback'; readonly grading: Grading }
  | { readonly name: 'grid'; readonly grid: GridState; readonly message?: string }
  | { readonly name: 'leave' }
  | { readonly name: 'submit'; readonly back: Page }
  | { readonly name: 'keys'; readonly of: KeysPage; readonly back: Page }
  | { readonly name: 'contrast'; readonly contrast: Contrast }
  | { readonly name: 'timeUp'; readonly before: View };

interface Setting {
  readonly terminal: Terminal;
  readonly paper: Paper;
  readonly glyphs: Glyphs;
  readonly palette: Palette;
  /** Opens the notes at a quote, and afterwards this app again. */
  readonly openNotes: (quote: Quote, back: App) => void;
  /** What a wrong answer mixed up, where it did and the notes tell both. */
  readonly contrast: (grading: Grading) => Contrast | undefined;
  /** What has to be said of the sitting, beside its first question; empty: nothing. */
  readonly foreword: string;
}

export interface TerminalFrontend extends Frontend {
  /** Resolves when the candidate has read the notice that the time is up, where there is one. */
  finished(): Promise<void>;
}

/** Keys right after time is up were meant for the question. */
const TIME_UP_PAUSE_MS = 1000;

/** No hand is further ahead of the disk than this: what comes on top is a key that is held down by something else. */
const MOST_AHEAD = 100;

export function terminalFrontend(setting: Setting): TerminalFrontend {
  const { terminal, paper, glyphs, palette, openNotes, contrast, foreword } = setting;
  let view: View | undefined;
  let page: Page = { name: 'question' };
  let shownSlot = 0;
  let undone = false;
  const noticeOf = noticer();
  let take: ((command: Command) => void) | undefined;
  let readToEnd: () => void = () => undefined;
  let perRow = 1;
  const queue: Command[] = [];
  /** What was sent leads away from the page: a key that comes in the same breath was meant for it, not for what comes. */
  let leaving = false;

  const send = (command: Command) => {
    if (queue.length >= MOST_AHEAD) return;
    leaving ||= leaves(command);
    queue.push(command);
    pump();
  };
  const pump = () => {
    if (!take) return;
    const command = queue.shift();
    if (!command) return;
    const answer = take;
    take = undefined; // the next command waits for the next question
    answer(command);
  };
  const open = (next: Page, pauseMs?: number) => {
    page = next;
    desk.quiet();
    terminal.turnPage(pauseMs);
  };
  const openGrid = () => open({ name: 'grid', grid: { cursor: view?.slot ?? 1, filter: 'all', typed: '' } });
  const desk = questionDesk({ terminal, glyphs, send, open, openGrid });

  const screen = (size: Size): Screen => {
    if (!view) return { header: [], body: [], footer: [] };
    switch (page.name) {
      case 'feedback':
        return feedback(view, page.grading, size);
      case 'grid':
        perRow = cellsPerRow(size);
        return gridScreen(view, page.grid, glyphs, size, {
          ...desk.clock(),
          ...(page.message !== undefined && { message: page.message }),
        });
      case 'submit':
        return submitScreen(view, glyphs, size);
      case 'leave':
        return leaveScreen(view, glyphs, size);
      case 'contrast':
        return contrastScreen(page.contrast, glyphs, size);
      case 'keys':
        return keysScreen(page.of, glyphs, size);
      case 'timeUp':
        return timeUpScreen(page.before, glyphs, size);
      default:
        return desk.screen(view, size);
    }
  };
  const feedback = (view: View, grading: Grading, size: Size): Screen => {
    const item = paper.get(grading.item);
    const { question } = view;
    const top = header(view, glyphs, size);
    if (!item || !question) return { header: top, body: [], footer: [] };
    const canCompare = grading.score < 1 && contrast(grading) !== undefined;
    const hasQuote = grading.explanation.quotes.length > 0;
    const keys = `Enter next  ${hasQuote ? 'n notes here  ' : ''}${canCompare ? 'c compare  ' : ''}u undo  f flag  q leave  ? keys`;
    return feedbackScreen({ grading, item, question }, { header: top, keys }, glyphs, size, palette);
  };

  const leaves = ({ type }: Command) =>
    !['flag', 'strike', 'draft'].includes(type) && (type !== 'respond' || view?.mode === 'drill');

  const press = (key: Key) => {
    if (!view || leaving) return;
    switch (page.name) {
      case 'question':
        return desk.press(key, view);
      case 'feedback':
        return pressFeedback(key, view);
      case 'grid':
        return stepGrid(key, page.grid, view);
      case 'submit': {
        const { back } = page;
        return confirm(
          key,
          () => send({ type: 'finish' }),
          () => open(back),
        );
      }
      case 'leave':
        return confirm(
          key,
          () => send({ type: 'leave' }),
          () => open({ name: 'question' }),
        );
      case 'contrast':
        return open(view.graded ? { name: 'feedback', grading: view.graded } : { name: 'question' });
      case 'keys':
        return open(page.back);
      case 'timeUp':
        return key.name === 'enter' ? readToEnd() : undefined;
      default:
        return page satisfies never;
    }
  };
  const app: App = { screen, press };
  const pressFeedback = ({ name }: Key, view: View) => {
    const [quote] = view.graded?.explanation.quotes ?? [];
    if (name === 'space' && terminal.hasMoreBelow()) terminal.scrollDown();
    else if (['enter', 'space', 'right'].includes(name)) send(nextStep(view));
    else if (name === 'n' && quote) openNotes(quote, app);
    else if (name === 'c' && view.graded) compare(view.graded);
    else if (name === 'u') send({ type: 'undo' });
    else if (name === 'f') send({ type: 'flag' });
    else if (name === 'q' || name === 'esc') send({ type: 'leave' });
    else if (name === '?') open({ name: 'keys', of: 'drill', back: page });
  };
  const compare = (grading: Grading) => {
    const found = contrast(grading);
    if (found) open({ name: 'contrast', contrast: found });
  };
  const confirm = ({ name }: Key, yes: () => void, no: () => void) => {
    if (name === 'y') yes();
    else if (['n', 'enter', 'esc', 'q'].includes(name)) no();
  };
  const stepGrid = (key: Key, grid: GridState, view: View) => {
    if (key.name === '?') return open({ name: 'keys', of: 'grid', back: page });
    const { go, ...step } = pressGrid(grid, key, view, perRow);
    const message = key.name === 't' ? desk.toggleClock(view) : step.message;
    page = { name: 'grid', grid: step.grid, ...(message !== undefined && { message }) };
    if (go === 'submit') open({ name: 'submit', back: page });
    else if (go !== undefined) open({ name: 'question' });
    if (typeof go === 'object') send({ type: 'move', to: go.to });
    terminal.follow();
  };

  return {
    ask(next, signal) {
      leaving = queue.some(leaves);
      view = next;
      desk.passTime(next, noticeOf(next));
      if (next.slot !== shownSlot || undone) {
        undone = false;
        if (page.name === 'feedback') page = { name: 'question' };
        const isFirst = shownSlot === 0;
        shownSlot = next.slot;
        desk.lay(next);
        if (isFirst && foreword !== '') desk.tell(foreword);
        terminal.use(app);
      } else terminal.repaint();
      return new Promise((resolve, reject) => {
        take = resolve;
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        terminal.ended.then(() => resolve({ type: 'leave' }), reject);
        setImmediate(pump); // a turn later: else the clock and whoever ends the program would wait for all that was typed ahead
      });
    },
    tick(next) {
      view = next;
      desk.passTime(next, noticeOf(next));
      terminal.repaint();
    },
    show(events, look, gradings) {
      const next = look();
      const before = view ?? next;
      leaving = queue.some(leaves);
      view = next;
      const [grading] = gradings;
      if (events.some(({ type }) => type === 'undone')) [undone, page] = [true, { name: 'question' }];
      if (next.mode === 'drill' && grading) open({ name: 'feedback', grading });
      else if (isTimeout(events)) open({ name: 'timeUp', before }, TIME_UP_PAUSE_MS);
      else if (!events.some(({ type }) => type === 'moved')) terminal.repaint(); // a move is painted when its question is asked
    },
    refuse(refusal) {
      desk.tell(refusal.message);
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
