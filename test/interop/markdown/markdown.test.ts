// The ways in which question lists in Markdown write options and answers.
import { describe, expect, test } from 'vitest';
import { toldBy } from '../../support/told.ts';

const read = (text: string) => toldBy('markdown', text);
const choice = '1 single: One? [x | *y]';

test.each([
  'A: x\nB: y',
  'A) x\nB) y',
  'A. x\nB. y',
  'A - x\nB - y',
  '- A: x\n- B: y',
  '* A - x\n* B - y',
  '- [ ] A. x\n- [x] B. y',
])('labels are no part of the text: %j', async (options) => {
  expect(await read(`### One?\n\n${options}\n\n${options.includes('[x]') ? '' : 'Answer: B\n'}`)).toEqual([choice]);
});

test.each([
  'Answer: B',
  '**Answer: B**',
  '*Answer: B*',
  '**Answer:** B',
  '> **Answer: B**',
  '#### Answer: B',
  '### Answer: B',
  'Answer: `B`',
  'Ans. B',
  'Answer - B',
  'The answer is B',
  'The correct answer is **B**.',
  '✅ B',
  '<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: B\n\n</p>\n</details>',
  '<details>\n<summary>Answer</summary>\n\n**Answer: B**\n\n</details>',
  '<details><summary>Answer</summary>B</details>',
  '<details><summary style="color: blue">Answer</summary>B</details>',
  '#### Answer\n\nB',
  '#### Answer\nB',
  '##### **Correct answer:**\n\nB. y',
  '**Answer**: **B**',
  '**Answer:** B) y',
  '*Answer: (B)*',
  '✅ **Correct Answer:** B',
  '**✅ Answer: B**',
  '**Correct option: B**',
  'Answer => B',
  '**Antwort:** B',
  'Richtige Antwort: B',
  '**Réponse :** B',
  '答案：B',
])('the answer may be written %j', async (answer) => {
  const text = `### One?\n\nA) x\nB) y\n\n${answer}\n\n### Two?\n\nA) p\nB) q\n\nAnswer: A\n`;
  expect(await read(text)).toEqual([choice, expect.stringContaining('single: Two? [*p | q]')]);
});

test('options on one line are not guessed, and the letter is not typed', async () => {
  expect(await read('### One? A) x B) y\n\nAnswer: B\n')).toEqual(['1 refused key-ambiguous']);
  expect(await read('One? A) x B) y\nAnswer: B\n\nTwo? A) p B) q C) r\nAnswer: C\n')).toEqual([
    '1 refused key-ambiguous',
    '4 refused key-ambiguous',
  ]);
});

test('an answer after the reason of another is a second question that nothing parts: both are refused as one', async () => {
  expect(await read('### One?\n\nA) x\nB) y\n\nAnswer: B\n\nTwo follows.\n\nAnswer: A\n')).toEqual([
    '1 refused key-ambiguous',
  ]);
});

const LIST = '# Unit\n\n1. One?\n   A. x\n   B. y\n2. Two?\n   A. p\n   B. q\n\n';
const TWO = ['3 single: One? [x | *y]', '6 single: Two? [*p | q]'];

test.each([
  '## Answers\n\n1. B\n2. A\n',
  '## Answer Key\n1) b\n2) a\n',
  '### Answers:\n\n1. **B**\n2. **A**\n',
  '**Answers**\n\n1. B. y\n2. A) p\n',
  'Answers:\n\n- 1: B\n- 2: A\n',
  '**Answer key**: [1-b, 2-a]\n',
  'Answers: 1. B  2. A\n',
  '## Answers\n\n1-B, 2-A\n',
  '<details><summary>Answers</summary>1-B, 2-A</details>\n',
  '<details><summary class="key">Answers</summary>1-B, 2-A</details>\n',
  '<details>\n<summary><b>Answers</b></summary>\n\n1. B\n2. A\n\n</details>\n',
  '## Answers\n\n<details>\n<summary>Click to reveal</summary>\n\n1. B\n2. A\n\n</details>\n',
  '## Answer Key\n\n| Q# | Answer | Level |\n|----|--------|-------|\n| 1 | B | easy |\n| 2 | **A** | hard |\n',
  '## Solutions\n\n### Question 1: B\n\n### Question 2: A\n',
  '## Lösungen\n\n1. B\n2. A\n',
  '## 答案\n\n1. B\n2. A\n',
])('a key at the end names questions by their numbers: %j', async (key) => {
  expect(await read(LIST + key)).toEqual(TWO);
});

describe('a key at the end', () => {
  test('may give reasons, on the line or below it', async () => {
    expect(await read(`${LIST}## Answers\n\n1. B - y it is.\n2. **A** — p is\n   what it has to be.\n`)).toEqual([
      '3 single: One? [x | *y] (why: y it is.)',
      '6 single: Two? [*p | q] (why: p is what it has to be.)',
    ]);
  });

  test('belongs to the questions above it, of which each section may have its own', async () => {
    const again = LIST.replace('One', 'Three').replace('Two', 'Four');
    expect(await read(`${LIST}## Answers\n1. B\n2. A\n\n${again}## Answers\n1. A\n2. B\n`)).toEqual([
      ...TWO,
      '16 single: Three? [*x | y]',
      '19 single: Four? [p | *q]',
    ]);
  });

  test('never decides between questions of one number, nor between two answers to one', async () => {
    expect(await read(`${LIST}${LIST}## Answers\n1. B\n2. A\n`)).toEqual([
      '3 refused key-ambiguous',
      '6 refused key-ambiguous',
      '12 refused key-ambiguous',
      '15 refused key-ambiguous',
    ]);
    expect(await read(`${LIST}## Answers\n1. B\n1. A\n2. A\n`)).toEqual(['3 refused key-ambiguous', TWO[1]]);
  });

  test.each(['1. A) x and B) y', '1. A) x, B) y', '1. A. x; B. y', '1. A, B'])(
    'that names two options names two: %j',
    async (entry) => {
      const three = LIST.replace('B. y', 'B. y\n   C. z');
      expect(await read(`${three}## Answers\n\n${entry}\n2. A\n`)).toEqual([
        '3 multiple: One? [*x | *y | z]',
        '7 single: Two? [*p | q]',
      ]);
    },
  );

  test('whose answer is a label and a label, or differs from the one below the question, is refused', async () => {
    expect(await read(`${LIST}## Answers\n\n1. A - B\n2. A\n`)).toEqual(['3 refused key-ambiguous', TWO[1]]);
    const own = LIST.replace('2. Two', '   Answer: A\n2. Two');
    expect((await read(`${own}## Answers\n1. A) x and B) y\n2. A\n`))[0]).toBe('3 refused key-ambiguous');
  });

  test('may be in another script', async () => {
    const text = '1. Что?\nа) лёд\nб) дым\n\n## Ответы\n\n1. б\n';
    expect(await read(text)).toEqual(['1 single: Что? [лёд | *дым]']);
  });

  describe('with numbers that begin anew', () => {
    const second = '# Unit two\n\n1. Three?\n   A. x\n   B. y\n\n';

    test('is read chapter by chapter where the key begins anew in the same way', async () => {
      const key = '# Answers\n\n## Unit\n\n1. B\n2. A\n\n## Unit two\n\n1. A\n';
      expect(await read(`${LIST}${second}${key}`)).toEqual([...TWO, '12 single: Three? [*x | y]']);
    });

    test.each([
      ['does not', '1. B\n2. A\n'],
      ['does so elsewhere', '1. B\n\n## Unit two\n\n1. A\n2. A\n'],
      ['has a chapter more', '1. B\n2. A\n\n## Two\n\n1. A\n\n## Three\n\n1. A\n'],
    ])('is ambiguous where the key %s, also for numbers that stand once', async (_, entries) => {
      const lines = await read(`${LIST}${second}# Answers\n\n${entries}`);
      expect(lines.filter((line) => !line.endsWith('key-ambiguous'))).toEqual([]);
      expect(lines).toHaveLength(3);
    });
  });

  test('must agree with the answer below a question', async () => {
    const own = LIST.replace('2. Two', '   Answer: B\n2. Two');
    expect(await read(`${own}## Answers\n1. B\n2. A\n`)).toEqual([
      '3 single: One? [x | *y]',
      '7 single: Two? [*p | q]',
    ]);
    expect(await read(`${own}## Answers\n1. A\n2. A\n`)).toEqual([
      '3 refused key-ambiguous',
      '7 single: Two? [*p | q]',
    ]);
  });

  test('that names another option by its words than by its letter is ambiguous', async () => {
    expect(await read(`${LIST}## Answers\n1. B. x\n2. A\n`)).toEqual(['3 refused key-ambiguous', TWO[1]]);
  });

  test('without an answer for a question, and with one for none: both are told', async () => {
    expect(await read(`${LIST}## Answers\n1. B\n7. C\n`)).toEqual([
      TWO[0],
      '6 refused no-key',
      '12 refused key-without-question',
    ]);
  });

  test('belongs to questions without numbers by their places, where there are as many', async () => {
    const bare = '### One?\n\nA. x\nB. y\n\n### Two?\n\nA. p\nB. q\n\n## Answers\n\n1. B\n2. A\n';
    expect(await read(bare)).toEqual(['1 single: One? [x | *y]', '6 single: Two? [*p | q]']);
    expect(await read(`${bare}3. A\n`)).toEqual(['1 refused no-key', '6 refused no-key']);
    expect(await read(bare.replace('2. A', '3. A'))).toEqual(['1 refused no-key', '6 refused no-key']);
  });

  test.each(['Answers', '答案', 'Ответы', 'Cevap anahtarı', 'Kunci Jawaban', '정답'])(
    'may be headed by a paragraph: %s',
    async (title) => {
      expect(await read(`${LIST}${title}\n\n1. B\n2. A\n`)).toEqual(TWO);
    },
  );

  test('of questions with numbered headings, of statements and of texts to type', async () => {
    const text =
      '### Question 1\n\nOne?\n\nA) x\nB) y\n\n### Question 2\n\nIs it so?\n\n### Question 3\n\nWhat is it called?\n\n## Answers\n\n1. B\n2. False\n3. A day\n';
    expect(await read(text)).toEqual([
      '1 single: One? [x | *y]',
      '8 single: Is it so? [True | *False]',
      '12 cloze: What is it called? ["A day"]',
    ]);
  });

  test('is none where options are listed under that word', async () => {
    expect(await read('### Who?\n\nAnswers:\n\n1. Ada\n2. Bob\n\n### One?\n\nA) x\nB) y\n\nAnswer: B\n')).toEqual([
      '1 refused no-key',
      '8 single: One? [x | *y]',
    ]);
  });

  test('is none inside a code block, and none where nothing is numbered', async () => {
    expect(await read(`${LIST}\`\`\`\n## Answers\n1. B\n2. A\n\`\`\`\n`)).toEqual([
      '3 refused no-key',
      '6 refused no-key',
    ]);
    expect(await read(`${LIST}## Answers\n\nThey are in the book.\n`)).toEqual([
      '3 refused no-key',
      '6 refused no-key',
    ]);
  });
});

test('a text that begins with a number is no key of a list', async () => {
  for (const word of ['Answer', 'Đáp án', '答案'])
    expect(await read(`1. Which net?\n\n**${word}:** 5G\n`)).toEqual(['1 cloze: Which net? ["5G"]']);
});

describe('"Q:" and "A:"', () => {
  test.each([
    'Q: One?\nA) x\nB) y\nA: B\n',
    '**Q:** One?\n\n- A. x\n- B. y\n\n**A:** B\n',
    'Q: One?\nA: x\nB: y\nAnswer: B\n',
    'Question: One?\na) x\nb) y\nA: b\n',
  ])('with options: %j', async (text) => {
    expect(await read(text)).toEqual([choice]);
  });

  test('without options the answer is typed, where it is short enough', async () => {
    const long = 'word '.repeat(60).trim();
    expect(await read(`Q: Who?\nA: Ada\n\nQ: How?\nA: ${long}\n\nQ: Why?\n`)).toEqual([
      '1 cloze: Who? ["Ada"]',
      '4 refused answer-too-long',
      '7 refused no-options',
    ]);
  });
});

describe('a table with an answer column', () => {
  const table = (heading: string, ...rows: string[]) =>
    `Text.\n\n|${heading}|\n|${heading.replace(/[^|]+/g, '---')}|\n${rows.map((row) => `|${row}|\n`).join('')}\nMore.\n`;

  test.each([
    ['# | Question | A | B | Answer | Explanation', '1 | One? | x | y | B | '],
    ['**Question** | Option A | Option B | Correct answer', 'One? | x | y | y'],
    ['Question | Options | Answer', 'One? | A) x<br>B) y | B'],
    ['Question | Options | Answer', 'One? | x; y | B'],
  ])('%s', async (heading, row) => {
    expect(await read(table(heading, row))).toEqual(['5 single: One? [x | *y]']);
  });

  test('each row is taken in or refused by its line; bars and marks in cells are text', async () => {
    const rows = ['`a \\| b`? | *x* | **y** | A', 'Two? | p | q | C', ' | | | ', 'Three? | p | q | '];
    expect(await read(table('Question | A | B | Answer', ...rows))).toEqual([
      '5 single: `a | b`? [*x | y]',
      '6 refused key-out-of-range',
      '8 refused no-key',
    ]);
  });

  test('is one beside other questions, and tables in prose are none', async () => {
    expect(
      await read(`${table('Service | Answers', 'Who pays? | We do')}### One?\n\nA) x\nB) y\n\nAnswer: B\n`),
    ).toEqual(['8 single: One? [x | *y]']);
  });
});

test('a table of questions and answers alone is recalled, where the answer is short enough to be typed', async () => {
  const long = 'word '.repeat(60).trim();
  const rows = `| Who? | Ada |\n| When? | 1843 |\n| Why? | ${long} |\n| Or? | |\n`;
  expect(await read(`| Question | Answer |\n|---|---|\n${rows}`)).toEqual([
    '3 cloze: Who? ["Ada"]',
    '4 cloze: When? ["1843"]',
    '5 refused answer-too-long',
    '6 refused no-key',
  ]);
});

test('a table of numbers and letters is a key, whatever its headings call a question', async () => {
  const table = '| Question | Answer |\n|---|---|\n| 1 | B |\n| 2 | A |\n';
  expect(await read(`1. One?\nA) x\nB) y\n\n2. Two?\nA) p\nB) q\n\n${table}`)).toEqual([
    '1 single: One? [x | *y]',
    '5 single: Two? [*p | q]',
  ]);
});

test('circles are boxes: "( )" and "(x)"', async () => {
  expect(await read('### One?\n\n( ) x\n(X) y\n')).toEqual([choice]);
  expect(await read('### One?\n\n- ( ) x\n- (x) y\n')).toEqual([choice]);
});
