import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/core/items/item.ts';
import { kindOf } from '../../src/core/items/kinds/index.ts';
import type { Response } from '../../src/core/items/kinds/kind.ts';
import { explanation } from '../../src/core/sitting/view.ts';
import { spoken, unicode } from '../../src/core/text/glyphs.ts';
import { plainText } from '../../src/core/text/styled.ts';
import { explanationLines, questionLines } from '../../src/reports/explanation.ts';
import { textOf } from '../../src/reports/quote.ts';
import { itemOf } from '../support/arbitraries.ts';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id.toUpperCase(), why: `why ${id}` }));

/** What stands before each option's number. */
function marksAfter(response: readonly string[] | null, glyphs = unicode): string[] {
  const item = itemOf('q', { type: 'multiple', options, answer: ['a', 'b'] });
  const presentation = kindOf(item.body).present(item.body, ['a', 'b', 'c', 'd']);
  const grading = { slot: 1, item: 'q', score: 0, response, draft: null, explanation: explanation(item) };
  const lines = explanationLines(grading, item, { stem: 'Which two?', presentation }, glyphs, {
    context: false,
    stem: false,
  });
  return lines.map(plainText).flatMap((text) => /^(.*) \d\) [A-D] {2}why/.exec(text)?.[1] ?? []);
}

test('each option shows whether it was right, and a wrong one whether it was chosen', () => {
  expect(marksAfter(['a', 'c'])).toEqual(['✓', '✓', '✗', ' ']);
  expect(marksAfter(['a', 'c'], spoken)).toEqual(['right:', 'right:', 'your choice, wrong:', ' ']);
  expect(marksAfter(null)).toEqual(['✓', '✓', ' ', ' ']);
});

test('an option that begins with a number is named apart from its own', () => {
  const times = ['1 minute', '5 minutes'].map((text, at) => ({ id: 'ab'.charAt(at), text, why: 'so it is' }));
  const item = itemOf('q', { type: 'single', options: times, answer: ['b'] });
  const presentation = kindOf(item.body).present(item.body, ['a', 'b']);
  const grading = { slot: 1, item: 'q', score: 0, response: ['a'], draft: null, explanation: explanation(item) };
  const fullness = { context: false, stem: false };
  const lines = explanationLines(grading, item, { stem: 'How long?', presentation }, unicode, fullness).map(plainText);
  expect(lines[0]).toBe('✗ Not this time.  You chose 1) 1 minute.  Answer: 2) 5 minutes');
  expect(lines).toEqual(expect.arrayContaining(['✗ 1) 1 minute  so it is', '✓ 2) 5 minutes  so it is']));
});

test('what is right and what was chosen is among the options that have a reason, once, even if nothing says why', () => {
  const listOf = (explained: string, response: readonly string[]) => {
    const parts = ['a', 'b', 'c', 'd'].map((id) => {
      return { id, text: id.toUpperCase(), ...(explained.includes(id) && { why: `why ${id}` }) };
    });
    const item = itemOf('q', { type: 'multiple', options: parts, answer: ['a', 'b'] });
    const presentation = kindOf(item.body).present(item.body, ['a', 'b', 'c', 'd']);
    const grading = { slot: 1, item: 'q', score: 0, response, draft: null, explanation: explanation(item) };
    const fullness = { context: false, stem: false };
    const lines = explanationLines(grading, item, { stem: 'Which two?', presentation }, unicode, fullness);
    return lines.map(plainText).filter((text) => /^. \d\)/.test(text));
  };
  expect(listOf('d', ['a', 'c'])).toEqual(['✓ 1) A', '✓ 2) B', '✗ 3) C', '  4) D  why d']);
  expect(listOf('ac', ['a', 'c'])).toEqual(['✓ 1) A  why a', '✓ 2) B', '✗ 3) C  why c']);
  expect(listOf('', ['a', 'c'])).toEqual([]);
});

const steps = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() }));
const partners = ['x', 'y', 'z'].map((id) => ({ id, text: `${id}; ${id} > ${id}` }));
const order = itemOf('q', { type: 'ordering', options: steps, answer: ['b', 'a', 'c'] });
const pairs = itemOf('q', { type: 'matching', left: steps, right: partners, answer: { a: 'x', b: 'y', c: 'z' } });

/** The verdict and the lines under it, up to the quotes. */
function told(item: typeof order, score: 0 | 1, response: Response | null, draft: Response | null = null): string[] {
  const { body } = item;
  const presentation = kindOf(body).present(body, ['a', 'b', 'c', 'x', 'y', 'z']);
  const grading = { slot: 1, item: 'q', score, response, draft, explanation: explanation(item) };
  const lines = explanationLines(grading, item, { stem: 'How?', presentation }, unicode, {
    context: false,
    stem: false,
  });
  const texts = lines.map(plainText);
  return texts.slice(
    0,
    texts.findIndex((text) => text.startsWith('Your notes')),
  );
}

test('a long step of an order hangs beside its number', () => {
  const { body } = order;
  const presentation = kindOf(body).present(body, ['a', 'b', 'c']);
  const grading = { slot: 1, item: 'q', score: 0, response: null, draft: null, explanation: explanation(order) };
  const fullness = { context: false, stem: false };
  const leads = explanationLines(grading, order, { stem: 'How?', presentation }, unicode, fullness).map(({ lead }) =>
    lead.map(({ text }) => text).join(''),
  );
  expect(leads.slice(1, 4)).toEqual(['  1) ', '  2) ', '  3) ']);
});

describe('an order and pairs are told place by place', () => {
  test('each with what was put there where it is wrong', () => {
    expect(told(order, 0, ['b', 'c', 'a'])).toEqual([
      '✗ Not this time.  1 of 3 are right; all must be.  Answer:',
      '✓ 1) B',
      '✗ 2) A  yours: C',
      '✗ 3) C  yours: A',
    ]);
    expect(told(pairs, 0, { a: 'x', b: 'z', c: 'y' })).toEqual([
      '✗ Not this time.  1 of 3 are right; all must be.  Answer:',
      '✓ A = x; x > x',
      '✗ B = y; y > y  yours: z; z > z',
      '✗ C = z; z > z  yours: y; y > y',
    ]);
  });

  test('whole where all are right', () => {
    expect(told(order, 1, ['b', 'a', 'c'])).toEqual(['✓ Right.  ', '✓ 1) B', '✓ 2) A', '✓ 3) C']);
  });

  test('what was left incomplete is told as such, and shows what was there', () => {
    expect(told(pairs, 0, null, { a: 'x' })).toEqual([
      '✗ Not this time.  Not complete.  Answer:',
      '✓ A = x; x > x',
      '✗ B = y; y > y  yours: –',
      '✗ C = z; z > z  yours: –',
    ]);
  });

  test('without marks where nothing was entered', () => {
    expect(told(order, 0, null)).toEqual([
      '✗ Not this time.  You gave no answer.  Answer:',
      '  1) B',
      '  2) A',
      '  3) C',
    ]);
  });
});

/** Code of several lines, as options have it. */
const codeOf = (text: string) => `\`\`\`\n${text}\n  end\n\`\`\``;

describe('code in what was to choose, to order or to pair is shown without its fences', () => {
  test('options are named by their first line, and stand below in full, with a reason or without one', () => {
    const parts = [
      { id: 'a', text: codeOf('x') },
      { id: 'b', text: codeOf('y'), why: 'Since y.' },
      { id: 'c', text: codeOf('z') },
    ];
    const item = itemOf('q', { type: 'single', options: parts, answer: ['b'] });
    const presentation = kindOf(item.body).present(item.body, ['a', 'b', 'c']);
    const grading = { slot: 1, item: 'q', score: 0, response: ['a'], draft: null, explanation: explanation(item) };
    const fullness = { context: false, stem: false };
    const lines = explanationLines(grading, item, { stem: 'Which?', presentation }, unicode, fullness).map(plainText);
    expect(lines[0]).toBe('✗ Not this time.  You chose 1) x ...  Answer: 2) y ...');
    const at = lines.findIndex((text) => text.startsWith('✗ 1)'));
    expect(lines.slice(at, at + 5)).toEqual(['✗ 1)   x', '         end', '✓ 2)   y', '         end', '     Since y.']);
    expect(lines.join('\n')).not.toMatch(/`|z/);
  });

  test('a reason or a question that begins with code stands below its name, with all of its indentation', () => {
    const item = { ...itemOf('q', { type: 'cloze', answer: { accept: ['a'] } }), why: codeOf('x') };
    const presentation = kindOf(item.body).present(item.body, []);
    const grading = { slot: 1, item: 'q', score: 1, response: 'a', draft: null, explanation: explanation(item) };
    const fullness = { context: false, stem: false };
    const lines = explanationLines(grading, item, { stem: 'Which?', presentation }, unicode, fullness).map(plainText);
    const at = lines.indexOf('Why');
    expect(lines.slice(at, at + 3)).toEqual(['Why', '  x', '    end']);
    expect(questionLines({ stem: codeOf('y'), presentation }).map(plainText)).toEqual(['Question', '  y', '    end']);
    expect(questionLines({ stem: 'Which?', presentation }).map(plainText)).toEqual(['Question  Which?']);
  });

  test('what belongs in a place and what was put there stand one below the other', () => {
    const order = itemOf('q', {
      type: 'ordering',
      options: [
        { id: 'a', text: codeOf('x') },
        { id: 'b', text: 'Y' },
      ],
      answer: ['a', 'b'],
    });
    expect(told(order, 0, ['b', 'a']).slice(1)).toEqual([
      '✗ 1)   x',
      '         end',
      '     yours: Y',
      '✗ 2) Y',
      '     yours:   x',
      '                end',
    ]);
    const [left, right] = [[{ id: 'a', text: codeOf('x') }], [{ id: 'x', text: codeOf('y') }]];
    expect(told(itemOf('q', { type: 'matching', left, right, answer: { a: 'x' } }), 1, { a: 'x' }).slice(1)).toEqual([
      '✓   x',
      '      end',
      '  =   y',
      '        end',
    ]);
  });
});

test('a quote of code keeps all its signs, and so do the lines around it', () => {
  const context = { before: '    # first', after: '    y = __x__' };
  const quote = { text: 'x = a**b**c', section: 'S', file: 'notes.md', lines: [2, 2] as const, path: ['S'], context };
  const rowsOf = (isCode: boolean) => {
    const item = { ...order, quotes: [{ ...quote, ...(isCode && { isCode: true as const }) }] };
    const presentation = kindOf(item.body).present(item.body, ['a', 'b', 'c']);
    const grading = { slot: 1, item: 'q', score: 0, response: null, draft: null, explanation: explanation(item) };
    const fullness = { context: true, stem: false };
    const lines = explanationLines(grading, item, { stem: 'How?', presentation }, unicode, fullness).map(plainText);
    const at = lines.findIndex((text) => text.startsWith('Your notes'));
    return lines.slice(at + 1, at + 4).map((text) => text.replace(/^\W*\d +/, ''));
  };
  expect(rowsOf(true)).toEqual(['# first', 'x = a**b**c', 'y = __x__']);
  expect(rowsOf(false)).toEqual(['first', 'x = abc', 'y = x']);
});

test('a formula that is quoted keeps its signs', () => {
  const quote = { section: 'S', file: 'notes.md', lines: [2, 2] as const, path: ['S'], context: {} };
  expect(textOf({ ...quote, text: '$E = m_{0} \\hat{v}_1$ is *kinetic*' })).toBe('$E = m_{0} \\hat{v}_1$ is kinetic');
});

test('above a row of a table stands its head', () => {
  const context = { head: [3, 'Gas | arterial'] as const, before: 'pO₂ | 95' };
  const quotes = [{ text: 'pCO₂ | 40', section: 'S', file: 'notes.md', lines: [6, 6] as const, path: ['S'], context }];
  const item = { ...order, quotes };
  const presentation = kindOf(item.body).present(item.body, ['a', 'b', 'c']);
  const grading = { slot: 1, item: 'q', score: 0, response: null, draft: null, explanation: explanation(item) };
  const shown = (context: boolean) =>
    explanationLines(grading, item, { stem: 'How?', presentation }, unicode, { context, stem: false })
      .map(plainText)
      .filter((text) => text.includes(' | '));
  expect(shown(true)).toEqual(['     3  Gas | arterial', '     5  pO₂ | 95', '▌    6  pCO₂ | 40']);
  expect(shown(false)).toEqual(['▌    6  pCO₂ | 40']);
});

test.each([
  [{ number: 40, unit: 'mmHg', tolerance: 2 }, '40', '+ Right.  40 mmHg (within 2)'],
  [{ number: 40, unit: 'mmHg', tolerance: 2 }, '41,5', '+ Right.  You wrote 41,5 mmHg.  Answer: 40 mmHg (within 2)'],
  [{ number: 40, tolerance: 0 }, '40.0', '+ Right.  40'],
  [{ number: 40, tolerance: 1 }, '43', 'x Not this time.  You wrote 43.  Answer: 40 (within 1)'],
  [{ accept: ['Bohr', 'Bohr effect'] }, 'bohr', '+ Right.  Bohr'],
  [{ accept: ['Bohr', 'Bohr effect'] }, 'bohr effect', '+ Right.  You wrote bohr effect.  Answer: Bohr'],
])('of what is typed the answer that counts is told beside the key: %s, %s', (answer, response, told) => {
  const item: Item = { ...order, body: { type: 'cloze', answer } };
  const score = kindOf(item.body).score(item.body, response);
  const grading = { slot: 1, item: 'q', score, response, draft: null, explanation: explanation(item) };
  const question = { stem: 'How?', presentation: kindOf(item.body).present(item.body, []) };
  const glyphs = { ...unicode, right: '+', missed: 'x' };
  const [first] = explanationLines(grading, item, question, glyphs, { context: false, stem: false }).map(plainText);
  expect(first).toBe(told);
});
