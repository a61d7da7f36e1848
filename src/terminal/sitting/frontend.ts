// The sitting in a full-screen terminal, as the loop of a sitting wants it. Rules are the engine's, not ours.

import { hintInWords } from '../../core/items/hints.ts';
import type { Command } from '../../core/sitting/command.ts';
import type { Event } from '../../core/sitting/events.ts';
import { noticer } from '../../core/sitting/notices.ts';
import type { View } from '../../core/sitting/view.ts';
import type { Frontend, Unsaved } from '../../sit.ts';
import type { Terminal } from '../terminal.ts';
import { type CommandQueue, commandQueue } from './command-queue.ts';
import { challengeOn, type Page } from './pages.ts';
import { type SittingApp, type Stage, sittingApp } from './sitting-app.ts';

interface Setting extends Stage {
  /** What has to be said of the sitting, beside its first question; empty: nothing. */
  readonly foreword: string;
}

export interface TerminalFrontend extends Frontend {
  /** Resolves when the candidate has read the notice that the time is up, where there is one. */
  finished(): Promise<void>;
}

/** Keys right after time is up were meant for the question. */
const TIME_UP_PAUSE_MS = 1000;

/** A front end that takes the screen with the first question. */
export function terminalFrontend({ foreword, ...stage }: Setting): TerminalFrontend {
  const { terminal } = stage;
  const queue = commandQueue((command) => leaves(command, app.view()?.mode));
  const app = sittingApp(stage, queue);
  const noticeOf = noticer();
  let shownSlot = 0;
  let isUndone = false;

  const passTime = (next: View) => {
    app.setView(next);
    app.desk.clock.passTime(next, noticeOf(next));
  };
  const lay = (next: View) => {
    const isFirst = shownSlot === 0;
    [shownSlot, isUndone] = [next.slot, false];
    if (['feedback', 'grid'].includes(app.page().name)) app.turnTo({ name: 'question' });
    app.desk.lay(next);
    if (isFirst && foreword !== '') app.desk.tell(foreword);
    terminal.use(app, { follows: app.desk.isCaseRead(next) });
  };
  return {
    ask(next, signal) {
      queue.settle();
      passTime(next);
      if (next.slot !== shownSlot || isUndone) lay(next);
      else terminal.repaint();
      return nextCommand(queue, terminal, signal);
    },
    tick(next) {
      passTime(next);
      terminal.repaint();
    },
    show(events, look, gradings) {
      const next = look();
      const before = app.view() ?? next;
      queue.settle();
      app.setView(next);
      const [grading] = gradings;
      tellDone(events, next, app);
      if (events.some(({ type }) => type === 'undone')) {
        isUndone = true;
        app.turnTo({ name: 'question' });
      }
      if (next.mode === 'drill' && grading) app.open({ name: 'feedback', grading });
      else if (isTimeout(events)) app.open(timeUp(before, events), TIME_UP_PAUSE_MS);
      else if (!events.some(({ type }) => type === 'moved')) terminal.repaint(); // a move is painted when its question is asked
    },
    refuse({ message }) {
      app.desk.tell(message);
      terminal.repaint();
    },
    challenge: () => challengeOn(app.page()),
    unsaved: (told) => wantsAgain(app, terminal, told),
    finished: () => untilRead(app, terminal),
  };
}

/** Whether what the disk did not take is to be tried again; no, where the input ends before. */
function wantsAgain(app: SittingApp, { ended }: Terminal, told: Unsaved): Promise<boolean> {
  const back = app.page();
  return new Promise((resolve, reject) => {
    const answer = (again: boolean) => {
      app.turnTo(back);
      resolve(again);
    };
    app.open({ name: 'unsaved', told, answer });
    ended.then(() => resolve(false), reject);
  });
}

/** The next command; leaving, where the input ends before. */
function nextCommand(queue: CommandQueue, { ended }: Terminal, signal: AbortSignal): Promise<Command> {
  return new Promise((resolve, reject) => {
    queue.handTo(resolve);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    ended.then(() => resolve({ type: 'leave' }), reject);
  });
}

/** Whether a command leads away from its page. In a drill an answer does, to its explanation. */
function leaves({ type }: Command, mode: View['mode'] | undefined): boolean {
  return (
    !['flag', 'guess', 'strike', 'hint', 'challenge', 'draft'].includes(type) &&
    (type !== 'respond' || mode === 'drill')
  );
}

/** Until the notice that the time is up was read, where it is up; or the input ends. */
function untilRead(app: SittingApp, { ended }: Terminal): Promise<void> {
  if (app.page().name !== 'timeUp') return Promise.resolve();
  return new Promise((resolve, reject) => {
    app.whenRead(resolve);
    ended.then(resolve, reject);
  });
}

/** Says under the question what was done. A hint stands there before it has a row, since that may lie below the window. */
function tellDone(events: readonly Event[], { question }: View, { desk }: SittingApp): void {
  for (const event of events) {
    if (event.type === 'hinted' && question) desk.tell(hintInWords(event.hint, question.presentation));
    if (event.type === 'challenged') desk.tell(event.text === '' ? 'Nothing is reported any more.' : 'Reported.');
  }
}

function timeUp(before: View, events: readonly Event[]): Page {
  const report = events.find(({ type }) => type === 'challenged');
  return { name: 'timeUp', before: withAnswers(before, events), reported: report && before.slot };
}

/** The view with what became an answer just now: a text that was whole when the time ran out. */
function withAnswers(view: View, events: readonly Event[]): View {
  const slots = events.flatMap((event) => (event.type === 'responded' ? [event.slot] : []));
  const marks = view.marks.map((mark, index) =>
    slots.includes(index + 1) ? { ...mark, status: 'answered' as const } : mark,
  );
  return { ...view, marks };
}

function isTimeout(events: readonly Event[]): boolean {
  return events.some((event) => event.type === 'closed' && event.reason === 'timeout');
}
