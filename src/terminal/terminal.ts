// The one module that owns the terminal: it switches modes on, undoes exactly those, and paints only rows that changed.
// The painting is done here and not by the prompt that brings the keys, because a clock must tick without touching the rest of the
// screen, and a frame must never leave copies in the scrollback. The first frame is up before that prompt is loaded: nobody reads and
// answers within a few milliseconds.
import { writeSync } from 'node:fs';
import { line } from '../core/text.ts';
import { Interrupted, onInterruption } from '../system/interrupt.ts';
import { monotonic } from '../system/monotonic.ts';
import { output, windowSize } from '../system/output.ts';
import type { Palette } from './colour.ts';
import { ifThere } from './if-there.ts';
import { type Key, keyGuard, keyOf, type RawKey } from './keys.ts';
import { layOut, type Screen, type Size } from './layout.ts';
import { frames } from './paint.ts';
import { isTooSmall, tooSmallInWords } from './smallest.ts';

/** What is on the screen and takes the keys. */
export interface App {
  screen(size: Size): Screen;
  press(key: Key): void;
  /** PgUp and PgDn are its own. */
  readonly scrollsItself?: boolean;
  /** Whether keys are text now, where they are not always commands. */
  isTyping?(): boolean;
}

export interface Terminal {
  /** Puts an app on the screen; `pauseMs` is how long keys are ignored after that. */
  use(app: App, pauseMs?: number): void;
  /** Paints again what changed. */
  repaint(): void;
  /** The same, and scrolls to the row that has the focus. */
  follow(): void;
  /** A different question or page is up: the scroll starts at the top and keys are ignored for a moment. */
  turnPage(pauseMs?: number): void;
  /** Whether a part of the body lies below the window. */
  hasMoreBelow(): boolean;
  scrollDown(): void;
  /** Gives the screen back as it was. Safe to call twice. */
  close(): Promise<void>;
  /** Rejects with `Interrupted` on Ctrl-C and when the process is told to end; resolves when the input ends. */
  readonly ended: Promise<void>;
}

const CLEAR = '\u001b[2J';
const ENTER = `\u001b[?1049h\u001b[?25l\u001b[?2004h${CLEAR}`;
const RESTORE = '\u001b[0m\u001b[?2004l\u001b[?25h\u001b[?1049l\r\u001b[K';
const BEGIN_FRAME = '\u001b[?2026h'; // what comes until its end is shown at once
const END_FRAME = '\u001b[?2026l';
const END_ROW = '\u001b[0m\u001b[K';
const CLEAR_BELOW = '\u001b[J';

/** Takes the screen and the keys, until it is closed. */
export function openTerminal(palette: Palette): Terminal {
  const guard = keyGuard();
  const painterOfNextFrame = frames(palette);
  let app: App | undefined;
  let shown: readonly string[] = [];
  let frame = { below: 0, above: 0, page: 1 };
  let scroll = 0;
  let isUp = false;

  const write = (text: string) => ifThere(() => writeSync(1, text));
  const repaint = (follows = false) => {
    if (!app || !isUp) return;
    const size = windowSize();
    const screen = isTooSmall(size) ? smallScreen(size) : app.screen(size);
    const next = layOut(screen, size, scroll, painterOfNextFrame(), follows);
    frame = next;
    scroll = next.above;
    const change = changeOf(shown, next.rows);
    if (change !== '') write(`${BEGIN_FRAME}${change}${END_FRAME}`);
    shown = next.rows;
  };
  const enter = () => {
    isUp = true;
    shown = [];
    ifThere(() => process.stdin.setRawMode(true));
    write(ENTER);
    repaint();
  };
  const restore = () => {
    if (!isUp) return;
    isUp = false;
    write(RESTORE);
    ifThere(() => process.stdin.setRawMode(false));
  };
  const redraw = () => {
    shown = [];
    if (isUp) write(CLEAR);
    repaint();
  };
  const scrollBy = (rows: number) => {
    scroll = Math.max(0, scroll + rows);
    repaint();
  };
  const turnPage = (pauseMs?: number) => {
    scroll = 0;
    guard.screenChanged(monotonic(), pauseMs);
    repaint();
  };
  const press = (raw: RawKey) => {
    if (raw.ctrl && raw.name === 'l') return redraw(); // whatever wrote over the screen
    const key = keyOf(raw);
    if (!key || isTooSmall(windowSize())) return;
    if (app?.scrollsItself) app.press(key);
    else if (key.name === 'pgdn') scrollBy(frame.page);
    else if (key.name === 'pgup') scrollBy(-frame.page);
    else if (guard.admits(monotonic())) app?.press(key);
  };
  const stop = new AbortController();
  const keys = async () => {
    await new Promise(setImmediate); // what there is to paint comes first
    const { takeKeys } = await import('./prompt.ts');
    if (!stop.signal.aborted) await takeKeys({ press, restore, enter }, stop.signal);
  };
  let stopListening = () => {};
  const told = new Promise<never>((_, reject) => {
    stopListening = onInterruption((signal) => reject(new Interrupted(signal)));
  });
  const ended = Promise.race([keys(), told]).finally(restore);
  process.once('exit', restore);
  output().on('resize', redraw);
  enter();
  return {
    use(next, pauseMs) {
      app = next;
      turnPage(pauseMs);
    },
    repaint: () => repaint(),
    follow: () => repaint(true),
    turnPage,
    hasMoreBelow: () => frame.below > 0,
    scrollDown: () => scrollBy(frame.page),
    async close() {
      stop.abort();
      await ended.catch(() => undefined);
      process.removeListener('exit', restore);
      output().removeListener('resize', redraw);
      stopListening();
    },
    ended,
  };
}

/** What makes the rows that are shown into others; empty where they are the same. */
function changeOf(shown: readonly string[], rows: readonly string[]): string {
  const to = (index: number) => `\u001b[${index + 1};1H`;
  const changed = rows.map((row, index) => (row === shown[index] ? '' : `${to(index)}${row}${END_ROW}`));
  return changed.join('') + (rows.length < shown.length ? `${to(rows.length)}${CLEAR_BELOW}` : '');
}

/** What a window shows that was made too small for anything else. */
function smallScreen(size: Size): Screen {
  const text = `${tooSmallInWords(size)} Everything is saved. Make it larger to go on, or end with Ctrl-C.`;
  return { header: [], body: [line(text)], footer: [] };
}

/** Runs an app until it is done; `whenEnded` is the result where the input ended before. */
export function run<T>(terminal: Terminal, make: (done: (result: T) => void) => App, whenEnded: T): Promise<T> {
  return new Promise((resolve, reject) => {
    terminal.use(make(resolve));
    terminal.ended.then(() => resolve(whenEnded), reject);
  });
}
