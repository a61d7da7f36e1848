// Where you stand, as a page between home and the next drill.
import type { Bank } from '../../bank/bank.ts';
import { type Block, line, span } from '../../core/text/text.ts';
import { recordsIn } from '../../store/derived.ts';
import { footerKeys, rule, type Size } from '../../terminal/painting/layout.ts';
import { showApp } from '../../terminal/show.ts';
import type { Context } from '../context.ts';
import { boardOf } from './aim.ts';
import { topicsOverAWeek } from './standing.ts';
import { statsScreen } from './stats-screen.ts';

/** Header, footer, and what they stand apart by. */
const CHROME_ROWS = 4;

/** The blocks for a size are made once: they are painted anew each time something moves. */
function bySize(make: (size: Size) => readonly Block[]): (size: Size) => readonly Block[] {
  let made: { readonly name: string; readonly blocks: readonly Block[] } | undefined;
  return (size) => {
    const name = `${size.columns}x${size.rows}`;
    if (made?.name !== name) made = { name, blocks: make(size) };
    return made.blocks;
  };
}

/** Shows the figures of the whole bank until the learner goes back, or on to a drill of what is weak. */
export async function showStats(context: Context, bank: Bank): Promise<'drill' | 'back'> {
  const look = await context.look();
  const records = await recordsIn(context.sessions, bank.id);
  const board = boardOf(bank, records.learner);
  const scene = { bank, board, records, topics: topicsOverAWeek(bank, board), root: undefined };
  const fitting = bySize(await statsScreen(context, scene, { scrolls: true }));
  return showApp<'drill' | 'back'>(look, 'stats', 'back', (terminal, done) => ({
    screen: (size) => ({
      header: [line(span(`Where you stand · ${bank.title}`, 'strong')), rule(size.columns, look.glyphs.rule)],
      body: fitting({ ...size, rows: size.rows - CHROME_ROWS }),
      footer: [footerKeys('Enter drill what is weak  PgUp PgDn scroll  q back  ? keys')],
    }),
    press({ name }) {
      if (name === 'enter') done('drill');
      else if (name === 'space' && terminal.hasMoreBelow()) terminal.scrollDown();
      else if (name === 'q' || name === 'esc') done('back');
    },
  }));
}
