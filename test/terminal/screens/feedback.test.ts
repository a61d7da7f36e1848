// The explanation of an answer in windows of several heights: what proves it comes first, and the question can be read again.
import { expect, test } from 'vitest';
import { kindOf } from '../../../src/core/items/kinds/index.ts';
import { usualKeys } from '../../../src/core/keymap.ts';
import { explanation } from '../../../src/core/sitting/view.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { isTable, plainText } from '../../../src/core/text/styled.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { feedbackScreen } from '../../../src/terminal/screens/feedback.ts';
import { itemOf } from '../../support/arbitraries.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase(), why: `why ${id}` }));
const item = itemOf('q', { type: 'single', options, answer: ['a'] });
const presentation = kindOf(item.body).present(item.body, ['a', 'b', 'c']);
const grading = { slot: 1, item: 'q', score: 0, response: ['b'], draft: null, explanation: explanation(item) };

const look = { glyphs: unicode, palette: palette(false), keys: usualKeys };

/** The lines of the page in a window with so many rows. */
function told(rows: number, caseText?: string): string[] {
  const question = { stem: 'Which one?', presentation, ...(caseText !== undefined && { caseText }) };
  const chrome = { header: [], hints: ['Enter next'] };
  const { body } = feedbackScreen({ grading, item, question }, chrome, look, { columns: 80, rows });
  return body.map((block) => (isTable(block) ? '' : plainText(block)));
}

test('the question stands above, where all fits; else below, once', () => {
  expect(told(24)[0]).toBe('Which one?');
  expect(told(24).filter((text) => text.includes('Which one?'))).toHaveLength(1);
  expect(told(8)[0]).toMatch(/^✗ Not this time\./);
  expect(told(8).at(-1)).toBe('Question  Which one?');
});

test('a case is read with its question', () => {
  for (const rows of [8, 24]) expect(told(rows, 'A shop').slice(-2)).toEqual(['Case  A shop', 'Question  Which one?']);
});

test('code in a case is shown as code in a question is', () => {
  expect(told(24, 'A table:\n```\nCREATE\n```').slice(-3)).toEqual([
    'Case  A table:',
    '        CREATE',
    'Question  Which one?',
  ]);
});
