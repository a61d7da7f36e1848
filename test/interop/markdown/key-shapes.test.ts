// Keys apart from their questions, as published lists write them.
import { describe, expect, test } from 'vitest';
import { toldBy } from '../../support/told.ts';

const read = (text: string) => toldBy('markdown', text);

describe('a key apart from its questions', () => {
  const list = (heads: readonly string[]) =>
    heads.map((head, at) => `${head}\n\n- (a) x${at}\n- (b) y${at}\n\n`).join('');

  test.each([
    '## Answer Key\n\n1. (b) 2. (a)\n',
    '## ✅ Answers\n\n1. B\n2. A\n',
    '**🔑 Answer key:**\n\n1. B\n2. A\n',
    '## Answer key\n\n1. **B. y0** — So it is.\n2. **A. x1**\n    *   **Explanation:** Because.\n',
    '## Answers\n\n### Question 1\n\n**Correct answer: B**\n\n### Question 2\n\n**Correct answer: A**\n\nBecause.\n',
  ])('may be written %j', async (key) => {
    const [first, second] = await read(list(['1. Which?', '2. What?']) + key);
    expect(first).toMatch(/^1 single: Which\? \[x0 \| \*y0\]( \(why: So it is\.\))?$/);
    expect(second).toMatch(/^6 single: What\? \[\*x1 \| y1\]( \(why: Because\.\))?$/);
  });

  test('names the headings of its questions, too', async () => {
    const key = '# Answers\n\n## Question 1\n\n**Correct answer: B**\n\n## Question 2\n\n**Correct answer: A**\n';
    expect(await read(list(['## Question 1\n\nWhich?', '## Question 2\n\nWhat?']) + key)).toEqual([
      '1 single: Which? [x0 | *y0]',
      '8 single: What? [*x1 | y1]',
    ]);
  });
});
