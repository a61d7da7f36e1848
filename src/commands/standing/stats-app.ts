// Where you stand, full screen between home and the next drill: all topics, and each of them by its number.
import type { Bank } from '../../bank/bank.ts';
import type { Topic } from '../../core/items/item.ts';
import type { Keymap } from '../../core/keymap.ts';
import type { Block } from '../../core/text/styled.ts';
import { answeredTopics } from '../../reports/topics.ts';
import { recordsIn } from '../../store/derived/derived.ts';
import { footerKeys, heading, type Size } from '../../terminal/painting/layout.ts';
import type { Look } from '../../terminal/painting/look.ts';
import { showApp } from '../../terminal/show.ts';
import type { App, Terminal } from '../../terminal/terminal.ts';
import type { Context } from '../context.ts';
import { boardOf } from './aim.ts';
import { isAnyUnder, topicsOverAWeek } from './standing.ts';
import { type Scene, statsScreen } from './stats-screen.ts';

/** The rows of the header and the footer, and those between them and the figures. */
const CHROME_ROWS = 4;

/** What is shown just now: the whole bank, or a topic. */
interface Shown {
  readonly root: Topic | undefined;
  readonly blocks: (size: Size) => readonly Block[];
}

/** Makes the blocks once for each size of the window, although they are asked for each time something moves. */
function bySize(make: (size: Size) => readonly Block[]): (size: Size) => readonly Block[] {
  let made: { readonly name: string; readonly blocks: readonly Block[] } | undefined;
  return (size) => {
    const name = `${size.columns}x${size.rows}`;
    if (made?.name !== name) made = { name, blocks: make(size) };
    return made.blocks;
  };
}

/** What the learner goes on to: a drill of these topics, or of what is weak where the list is empty; or back. */
export type AfterStats = readonly Topic[] | 'back';

/** Shows the figures until the learner goes back, or on to a drill. */
export async function showStats(context: Context, bank: Bank): Promise<AfterStats> {
  const look = await context.look();
  return showApp<AfterStats>(look, 'stats', 'back', await statsApp(context, bank, look));
}

export async function statsApp(
  context: Context,
  bank: Bank,
  look: Look,
): Promise<(terminal: Terminal, done: (wish: AfterStats) => void) => App> {
  const records = await recordsIn(context.sessions, bank.id);
  const board = boardOf(bank, records.learner);
  const whole: Scene = { bank, board, records, topics: topicsOverAWeek(bank, board), root: undefined };
  const shownOf = async (root: Topic | undefined): Promise<Shown> => {
    const topics = whole.topics.filter(({ id }) => isAnyUnder(root, [id]));
    return { root, blocks: bySize(await statsScreen(context, { ...whole, topics, root }, { isPage: true })) };
  };
  const all = await shownOf(undefined);
  let shown = all;
  return (terminal, done) => ({
    scrolling: () => 'rows',
    screen: (size) => ({
      header: heading(titleOf(bank, shown), size, look.glyphs),
      body: shown.blocks({ ...size, rows: size.rows - CHROME_ROWS }),
      footer: [footerKeys(...hints(shown.root, answeredTopics(whole.topics).length, look.keys))],
    }),
    press({ name }) {
      const turnTo = (next: Shown) => {
        shown = next;
        terminal.turnPage();
      };
      const topic = shown === all ? answeredTopics(whole.topics)[Number(name) - 1]?.id : undefined;
      if (name === 'enter') done(shown.root === undefined ? [] : [shown.root]);
      else if (name === 'space' && terminal.hasMoreBelow()) terminal.scrollDown();
      else if (topic !== undefined) void shownOf(topic).then(turnTo);
      else if (name === 'leave') shown === all ? done('back') : turnTo(all);
    },
  });
}

function titleOf({ title, topics }: Bank, { root }: Shown): string {
  return `Where you stand · ${root === undefined ? title : (topics.get(root) ?? root)}`;
}

/** The keys that the footer names. `numbered`: how many topics can be opened by their number. */
function hints(root: Topic | undefined, numbered: number, { leave, keys }: Keymap): string[] {
  const own = root === undefined ? ownHints(Math.min(9, numbered)) : ['Enter drill this topic'];
  return [...own, `${leave} back`, `${keys} keys`];
}

function ownHints(topics: number): string[] {
  if (topics === 0) return ['Enter drill'];
  return ['Enter drill what is weak', topics === 1 ? '1 the topic' : `1-${topics} a topic`];
}
