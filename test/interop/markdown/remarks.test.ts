// What stands around the questions of lists as they are found: remarks, votes, answers that somebody gave, code, pictures, links.
import { describe, expect, test } from 'vitest';
import { toldWithoutLines } from '../../support/told.ts';

const read = (text: string) => toldWithoutLines('markdown', text);

const BURNS = 'single: Which burns? [ice | *wood]';
const LETTERED = '### Which burns?\n\nA. ice\nB. wood\n\n';
const TICKED = '### Which burns?\n\n- [ ] ice\n- [x] wood\n\n';

describe('a paragraph below the options', () => {
  test.each([TICKED, `${LETTERED.replace('wood', 'wood (correct)')}`])('is part of the reason: %j', async (options) => {
    expect(await read(`${options}Wood is dry.\n\n### Next\n`)).toEqual([`${BURNS} (why: Wood is dry.)`]);
  });

  test('stands before the reason that the answer gives', async () => {
    expect(await read(`${LETTERED}Think first.\n\nAnswer: B\n\nWood is dry.\n`)).toEqual([
      `${BURNS} (why: Think first.\n\nWood is dry.)`,
    ]);
  });

  test('is part of an option that another follows', async () => {
    expect(await read('### Which burns?\n\nA. ice\nB. wood\n\nof a tree\n\nC. tin\n\nAnswer: B\n')).toEqual([
      'single: Which burns? [ice | *wood\n\nof a tree | tin]',
    ]);
  });

  test('is the next question where it asks, or where options follow it', async () => {
    const next = 'single: It melts [*ice | wood]';
    expect(await read(`${TICKED}It melts\n\n- [x] ice\n- [ ] wood\n`)).toEqual([BURNS, next]);
    expect(await read(`${TICKED}It melts, and that is all.\n\n- water\n- steam\n`)).toEqual([
      expect.stringMatching(/^single: Which burns\? \[ice \| \*wood\] \(why: It melts/),
    ]);
  });

  test('keeps where its links lead, which is no part of an answer', async () => {
    const voted = `${LETTERED}**Answer:** B [🗳️](https://example.org/votes)\n`;
    expect(await read(voted)).toEqual([BURNS]);
    expect(await read(`${TICKED}[Source](https://example.org/wood)\n`)).toEqual([
      `${BURNS} (why: Source (https://example.org/wood))`,
    ]);
  });
});

describe('a numbered list in the reason that an answer gives', () => {
  const answered = `${LETTERED}Answer: B\n\n**Explanation:**\nTwo things:\n\n`;

  test.each([
    '1. Wood is dry:\n   - It was cut.\n   - It was stored.\n\n4. Ice is wet.\n\nAnd so on.',
    '2. Wood is dry.\n\nAnd so on.',
    '1. Wood is dry.\n\n```\nburn wood\n```',
  ])('is part of it, with what stands below: %j', async (list) => {
    const why = `Two things:\n\n${list.replaceAll('   - ', '- ')}`;
    expect(await read(`${answered}${list}\n\n## Next\n`)).toEqual([`${BURNS} (why: ${why})`]);
    expect(await read(`${answered}${list}\n\n### Which melts?\n\nA. ice\nB. wood\n\nAnswer: A\n`)).toEqual([
      `${BURNS} (why: ${why})`,
      'single: Which melts? [*ice | wood]',
    ]);
  });

  test('is none of it where the numbers are those of questions, which are refused', async () => {
    const list = '1. Describe fire.\n2. Describe ice.\n3. Which melts?\n\nA. ice\nB. wood\n\nAnswer: A\n';
    expect(await read(`${LETTERED}Answer: B\n\n${list}`)).toEqual([
      BURNS,
      'refused no-options',
      'refused no-options',
      'single: Which melts? [*ice | wood]',
    ]);
  });

  test('is none of it below another heading', async () => {
    expect(await read(`${answered}Enough.\n\n## Setting up\n\n2. Install it.\n   - Once.\n`)).toEqual([
      `${BURNS} (why: Two things:\n\nEnough.)`,
    ]);
  });
});

test.each(['Answer:\n![a](https://example.org/a.png)', '**Answer:** ![](a.png)', 'Answer: <img src="a.png">'])(
  'a picture as the answer is no text to be typed: %j',
  async (answer) => {
    expect(await read(`### Drag the items. Where do they go?\n\n${answer}\n`)).toEqual(['refused only-picture']);
  },
);

test('pictures in HTML are told, and what they show stays', async () => {
  expect(await read('1. What burns? <img src="a.png" alt="A fire" width="20">\n   - [x] wood\n   - [ ] ice\n')).toEqual(
    ['single: What burns? [picture: A fire] [*wood | ice] (lost: pictures)'],
  );
  expect(await read('1. What burns?\n\n   <img src="a.png">\n   - [x] wood\n   - [ ] ice\n')).toEqual([
    'single: What burns?\n\n[picture] [*wood | ice] (lost: pictures)',
  ]);
  expect(await read('1. What <video src="a.mp4"></video> burns?\n   - [x] wood\n   - [ ] ice\n')).toEqual([
    'single: What [picture] burns? [*wood | ice] (lost: pictures)',
  ]);
});

describe('a collapsed part above the options', () => {
  const boxes = '- [ ] ice\n- [x] wood\n';

  test.each([
    '<details><summary>Hint</summary>It is dry.</details>',
    '<details>\n<summary>Hint</summary>\n\nIt is dry.\n\n</details>',
  ])('that is a hint is no answer: %j', async (hint) => {
    const told = `${BURNS} (why: It is dry.)`;
    expect(await read(`### Which burns?\n\n${hint}\n\n${boxes}`)).toEqual([told]);
    expect(await read(`### Which burns?\n\n${hint}\n\nA. ice\nB. wood\n\nAnswer: B\n`)).toEqual([told]);
  });

  test('that may be the answer and names no option is refused', async () => {
    const exhibit = '<details><summary>Exhibit</summary>It is dry.</details>';
    expect(await read(`### Which burns?\n\n${exhibit}\n\n${boxes}`)).toEqual(['refused key-unknown']);
  });
});

describe('answers that are no key', () => {
  test.each([
    'My answer: A',
    'Your answer: A',
    '**Selected Answer:** A',
    'Meine Antwort: A',
    'Ваш ответ: A',
    '我的答案：A',
    'Community vote distribution\nA (90%)\nB (10%)',
    'Community vote distribution\nA (90%)\n10%',
    '*Community vote distribution*\n\nA (100%)',
  ])('are left out beside one, and told: %j', async (choice) => {
    const lost = ' (lost: answers given or voted for)';
    expect(await read(`${LETTERED}${choice}\n\nCorrect answer: B\n`)).toEqual([BURNS + lost]);
    expect(await read(`${LETTERED}Correct answer: B\n\n${choice}\n\nWood is dry.\n`)).toEqual([
      `${BURNS} (why: Wood is dry.)${lost}`,
    ]);
    expect(await read(`${LETTERED}${choice}\n`)).toEqual(['refused no-key']);
  });

  test('an option is not right because most voted for it, and the mark is no text', async () => {
    const voted = LETTERED.replace('ice', 'ice **Most Voted**');
    expect(await read(`${voted}Correct answer: B\n`)).toEqual([BURNS]);
    expect(await read(voted)).toEqual(['refused no-key']);
  });

  test('a vote on the line of the answer is no part of it', async () => {
    expect(await read(`${LETTERED}Correct Answer:\nB Community vote distribution A (75%) B (25%)\n`)).toEqual([BURNS]);
  });

  test('a word that is not known beside a letter is none', async () => {
    expect(await read(`${LETTERED}Zorp: A\n`)).toEqual(['refused no-key']);
  });
});

describe('what an answer says besides its letter', () => {
  test.each([
    'Answer: B. Wood is dry.',
    'Answer: **B** – Wood is dry.',
    'Answer: B (Wood is dry.)',
    'Answer: B. Explanation: Wood is dry.',
    '<details><summary>Answer</summary>\n\n**B)** Wood is dry.\n\n</details>',
    'Answer: B\n\n**Explanation**\n\nWood is dry.',
    'Answer: B\n\n#### Explanation\n\nWood is dry.',
    'Answer: B\nSolution: Wood is dry.',
    'Answer: B\n\n<details><summary>Why?</summary>\nWood is dry.\n</details>',
  ])('is the reason: %j', async (answer) => {
    expect(await read(`${LETTERED}${answer}\n`)).toEqual([`${BURNS} (why: Wood is dry.)`]);
  });

  test.each(['Ans. (b) wood', 'Ans: b) wood', '<!-- Answer: B -->', '[Answer] B', '**Correct:** B'])(
    'is nothing where it is the option again: %s',
    async (answer) => {
      expect(await read(`${LETTERED}${answer}\n`)).toEqual([BURNS]);
    },
  );

  test('a solution with another letter contradicts it', async () => {
    expect(await read(`${LETTERED}Answer: B\nSolution: A\n`)).toEqual(['refused key-ambiguous']);
  });
});

describe('letters', () => {
  test('without a space are labels where the lines count on, and code stays as it is', async () => {
    const code = '```\nA.x\nB.y\n```';
    expect(await read(`### Which burns?\n\n${code}\n\n- A:ice\n- B: \`wood\`\n\nAnswer: B\n`)).toEqual([
      `single: Which burns?\n\n${code} [ice | *\`wood\`]`,
    ]);
  });

  test('alone above blocks of code are labels of these', async () => {
    const block = (letter: string, tick: string) =>
      `- [${tick}] ${letter}\n\n\`\`\`\n${letter.toLowerCase()}()\n\`\`\`\n\n`;
    expect(await read(`### Which burns?\n\n${block('A', ' ')}${block('B', 'x')}`)).toEqual([
      'single: Which burns? [```\na()\n``` | *```\nb()\n```]',
    ]);
  });

  test('of an option that was chosen may stand in a quote', async () => {
    expect(await read('### Which burns?\n\nA. ice\n\n>B. wood\n\nC. tin\n\nAnswer: C\n')).toEqual([
      'single: Which burns? [ice | wood | *tin]',
    ]);
  });
});

test.each(['![](a.png)', '![img](a.png)', 'A\n  ![image](a.png)', '![a.png](a.png)'])(
  'an option that is a picture without words is refused: %j',
  async (option) => {
    expect(await read(`### Which burns?\n\n- [ ] ${option}\n- [x] wood\n`)).toEqual(['refused only-picture']);
  },
);

test('numbered options right under a heading that does not ask are its options where an answer follows', async () => {
  const list = '1. ice\n2. wood\n\n';
  expect(await read(`### What burns\n\n${list}Answer: 2\n`)).toEqual(['single: What burns [ice | *wood]']);
  expect(await read(`### What burns\n\n${list}### More\n`)).toEqual([]);
});

test('a heading behind a summary is no heading of the question', async () => {
  const hidden = '<details><summary>Answer</summary>\n\n## In short\n\nB\n\n</details>\n';
  expect(await read(`${LETTERED}${hidden}`)).toEqual([
    expect.stringMatching(/^(single: Which burns\?|refused key-unknown)/),
  ]);
});

test('a list in HTML is no text to type a letter for', async () => {
  expect(await read('### Which burns?\n\n<ol><li>ice</li><li>wood</li></ol>\n\nAnswer: B\n')).toEqual([
    'refused key-ambiguous',
  ]);
});

test('a heading that calls itself a question is counted, whatever is below it', async () => {
  expect(
    await read('## Question 1\n\nWhy does it burn?\n\n## Q2. Why?\n\nSince it is dry.\n\n## Why not?\n\nIt is wet.\n'),
  ).toEqual(['refused no-options', 'refused no-options']);
});

test('"... No, since …" below an option is its reason', async () => {
  const options = 'a) ice\n... It melts.\n*b) wood\n... Yes,\n... it burns.\n';
  expect(await read(`1. Which burns?\n${options}`)).toEqual([
    'single: Which burns? [ice {It melts.} | *wood {Yes, it burns.}]',
  ]);
});

test.each(['Answer: B', '<b>Answer:</b> B) wood', 'Correct answer: B'])(
  'the summary of what is collapsed may say the answer: %j',
  async (summary) => {
    const hidden = `<details>\n<summary>${summary}</summary>\n\nIt is dry.\n\n</details>\n`;
    expect(await read(`${LETTERED}${hidden}`)).toEqual([`${BURNS} (why: It is dry.)`]);
    expect(await read(`${LETTERED}<details><summary>${summary}</summary></details>\n`)).toEqual([BURNS]);
  },
);
