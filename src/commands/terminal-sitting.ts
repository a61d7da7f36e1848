// A session in the full-screen terminal: the questions, then the result page.
import type { Bank } from '../bank/bank.ts';
import { result } from '../core/result.ts';
import type { Paper, State } from '../core/session.ts';
import { line, span } from '../core/text.ts';
import type { Grading } from '../core/view.ts';
import { Interrupted } from '../interrupt.ts';
import { type Contrast, contrastOf } from '../learning/contrast.ts';
import { resultBlocks, summaryLines } from '../reports/result.ts';
import { type TerminalFrontend, terminalFrontend } from '../terminal/frontend.ts';
import { footerKeys, rule } from '../terminal/layout.ts';
import { linearFrontend } from '../terminal/linear.ts';
import type { Look } from '../terminal/look.ts';
import { type App, openTerminal, run, type Terminal } from '../terminal/terminal.ts';
import { withKeys } from '../terminal/with-keys.ts';
import type { Context } from './context.ts';
import { tellingOf } from './past.ts';
import { openQuote } from './quote-reader.ts';
import { pagesOf } from './review-pages.ts';
import { walk } from './review-walk.ts';
import { type Opened, paperOf, sitTo } from './sitting.ts';
import { keepStudied } from './studied.ts';

export interface Sat {
  readonly state: State;
  /** What the candidate wants next. */
  readonly next: 'done' | 'again';
}

export async function sitInTerminal(context: Context, bank: Bank, opened: Opened): Promise<Sat> {
  return context.isLinear ? sitInLines(context, bank, opened) : sitOnScreen(context, bank, opened);
}

async function sitInLines(context: Context, bank: Bank, opened: Opened): Promise<Sat> {
  const { glyphs } = await context.look();
  const paper = await paperOf(context, bank, opened);
  const frontend = linearFrontend(paper, glyphs);
  try {
    const state = await sitTo(context, bank, opened, frontend, paper);
    if (state.closed) await context.print(resultBlocks(state, paper, tellingOf(bank, state, glyphs)));
    return { state, next: 'done' };
  } finally {
    frontend.close();
  }
}

async function sitOnScreen(context: Context, bank: Bank, opened: Opened): Promise<Sat> {
  const look = await context.look();
  const { glyphs, palette } = look;
  const terminal = openTerminal(palette);
  try {
    const paper = await paperOf(context, bank, opened);
    const frontend = terminalFrontend({
      terminal,
      paper,
      glyphs,
      palette,
      openNotes: (quote, back) => void openQuote(context, bank, quote, terminal, look, back),
      contrast: contrasts(bank, paper),
    });
    const state = await sitTo(context, bank, opened, frontend, paper);
    if (!state.closed || result(state).of === 0) return { state, next: 'done' };
    return { state, next: await lookBack(context, { bank, paper, state }, frontend, terminal, look) };
  } finally {
    await terminal.close();
  }
}

/** Looks a mix-up up once for each answer; only after a wrong one is the whole bank read. */
function contrasts(bank: Bank, paper: Paper): (grading: Grading) => Contrast | undefined {
  const known = new Map<Grading['response'], Contrast | undefined>();
  return ({ item: id, response, score }) => {
    const item = paper.get(id);
    if (!item || score === 1) return undefined;
    if (!known.has(response))
      known.set(response, contrastOf(item, response, bank.load(bank.facts.map((facts) => facts.id)).values()));
    return known.get(response);
  };
}

interface Past {
  readonly bank: Bank;
  readonly paper: Paper;
  readonly state: State;
}

/** The result, and from it through the questions and back, until the candidate goes elsewhere. */
async function lookBack(
  context: Context,
  past: Past,
  { finished }: TerminalFrontend,
  terminal: Terminal,
  look: Look,
): Promise<Sat['next']> {
  const { bank, paper, state } = past;
  const shown = new Set<number>();
  try {
    await finished();
    for (;;) {
      const wish = await run<Wish>(terminal, (done) => resultApp(past, terminal, look, done), 'done');
      if (wish === 'done' || wish === 'again') return wish;
      const pages = pagesOf(paper, state, { all: wish === 'all' });
      await walk({ context, bank, state, pages, shown }, terminal, look);
    }
  } catch (error) {
    const outcome = summaryLines(result(state), state.started.policy.mode).join('\n');
    throw error instanceof Interrupted ? new Interrupted(error.signal, outcome) : error;
  } finally {
    await keepStudied(context, bank, state, shown);
  }
}

type Wish = Sat['next'] | 'missed' | 'all';

function resultApp(
  { bank, paper, state }: Past,
  terminal: Terminal,
  { glyphs }: Look,
  done: (wish: Wish) => void,
): App {
  const { started } = state;
  const missed = state.slots.filter(({ graded }) => graded && graded.score < 1).length; // what the review walks through
  const isExam = started.policy.mode === 'exam';
  const keys = [
    ...(missed > 0 ? [`Enter review ${missed} missed`] : []),
    'a all',
    isExam ? 'd drill weak topics' : 'd drill again',
    'q done',
    '? keys',
  ].join('  ');
  const body = resultBlocks(state, paper, tellingOf(bank, state, glyphs));
  const app: App = {
    screen: (size) => ({
      header: [line(span(`Result · ${started.form.title}`, 'strong')), rule(size.columns, glyphs.rule)],
      body,
      footer: [footerKeys(`Saved.  ${keys}`)],
    }),
    press({ name }) {
      if (name === 'enter') done(missed > 0 ? 'missed' : 'done');
      else if (name === 'a') done('all');
      else if (name === 'd') done('again');
      else if (name === 'space' && terminal.hasMoreBelow()) terminal.scrollDown();
      else if (name === 'q' || name === 'esc') done('done');
    },
  };
  return withKeys(app, 'result', glyphs, terminal);
}
