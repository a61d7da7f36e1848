// Answers that can mean two options are refused: by text or by number, by two fields, by labels that are out of order.
import { describe, expect, test } from 'vitest';
import { takenBy } from '../support/interop.ts';
import { toldWithoutLines } from '../support/told.ts';

const ofJson = (...records: object[]) => toldWithoutLines('json', JSON.stringify(records));
const ofYaml = (...records: object[]) =>
  toldWithoutLines('yaml', records.map((record) => `- ${JSON.stringify(record)}\n`).join(''));
const ofCsv = (...rows: string[]) => toldWithoutLines('csv', `${rows.join('\n')}\n`);

const asked = (answer: unknown, ...options: unknown[]) => ({ question: 'How many legs?', options, answer });

describe('a number that is the text of an option and could be a place', () => {
  test.each([ofJson, ofYaml])('is refused where the readings differ', async (read) => {
    expect(await read(asked(1, '1', '8', '6'))).toEqual(['refused key-ambiguous']);
    expect(await read(asked('2', '1', '8', '2', '6'))).toEqual(['refused key-ambiguous']);
  });

  test.each([ofJson, ofYaml])('is read where all that are possible agree', async (read) => {
    expect(await read(asked(3, '8', '6', '3'))).toEqual(['single: How many legs? [8 | 6 | *3]']);
    expect(await read(asked(8, '4', '8', '6'))).toEqual(['single: How many legs? [4 | *8 | 6]']);
  });

  test('is a text where the file answers in words, and a place counted as the file counts', async () => {
    const spider = { question: 'Which spins?', options: ['ant', 'spider', 'bee'], answer: 'spider' };
    expect((await ofJson(spider, asked('2', '1', '8', '2', '6')))[1]).toBe('single: How many legs? [1 | 8 | *2 | 6]');
    expect((await ofJson(spider, asked(2, '1', '8', '2', '6')))[1]).toBe('refused key-ambiguous');
    const first = { ...spider, answer: 0 };
    expect((await ofJson(first, asked(2, '1', '8', '2', '6')))[1]).toBe('single: How many legs? [1 | 8 | *2 | 6]');
    expect((await ofJson(first, asked(1, '1', '8', '2', '6')))[1]).toBe('refused key-ambiguous');
  });

  test('in a table, too; headings with numbers say from where they count', async () => {
    expect(await ofCsv('question,a,b,c,answer', 'Legs?,1,8,6,1')).toEqual(['refused key-ambiguous']);
    expect(await ofCsv('question,a,b,c,answer', 'Legs?,8,6,3,3')).toEqual(['single: Legs? [8 | 6 | *3]']);
    expect(await ofCsv('question,option 1,option 2,option 3,answer', 'Legs?,8,2,6,2')).toEqual([
      'single: Legs? [8 | *2 | 6]',
    ]);
  });
});

describe('a word with a number, beside labels that count from 0', () => {
  const options = { choice0: 'ant', choice1: 'spider', choice2: 'bee' };

  test('is refused where the word is not theirs, since it may count from 1', async () => {
    expect(await ofCsv('question,choice0,choice1,answer', 'Which spins?,ant,spider,Option 1')).toEqual([
      'refused key-ambiguous',
    ]);
    expect(await ofJson({ question: 'Which spins?', ...options, answer: 'Option 1' })).toEqual([
      'refused key-ambiguous',
    ]);
  });

  test('is the one that is called so', async () => {
    const spins = 'single: Which spins? [ant | *spider | bee]';
    expect(await ofCsv('question,choice0,choice1,choice2,answer', 'Which spins?,ant,spider,bee,Choice 1')).toEqual([
      spins,
    ]);
    expect(await ofJson({ question: 'Which spins?', ...options, answer: 'choice1' })).toEqual([spins]);
    const fromOne = { option1: 'ant', option2: 'spider', option3: 'bee' };
    expect(await ofJson({ question: 'Which spins?', ...fromOne, answer: 'Choice 2' })).toEqual([spins]);
  });
});

describe('several texts under "answers" and no options', () => {
  const list = ['ant', 'spider', 'bee'];

  test.each([
    { right: 'spider' },
    { isCorrect: [false, true, false] },
    { korrekt: 2 },
    { expected: 'spider' },
    { sol: 'B' },
    { type: 'multiple choice' },
    { right_id: 2 },
    { sol_number: 2 },
    { correct_option_number: 2 },
  ])('are not all right beside a field that may be the key: %j', async (more) => {
    expect(await ofJson({ question: 'Which spins?', answers: list, ...more })).toEqual(['refused no-key']);
  });

  test.each([
    [[{ text: 'ant' }, { text: 'bee' }]],
    [['A. ant', 'B. bee']],
    [['6', '8']],
    [['ant', 'bee', 'All of the above']],
    [['True', 'False']],
    ['ant; bee; crab'],
  ])('are not all right where they look like options: %j', async (answers) => {
    expect(await ofJson({ question: 'Which spins?', answers })).toEqual(['refused no-key']);
  });

  test.each([{ correct_idx: 1 }, { ans: 'b' }, { right_option: 'B' }, { gold: 'B' }, { label: 'spider' }])(
    'are the options beside a field that is known to be the key: %j',
    async (more) => {
      expect(await ofJson({ question: 'Which spins?', answers: list, ...more })).toEqual([
        'single: Which spins? [ant | *spider | bee]',
      ]);
    },
  );

  test.each([{ gold: 1 }, { label: 1 }, { target: 1 }])('%j may count from 0 or from 1', async (more) => {
    expect(await ofJson({ question: 'Which spins?', answers: list, ...more })).toEqual(['refused key-ambiguous']);
  });

  test.each(['answers', 'answer', 'correct_answers'])(
    '%s: several texts are spellings where the record says so, and else all may be needed',
    async (name) => {
      const record = { id: 'q1', question: 'Which web?', [name]: ['grey', 'gray'], difficulty: 2, source: 'p. 4' };
      expect(await ofJson(record)).toEqual(['refused answers-unclear']);
      expect(await ofJson({ ...record, type: 'short_answer' })).toEqual(['cloze: Which web? ["grey","gray"]']);
      expect(await ofJson({ ...record, [name]: ['Grey', 'grey.'] })).toEqual(['cloze: Which web? ["Grey","grey."]']);
    },
  );

  test('spellings have a field of their own', async () => {
    expect(await ofJson({ question: 'Which web?', answer: 'grey', aliases: ['gray'] })).toEqual([
      'cloze: Which web? ["grey","gray"]',
    ]);
  });
});

describe('an answer with several labels and their texts', () => {
  const options = ['ant', 'bee', 'crab', 'dog'];
  const three = 'multiple: How many legs? [*ant | bee | *crab | dog]';

  test.each([
    'A) ant and C) crab',
    'A) ant, C) crab',
    'A: ant; C: crab',
    'A. ant, and C. crab',
    'A) ant\nC) crab',
    'A and C',
    'Both A and C',
    'a und c',
    'A et C',
    'A y C',
    'A e C',
    'A、C',
    'A和C',
    'A & C',
    '【AC】',
  ])('names them all: %j', async (answer) => {
    expect(await ofJson(asked(answer, ...options))).toEqual([three]);
    expect(await ofCsv('question,a,b,c,d,answer', `"How many legs?",${options},"${answer}"`)).toEqual([three]);
  });

  test.each(['A - C', 'A) ant, C) dog', 'A. ant or C. crab', 'A (not C)', 'A: it has six, C) as well'])(
    'names none where it is not sure that these are all: %j',
    async (answer) => {
      expect(await ofJson(asked(answer, ...options))).toEqual([expect.stringContaining('refused key-')]);
    },
  );

  test.each(['B', 'B) bee', 'B (bee)', 'B 🐝', '(B)', 'Option B'])('names one: %j', async (answer) => {
    expect(await ofJson(asked(answer, ...options))).toEqual(['single: How many legs? [ant | *bee | crab | dog]']);
  });
});

describe('what stands behind the letter of an answer is the reason', () => {
  const options = ['ant', 'bee', 'crab'];

  test.each([
    ['B, because it stings', 'because it stings'],
    ['B since it stings', 'since it stings'],
    ['B - it stings', 'it stings'],
    ['B (it stings)', 'it stings'],
    ['B. Explanation: it stings', 'it stings'],
  ])('%j', async (answer, why) => {
    const expected = [`single: How many legs? [ant | *bee | crab] (why: ${why})`];
    expect(await ofJson(asked(answer, ...options))).toEqual(expected);
    expect(await ofCsv('question,a,b,c,answer', `"How many legs?",${options},"${answer}"`)).toEqual(expected);
    const lettered = options.map((option, index) => `${'ABC'[index]}. ${option}`).join('\n');
    expect(await toldWithoutLines('aiken', `How many legs?\n${lettered}\nANSWER: ${answer}\n`)).toEqual(expected);
    expect(await toldWithoutLines('markdown', `How many legs?\n\n${lettered}\n\nAnswer: ${answer}\n`)).toEqual(
      expected,
    );
    const front = `How many legs?<br>${lettered.replaceAll('\n', '<br>')}`;
    expect(await toldWithoutLines('anki', `#separator:tab\n#html:true\n${front}\t${answer}\n`)).toEqual(expected);
  });

  test('but not where an option is so called', async () => {
    expect(await ofJson(asked('C. Jones', 'A. Smith', 'C. Jones'))).toEqual([
      'single: How many legs? [A. Smith | *C. Jones]',
    ]);
  });
});

describe('labels in the texts of options', () => {
  test('decide, where they leave letters out', async () => {
    expect(await ofJson(asked('C', 'A. ant', 'C. crab', 'D. dog'))).toEqual([
      'single: How many legs? [A. ant | *C. crab | D. dog]',
    ]);
  });

  test('are no part of the text where all are there in order', async () => {
    expect(await ofJson(asked('C', 'A)ant', 'B)bee', 'C)crab'))).toEqual([
      'single: How many legs? [ant | bee | *crab]',
    ]);
  });

  test('are not taken for places where they are in disorder', async () => {
    expect(await ofJson(asked('C', 'C. crab', 'A. ant', 'D. dog'))).toEqual(['refused key-ambiguous']);
    expect(await ofCsv('question,a,b,c,answer', 'Legs?,B. bee,ant,A. asp,B')).toEqual(['refused key-ambiguous']);
  });

  test('may be names', async () => {
    expect(await ofJson(asked('E. coli', 'E. coli', 'S. aureus'))).toEqual([
      'single: How many legs? [*E. coli | S. aureus]',
    ]);
  });
});

describe('two fields that say what is right', () => {
  const record = { question: 'Which spins?', options: ['ant', 'spider', 'bee'] };

  test.each([
    { answer: 'spider', correct_answer: 'bee' },
    { correctIndex: 2, correctAnswer: 'spider' },
    { answer: 'B', Answer: 'C' },
    { correct: 'spider', incorrect_answers: ['ant', 'spider'] },
  ])('and differ: %j', async (fields) => {
    expect(await ofJson({ ...record, ...fields })).toEqual(['refused key-ambiguous']);
  });

  test.each([
    { answer: 'B', correct_answer: 'spider' },
    { correctIndex: 1, correctAnswer: 'spider' },
  ])('and agree: %j', async (fields) => {
    expect(await ofJson({ ...record, ...fields })).toEqual(['single: Which spins? [ant | *spider | bee]']);
  });

  test('one of which is a worked solution, which is the reason', async () => {
    expect(await ofJson({ ...record, answer: 'B', solution: 'It has eight legs and a web.' })).toEqual([
      'single: Which spins? [ant | *spider | bee] (why: It has eight legs and a web.)',
    ]);
  });

  test('without options', async () => {
    expect(await ofJson({ question: 'Who?', answer: 'Ada', correct_answer: 'Bob' })).toEqual(['refused key-ambiguous']);
  });

  test('with marks at the options', async () => {
    const marked = [
      { text: 'ant', correct: true },
      { text: 'spider', correct: false },
    ];
    expect(await ofJson({ question: 'Which spins?', options: marked, answer: 'spider' })).toEqual([
      'refused key-ambiguous',
    ]);
  });
});

describe('signs at the options', () => {
  test('are the key and no part of the texts', async () => {
    expect(await ofJson(asked(undefined, 'ant ❌', 'bee ✅'))).toEqual(['single: How many legs? [ant | *bee]']);
    expect(await ofJson(asked('B', '❌ ant', '✅ bee'))).toEqual(['single: How many legs? [ant | *bee]']);
  });

  test('that differ from the answer are refused', async () => {
    expect(await ofJson(asked('A', 'ant', 'bee ✅'))).toEqual(['refused key-ambiguous']);
  });
});

test('a row with more cells than the table has headings is shifted, and refused', async () => {
  expect(await ofCsv('question,a,b,answer', 'Fast, or slow?,ant,bee,B', 'Fast?,ant,bee,B,,')).toEqual([
    'refused surplus-cells',
    'single: Fast? [ant | *bee]',
  ]);
});

describe('a number that may count from 0 or from 1', () => {
  const question = { question: 'Which is it?', options: ['red', 'blue', 'green'], answer: 1 };
  const sources = { json: JSON.stringify([question]), yaml: `- ${JSON.stringify(question)}\n` };

  test.each(['json', 'yaml'] as const)('counts as the user says, in %s', async (format) => {
    const from = (start: number) =>
      toldWithoutLines(format, sources[format], `a.${format}`, { columns: new Map([['from', start]]) });
    expect(await from(0)).toEqual(['single: Which is it? [red | *blue | green]']);
    expect(await from(1)).toEqual(['single: Which is it? [*red | blue | green]']);
  });

  test.each([
    ['json', sources.json, true],
    ['yaml', sources.yaml, true],
    ['csv', 'question,options,answer\nWhich is it?,red|blue|green,1\n', true],
    ['markdown', '| question | options | answer |\n|---|---|---|\n| Which is it? | red; blue; green | 1 |\n', true],
    ['markdown', '1. Which is it?\n   - red\n   - blue\n   - green\n\nAnswer: 1\n', false],
  ])('is refused with the flag that decides it where one does: %s', async (format, text, decides) => {
    const [refused] = await takenBy(format, text);
    const advice = decides ? 'letter or text, or say --columns from=0 or from=1' : 'letter or text';
    expect(refused).toMatchObject({
      message: expect.stringMatching(new RegExp(`the answer 1 may count from 0 or from 1: name it by ${advice}$`)),
    });
  });
});
