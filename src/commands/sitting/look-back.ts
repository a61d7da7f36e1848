// After a session in the full-screen terminal: the result, and the way back through its questions.
import type { Bank } from '../../bank/bank.ts';
import { missedIn } from '../../core/sitting/result.ts';
import type { State } from '../../core/sitting/state.ts';
import { type Block, line, span } from '../../core/text/styled.ts';
import { resultBlocks } from '../../reports/result.ts';
import { summaryLines } from '../../reports/summary.ts';
import type { Remark } from '../../reports/unshown.ts';
import { withNote } from '../../system/interrupt.ts';
import { footerKeys, heading, NARROW } from '../../terminal/painting/layout.ts';
import type { Look } from '../../terminal/painting/look.ts';
import { showOn } from '../../terminal/show.ts';
import type { TerminalFrontend } from '../../terminal/sitting/frontend.ts';
import type { App, Terminal } from '../../terminal/terminal.ts';
import type { Context } from '../context.ts';
import type { AfterStats } from '../standing/stats-app.ts';
import type { Past } from './past-session.ts';
import { pagesOf } from './review-pages.ts';
import { walk } from './review-walk.ts';
import type { Sat } from './sit-session.ts';
import { keepStudied } from './studied.ts';
import { tellingOf } from './telling.ts';

/** The result, and from it through the questions and back, until the candidate goes elsewhere. `later` takes what is told then. */
export async function lookBack(
  past: Past,
  later: Set<Remark>,
  { finished }: TerminalFrontend,
  terminal: Terminal,
  look: Look,
): Promise<Sat['next']> {
  const { context, bank, paper, state } = past;
  const shown = new Set<number>();
  try {
    await finished();
    const body = resultBlocks(state, paper, await tellingOf(past, look.glyphs));
    const save = async () => (await import('./result-page.ts')).saveResultPage(past);
    for (;;) {
      const wish = await showOn<Wish>(terminal, look, 'result', 'done', (_, done) =>
        resultApp(state, body, terminal, look, save, done),
      );
      if (wish === 'done' || wish === 'again') return wish;
      if (wish === 'stats') {
        const topics = await seeStats(context, bank, terminal, look);
        if (topics === 'back') continue;
        return topics;
      }
      const found = pagesOf(paper, state, { all: wish === 'all' });
      await walk({ ...past, ...found, shown, later }, terminal, look);
    }
  } catch (error) {
    throw withNote(error, summaryLines(state).join('\n'));
  } finally {
    await keepStudied(past, shown);
  }
}

/** Where the learner stands now, on the same terminal. */
async function seeStats(context: Context, bank: Bank, terminal: Terminal, look: Look): Promise<AfterStats> {
  const { statsApp } = await import('../standing/stats-app.ts');
  return showOn<AfterStats>(terminal, look, 'stats', 'back', await statsApp(context, bank, look));
}

type Wish = 'done' | 'again' | 'stats' | 'missed' | 'all';

function resultApp(
  state: State,
  body: readonly Block[],
  terminal: Terminal,
  { glyphs, keys }: Look,
  save: () => Promise<string>,
  done: (wish: Wish) => void,
): App {
  const { started } = state;
  const missed = missedIn(state).length;
  const isExam = started.policy.mode === 'exam';
  const afterExam = missed > 0 ? 'drill these' : 'drill weak';
  const hints = (columns: number) => [
    ...(missed > 0 ? [`Enter review ${missed} missed`] : []),
    missed > 0 ? `${keys.all} all` : `${keys.all} review all`,
    `${keys.again} ${isExam ? afterExam : 'drill again'}`,
    ...(columns < NARROW ? [] : [`${keys.save} HTML`]),
    `${keys.stats} stats`,
    `${keys.leave} done`,
    `${keys.keys} keys`,
  ];
  let said = ''; // what came of saving a page
  return {
    scrolling: () => 'rows',
    screen: (size) => ({
      header: heading(`Result · ${started.form.title}`, size, glyphs, span('saved', 'quiet')),
      body,
      footer: [...(said === '' ? [] : [line(span(said, 'quiet'))]), footerKeys(...hints(size.columns))],
    }),
    press({ name }) {
      if (name === 'enter') done(missed > 0 ? 'missed' : 'done');
      else if (name === 'all') done('all');
      else if (name === 'again') done('again');
      else if (name === 'stats') done('stats');
      else if (name === 'save')
        void save().then((told) => {
          said = told;
          terminal.repaint();
        });
      else if (name === 'space' && terminal.hasMoreBelow()) terminal.scrollDown();
      else if (name === 'leave') done('done');
    },
  };
}
