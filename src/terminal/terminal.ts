// The one module that owns the terminal: it switches modes on and undoes exactly those. The first frame is up before the prompt that
// brings the keys is loaded: nobody reads and answers within a few milliseconds.
import { line } from '../core/text/styled.ts';
import { Interrupted, onInterruption } from '../system/interrupt.ts';
import { monotonic } from '../system/monotonic.ts';
import { output, windowSize } from '../system/output.ts';
import { type Key, keyGuard, keyOf, PASTED, type RawKey } from './input/keys.ts';
import type { Handlers } from './input/prompt.ts';
import { watchSuspension } from './input/suspension.ts';
import type { Palette } from './painting/colour.ts';
import { heightOf, type Screen, type Size } from './painting/layout.ts';
import { paintedWindow, type Sight } from './painting/painted-window.ts';
import { isTooSmall, tooSmallInWords } from './painting/smallest.ts';
import { type ScreenModes, screenModes } from './screen-modes.ts';
import { setRawMode } from './tty.ts';

/** What is on the screen and takes the keys. */
export interface App {
  screen(size: Size): Screen;
  press(key: Key): void;
  /** What becomes of a text that is pasted; without it, nothing. A paste is never a key. */
  paste?(text: string): void;
  /** Which keys scroll; without it, those of pages. */
  scrolling?(): Scrolling;
  /** Whether keys are text now, where they are not always commands: nothing that is asked and could be answered by what was typed ahead. */
  isTyping?(): boolean;
}

export type Scrolling =
  /** PgUp and PgDn. */
  | 'pages'
  /** Up and down too, and so a wheel, of which a terminal makes arrows here. */
  | 'rows'
  /** None: PgUp and PgDn move what has the focus, and the window follows. */
  | 'focus'
  /** None: all keys are the app's own. */
  | 'itself';

/** How a different question or page comes up; without a word of it, at its top, and keys are ignored for a moment. */
export interface Turn {
  /** How long keys are ignored. */
  readonly pauseMs?: number | undefined;
  /** Scrolled to the row that has the focus. */
  readonly follows?: boolean;
}

export interface Terminal extends Sight {
  /** Puts an app on the screen. */
  use(app: App, turn?: Turn): void;
  /** Paints again what changed. */
  repaint(): void;
  /** The same, and scrolls to the row that has the focus. */
  follow(): void;
  /** The app shows a different question or page. */
  turnPage(turn?: Turn): void;
  scrollDown(): void;
  /** Gives the screen back as it was. Safe to call twice. */
  close(): Promise<void>;
  /** Rejects with `Interrupted` on Ctrl-C and when the process is told to end; resolves when the input ends. */
  readonly ended: Promise<void>;
}

/** Takes the screen and the keys, until it is closed. */
export function openTerminal(palette: Palette): Terminal {
  const guard = keyGuard();
  const modes = screenModes();
  const window = paintedWindow(palette, modes.write);
  let app: App | undefined;
  const repaint = (follows = false) => {
    if (!app || !modes.areOn()) return;
    const size = windowSize();
    window.paint(isTooSmall(size) ? smallScreen(size, palette) : app.screen(size), size, follows);
  };
  const paintAnew = (follows = false) => {
    window.forget();
    repaint(follows);
  };
  const enter = () => {
    modes.on();
    paintAnew();
  };
  const resized = () => paintAnew(true); // what has the focus may lie outside now
  const scrollBy = (rows: number) => {
    window.scrollBy(rows);
    repaint();
  };
  const turnPage = ({ pauseMs, follows }: Turn = {}) => {
    window.turnPage();
    guard.screenChanged(monotonic(), pauseMs);
    repaint(follows);
  };
  const press = (raw: RawKey) => {
    if (raw.ctrl && raw.name === 'l') return paintAnew(); // whatever wrote over the screen
    const key = keyOf(raw);
    if (!key || isTooSmall(windowSize())) return;
    if (key.name === PASTED) return app?.paste?.(key.text);
    if (app?.scrolling?.() === 'itself') return app.press(key);
    const rows = rowsScrolled(key.name, app?.scrolling?.(), window.page());
    if (rows !== undefined) scrollBy(rows);
    else if (guard.admits(monotonic(), key, app?.isTyping?.() === true)) app?.press(key);
  };
  const input = keysTo(press, modes, enter); // a stop may come as soon as the screen is ours
  process.once('exit', modes.off);
  output().on('resize', resized);
  enter();
  return {
    use(next, turn) {
      app = next;
      turnPage(turn);
    },
    repaint: () => repaint(),
    follow: () => repaint(true),
    turnPage,
    ...window.sight,
    scrollDown: () => scrollBy(window.page()),
    async close() {
      await input.stop();
      process.removeListener('exit', modes.off);
      output().removeListener('resize', resized);
    },
    ended: input.ended,
  };
}

const STEPS: Readonly<Record<string, number>> = { down: 1, j: 1, up: -1, k: -1 };

/** By how many rows a key scrolls; undefined where it is the app's own. */
function rowsScrolled(name: string, scrolling: Scrolling | undefined, page: number): number | undefined {
  if (name === 'pgdn' || name === 'pgup') return scrolling === 'focus' ? undefined : name === 'pgdn' ? page : -page;
  return scrolling === 'rows' ? STEPS[name] : undefined;
}

/**
 * Hands over what is pressed, until the input ends, the process is told to end, or it is stopped; then the terminal is left. It is left too
 * while the program is suspended, and entered again after that: also before the keys are loaded.
 */
function keysTo(
  press: Handlers['press'],
  { off, endPage }: Pick<ScreenModes, 'off' | 'endPage'>,
  enter: () => void,
): Pick<Terminal, 'ended'> & { stop(): Promise<void> } {
  const isOver = new AbortController();
  let listenAgain = () => {};
  const { suspend, unwatch } = watchSuspension(off, () => {
    setRawMode(false); // whoever had the terminal meanwhile may have changed its mode
    listenAgain();
    enter();
  });
  const whenBack = (listen: () => void) => {
    listenAgain = listen;
  };
  const pressed = async () => {
    await new Promise(setImmediate); // what there is to paint comes first
    const { takeKeys } = await import('./input/prompt.ts');
    if (!isOver.signal.aborted) await takeKeys({ press, suspend, whenBack }, isOver.signal);
  };
  let stopListening = () => {};
  const told = new Promise<never>((_, reject) => {
    stopListening = onInterruption((signal) => reject(new Interrupted(signal)));
  });
  const ended = Promise.race([pressed(), told]).finally(() => {
    unwatch();
    endPage();
  });
  return {
    ended,
    async stop() {
      isOver.abort();
      await ended.catch(() => undefined);
      stopListening();
    },
  };
}

/** What a window shows that was made too small for anything else: it cannot be scrolled. */
function smallScreen(size: Size, palette: Palette): Screen {
  const text = `${tooSmallInWords(size)} Everything is saved. Make it larger to go on, or end with Ctrl-C.`;
  const fits = heightOf([line(text)], size.columns, palette) < size.rows;
  return { header: [], body: [line(fits ? text : 'Too small. Ctrl-C ends.')], above: 0, footer: [] };
}

/** Runs an app until it is done; `whenEnded` is the result where the input ended before. */
export function run<T>(terminal: Terminal, make: (done: (result: T) => void) => App, whenEnded: T): Promise<T> {
  return new Promise((resolve, reject) => {
    terminal.use(make(resolve));
    terminal.ended.then(() => resolve(whenEnded), reject);
  });
}
