// Lists of questions in Markdown as people write them: lists in the text, labels of other scripts, points in points, dumps of exams.
import { describe, expect, test } from 'vitest';
import { toldBy, toldWithoutLines } from '../../support/told.ts';

const read = (text: string) => toldBy('markdown', text);

describe('a list in the text of a question', () => {
  const text = (list: string, answer: string) =>
    `### Read on.\n\nIt is so:\n\n${list}\n\nWhat follows?\n\nA) ice\nB) fire\n\n${answer}\n`;

  test.each([
    ['- wet\n- cold', '- wet\n- cold'],
    ['1. wet\n2. cold', '1. wet\n2. cold'],
  ])('stays there, and the lettered lines are the options: %j', async (list, shown) => {
    expect(await read(text(list, 'Answer: B'))).toEqual([
      `1 single: It is so:\n\n${shown}\n\nWhat follows? [ice | *fire]`,
    ]);
  });

  test('is refused where the answer is no letter', async () => {
    expect(await read(text('- wet\n- cold', 'Answer: fire'))).toEqual(['1 refused options-unclear']);
    expect(await read('### Read on.\n\n- wet\n- **cold**\n\nA) x\nB) y\n')).toEqual([
      expect.stringContaining('refused'),
    ]);
  });

  test.each([
    ['boxes', '- [ ] ice\n- [x] fire'],
    ['points of which one is bold', '- ice\n- **fire**'],
    ['points with a tick', '* ice\n* fire ✅'],
    ['letters with a star, the right one first', '*a) fire\nb) ice'],
    ['letters with a tick', 'A. ice\nB. fire ✓'],
  ])('stays there above options that are %s', async (_, options) => {
    const list = '- wet\n- cold';
    const told = /single: Read on\.\n\n- wet\n- cold\n\nWhat follows\? \[(ice \| \*fire|\*fire \| ice)\]$/;
    for (const head of ['1. Read on.', '### Question 1\n\nRead on.'])
      expect(await read(`${head}\n\n${list}\n\nWhat follows?\n\n${options}\n`)).toEqual([expect.stringMatching(told)]);
  });

  test('stays there also where the text goes on right below it', async () => {
    expect(await read('2. It is:\n- wet\n- cold\nWhat follows?\n- [ ] ice\n- [x] fire\n')).toEqual([
      '1 single: It is:\n- wet\n- cold What follows? [ice | *fire]',
    ]);
  });

  test('may be a table', async () => {
    const table = '| day | rain |\n|---|---|\n| Mon | 3 |';
    expect(await read(text(table, 'Answer: A'))).toEqual([
      '1 single: It is so:\n\n| day | rain |\n| Mon | 3 |\n\nWhat follows? [*ice | fire]',
    ]);
  });
});

describe('labels', () => {
  test.each([
    ['A、雪\nB、雨\nC、风\n\n答案：B', '雪 | *雨 | 风'],
    ['A．雪\nB．雨\n\n參考答案：B', '雪 | *雨'],
    ['A：雪\nB：雨\n\n【答案】B', '雪 | *雨'],
    ['（A）雪\n（B）雨\n（C）风\n\n【答案】AC', '*雪 | 雨 | *风'],
    ['А) снег\nБ) дождь\n\nОтвет: Б', 'снег | *дождь'],
    ['а. снег\nб. дождь\nв. ветер\n\nПравильный ответ: б, в', 'снег | *дождь | *ветер'],
    ['ア. 雪\nイ. 雨\n\n解答 イ', '雪 | *雨'],
    ['ア　雪\nイ　雨\n\n解答：イ', undefined],
    ['A 雪\nB 雨\n\n答案：B', undefined],
    ['１．雪\n２．雨\n\n答え：２', '雪 | *雨'],
    ['① 눈\n② 비\n\n정답: ②', '눈 | *비'],
    ['가. 눈\n나. 비\n\n정답: 나', '눈 | *비'],
    ['α) snow\nβ) rain\n\nAnswer: β', 'snow | *rain'],
  ])('of other scripts and signs are labels, or their question is refused: %j', async (rest, options) => {
    const [line = ''] = await read(`### What falls?\n\n${rest}\n`);
    if (options === undefined) expect(line).toMatch(/^1 refused /);
    else expect(line.replace(/ (single|multiple)/, '')).toBe(`1: What falls? [${options}]`);
  });

  test('of two scripts are never taken for each other', async () => {
    expect(await read('### What falls?\n\nA) снег\nB) дождь\n\nОтвет: В\n')).toEqual(['1 refused key-unknown']);
  });

  test.each([
    ['begin again', 'A) x\nB) y\n\nWhat then\n\nA) p\nB) q\n\nAnswer: B'],
    ['leave one out', 'A) x\nC) y\nD) z\n\nAnswer: C'],
  ])('that %s are refused', async (_, rest) => {
    expect(await read(`### What falls?\n\n${rest}\n`)).toEqual(['1 refused labels-broken']);
  });
});

test.each([
  ['Question #1', 'Question #2', 'Suggested Answer: B'],
  ['Topic 1 Question #1', 'Topic 1 Question #2', 'Suggested Answer: B 🗳️'],
  ['## Question #1\n*Topic 1*', '## Question #2\n*Topic 1*', '**Correct Answer:** B'],
  ['## Topic 1 Question #1', '## Topic 1 Question #2', 'Correct Answer: B'],
  ['QUESTION NO: 1', 'QUESTION NO: 2', 'Answer: B'],
  ['NEW QUESTION 1', 'NEW QUESTION 2', 'Answer: B'],
  ['**Question 1** *(2 points)*', '**Question 2** *(2 points)*', 'Answer: B'],
  ['### Question 1 (1 pt)', '### Question 2 (1 pt)', 'Answer: B'],
  ['Question: 1', 'Question: 2', 'Answer: B'],
  ['Question 1 of 65', 'Question 2 of 65', 'Answer: B'],
  ['### Question 1 of 65', '### Question 2 of 65', 'Answer: B'],
  ['**Frage 1/65**', '**Frage 2/65**', 'Antwort: B'],
])('a dump of an exam is parted by its lines: %j', async (first, second, answer) => {
  const question = (head: string, name: string) =>
    `${head}\n\nYou plan ${name}. What fits?\n\nA. x\nB. y\n\n${answer}\n\n`;
  expect(await toldWithoutLines('markdown', question(first, 'one') + question(second, 'two'))).toEqual([
    'single: You plan one. What fits? [x | *y]',
    'single: You plan two. What fits? [x | *y]',
  ]);
});

test.each(['- [ ] **A.** ice\n- [x] **B.** fire', '- [ ] **A**. ice\n- [x] **B**. fire'])(
  'labels in bold are no part of what stands behind a box: %j',
  async (options) => {
    expect(await toldWithoutLines('markdown', `### Which burns?\n\n${options}\n`)).toEqual([
      'single: Which burns? [ice | *fire]',
    ]);
  },
);

test.each(['#### Answer\n\nB', '> [!success]- Answer\n> B', '<details><summary>Answer</summary>\n\nB\n\n</details>'])(
  'points below the word for the reason are the reason, and no further answers: %j',
  async (answer) => {
    const text = `### Which burns?\n\nA) ice\nB) fire\n\n${answer}\n\nExplanation:\n\n- A is cold.\n- B is hot.\n`;
    expect(await toldWithoutLines('markdown', text)).toEqual([
      'single: Which burns? [ice | *fire] (why: - A is cold.\n- B is hot.)',
    ]);
  },
);

test.each(['Question 1 - ', 'NO.1 '])('a number may be set apart as in %j', async (first) => {
  const question = (number: number, name: string) =>
    `${first.replace('1', String(number))}You plan ${name}. What fits?\n\nA. x\nB. y\n\nAnswer: B\n\nExplanation: So.\n\n`;
  expect(await toldWithoutLines('markdown', question(1, 'one') + question(2, 'two'))).toEqual([
    'single: You plan one. What fits? [x | *y] (why: So.)',
    'single: You plan two. What fits? [x | *y] (why: So.)',
  ]);
});

describe('points in points', () => {
  test('are questions with their options', async () => {
    const list =
      '- Which is warm?\n  - ice\n  - **fire**\n- **Which is wet?**\n  - [ ] sand\n  - [x] rain\n- Pick one\n  - [x] this\n  - [ ] that\n- Which is lost?\n';
    expect(await read(`# Unit\n\n${list}`)).toEqual([
      '3 single: Which is warm? [ice | *fire]',
      '6 single: Which is wet? [sand | *rain]',
      '9 single: Pick one [*this | that]',
      '12 refused no-options',
    ]);
  });

  test('under an option are its reason', async () => {
    expect(await read('### Which is warm?\n\n- [ ] ice\n  - it is frozen\n- [x] fire\n')).toEqual([
      '1 single: Which is warm? [ice {it is frozen} | *fire]',
    ]);
  });

  test('in prose are none', async () => {
    expect(await read('- Rain\n  - falls\n  - is wet\n- Snow\n')).toEqual([]);
  });
});

describe('numbered options level with a numbered question', () => {
  test.each([
    ['1) ice\n2) fire\n3) tin', '1) ice\n2) fire'],
    ['1. ice\n2. fire\n3. tin', '1. ice\n2. fire'],
  ])('begin at 1 again: %j', async (first, second) => {
    const text = `1. Which is warm?\n${first}\n\nAnswer: 2\n\n2. Which is cold?\n${second}\n\nAnswer: 1\n`;
    expect(await toldWithoutLines('markdown', text)).toEqual([
      'single: Which is warm? [ice | *fire | tin]',
      'single: Which is cold? [*ice | fire]',
    ]);
  });

  test('are refused where nothing tells them from questions', async () => {
    expect(await read('1. Name what is warm\n1. ice\n2. fire\n\nAnswer: 2\n')).toEqual([
      '2 refused no-options',
      '3 refused key-ambiguous',
    ]);
  });

  test('lists of questions are still lists of questions', async () => {
    expect(await read('1. Who?\n   Answer: Ada\n2. When?\n   Answer: 1843\n')).toEqual([
      '1 cloze: Who? ["Ada"]',
      '3 cloze: When? ["1843"]',
    ]);
  });
});

describe('what says that an option is right', () => {
  test.each([
    ['two bold options say nothing', '- **x**\n- y\n- **z**', 'refused no-key'],
    ['two answers that differ', 'A) x\nB) y\n\nAnswer: A\nAnswer: B', 'refused key-ambiguous'],
    ['two answers that are one', 'A) x\nB) y\n\nAnswer: B\n\n**Answer: B) y**', 'single: Which? [x | *y]'],
    ['a list of answers', 'A) x\nB) y\nC) z\n\nAnswers:\n\n- A\n- C', 'multiple: Which? [*x | y | *z]'],
    [
      'several answers that are hidden',
      'A) x\nB) y\nC) z\n\n<details><summary>Answer</summary>\n\nA) x\n\nC) z\n\n</details>',
      'multiple: Which? [*x | y | *z]',
    ],
    ['letters that are hidden', 'A) x\nB) y\nC) z\n\n#### Answer\n\nA\nC', 'multiple: Which? [*x | y | *z]'],
    ['an option again below the answer', 'A) x\nB) y\nC) z\n\nAnswer: A) x\nC) z', 'refused labels-broken'],
    ['labels in brackets', 'A) x\nB) y\nC) z\n\nAnswer: (A) & (C)', 'multiple: Which? [*x | y | *z]'],
    ['labels without a space', 'A)x\nB)y\n\nAnswer: B', 'single: Which? [x | *y]'],
    ['labels with a point and no space', 'A.x\nB.y\n\nAnswer: B', 'single: Which? [x | *y]'],
    ['one word and another', 'A) x\nB) y\n\nAnswer: A\nCorrect: B', 'refused key-ambiguous'],
    [
      'a table below the options, which is kept',
      '- x\n- y (correct)\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      'single: Which? [x | *y] (why: | a | b |\n| 1 | 2 |)',
    ],
    ['half an answer', 'A) x\nB) y\nC) z\n\nAnswer: A and', 'refused key-unknown'],
    ['labels with texts', 'A) x\nB) y\nC) z\n\nCorrect Answers: A) x and C) z', 'multiple: Which? [*x | y | *z]'],
    ['a label with a label', 'A) x\nB) y\nC) z\n\nAnswer: A - C', 'refused key-ambiguous'],
    ['ticks behind', 'A) x ❌\nB) y ✅', 'single: Which? [x | *y]'],
    ['ticks before', '- ❌ x\n- ✅ y', 'single: Which? [x | *y]'],
    ['ticks before labels', '❌ A) x\n✅ B) y', 'single: Which? [x | *y]'],
    ['a tick beside another answer', 'A) x ✅\nB) y\n\nAnswer: B', 'refused key-ambiguous'],
    ['crosses alone', '- ❌ x\n- y', 'refused no-key'],
    ['a word behind a dash', '- x\n- y - Correct', 'single: Which? [x | *y]'],
    ['boxes that are signs', '☐ x\n☑ y', 'single: Which? [x | *y]'],
    ['a star before a letter', 'a) x\n*b) y', 'single: Which? [x | *y]'],
    ['a star in a box', '[ ] x\n[*] y', 'single: Which? [x | *y]'],
    ['an option that is not there', 'Answer: A) x, C) z', 'refused no-options'],
  ])('%s', async (_, rest, expected) => {
    expect(await read(`### Which?\n\n${rest}\n`)).toEqual([`1 ${expected}`]);
  });

  test.each([
    'Réponse correcte : B',
    'Respuesta: B',
    'Solución: B',
    'Risposta corretta: B',
    'Resposta: B',
    'Gabarito: B',
    'Richtig: B',
    'Richtig ist: B',
    'Lösung: B',
    '答：B',
    '答え：B',
    '정답: B',
    'Antwoord: B',
    'Answer: B 🗳️',
  ])('in many words: %j', async (answer) => {
    expect(await read(`### Which?\n\nA) x\nB) y\n\n${answer}\n`)).toEqual(['1 single: Which? [x | *y]']);
  });
});

describe('a heading', () => {
  test.each([
    ['空は何色ですか？', '見て選んでください。', '空は何色ですか？\n\n見て選んでください。'],
    ['Wähle die Farbe des Himmels', 'Es ist Mittag.', 'Wähle die Farbe des Himmels\n\nEs ist Mittag.'],
    ['Describe the output', '```py\nprint(7)\n```', 'Describe the output\n\n```\nprint(7)\n```'],
    ['Colours', 'Which is the sky?', 'Which is the sky?'],
    ['Quality of light', 'Which is the sky?', 'Which is the sky?'],
  ])('%j is part of the text where that asks nothing by itself', async (heading, text, stem) => {
    expect(await read(`### ${heading}\n\n${text}\n\n- [ ] x\n- [x] y\n`)).toEqual([`1 single: ${stem} [x | *y]`]);
  });

  test('keeps its words where they only look like a number', async () => {
    expect(await read('### Quarks have which charge?\n\n- [ ] x\n- [x] y\n')).toEqual([
      '1 single: Quarks have which charge? [x | *y]',
    ]);
  });
});

describe('questions in quotes and blocks', () => {
  test('a quote or a callout around a question is no part of it', async () => {
    expect(await read('> ### Which?\n>\n> - [ ] x\n> - [x] y\n\n> [!question] And?\n> - [x] p\n> - [ ] q\n')).toEqual([
      '1 single: Which? [x | *y]',
      '6 single: And? [*p | q]',
    ]);
  });

  const block = (...lines: string[]) => `Text.\n\n<?quiz?>\n${lines.join('\n')}\n<?/quiz?>\n\nMore text.\n`;

  test('a block of mkdocs-quiz is one, with fields or with boxes', async () => {
    const fields = ['question: Ready?', 'answer-correct: Yes', 'answer: <code>no</code>', 'content:', '<p>Go on.</p>'];
    expect(await read(block(...fields))).toEqual(['3 single: Ready? [*Yes | `no`] (why: Go on.)']);
    expect(await read(block('Ready?', '', '- [x] Yes', '- [ ] No'))).toEqual(['4 single: Ready? [*Yes | No]']);
  });

  test('one without a key, or that does not end, is refused', async () => {
    expect(await read(block('question: Ready?', 'answer: Yes', 'answer: No'))).toEqual(['3 refused no-key']);
    expect(await read('<?quiz?>\nquestion: Ready?\nanswer: Yes\n')).toEqual(['1 refused unclosed-block']);
  });
});
