// `quiz review`: a past session question by question, with the quotes that prove each answer.
import type { Bank } from '../bank/bank.ts';
import type { Quote } from '../core/item.ts';
import { result } from '../core/result.ts';
import { itemAt, type Paper, type State } from '../core/session.ts';
import { type Block, blank, count, line, sides, span } from '../core/text.ts';
import { gradingAt, view } from '../core/view.ts';
import { explanationLines } from '../reports/explanation.ts';
import { reportDocument } from '../reports/report.ts';
import { rule } from '../terminal/layout.ts';
import type { Look } from '../terminal/look.ts';
import type { Explained } from '../terminal/screens/feedback.ts';
import type { App, Terminal } from '../terminal/terminal.ts';
import type { Context } from './context.ts';
import { pastSession } from './past.ts';
import { keepStudied } from './studied.ts';

export interface ReviewOptions {
  readonly flagged?: boolean;
  readonly changed?: boolean;
  readonly all?: boolean;
}

export async function review(context: Context, name: string | undefined, options: ReviewOptions): Promise<number> {
  const bank = await context.bank();
  const state = pastSession(context.sessions, bank, name);
  const paper = bank.load(state.started.form.slots.map(({ item }) => item));
  const pages = pagesOf(paper, state, options);
  if (context.globals.json) context.printJson(reportDocument(state, paper));
  else {
    const shown = new Set<number>();
    try {
      if (context.isInteractive && !context.isLinear && !context.globals.plain && pages.length > 0)
        await walk(context, bank, state, pages, shown);
      else await printAll(context, state, pages, shown);
    } finally {
      await keepStudied(context, bank, state, shown);
    }
  }
  return 0;
}

interface Page {
  readonly slot: number;
  readonly explained: Explained;
}

/** The questions to walk through: the missed ones unless asked otherwise; all where none was missed. */
function pagesOf(paper: Paper, state: State, { flagged, changed, all }: ReviewOptions): Page[] {
  const pages = state.slots.flatMap((_, index): Page[] => {
    const slot = index + 1;
    const item = itemAt(paper, state, slot);
    const grading = gradingAt(paper, state, slot);
    const { question } = view(paper, { ...state, current: slot }, state.now);
    return item && grading && question ? [{ slot, explained: { item, grading, question } }] : [];
  });
  const slotState = ({ slot }: Page) => state.slots[slot - 1];
  if (all) return pages;
  if (flagged) return pages.filter((page) => slotState(page)?.flagged);
  if (changed) return pages.filter((page) => (slotState(page)?.changes ?? 0) > 0);
  const missed = pages.filter(({ explained }) => explained.grading.score < 1);
  return missed.length > 0 ? missed : pages;
}

/** Adds to `shown` the slots that came to the screen. */
async function walk(
  context: Context,
  bank: Bank,
  state: State,
  pages: readonly Page[],
  shown: Set<number>,
): Promise<void> {
  const [{ openTerminal, run }, { openQuote }, look] = await Promise.all([
    import('../terminal/terminal.ts'),
    import('./quote-reader.ts'),
    context.look(process.stdout),
  ]);
  const { feedbackScreen } = await import('../terminal/screens/feedback.ts');
  const terminal = openTerminal(look.palette);
  const openNotes = (quote: Quote, back: App) => void openQuote(bank, quote, terminal, look, back);
  try {
    await run<void>(
      terminal,
      (done) => walker(state, pages, shown, look, feedbackScreen, terminal, openNotes, done),
      undefined,
    );
  } finally {
    await terminal.close();
  }
}

type Show = typeof import('../terminal/screens/feedback.ts').feedbackScreen;

function walker(
  state: State,
  pages: readonly Page[],
  shown: Set<number>,
  { glyphs, palette }: Look,
  show: Show,
  terminal: Pick<Terminal, 'turnPage'>,
  openNotes: (quote: Quote, back: App) => void,
  done: () => void,
): App {
  let at = 0;
  const turn = (by: number) => {
    at = Math.min(pages.length - 1, Math.max(0, at + by));
    terminal.turnPage();
  };
  const app: App = {
    screen(size) {
      const page = pages[at];
      if (page) shown.add(page.slot);
      const hidden = state.started.form.slots[(page?.slot ?? 0) - 1]?.unscored ? ' · did not count' : '';
      const place = `question ${page?.slot ?? ''} · ${at + 1} of ${pages.length}${hidden}`;
      const header = [
        sides([span(`Review · ${state.started.form.title}`, 'strong')], [place]),
        rule(size.columns, glyphs.rule),
      ];
      const keys = 'Enter next  ← back  n notes here  PgUp PgDn scroll  q done';
      return page
        ? show(page.explained, { header, keys, again: true }, glyphs, size, palette)
        : { header, body: [], footer: [] };
    },
    press({ name }) {
      const [quote] = pages[at]?.explained.grading.explanation.quotes ?? [];
      if (name === 'q' || name === 'esc') done();
      else if (name === 'left' || name === 'k') turn(-1);
      else if (name === 'n' && quote) openNotes(quote, app);
      else if (['enter', 'right', 'space', 'j'].includes(name)) {
        if (at === pages.length - 1) done();
        else turn(1);
      }
    },
  };
  return app;
}

async function printAll(context: Context, state: State, pages: readonly Page[], shown: Set<number>): Promise<void> {
  const { glyphs } = await context.look(process.stdout);
  const { right, of } = result(state);
  const blocks: Block[] = [line(span(state.started.form.title, 'strong'), `   ${right} of ${of} right`), blank];
  for (const { slot, explained } of pages) {
    blocks.push(line(span(`Question ${slot}  `, 'strong'), explained.question.stem));
    blocks.push(
      ...explanationLines(explained.grading, explained.item, explained.question, glyphs, {
        context: true,
        stem: false,
      }),
      blank,
    );
  }
  if (pages.length === 0) blocks.push(line(`${count(0, 'question')} to show.`));
  await context.print(blocks);
  for (const { slot } of pages) shown.add(slot);
}
