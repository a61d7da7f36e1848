// The rows in which a question is answered: each part with its number, apart from a text that begins with one.
import { expect, test } from 'vitest';
import type { Body } from '../../../src/core/items/kinds/index.ts';
import { entryOf } from '../../../src/core/items/kinds/index.ts';
import type { Response } from '../../../src/core/items/kinds/kind.ts';
import { usualKeys } from '../../../src/core/keymap.ts';
import { rehearse } from '../../../src/core/sitting/rehearsal.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { isTable, plainText } from '../../../src/core/text/styled.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { questionScreen } from '../../../src/terminal/screens/question.ts';
import { itemOf } from '../../support/arbitraries.ts';

/** Numbers stay in their order, so that each part has the same number in every order of the options. */
const times = ['1 minute', '5 minutes', '60 minutes'];
const options = times.map((text, at) => ({ id: 'abc'.charAt(at), text }));
const single: Body = { type: 'single', options, answer: ['b'] };

/** The rows of the answer, with what was entered before. */
function rows(body: Body, entered: Response | null, view: Partial<View> = {}): string[] {
  const { asked, question } = rehearse(itemOf('q', body), '1');
  const draft = entryOf(question.presentation).start(question.presentation, entered);
  const local = { draft, clockHidden: false, commanding: false };
  const look = { glyphs: unicode, palette: palette(false), keys: usualKeys };
  const { fixed = [] } = questionScreen({ ...asked, ...view }, local, look, { columns: 80, rows: 24 });
  return fixed.flatMap((block) => (isTable(block) ? [] : plainText(block))).filter((text) => text !== '');
}

test('the number of an option is kept apart from a text that begins with one: by a sign, or by its box', () => {
  expect(rows(single, null)).toEqual(['  1) 1 minute', '  2) 5 minutes', '  3) 60 minutes']);
  expect(rows(single, ['b'], { mode: 'exam' })[1]).toBe('  2 (x) 5 minutes');
  expect(rows({ type: 'multiple', options, answer: ['a', 'b'] }, ['b'])[1]).toBe('  2 [x] 5 minutes');
  expect(
    rows({ type: 'ordering', options, answer: ['a', 'b', 'c'] }, []).every((row) => / \d \[ \] \d/.test(row)),
  ).toBe(true);
});

test('what marks a partner that is taken stands before its number: a text would be less than nothing behind it', () => {
  const left = [{ id: 'x', text: 'soft' }];
  const shown = rows({ type: 'matching', left, right: options, answer: { x: 'b' } }, { x: 'b' });
  expect(shown.filter((row) => row.endsWith('5 minutes'))).toEqual([expect.stringMatching(/^- \d\) 5 minutes$/)]);
  expect(shown.filter((row) => row.endsWith('1 minute'))).toEqual([expect.stringMatching(/^ {2}\d\) 1 minute$/)]);
});

test('an option that a hint ruled out and that is crossed out says both', () => {
  const ruledOut = { hints: [{ wrong: 'a' }] } as const;
  expect(rows(single, null, ruledOut)[0]).toBe('  1) 1 minute  (hint: not right)');
  expect(rows(single, null, { ...ruledOut, struck: ['a'] })[0]).toBe('  1) 1 minute  (hint: not right, crossed out)');
});

const code = ['x()', 'y()\n  z()'].map((text, at) => ({ id: 'ab'.charAt(at), text: `\`\`\`js\n${text}\n\`\`\`` }));

test('code in an option hangs beside its number, without fences, and what is said of it stands below', () => {
  const body: Body = { type: 'ordering', options: code, answer: ['a', 'b'] };
  const shown = rows(body, ['b'], { struck: ['b'] });
  const at = shown.findIndex((row) => row.includes('y()'));
  expect(shown.slice(at, at + 3)).toEqual([
    expect.stringMatching(/^ {2}\d \[1\] {3}y\(\)$/),
    '            z()',
    '        (crossed out)',
  ]);
  expect(shown).toHaveLength(4);
});

test('code in a pair is shown as code on either side', () => {
  const shown = rows({ type: 'matching', left: code, right: code, answer: { a: 'a', b: 'b' } }, null);
  expect(shown.filter((row) => row.includes('`'))).toEqual([]);
  expect(shown.filter((row) => row.trim() === 'z()')).toEqual(['          z()', '         z()']);
});
