// Questions on pages as site builders and note takers write them: front matter, callouts, containers, collapsed parts, anchors.
import { describe, expect, test } from 'vitest';
import { toldBy, toldWithoutLines } from '../../support/told.ts';

const read = (text: string) => toldBy('markdown', text);

const BURNS = 'single: Which burns? [ice | *wood]';

describe('front matter', () => {
  test.each([
    ['question: "Which burns?"', 2],
    ["question: 'Which burns?'", 2],
    ['title: One\nquestion: Which burns?\ntags: [a]', 3],
    ['question: |\n  Which\n  burns?', 2],
    ['pergunta: Which burns?', 2],
  ])('holds the question of its page: %j', async (fields, line) => {
    expect(await read(`---\n${fields}\n---\n\n1. [ ] ice\n1. [x] wood\n`)).toEqual([`${line} ${BURNS}`]);
  });

  test('is no text otherwise', async () => {
    expect(await read('---\ntitle: Which burns?\n---\n\n### Which burns?\n\n- [ ] ice\n- [x] wood\n')).toEqual([
      `5 ${BURNS}`,
    ]);
  });
});

describe('a callout', () => {
  test('may hold the options, and the next one the answer', async () => {
    const options = '> [!question] Which burns?\n> A) ice\n> B) wood\n\n';
    expect(
      await read(`${options}> [!success]- Show answer\n> **Correct answer: B**\n>\n> *Explanation*:\n> It is dry.\n`),
    ).toEqual([`1 ${BURNS} (why: It is dry.)`]);
    expect(await read(`${options}> [!tip]- Answer\n> B\n`)).toEqual([`1 ${BURNS}`]);
  });

  test('below the heading of its question has no title of its own', async () => {
    expect(await read('### Which burns?\n\n> [!question] Think\n> - [ ] ice\n> - [x] wood\n')).toEqual([
      '1 single: Which burns?\n\nThink [ice | *wood]',
    ]);
  });
});

test.each([
  ['a container', '::: details Show the answer\n**Answer: B**\n:::'],
  ['an admonition', '??? success "Answer"\n    B'],
  ['a tag of a template', '{% endhint %}\n\n**Answer: B**'],
  ['a way back', 'Answer: B\n\n**[Back to top](#contents)**'],
])('%s is no text', async (_, answer) => {
  expect(await read(`{% hint %}\n<a id="q1"></a>\n\n### Which burns?\n\nA. ice\nB. wood\n\n${answer}\n`)).toEqual([
    `4 ${BURNS}`,
  ]);
});

test('a list of contents holds no questions', async () => {
  expect(await read('1. [Which burns?](#which-burns)\n2. [Which melts?](#which-melts)\n')).toEqual([]);
});

test('a collapsed part with whole questions in it hides none of them', async () => {
  const question = (name: string) =>
    `**Question 1 :** Which ${name}?\n\na) ice\n\nb) wood\n\n<details>\n<summary>Show</summary>\n\n**Answer : b)** — It is dry.\n\n</details>\n\n---\n\n`;
  const page = `<details>\n<summary>7 — Quiz</summary>\n\n${question('burns')}${question('floats')}</details>\n`;
  expect(await toldWithoutLines('markdown', page)).toEqual([
    `${BURNS} (why: It is dry.)`,
    'single: Which floats? [ice | *wood] (why: It is dry.)',
  ]);
  expect(await read('1. Name it\n\n<details><summary>Show</summary>\n\nwood\n\n</details>\n')).toEqual([
    '1 cloze: Name it ["wood"]',
  ]);
});

describe('options on one line', () => {
  test.each(['A) ice  B) wood', 'A. ice · B. wood', '   a) ice — b) wood', 'A. ice | B. wood', 'A) ice · **B) wood**'])(
    'are taken apart where they stand well apart: %j',
    async (line) => {
      expect(await read(`### Which burns?\n\n${line}\n\nAnswer: B\n`)).toEqual([`1 ${BURNS}`]);
    },
  );

  test('with three brackets need no more than a space', async () => {
    expect(await read('### Which burns?\n\na) ice b) wood c) tin\n\nAnswer: b\n')).toEqual([
      '1 single: Which burns? [ice | *wood | tin]',
    ]);
  });

  test('are not seen in prose', async () => {
    expect(await read('### Who?\n\nA. Stone met B. Wood\n\nAnswer: B\n')).toEqual([
      expect.stringMatching(/^1 refused/),
    ]);
  });
});

describe('questions without numbers and headings', () => {
  const boxes = '\n\n- [x] ice\n- [ ] wood\n\n';

  test('that begin in bold leave the text below the options to the one above it', async () => {
    const text = `**It is cold:**${boxes}Water freezes.\n\n**Think of rain.**\n\nWhich falls?${boxes}It does.\n`;
    expect(await toldWithoutLines('markdown', text)).toEqual([
      'single: It is cold: [*ice | wood] (why: Water freezes.)',
      'single: Think of rain.\n\nWhich falls? [*ice | wood] (why: It does.)',
    ]);
  });

  test.each(['- ❌ wood\n- ✅ ice', 'A) wood\nB) ice (correct)', '- wood\n- **ice**'])(
    'begin anew below options that are marked so: %j',
    async (options) => {
      const text = `Which falls?\n\n${options}\n\nExplanation: It does.\n\nWhich is cold?\n\n${options}\n`;
      expect(await toldWithoutLines('markdown', text)).toEqual([
        'single: Which falls? [wood | *ice] (why: It does.)',
        'single: Which is cold? [wood | *ice]',
      ]);
    },
  );

  test.each(['Which is cold? (Choose one.)', 'It is cold:'])('begin anew below a reason: %j', async (second) => {
    const text = `Which falls?${boxes}**Explanation:** It does.\n\n${second}${boxes}`;
    expect(await toldWithoutLines('markdown', text)).toEqual([
      'single: Which falls? [*ice | wood] (why: It does.)',
      `single: ${second} [*ice | wood]`,
    ]);
  });
});
