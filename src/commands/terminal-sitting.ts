// A session in the full-screen terminal: the questions, then the result page.
import type { Bank } from '../bank/bank.ts';
import { result } from '../core/result.ts';
import type { Paper, State } from '../core/session.ts';
import { line, span } from '../core/text.ts';
import type { Grading } from '../core/view.ts';
import { type Contrast, contrastOf } from '../learning/contrast.ts';
import { resultBlocks } from '../reports/result.ts';
import { terminalFrontend } from '../terminal/frontend.ts';
import { rule } from '../terminal/layout.ts';
import { linearFrontend } from '../terminal/linear.ts';
import { type App, openTerminal, run } from '../terminal/terminal.ts';
import type { Context } from './context.ts';
import { openQuote } from './quote-reader.ts';
import { type Opened, paperOf, sitTo } from './sitting.ts';

export interface Sat {
  readonly state: State;
  /** What the candidate wants next, by key. */
  readonly next: 'done' | 'review' | 'again';
}

export async function sitInTerminal(context: Context, bank: Bank, opened: Opened): Promise<Sat> {
  return context.isLinear ? sitInLines(context, bank, opened) : sitOnScreen(context, bank, opened);
}

async function sitInLines(context: Context, bank: Bank, opened: Opened): Promise<Sat> {
  const { glyphs } = await context.look(process.stdout);
  const paper = paperOf(bank, opened);
  const frontend = linearFrontend(paper, glyphs);
  try {
    const state = await sitTo(context, bank, opened, frontend, paper);
    if (state.closed) await context.print(resultBlocks(state, paper, bank.topics, glyphs));
    return { state, next: 'done' };
  } finally {
    frontend.close();
  }
}

async function sitOnScreen(context: Context, bank: Bank, opened: Opened): Promise<Sat> {
  const look = await context.look(process.stdout);
  const { glyphs, palette } = look;
  const terminal = openTerminal(palette);
  try {
    const paper = paperOf(bank, opened);
    const frontend = terminalFrontend({
      terminal,
      paper,
      glyphs,
      palette,
      openNotes: (quote, back) => void openQuote(bank, quote, terminal, look, back),
      contrast: contrasts(bank, paper),
    });
    const state = await sitTo(context, bank, opened, frontend, paper);
    if (!state.closed || result(state).of === 0) return { state, next: 'done' };
    await frontend.finished();
    const next = await run<Sat['next']>(terminal, (done) => resultApp(state, paper, bank, glyphs, done), 'done');
    return { state, next };
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

function resultApp(
  state: State,
  paper: Paper,
  bank: Bank,
  glyphs: Parameters<typeof resultBlocks>[3],
  done: (next: Sat['next']) => void,
): App {
  const { started } = state;
  const missed = state.slots.filter(({ graded }) => graded && graded.score < 1).length; // what the review walks through
  const isExam = started.policy.mode === 'exam';
  const keys = [
    ...(missed > 0 ? [`Enter review ${missed} missed`] : []),
    isExam ? 'd drill weak topics' : 'd drill again',
    'q done',
  ].join('  ');
  return {
    screen: (size) => ({
      header: [line(span(`Result · ${started.form.title}`, 'strong')), rule(size.columns, glyphs.rule)],
      body: resultBlocks(state, paper, bank.topics, glyphs),
      footer: [line(span(`Saved. ${keys}`, 'quiet'))],
    }),
    press({ name }) {
      if (name === 'enter') done(missed > 0 ? 'review' : 'done');
      else if (name === 'd') done('again');
      else if (name === 'q' || name === 'esc') done('done');
    },
  };
}
