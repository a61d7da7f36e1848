// Shapes that question lists in Markdown have where they are published: what belongs to which part, and what is refused.
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../src/interop/index.ts';
import { topicFrom } from '../../../src/interop/reading/texts.ts';
import { takenBy } from '../../support/interop.ts';
import { toldBy } from '../../support/told.ts';

const read = (text: string) => toldBy('markdown', text);

describe('numbered statements above lettered options', () => {
  const list = '1. Ice floats.\n2. Wood sinks.\n';

  test('belong to the text of their question', async () => {
    expect(await read(`Q2. Consider:\n${list}Which is right?\nA) 1 only\nB) 2 only\nAnswer: A\n`)).toEqual([
      '1 single: Consider:\n1. Ice floats.\n2. Wood sinks. Which is right? [*1 only | 2 only]',
    ]);
    expect(
      await read(`2. Put in order:\n\n${list}\nA) 1-2\nB) 2-1\n\nAnswer: B\n\n3. Next?\nA) x\nB) y\nAnswer: A\n`),
    ).toEqual(['1 single: Put in order:\n\n1. Ice floats.\n2. Wood sinks. [1-2 | *2-1]', '11 single: Next? [*x | y]']);
  });

  test.each(['2. Read on:', '### Read on:'])('belong to it also above boxes: %j', async (head) => {
    expect(await read(`${head}\n\nIt is so:\n\n${list}\nWhich is right?\n\n- [x] the first\n- [ ] none\n`)).toEqual([
      expect.stringMatching(
        /It is so:\n\n1\. Ice floats\.\n2\. Wood sinks\.\n\nWhich is right\? \[\*the first \| none\]$/,
      ),
    ]);
  });

  test('are refused where one asks, since it may be a question of its own', async () => {
    expect(await read('2. Read on.\n1. What floats?\n2. What sinks?\nA) ice\nB) tin\nAnswer: B\n')).toEqual([
      '1 refused labels-broken',
    ]);
  });
});

test('prose above the first question takes none of it, where its options count from 1 below a number', async () => {
  const first = '1. **Which burns?**\n\n1. ice\n\n2. wood\n\n**Correct answer: b.** It is dry.\n\n';
  const second = '2. **Where?**\n\n1. here\n\n2. there\n\n**Correct answer: a.** So.\n';
  expect(await read(`Some words.\n\n${first}${second}`)).toEqual([
    '3 single: Which burns? [ice | *wood] (why: It is dry.)',
    '11 single: Where? [*here | there] (why: So.)',
  ]);
});

test.each(['### 3. ', '## Question 3: ', '### '])(
  'a heading that is a sentence begins the text: %j',
  async (number) => {
    const rest = 'They use one range.\n\nWhat joins them?\n\n- [x] a bridge\n- [ ] a fence\n';
    expect(await read(`${number}A bank has two sites.\n\n${rest}`)).toEqual([
      '1 single: A bank has two sites.\n\nThey use one range.\n\nWhat joins them? [*a bridge | a fence]',
    ]);
    expect(await read(`${number}Bridges\n\n${rest}`)).toEqual([
      '1 single: They use one range.\n\nWhat joins them? [*a bridge | a fence]',
    ]);
  },
);

test('prose above numbered questions takes none of the first, where its options have letters', async () => {
  const question = (number: number) => `${number}. Which burns?\n   A. ice ${number}\n   B. wood\n\nAnswer: B\n\n`;
  expect(await read(`# Exam\n\nAnswer all questions.\n\n${question(1)}${question(2)}`)).toEqual([
    '5 single: Which burns? [ice 1 | *wood]',
    '11 single: Which burns? [ice 2 | *wood]',
  ]);
});

describe('an answer above its options', () => {
  test('is the key of those that stand right below it', async () => {
    expect(await read('## Question 1\n\nHow many?\n\nAnswer: A\n\nA) six\nB) three\n\n**Explanation:** So.\n')).toEqual(
      ['1 single: How many? [*six | three] (why: So.)'],
    );
  });

  test('is refused where they stand below its reason', async () => {
    expect(await read('## Question 1\n\nHow many?\n\nAnswer: A\n\nBecause.\n\nA) six\nB) three\n')).toEqual([
      '1 refused key-ambiguous',
    ]);
  });
});

test.each(['## Answer and explanation', '## Answer & Explanation', '## 答案与解析', '## Antwort und Erklärung'])(
  'the heading %j says no more than that the answer follows',
  async (heading) => {
    expect(await read(`## Q1\n\nWhich?\n\nA. x\n\nB. y\n\n${heading}\n\nCorrect answer: A\n\nBecause.\n`)).toEqual([
      '1 single: Which? [*x | y] (why: Because.)',
    ]);
  },
);

test.each(['c. JOIN', 'C: join them', 'B. Franklin'])(
  'the letter of an option that is not there is not typed: %j',
  async (answer) => {
    expect(await read(`1. Define the join.\n\nAnswer: ${answer}\n`)).toEqual(['1 refused no-options']);
    expect(await read('1. Which lives in us?\n\nAnswer: E. coli\n')).toEqual([
      '1 cloze: Which lives in us? ["E. coli"]',
    ]);
  },
);

test('a heading for the answer is never the text of a question', async () => {
  expect(await read('## Unit\n\n1.This is（）。\n\nA.xB.y\n\n## 答案与解析\n\n正确答案：A\n')).toEqual([
    '3 refused key-ambiguous',
  ]);
  expect(await read('Prose.\n\n## Answer\n\nAnswer: A\n')).toEqual(['3 refused no-stem']);
});

describe('letters as headings', () => {
  test('are options below a text that asks', async () => {
    const question =
      '## Q8. Prompts\n\nWhich is best?\n\n### A\n\n> Explain it.\n\n### B\n\n> Tell it.\n\nIn full.\n\n### Answer: B\n\n';
    expect(await read(`${question}## Q9. Next\n\nWhich?\n\nA. m\n\nB. n\n\n### Answer: A\n`)).toEqual([
      '1 single: Which is best? [Explain it. | *Tell it.\n\nIn full.]',
      '17 single: Which? [*m | n]',
    ]);
  });

  test('are no topics, as words of any script are', async () => {
    const taken = await takenBy('markdown', '# Words\n\n## A\n\nMany.\n\n### Which burns?\n\n- [ ] ice\n- [x] wood\n');
    expect(taken.map((one) => 'question' in one && one.question.topics)).toEqual([['Words']]);
    expect(topicFrom('ऑटोडेस्क माया')).toBe('ऑटोडेस्क-माया');
  });
});

describe('a quote below the options', () => {
  test('after a blank line is the reason of the question', async () => {
    expect(await read('### Which?\n\n- [ ] x\n- [x] y\n- [ ] z\n\n> Because y\n> is right.\n')).toEqual([
      '1 single: Which? [x | *y | z] (why: Because y is right.)',
    ]);
  });

  test('is the reason of its option where each has one', async () => {
    expect(await read('### Which?\n\n- [ ] x\n\n> no\n\n- [x] y\n\n> yes\n\n- [ ] z\n\n> never\n')).toEqual([
      '1 single: Which? [x {no} | *y {yes} | z {never}]',
    ]);
    expect(await read('### Which?\n\n- [ ] x\n- [x] y\n  > yes\n')).toEqual(['1 single: Which? [x | *y {yes}]']);
  });
});

describe('what stands below an answer', () => {
  const question = '## Q1\n\nWhich?\n\nA. x\n\nB. y\n\n**Answer: B**\n\n';

  test.each(['Why?', '**Why?**', '### Why?', '**Explanation**'])('after the line %j is its reason', async (line) => {
    expect(await read(`${question}${line}\n\nOne.\n\nMore.\n`)).toEqual([
      '1 single: Which? [x | *y] (why: One.\n\nMore.)',
    ]);
  });

  test('is no question where a list follows that nothing asks about', async () => {
    expect(await read(`${question}And x?\n\nIt is wet.\n\n1. It rains.\n2. It pours.\n`)).toEqual([
      '1 single: Which? [x | *y] (why: And x?\n\nIt is wet.\n\n1. It rains.\n2. It pours.)',
    ]);
  });

  test('is no question where nothing answers it', async () => {
    expect(
      await read(`${question}It is dry.\n\nAnd what of x?\n\nIt is wet.\n\n## Q2\n\nWho?\n\nA. p\nB. q\n\nAnswer: A\n`),
    ).toEqual([
      '1 single: Which? [x | *y] (why: It is dry.\n\nAnd what of x?\n\nIt is wet.)',
      '17 single: Who? [*p | q]',
    ]);
  });
});

test.each([
  '**Answer and Explanation:**\n\nB. y\n\nSo.',
  '**Answer & Explanation:** B - So.',
  '### Answer and explanation: B. So.',
])('an answer with its reason may be written %j', async (answer) => {
  expect(await read(`## Q1\n\nWhich?\n\nA. x\nB. y\n\n${answer}\n`)).toEqual(['1 single: Which? [x | *y] (why: So.)']);
  expect(await read('## Q1\n\nWhich?\n\nAnswer and explanation: Paris, since it is.\n')).not.toContain('cloze');
});

describe('the title of a section', () => {
  test.each(['SECTION 2 - CHEMISTRY', 'Part B', '**Part II: Reading**', 'Môn: Toán'])(
    'is no part of the question above or below it: %j',
    async (title) => {
      const paper = `PHYSICS TEST\nSECTION 1 - PHYSICS\n1. First?\n(A) x  (B) y\nAns: (B)\n\n${title}\n2. Second?\n(A) p  (B) q\nAns: (A)\n`;
      expect(await read(paper)).toEqual(['3 single: First? [x | *y]', '8 single: Second? [*p | q]']);
    },
  );

  test('stands below the options of a question whose key is at the end', async () => {
    const list = '1. First?\nA) x\nB) y\n\nSECTION 2 - CHEMISTRY\n\n2. Second?\nA) p\nB) q\n\n';
    expect(await read(`${list}## Answers\n1. B\n2. A\n`)).toEqual([
      '1 single: First? [x | *y]',
      '7 single: Second? [*p | q]',
    ]);
  });

  test('is none where it is a sentence, or where no question follows', async () => {
    expect(
      await read('1. First?\nA) x\nB) y\nAnswer: B\n\nPart 2 says so.\n\n2. Second?\nA) p\nB) q\nAnswer: A\n'),
    ).toEqual(['1 single: First? [x | *y] (why: Part 2 says so.)', '8 single: Second? [*p | q]']);
    expect(await read('1. First?\nA) x\nB) y\nAnswer: B\n\nPart 2: rain\n\nIt falls.\n')).toEqual([
      '1 single: First? [x | *y] (why: Part 2: rain\n\nIt falls.)',
    ]);
  });
});

test('an option may be a block of code alone, and a question begin with "?:"', async () => {
  const list = '?: Third?\n\n( )\n```ruby\nputs 1\n```\n(X) two\n( ) three\n\n?: Fourth?\n\n(X) x\n( ) y\n';
  expect(await read(list)).toEqual([
    '1 single: Third? [```\nputs 1\n``` | *two | three]',
    '10 single: Fourth? [*x | y]',
  ]);
});

describe('a numbered statement with its truth behind it', () => {
  test('is true or false', async () => {
    const list =
      '1. Ice floats. (True)\n2. The moon\n   is a planet. [F]\n3. Wood burns. **True**\n4. Tin sinks. – False\n';
    expect(await read(list)).toEqual([
      '1 single: Ice floats. [*True | False]',
      '2 single: The moon is a planet. [True | *False]',
      '4 single: Wood burns. [*True | False]',
      '5 single: Tin sinks. [True | *False]',
    ]);
  });

  test('is told where it is no sentence or an answer contradicts it, and a short value is none', async () => {
    expect(await read('1. Ice floats on water (True)\n2. Tin sinks. (False)\nAnswer: True\n\n')).toEqual([
      '1 refused no-key',
      expect.stringContaining('Tin sinks. (False) [*True | False]'),
    ]);
    expect(await read('1. Ice floats. - True. - False.\n')).toEqual(['1 refused no-key']);
    expect(await read('1. verbose (False)\n2. debug (True)\n')).toEqual([]);
  });

  test('is one below the answer of another question, and prose in a reason', async () => {
    const first = '1. Which?\n- [x] a\n- [ ] b\n\nAnswer: a\n';
    expect(await read(`${first}\n1. Ice floats. (True)\n2. Tin floats. (False)\n`)).toHaveLength(3);
    expect(await read(`${first}\nExplanation: So\n1. Ice floats. (True)\n2. Tin floats. (False)\n`)).toHaveLength(1);
  });
});

describe('a numbered text that asks nothing', () => {
  const asks = (number: number) => `${number}. Which ${number}?\n- [x] a\n- [ ] b\n\n`;
  const points = (number: number) => `${number}. The parts are\n\n- alpha ${number}\n- beta\n\n`;

  test.each([
    ['above the next', `${points(1)}${points(2)}${asks(3)}`, ['1 no-key', '6 no-key', '11']],
    ['below the last', `${asks(1)}${points(2)}3. Plain.\n`, ['1', '5 no-key', '10 no-options']],
  ])('is told where its number stands in the row of questions, %s', async (_, list, places) => {
    const taken = (await read(list)).map((line) => line.replace(/^(\d+) (?:refused )?(?:single.*)?/, '$1 ').trim());
    expect(taken).toEqual(places);
  });

  test('is prose anywhere else', async () => {
    expect(await read(`${points(1)}${points(2)}`)).toEqual([]);
    expect(await read(`${points(1)}${points(2)}# Quiz\n\n${asks(1)}`)).toHaveLength(1);
  });

  test.each([
    '2. DRAG DROP -\nPut them in order.',
    'Question 2\nHOTSPOT -\nHot Area:',
    '### 2. DRAG-AND-DROP: Put them\n\n- a\n- b',
  ])('is told as of a type that is not taken in: %j', async (text) => {
    expect(await read(`${text}\n\n`)).toEqual(['1 refused unsupported-type']);
  });

  test.each(['DRAG DROP\n![](a.png)', '## DRAG DROP\n\n![](a.png)\n\n<img src="b.png">', 'HOTSPOT -\n\n![x](a.png)'])(
    'and is no part of the question below it where it shows nothing but pictures: %j',
    async (text) => {
      expect(await read(`${text}\n\nWhich burns?\n\nA) ice\nB) wood\n\nAnswer: B\n`)).toEqual([
        '1 refused unsupported-type',
        expect.stringMatching(/^\d single: Which burns\? \[ice \| \*wood\]$/),
      ]);
    },
  );

  test.each([
    'DRAG DROP -\nPut them in order.\n\n1 | ice',
    '\n\n**HOTSPOT** Show where it is wet.',
    'HOT SPOT\n![x](a.png)',
  ])('and is no part of the question above it: %j', async (text) => {
    const [above, below] = [1, 2].map((number) => `${number}. Which ${number}?\nA. ice\nB. wood\nAnswer: B\n`);
    expect(await read(`${above}${text}\n\n${below}`)).toEqual([
      '1 single: Which 1? [ice | *wood]',
      expect.stringMatching(/^[57] refused unsupported-type$/),
      expect.stringMatching(/single: Which 2\? \[ice \| \*wood\]$/),
    ]);
  });

  test('is part of a reason where it says more of what it is about', async () => {
    const list = '1. Which?\nA. ice\nB. wood\nAnswer: B\nA question of type\nDRAG DROP would be another.\n';
    expect(await read(list)).toHaveLength(1);
  });

  test('is told where a word calls it a question', async () => {
    expect(await read('Question #7\nThe parts of it.\n')).toEqual(['1 refused no-options']);
  });
});

describe('an underlined heading', () => {
  const burns = '- [ ] ice\n- [x] wood\n';

  test('is one', async () => {
    const list = `Fire\n====\n\nWhich burns?\n------------\n\n${burns}\nQuestion 4\n----------\nWhich is wet?\n\n${burns}`;
    expect(await read(list)).toEqual([
      '4 single: Which burns? [ice | *wood]',
      '10 single: Which is wet? [ice | *wood]',
    ]);
    const [first] = await takenBy('markdown', `Fire\n====\n\n1. Which?\n${burns}`);
    expect(first).toMatchObject({ question: { topics: ['Fire'] } });
  });

  test('is none where dashes part two questions', async () => {
    const first = `Which burns?\n\n${burns}\nExplanation: It is\n\nonly dry wood\n---\n`;
    expect(await read(`${first}\nWhich is wet?\n\n- [x] ice\n- [ ] tin\n`)).toEqual([
      '1 single: Which burns? [ice | *wood] (why: It is\n\nonly dry wood)',
      '11 single: Which is wet? [*ice | tin]',
    ]);
    expect(
      await read('1. Which burns?\n\nA) ice\nB) wood\n\nAnswer: B\n---------\n\n2. Who?\n\nA) p\nB) q\n\nAnswer: A\n'),
    ).toHaveLength(2);
  });
});

describe('code of options', () => {
  const code = (mark: string, text: string) => `${mark} \`\`\`js\n      ${text}\n      \`\`\`\n`;

  test.each([
    ['- [ ]', '- [x]'],
    ['- [ ] A)', '- [x] B)'],
  ])('may begin behind a box or a letter: %j', async (first, second) => {
    const list = `1. Which?\n\n${code(first, 'a\n        b')}${code(second, 'c')}`;
    expect(await read(`${list}\n2. Who?\n- [x] p\n- [ ] q\n`)).toEqual([
      '1 single: Which? [```\na\n  b\n``` | *```\nc\n```]',
      expect.stringContaining('single: Who? [*p | q]'),
    ]);
  });

  test('may stand at the margin, and a fence alone is none', async () => {
    expect(await read('1. Which?\n\nA. ~~~\n# x\n~~~\nB. ~~~\ny\n~~~\n\nAnswer: B\n')).toEqual([
      '1 single: Which? [```\n# x\n``` | *```\ny\n```]',
    ]);
    const second = '2. Who?\n\nA) p\nB) q\n\nAnswer: B\n';
    expect(await read(`1. Which?\n\nA) \`a\`\nB) \`\`\`\n\nAnswer: A\n\n${second}`)).toEqual([
      '1 refused empty-option',
      '8 single: Who? [p | *q]',
    ]);
  });
});

test('code that begins behind the text of its question takes in no other question, or is refused', async () => {
  const list = (code: string) => `1. Which prints? ${code}\n- [x] yes\n- [ ] no\n\n2. Who? ${code}\n- [x] p\n- [ ] q\n`;
  expect(await read(list('```js\nx\n```'))).toEqual([
    '1 single: Which prints?\n\n```\nx\n``` [*yes | no]',
    '7 single: Who?\n\n```\nx\n``` [*p | q]',
  ]);
  expect(await read(list('```js\nx\n\ny\n```'))).toEqual(['1 refused unclosed-code']);
  expect(await read(list('such as ```x```'))).toEqual([
    '1 single: Which prints? such as `x` [*yes | no]',
    '5 single: Who? such as `x` [*p | q]',
  ]);
});

test('another fence in code ends none of it, and one that nothing ends is told where it stands', async () => {
  const options = '- [x] yes\n- [ ] no\n';
  expect(await read(`1. Which?\n\n\`\`\`\`md\n\`\`\`js\n2. none?\n\`\`\`\n\`\`\`\`\n\n${options}`)).toEqual([
    '1 single: Which?\n\n````\n```js\n2. none?\n```\n```` [*yes | no]',
  ]);
  expect(await read(`1. Which?\n\n${options}\n2. Who?\n\n~~~js\nx\n\`\`\`\n${options}`)).toEqual([
    '1 single: Which? [*yes | no]',
    '6 refused no-options',
    '8 refused unclosed-code',
  ]);
});

test.each([
  '> [!answer]- Answer: B\n> Because.',
  '<details><summary>Answer</summary>\n<p>Correct answer: B</p>\n<p>Because.</p>\n</details>',
  '**Answer: B**\n\n**Solution:**\n\nBecause.',
])('an answer and its reason may stand as %j', async (answer) => {
  expect(await read(`### Which?\n\n- A. x\n- B. y\n\n${answer}\n\n### Who?\n\n- A. p\n- B. q\n\nAnswer: A\n`)).toEqual([
    '1 single: Which? [x | *y] (why: Because.)',
    expect.stringContaining('single: Who? [*p | q]'),
  ]);
});

test('a solution that names an option below an answer is refused', async () => {
  expect(await read('1. Which?\nA) x\nB) y\n\n**Answer: A**\n\n**Solution:**\n\nB\n')).toEqual([
    '1 refused labels-broken',
  ]);
});

test('labels may have a stroke before their sign', async () => {
  const list = '1\\. Which?\n\nA\\. x  \nB\\. y\n\nAnswer: B\n\n2\\. What?\n\nA\\. p\nB\\. q\n\nAnswer: A\n';
  expect(await read(list)).toEqual(['1 single: Which? [x | *y]', '8 single: What? [*p | q]']);
});

test('braces in the options of a list make no GIFT of it', () => {
  expect(formatOf('a.txt', '1. Which is a dict?\nA) []\nB) {}\nAnswer: B\n')?.name).toBe('markdown');
  expect(formatOf('a.txt', 'Which is it?\nA) x\nB) y\nAnswer: {=A ~B}\n')?.name).toBe('gift');
});

test.each([
  ['1.“Road” is?\nA. x\nB. y\nAnswer: B', '2.【Law】 Who?\nA. p\nB. q\nAnswer: A'],
  ['١. “Road” is?\nأ) x\nب) y\nالإجابة الصحيحة: ب', '٢. 【Law】 Who?\nأ) p\nب) q\nالإجابة الصحيحة: أ'],
])('a number may stand right before a quotation mark, or be of another script: %j', async (first, second) => {
  expect(await read(`${first}\n\n${second}\n`)).toEqual([
    '1 single: “Road” is? [x | *y]',
    '6 single: 【Law】 Who? [*p | q]',
  ]);
});

test('a line in bold with a number of two parts heads a question', async () => {
  const question = (number: string, text: string, key: string) =>
    `**${number}**\n${text}\n\nA) x\nB) y\n\n**Answer: ${key}**\n\n`;
  expect(await read(question('Q1-1: Engine', 'Which?', 'B') + question('Q1-2: Bore', 'Name it.', 'A'))).toEqual([
    '1 single: Which? [x | *y]',
    '9 single: Bore\n\nName it. [*x | y]',
  ]);
});

test.each([
  ['Which burns?', 'Which floats?', 'Answer'],
  ['哪个会燃烧？', '哪个会浮？', '答案'],
  ['ما الذي يحترق؟', 'ما الذي يطفو؟', 'الإجابة'],
])('a text that asks begins the next question, whatever its question mark: %s', async (first, second, answer) => {
  const text = `${first}\n\nA) ice\nB) wood\n\n${answer}: B\n\n${second}\n\nA) wood\nB) iron\n\n${answer}: A\n`;
  expect(await read(text)).toEqual([
    expect.stringContaining(`single: ${first} [ice | *wood]`),
    expect.stringContaining(`single: ${second} [*wood | iron]`),
  ]);
});

test.each(['A.\nice\nB.\nwood\nC.\ntin', 'a)\n\nice\n\nb)\n\nwood\n\nc)\n\ntin'])(
  'labels may stand alone above their texts: %j',
  async (options) => {
    expect(await read(`QUESTION NO: 1\nWhich melt?\n\n${options}\n\nAnswer: AC\n`)).toEqual([
      '1 multiple: Which melt? [*ice | wood | *tin]',
    ]);
  },
);

test('letters alone in a block of code are part of the code', async () => {
  const code = '```\nA)\n  x = 1\nB)\n  y = 2\n```';
  expect(await read(`1. What prints 1?\n\n${code}\n\nA) ice\nB) wood\n\nAnswer: A\n`)).toEqual([
    `1 single: What prints 1?\n\n${code} [*ice | wood]`,
  ]);
});

test.each([
  ['AB', 'A ice\nB wood\nC tin'],
  ['B', '| | |\n|---|---|\n| A | ice |\n| B | wood |'],
])('an answer of letters is none to be typed where the text has labels: %s', async (answer, options) => {
  expect(await read(`### 1. Which melt?\n\n${options}\n\nAnswer: ${answer}\n`)).toEqual(['1 refused key-ambiguous']);
});

test('points of a list may be questions by their word', async () => {
  const point = (text: string) => `- Q: ${text}\n  - [ ] ice\n  - [x] wood\n\n`;
  expect(await read(point('Which burns?') + point('What burns?'))).toEqual([
    '1 single: Which burns? [ice | *wood]',
    '5 single: What burns? [ice | *wood]',
  ]);
});

test('a list below an answer to be typed is no part of it', async () => {
  expect(await read('Q: What burns?\nA: Wood\n\n- What melts?\n  - Ice\n')).toEqual([
    expect.stringMatching(/^1 cloze: What burns\? \["Wood"\]/),
  ]);
});

test('a heading above "Q: …" is a topic, unless it is the number of the question', async () => {
  expect(await read('# Ports\n\nQ: Which port has SSH?\nA: 22\n')).toEqual(['3 cloze: Which port has SSH? ["22"]']);
  expect(await read('### Question 1\n\nQ: Which burns?\nA) ice\nB) wood\n\nAnswer: B\n')).toEqual([
    '1 single: Which burns? [ice | *wood]',
  ]);
});

test('"A1." below "Q1." is its answer', async () => {
  expect(await read('**Q1. Which port has SSH?**\nA1. 22\n\n**Q2. Which has DNS?**\n**A2:** 53\n')).toEqual([
    '1 cloze: Which port has SSH? ["22"]',
    '4 cloze: Which has DNS? ["53"]',
  ]);
});

test.each([
  [
    'points that say the answer and the reason',
    '1. Which?\n   - A. x\n   - B. y\n   - **Correct: B**\n   - *Explanation: So.*\n',
  ],
  [
    'a dump with a section and two words for the reason',
    'QUESTION 1\nWhich?\n\nA. x\nB. y\n\nCorrect Answer: B\nSection: (none)\nExplanation\n\nExplanation/Reference:\nSo.\n',
  ],
  ['points that were copied from a page', 'Q1. Which?\n• x\n• y\n\nAnswer: y\n\nSo.\n'],
  ['any picture before a word', '**1. Which?**\n- A) x\n- B) y\n\n🟢 **Answer:** B\n\n📖 **Explanation:** So.\n'],
  ['an option that is marked', '1. Which?\na) x\nb) ==y==\n\nExplanation: So.\n'],
  ['an option that is underlined', '1. Which?\na) x\nb) <u>y</u>\n\nExplanation: So.\n'],
  ['an arrow behind an option', '1. Which?\na) x\nb) y <--\n\nExplanation: So.\n'],
  ['an answer in brackets', 'Q1. Which?\nA. x\nB. y\n[Answer: B]\nExplanation: So.\n'],
  ['an answer in round brackets and in bold', '**1. Which?**\n- A. x\n- B. y\n\n**(Answer: B)**\n\nSo.\n'],
  ['a tick behind an option in bold', '### 1. Which?\n\n- A. x\n- **B. y** ✅\n\nExplanation: So.\n'],
  ['a page with results', 'Question 1: Skipped\nWhich?\n\n- x\n- y\n(Correct)\n\nExplanation\nSo.\n'],
  ['a small letter behind "Ans."', 'Q. Which?\n(a) x\n(b) y\nAns. b\nReason: So.\n'],
])('is read: %s', async (_, text) => {
  expect(await toldBy('markdown', text)).toEqual(['1 single: Which? [x | *y] (why: So.)']);
});

test('a point in code is no mark, and stays as it is', async () => {
  const text = 'Q1. Which?\n\n```\n• x\n```\n\n- a\n- b\n\nAnswer: b\n';
  expect(await toldBy('markdown', text)).toEqual([expect.stringContaining('• x')]);
});

test('"Q." and "A." are a question and what is typed', async () => {
  expect(await toldBy('markdown', 'Q. What burns?\nA. wood\n\nQ. What melts?\nA. ice\n')).toEqual([
    '1 cloze: What burns? ["wood"]',
    '4 cloze: What melts? ["ice"]',
  ]);
});

test('"Q." has a number, and below "P." it is a point of a list', async () => {
  expect(await toldBy('markdown', '> Q. 3. Which?\n> A. x\n> B. y\n>\n> Ans. b\n')).toEqual([
    '1 single: Which? [x | *y]',
  ]);
  const text = '1. Match.\n\nP. Volt\nQ. Ampere\nR. Ohm\n\nA. P-1, Q-2\nB. P-2, Q-1\n\nAnswer: B\n';
  expect(await toldBy('markdown', text)).toEqual([
    '1 single: Match.\n\nP. Volt Q. Ampere R. Ohm [P-1, Q-2 | *P-2, Q-1]',
  ]);
});

test('Roman numbers before options are none that an answer names, and none is typed', async () => {
  const list = '1. Which?\n   i. x\n   ii. y\n\n   Answer: ';
  expect(await toldBy('markdown', `${list}ii\n`)).toEqual(['1 refused key-ambiguous']);
  expect(await toldBy('markdown', '1. Which letter is ten?\n\nAnswer: x\n')).toEqual([
    '1 cloze: Which letter is ten? ["x"]',
  ]);
});

test('an option in bold may hold the signs of a mark', async () => {
  expect(await toldBy('markdown', '1. Which compares?\n- `=`\n- **`===`**\n')).toEqual([
    '1 single: Which compares? [`=` | *`===`]',
  ]);
});
