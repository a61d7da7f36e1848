// The shipped bank on the screen of a learner.
import { expect, test } from 'vitest';
import { kindOf } from '../../src/core/items/kinds/index.ts';
import { random } from '../../src/core/random.ts';
import { explanation } from '../../src/core/sitting/view.ts';
import { unicode } from '../../src/core/text/glyphs.ts';
import { explanationLines } from '../../src/reports/explanation.ts';
import { palette } from '../../src/terminal/painting/colour.ts';
import { heightOf } from '../../src/terminal/painting/layout.ts';
import { shippedBank } from '../support/shipped.ts';

/** Rows of an 80x24 window that are left for the explanation: without the header of three, the footer and the last row. */
const ROOM = 24 - 1 - 3 - 1;

test('after a wrong answer the right one, the quote, its place and a reason for every option are seen without scrolling', async () => {
  const { bank, items } = await shippedBank();
  const tooTall: { id: string; options: number }[] = [];
  for (const item of items) {
    const kind = kindOf(item.body);
    const order = kind.order(item.body, random('screen'));
    const question = { stem: item.stem, presentation: kind.present(item.body, order) };
    const { quotes, dated: _, ...rest } = explanation(item);
    const grading = {
      slot: 1,
      item: item.id,
      score: 0,
      response: null,
      draft: null,
      explanation: { ...rest, quotes: quotes.slice(0, 1) },
    };
    const lines = explanationLines(grading, item, question, unicode, { context: false, stem: false, runOn: true });
    if (heightOf(lines, 80, palette(false)) > ROOM)
      tooTall.push({ id: item.id, options: kind.texts(item.body).length });
  }
  expect(tooTall.filter(({ options }) => options < 6)).toEqual([]);
  expect(tooTall.length / bank.facts.length).toBeLessThan(0.05); // six options take more than a window holds: those scroll
});
