// Numbers in lists of questions: of options, of the answers in a key, of questions with a remark behind, of topics.
import { describe, expect, test } from 'vitest';
import { toldBy } from '../../support/told.ts';

const read = (text: string) => toldBy('markdown', text);

describe('numbers behind the marks of a list', () => {
  test('are labels of the options, where they count from 1', async () => {
    expect(await read('## Question 1\n\nWhich flies?\n\n- 1. newt\n- 2. eel\n- 3. tern\n\nAnswer: 3\n')).toEqual([
      '1 single: Which flies? [newt | eel | *tern]',
    ]);
    expect(await read('1. Which?\n- [ ] 1) newt\n- [x] 2) tern\n')).toEqual(['1 single: Which? [newt | *tern]']);
  });

  test('are their texts where they count otherwise, or nothing else tells the options apart', async () => {
    expect(await read('## When?\n\n- [ ] 1. May\n- [x] 2. May\n')).toEqual(['1 single: When? [1. May | *2. May]']);
    expect(await read('## Which?\n\n- 2. newt\n- 3. tern\n\nAnswer: 3. tern\n')).toEqual([
      '1 single: Which? [2. newt | *3. tern]',
    ]);
  });
});

describe('numbers of options in a key below the questions', () => {
  const list = '1. Which flies?\n   1. newt\n   2. tern\n   3. gull\n\n2. Which swims?\n   1. eel\n   2. elk\n\n';
  test.each(['Answers', '**Answers**', '## Answers', 'Answers:', '## Solutions'])(
    'are read under "%s"',
    async (title) => {
      expect(await read(`${list}${title}\n\n1. 2, 3\n2. 1\n`)).toEqual([
        '1 multiple: Which flies? [newt | *tern | *gull]',
        '6 single: Which swims? [*eel | elk]',
      ]);
    },
  );

  test('are options where an answer follows them, or nothing above has any', async () => {
    const ambiguous = [expect.stringContaining('key-ambiguous')];
    expect(await read('1. How many?\n\nAnswers:\n\n1. 2\n2. 4\n\nAnswer: 2\n')).toEqual(ambiguous);
    const [, second] = await read(
      '1. Which?\n   1. x\n   2. y\n\n2. How many?\n\nAnswers:\n\n1. 3\n2. 4\n\nAnswer: A\n',
    );
    expect(second).toBe('5 single: How many? [*3 | 4]');
  });
});

describe('a remark behind the number of a question', () => {
  const options = '\n\nWhich fly?\n\n- A. tern\n- B. newt\n- C. gull\n\n**Answer: A, C**\n';
  test.each([
    '**Question 3** *(Select TWO)*',
    '**Question 3 (Select TWO)**',
    'Question 3 (Select TWO)',
    '### Question 3 (Select TWO)',
    '### **Question 3** *(Select TWO)*',
  ])('says behind the text how many are asked for: %s', async (head) => {
    expect(await read(head + options)).toEqual(['1 multiple: Which fly? (Select TWO) [*tern | newt | *gull]']);
    expect(await read(head + options.replace(', C', ''))).toEqual(['1 refused count-differs']);
  });

  test.each(['### Which fly?', '### Question 3: Which fly?', '## Which fly'])(
    'below a heading that asks leaves that: %s',
    async (head) => {
      const asked = head.replace(/^[#\s]+(Question 3: )?/, '');
      expect(await read(`${head}\n\n*(Choose two)*\n\n- A. tern\n- B. newt\n- C. gull\n\nAnswer: A, C\n`)).toEqual([
        `1 multiple: ${asked} (Choose two) [*tern | newt | *gull]`,
      ]);
    },
  );

  test('stays where it says something else', async () => {
    expect(await read(`**Question 3** (Networking)${options}`)).toEqual([
      '1 multiple: (Networking)\n\nWhich fly? [*tern | newt | *gull]',
    ]);
  });
});

test.each([
  ['### **Question 3**\n\nIt is blue.', 'It is blue.'],
  ['### **Question 3:** It is blue.', 'It is blue.'],
  ['### **Question 3: It is blue.**', 'It is blue.'],
  ['### **3.** It is blue.', 'It is blue.'],
  ['**Question 3 (2 points):** It is blue.', 'It is blue.'],
  ['**Question 3 (Easy):** It is blue.', '(Easy) It is blue.'],
  ['**3. (Easy)** It is blue.', '(Easy) It is blue.'],
])('a number in bold is no part of the text: %j', async (head, stem) => {
  expect(await read(`${head}\n\nA. red\nB. blue\n\nAnswer: B\n`)).toEqual([`1 single: ${stem} [red | *blue]`]);
});

test.each(['- (Exam Topic 1)', '(Exam Topic 1)', '(Topic 12)', 'Topic 1'])(
  'the topic of a dump is no part of the question below it: %s',
  async (topic) => {
    for (const head of ['### Question #1\n\n', 'NEW QUESTION 1\n'])
      expect(await read(`${head}${topic}\nIt is wet. What is it?\n\nA. ice\nB. fire\n\nAnswer: A\n`)).toEqual([
        '1 single: It is wet. What is it? [*ice | fire]',
      ]);
  },
);

test('digits on keys are numbers of questions, and of answers in a key', async () => {
  expect(await read('**1️⃣ Which?**\nA) x\nB) y ✔️\n\n**2️⃣ What?**\nA) p ✔️\nB) q\n')).toEqual([
    '1 single: Which? [x | *y]',
    '5 single: What? [*p | q]',
  ]);
  expect(await read('### 9️⃣ Which?\n- A) x\n- B) y\n\n### 🔟 What?\n- A) p\n- B) q\n\n## Answers\n9️⃣ B\n🔟 A\n')).toEqual(
    ['1 single: Which? [x | *y]', '5 single: What? [*p | q]'],
  );
});

test('of a text in bold behind a number a gap at its end stays, and the mark of the bold does not', async () => {
  expect(await read('**4. It is a ______.**\n**Answer:** cell\n')).toEqual(['1 cloze: It is a ______. ["cell"]']);
});

test.each(['❓ **Question 1:** Which?', '### 🧠 1. Which?', '**🔹 1. Which?**'])(
  'a picture before a number is no part of the text: %s',
  async (head) => {
    expect(await read(`${head}\n\nA) x\nB) y\n\nAnswer: B\n`)).toEqual(['1 single: Which? [x | *y]']);
  },
);

test.each(['📅 2023: The firm moves.', '© 2023. The firm moves.'])(
  'a picture before a year stays, which is no number of a question: %s',
  async (text) => {
    expect(await read(`1. Look:\n${text}\nWhere?\n\nA) x\nB) y\n\nAnswer: B\n`)).toEqual([
      `1 single: Look: ${text} Where? [x | *y]`,
    ]);
  },
);

test('a decimal at the start of a heading is no number of a question', async () => {
  expect(await read('### **3.14 is what?**\n\nA) x\nB) y\n\nAnswer: B\n')).toEqual([
    '1 single: 3.14 is what? [x | *y]',
  ]);
});

test('stars of a power stay behind a number or a letter that is bold by itself', async () => {
  const text = '**1.** What is 2**3?\n\n**A.** 3**2\n**B.** *args and **kwargs\n- **C.** `**x`\n\nAnswer: A\n';
  expect(await read(text)).toEqual(['1 single: What is 2**3? [*3**2 | *args and **kwargs | `**x`]']);
});
