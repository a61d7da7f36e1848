import { expect, test } from 'vitest';
import { unicode } from '../../src/core/glyphs.ts';
import { kindOf } from '../../src/core/kinds/index.ts';
import { plainText } from '../../src/core/text.ts';
import { explanation } from '../../src/core/view.ts';
import { explanationLines } from '../../src/reports/explanation.ts';
import { itemOf } from '../support/arbitraries.ts';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id.toUpperCase(), why: `why ${id}` }));

/** The first sign of each option's line. */
function marksAfter(response: readonly string[] | null): string[] {
  const item = itemOf('q', { type: 'multiple', options, answer: ['a', 'b'] });
  const presentation = kindOf(item.body).present(item.body, ['a', 'b', 'c', 'd']);
  const grading = { slot: 1, item: 'q', score: 0, response, draft: null, explanation: explanation(item) };
  const lines = explanationLines(grading, item, { stem: 'Which two?', presentation }, unicode, {
    context: false,
    stem: false,
  });
  return lines.map(plainText).flatMap((text) => /^(.) \d [A-D] {2}why/.exec(text)?.[1] ?? []);
}

test('each option shows whether it was right, and a wrong one whether it was chosen', () => {
  expect(marksAfter(['a', 'c'])).toEqual(['✓', '✓', '✗', ' ']);
  expect(marksAfter(null)).toEqual(['✓', '✓', ' ', ' ']);
});
