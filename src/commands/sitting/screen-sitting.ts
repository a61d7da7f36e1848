// A session on a screen: the questions, then what came of them. Only the questions are loaded before the first one is up.
import { allItems, type Bank } from '../../bank/bank.ts';
import type { ItemId } from '../../core/items/item.ts';
import { result } from '../../core/sitting/result.ts';
import type { Paper } from '../../core/sitting/state.ts';
import type { Grading } from '../../core/sitting/view.ts';
import { openChallenges } from '../../learning/standing/challenges.ts';
import { type Contrast, contrastOf } from '../../learning/standing/contrast.ts';
import { type Remark, remarkInWords } from '../../reports/unshown.ts';
import { commandLine } from '../../system/command-line.ts';
import { onTerminal } from '../../terminal/show.ts';
import { terminalFrontend } from '../../terminal/sitting/frontend.ts';
import type { Context } from '../context.ts';
import type { Sat } from './sit-session.ts';
import { type OpenSitting, paperOf, sitTo } from './sitting.ts';

export async function sitOnScreen(context: Context, bank: Bank, opened: OpenSitting, foreword: string): Promise<Sat> {
  const look = await context.look();
  const later = new Set<Remark>();
  const sat = await onTerminal<Sat>(look.palette, async (terminal) => {
    const paper = await paperOf(context, bank, opened);
    const frontend = terminalFrontend({
      terminal,
      paper,
      look,
      goOn: commandLine('exam', '--resume', opened.state.started.session),
      openNotes: (quote, back) =>
        void import('./quote-reader.ts').then(({ openQuote }) => openQuote(context, bank, quote, terminal, look, back)),
      contrast: contrasts(bank, paper),
      reported: reportsOn(paper, opened),
      foreword,
    });
    const state = await sitTo(context, paper, opened, frontend);
    if (!state.closed || result(state).of === 0) return { state, next: 'done' };
    const { lookBack } = await import('./look-back.ts');
    return { state, next: await lookBack({ context, bank, paper, state }, later, frontend, terminal, look) };
  });
  for (const remark of later) context.say(remarkInWords(remark));
  return sat;
}

/** What was reported of the questions of a paper and still stands. */
function reportsOn(paper: Paper, { challenges = {} }: OpenSitting): (item: ItemId) => string | undefined {
  const open = openChallenges({ challenges }, () => paper);
  const texts = new Map(open.map(({ item, text }) => [item.id, text]));
  return (item) => texts.get(item);
}

/** What a wrong answer mixed up. The whole bank is read for it, so that is looked up once for each answer, and for no right one. */
function contrasts(bank: Bank, paper: Paper): (grading: Grading) => Contrast | undefined {
  const known = new Map<Grading['response'], Contrast | undefined>();
  return ({ item: id, response, score }) => {
    const item = paper.get(id);
    if (!item || score === 1) return undefined;
    if (!known.has(response)) known.set(response, contrastOf(item, response, allItems(bank)));
    return known.get(response);
  };
}
