// What a text below a question is goes by what stands below that text.
import { describe, expect, test } from 'vitest';
import { toldWithoutLines } from '../../support/told.ts';

const read = (text: string) => toldWithoutLines('markdown', text);

const BURNS = '### Which burns?\n\n- [ ] ice\n- [x] wood\n';
const MELTS = 'single: Which melts? [*ice | wood]';
const OPTIONS = '- [x] ice\n- [ ] wood\n';

describe('a text below ticked options is a remark where before the next options comes', () => {
  test.each([
    `## Which melts?\n\n${OPTIONS}`,
    `2. Which melts?\n\n${OPTIONS}`,
    `Q: Which melts?\n\n${OPTIONS}`,
    `---\n\nWhich melts?\n\n${OPTIONS}`,
  ])('%j', async (next) => {
    expect(await read(`${BURNS}\nWood is dry.\n\n${next}`)).toEqual([
      'single: Which burns? [ice | *wood] (why: Wood is dry.)',
      MELTS,
    ]);
  });

  test('a text in bold, as those of all its questions are', async () => {
    const [one, other] = [`**Which burns?**\n\n- [ ] ice\n- [x] wood\n`, `**Which melts?**\n\n${OPTIONS}`];
    expect(await read(`${one}\n**Note:** it is dry\n\n${other}`)).toEqual([
      'single: Which burns? [ice | *wood] (why: Note: it is dry)',
      MELTS,
    ]);
  });

  test('options of another kind', async () => {
    expect(await read(`${BURNS}\nWood is dry, so:\n\nA. it burns\nB. it floats\n`)).toEqual([
      expect.stringMatching(/^single: Which burns\? \[ice \| \*wood\] \(why: Wood is dry/),
    ]);
  });
});

describe('a text in a reason that asks is part of it where before options comes', () => {
  const answered = '1. Which burns?\n\nA) ice\nB) wood\n\nAnswer: B\n\nWood is dry.\n\nIs that all?\n\n';
  const why = '(why: Wood is dry.\n\nIs that all?)';

  test.each([
    '2. Which melts?\n\nA) ice\nB) wood\n\nAnswer: A\n',
    'Q: Which melts?\n\nA) ice\nB) wood\n\nAnswer: A\n',
    '---\n\nWhich melts?\n\nA) ice\nB) wood\n\nAnswer: A\n',
    '## Which melts?\n\nA) ice\nB) wood\n\nAnswer: A\n',
  ])('%j', async (next) => {
    expect(await read(answered + next)).toEqual([`single: Which burns? [ice | *wood] ${why}`, MELTS]);
  });

  test('and asks where numbers from 1 stand below it, or a heading for its answer', async () => {
    expect(await read(`${answered}1. yes\n2. no\n\nAnswer: 2\n`)).toEqual([
      'single: Which burns? [ice | *wood] (why: Wood is dry.)',
      'single: Is that all? [yes | *no]',
    ]);
    expect(await read(`${answered}### Answer\n\nyes\n`)).toEqual([
      'single: Which burns? [ice | *wood] (why: Wood is dry.)',
      'cloze: Is that all? ["yes"]',
    ]);
  });
});
