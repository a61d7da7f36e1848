// What is on the screen during a sitting: the page that is up, and what it shows.
import type { ItemId, Quote } from '../../core/items/item.ts';
import type { View } from '../../core/sitting/view.ts';
import { pastedKey } from '../input/keys.ts';
import { cellsPerRow } from '../screens/grid.ts';
import type { App, Terminal } from '../terminal.ts';
import type { CommandQueue } from './command-queue.ts';
import { type Hands, pressOn } from './page-keys.ts';
import { type Page, pageScreen, type Scenery } from './pages.ts';
import { type QuestionDesk, questionDesk } from './question-desk.ts';

export interface SittingApp extends App {
  readonly desk: QuestionDesk;
  view(): View | undefined;
  page(): Page;
  /** What the pages show from now on; it is painted when the terminal is. */
  setView(view: View): void;
  /** Puts a page on the screen; `pauseMs` is how long keys are ignored after that. */
  open(page: Page, pauseMs?: number): void;
  /** The same without painting: what stands on the page is still to come. */
  turnTo(page: Page): void;
  /** Is called when the notice that the time is up was read. */
  whenRead(act: () => void): void;
}

/** Where a sitting takes place, and what it shows besides the session. */
export interface Stage extends Omit<Scenery, 'question' | 'clock'> {
  readonly terminal: Terminal;
  /** Opens the notes at a quote, and afterwards this app again. */
  readonly openNotes: (quote: Quote, back: App) => void;
  /** What was reported of a question in earlier sessions, as long as it reads as it did then. */
  readonly reported: (item: ItemId) => string | undefined;
}

/** Pages on which nothing is pointed at. */
const READ_ONLY: readonly Page['name'][] = ['feedback', 'contrast', 'keys'];

/** Pages that come up scrolled to where the cursor is. */
const FOLLOWED: readonly Page['name'][] = ['grid', 'challenge'];

/** The app of a sitting; what the candidate wants goes into the queue. */
export function sittingApp(stage: Stage, queue: CommandQueue): SittingApp {
  const { terminal, look, openNotes } = stage;
  const { send } = queue;
  let view: View | undefined;
  let page: Page = { name: 'question' };
  let perRow = 1;
  let haveRead: () => void = () => undefined;

  const turnTo = (next: Page) => {
    page = next;
  };
  const open = (next: Page, pauseMs?: number) => {
    turnTo(next);
    desk.tell(undefined);
    const isOfKnownCase = next.name === 'question' && view !== undefined && desk.isCaseRead(view);
    const follows = FOLLOWED.includes(next.name) || isOfKnownCase; // else it begins at its top, whatever was chosen
    terminal.turnPage({ pauseMs, follows });
  };
  const desk = questionDesk({ terminal, look, send, open });
  const scenery: Scenery = { ...stage, question: desk.screen, clock: desk.clock.shown };
  const hands: Hands = {
    ...stage,
    desk,
    send,
    open,
    turnTo,
    openNotes: (quote) => openNotes(quote, app),
    haveRead: () => haveRead(),
  };
  const app: SittingApp = {
    desk,
    view: () => view,
    page: () => page,
    screen(size) {
      perRow = cellsPerRow(size);
      return view ? pageScreen(page, view, scenery, size) : { header: [], body: [], footer: [] };
    },
    press(key) {
      const isHeard = page.name === 'unsaved' || !queue.isLeaving(); // what was sent may be what the disk did not take
      if (view && isHeard) pressOn(page, key, view, perRow, hands);
    },
    scrolling: () => (READ_ONLY.includes(page.name) ? 'rows' : 'pages'),
    isTyping: () => page.name === 'challenge',
    paste(text) {
      const isQuestion = page.name === 'question';
      if (page.name === 'challenge' || (isQuestion && desk.isField(view))) app.press(pastedKey(text));
      else if (isQuestion) desk.tell('A paste is not taken here: use the keys below.');
      terminal.repaint();
    },
    setView(next) {
      view = { ...next, challenge: next.challenge ?? stage.reported(next.item) };
    },
    open,
    turnTo,
    whenRead(act) {
      haveRead = act;
    },
  };
  return app;
}
