// Tables as other tools and other languages head them, and what is said of those that cannot be read.
import { describe, expect, test } from 'vitest';
import { isRefused } from '../../../src/interop/format.ts';
import { takenBy } from '../../support/interop.ts';
import { told, toldBy } from '../../support/told.ts';

const read = (...rows: string[]) => toldBy('csv', `${rows.join('\n')}\n`);
const reasons = async (...rows: string[]) =>
  (await takenBy('csv', `${rows.join('\n')}\n`)).map((taken) => (isRefused(taken) ? taken.message : 'imported'));

describe('headings', () => {
  test.each([
    'Frage;Antwort A;Antwort B;Richtige Antwort;Erklärung',
    'Question;Réponse 1;Réponse 2;Bonne réponse;Explication',
    'Question;reponse1;reponse2;bonne_reponse;Explication',
    'Pregunta;Opción A;Opción B;Respuesta correcta;Explicación',
    'Domanda;Risposta A;Risposta B;Risposta corretta;Spiegazione',
    'Pergunta;Opção A;Opção B;Gabarito;Explicação',
    'Вопрос;Вариант 1;Вариант 2;Правильный ответ;Пояснение',
    '题目;选项A;选项B;正确答案;解析',
    '問題;選択肢1;選択肢2;正解;解説',
    'Pytanie;Odpowiedź A;Odpowiedź B;Poprawna odpowiedź;Wyjaśnienie',
    'Питання;Варіант 1;Варіант 2;Правильна відповідь;Пояснення',
    'Soru;Seçenek A;Seçenek B;Doğru Cevap;Açıklama',
    'Câu hỏi;Đáp án A;Đáp án B;Đáp án đúng;Giải thích',
    'Soal;Pilihan A;Pilihan B;Kunci Jawaban;Pembahasan',
    'السؤال;الخيار 1;الخيار 2;الإجابة الصحيحة;الشرح',
    'שאלה;תשובה 1;תשובה 2;תשובה נכונה;הסבר',
    'प्रश्न;विकल्प A;विकल्प B;सही उत्तर;व्याख्या',
    '문제;보기 1;보기 2;정답;해설',
  ])('in another language: %s', async (headings) => {
    const answer = /A/.test(headings) ? 'B' : '2';
    expect(await read(headings, `One?;x;y;${answer};so`)).toEqual(['2 single: One? [x | *y] (why: so)']);
  });

  test('that are not known are listed', async () => {
    expect((await reasons('Vraagje;Keuze;Goed', 'One?;x|y;x'))[0]).toContain('it has "Vraagje", "Keuze", "Goed"');
  });
});

test.each([
  [
    'Question,Answer Option 1,Explanation 1,Answer Option 2,Explanation 2,Correct Answers,Overall Explanation',
    'Which?,x,no,y,yes,2,So.',
    '[x {no} | *y {yes}] (why: So.)',
  ],
  ['Question,Option A,Option B,Correct Answer (Letter)', 'Which?,x,y,B', '[x | *y]'],
  ['Question,Option A,Option B,Correct Answer (A-D)', 'Which?,x,y,B', '[x | *y]'],
  ['Question,Answer Options,Correct Answer(s)', 'Which?,x | y,y', '[x | *y]'],
  ['Question,Possible Answers,Correct Answer(s)', 'Which?,x | y,B', '[x | *y]'],
])('a table may be headed %s', async (headings, row, parts) => {
  expect(await read(headings, row)).toEqual([`2 single: Which? ${parts}`]);
});

test("answers of Kahoot's template are numbers from 1, whatever the options are", async () => {
  const headings =
    'Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,Answer 3 - max 75 characters,Time limit (sec),Correct answer(s) - choose at least one';
  expect(await read(headings, 'How many?,2,1,5,20,2', 'Which are odd?,2,1,5,20,"2,3"', 'How?,2,1,5,20,4')).toEqual([
    '2 single: How many? [2 | *1 | 5]',
    '3 multiple: Which are odd? [2 | *1 | *5]',
    '4 refused key-out-of-range',
  ]);
});

describe('a number', () => {
  const number = async (answer: string, tolerance = '0', format = '') =>
    (await read('question;type;answer;tolerance;unit;format', `Long?;cloze;${answer};${tolerance};km;${format}`))[0];

  test.each([
    ['3.9', '0', '{"number":3.9,"tolerance":0,"unit":"km"}'],
    ['3,9', '0,1', '{"number":3.9,"tolerance":0.1,"unit":"km"}'],
    ['0,125', '0', '{"number":0.125,"tolerance":0,"unit":"km"}'],
    ['1 000', '10', '{"number":1000,"tolerance":10,"unit":"km"}'],
    ['1.000,5', '0', '{"number":1000.5,"tolerance":0,"unit":"km"}'],
    ['9.807', '0.01', '{"number":9.807,"tolerance":0.01,"unit":"km"}'],
    ['9.807', '0,01', '{"number":9807,"tolerance":0.01,"unit":"km"}'],
    ['-9,807', '0.01', '{"number":-9807,"tolerance":0.01,"unit":"km"}'],
    ['9,807', '0,01', '{"number":9.807,"tolerance":0.01,"unit":"km"}'],
  ])('%s within %s', async (answer, tolerance, read) => {
    expect(await number(answer, tolerance)).toBe(`2 cloze: Long? ${read}`);
  });

  test('that may be two is refused, and how to write either is said', async () => {
    for (const [answer, tolerance] of [
      ['1.000', '0'],
      ['1,000', '10'],
      ['5', '1.000'],
    ])
      expect(await number(answer as string, tolerance)).toBe('2 refused key-ambiguous');
    expect(await reasons('question;type;answer;tolerance', 'Long?;cloze;3.142;0')).toEqual([
      '"3.142" may be 3.142 or 3142: write 3.1420 or 3142',
    ]);
  });

  test('in cells as a bank has them has a point for decimals', async () => {
    expect(await number('1.000', '0', 'plain')).toBe('2 cloze: Long? {"number":1,"tolerance":0,"unit":"km"}');
    expect(await number('3,9', '0', 'plain')).toBe('2 refused no-key');
  });
});

describe('a file of cards', () => {
  test('is told the format that reads it', async () => {
    const [headed = ''] = await reasons('front,back', 'What melts?,Ice');
    const [bare = ''] = await reasons('What melts?,Ice', 'What burns?,Wood');
    for (const reason of [headed, bare]) expect(reason).toContain('--format anki');
    expect((await reasons('question,a,b,answer', 'One?,,,A'))[0]).not.toContain('anki');
  });

  test('and its headings are no card', async () => {
    expect(await toldBy('anki', 'front,back\nWhat melts?,Ice\n', 'a.csv')).toEqual(['2 cloze: What melts? ["Ice"]']);
  });
});

describe('labels in the options themselves', () => {
  test('are no part of them, where all have one in order', async () => {
    expect(await read('question,a,b,answer', 'One?,A) x,B) y,B')).toEqual(['2 single: One? [x | *y]']);
    expect(await toldBy('gift', 'One? {\n=A. x\n~B. y\n}\n')).toEqual(['1 single: One? [*x | y]']);
    expect(await toldBy('gift', 'One? {\n~B. x\n=A. y\n}\n')).toEqual(['1 single: One? [B. x | *A. y]']);
  });

  test('stay in a bank of ours', async () => {
    expect(await toldBy('gift', '[plain]One? {\n=A. x\n~B. y\n}\n')).toEqual(['1 single: One? [*A. x | B. y]']);
  });
});

describe('templates', () => {
  test('have their title and instructions above the headings, and rows with a number alone', async () => {
    const rows = [
      'A Quiz Template,,,,',
      '"Fill in the rows, please",,,,',
      ',,,,',
      ',Question - max 120 characters,"Answer 1 - max 75 characters","Answer 2',
      '(Optional)",Correct answer(s) - choose at least one',
      '1,One?,x,y,2',
      '2,,,,',
    ];
    expect(await read(...rows)).toEqual(['6 single: One? [x | *y]']);
  });

  test('a row of several cells above the headings is a row, and none is read', async () => {
    expect(await read('a,b,c', 'question,a,b,answer', 'One?,x,y,B')).toEqual([
      '1 refused no-columns',
      '2 refused no-columns',
      '3 refused no-columns',
    ]);
  });

  test.each([
    'Fill in the rows below, then upload.',
    'What is asked,The first option,The second,The letter of the right one',
    'Fill in the rows below, then upload, please, all\nof them, with their answers',
  ])('rows above the headings are told with the line of these: %j', async (above) => {
    const table = `${above}\nquestion;a;b;answer\nOne?;x;y;B\n`;
    const line = above.split('\n').length + 1;
    const message = `the first row names no question column, line ${line} does: take away what stands above it`;
    expect((await takenBy('csv', table))[0]).toMatchObject({ code: 'no-columns', message });
  });

  test('wrong options have columns of their own, however they are explained', async () => {
    const heading = 'Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)';
    expect(await read(heading, 'One?,x,y,')).toEqual(['2 single: One? [*x | y]']);
  });
});

describe('a table without headings', () => {
  const rows = [
    'Which of these spins?,ant,spider,B',
    'Which of these stings?,bee,worm,A',
    'Which of these swims?,cat,cod,B',
  ];

  test('is read where every row ends with the letter of one of its cells', async () => {
    expect(await read(...rows)).toEqual([
      '1 single: Which of these spins? [ant | *spider]',
      '2 single: Which of these stings? [*bee | worm]',
      '3 single: Which of these swims? [cat | *cod]',
    ]);
  });

  test.each([
    ['two rows', rows.slice(0, 2)],
    ['a letter that no cell has', [...rows, 'Which of them flies?,ant,bee,C']],
    ['a row that is shorter', [...rows, 'Which of them flies?,A']],
    ['the same letter everywhere', rows.map((row) => row.replace(/A$/, 'B'))],
    ['letters in another column too', rows.map((row) => row.replace(/,[^,]+,/, ',A,'))],
    ['names before the cells', rows.map((row, index) => `q${index},${row}`)],
  ])('is refused with %s', async (_, lines) => {
    expect(new Set((await read(...lines)).map((line) => line.replace(/^\d+ /, '')))).toEqual(
      new Set(['refused no-columns']),
    );
  });
});

describe('cells', () => {
  test('with a sign that they are right are the key, and the sign is no text', async () => {
    const heading = 'question,a,b,answer';
    expect(await read(heading, 'One?,x ✓,y,A', 'Two?,x,✅ y,', 'Three?,x ✔,y,B')).toEqual([
      '2 single: One? [*x | y]',
      '3 single: Two? [x | *y]',
      '4 refused key-ambiguous',
    ]);
  });

  test('may hold a list as programs write it', async () => {
    const heading = 'question,options,answer';
    expect(
      await read(heading, `One?,"['x', 'it\\'s y']",B`, 'Two?,"[""x"", ""y""]",x', 'Three?,"A. x B. y",B'),
    ).toEqual(["2 single: One? [x | *it's y]", '3 single: Two? [*x | y]', '4 single: Three? [x | *y]']);
  });

  test('may list the answers as programs write them', async () => {
    const row = (answer: string) => `Which?,"[""ant"", ""bee"", ""elk""]","${answer.replaceAll('"', '""')}"`;
    const table = (...answers: string[]) => read('question,options,answer', ...answers.map(row));
    const two = 'multiple: Which? [*ant | *bee | elk]';
    expect(await table('["ant", "bee"]', "['A', 'B']")).toEqual([`2 ${two}`, `3 ${two}`]);
    expect(await table('[0, 1]', '[1]')).toEqual([`2 ${two}`, '3 single: Which? [ant | *bee | elk]']);
    expect(await table('[1, 2]', '[3]')).toEqual([`2 ${two}`, '3 single: Which? [ant | bee | *elk]']);
    expect(await table('[1, 2]')).toEqual(['2 refused key-ambiguous']);
  });

  test('with a list that is an option are that option', async () => {
    expect(await read('question,A,B,answer', 'Which?,"[0, 1]",[0],"[0, 1]"')).toEqual([
      '2 single: Which? [*[0, 1] | [0]]',
    ]);
  });

  test('in columns that are not known are told where they hold a text or a picture', async () => {
    const heading = 'question,a,b,answer,Remark,Image,Marks';
    expect(await read(heading, 'One?,x,y,A,Think of a letter.,p.png,5', 'Two?,x,y,A,no,,5')).toEqual([
      '2 single: One? [*x | y] (lost: pictures) (lost: the column "Remark")',
      '3 single: Two? [*x | y] (lost: the column "Remark")',
    ]);
  });

  test('without options are told where a question to be typed says so, and a unit may have a heading of another language', async () => {
    const taken = await takenBy(
      'csv',
      'Frage,Antwort,type,Einheit,Toleranz\nWie warm?,20,cloze,°C,1\nWie kalt?,eisig,,,\n',
    );
    expect(taken[0]).toMatchObject({ question: { answer: { number: 20, unit: '°C', tolerance: 1 } } });
    expect(taken[1]).toMatchObject({ message: expect.stringContaining('says cloze in a column "type"') });
  });
});

test('"answers" beside "correct" are the options', async () => {
  expect(await read('question,answers,correct', 'Which spins?,ant|spider,spider')).toEqual([
    '2 single: Which spins? [ant | *spider]',
  ]);
  expect(await read('question,answers,option a,option b', 'Which spins?,B,ant,spider')).toEqual([
    '2 single: Which spins? [ant | *spider]',
  ]);
});

test('a row below the headings that explains them is no question', async () => {
  const headings = 'Question Text,Option 1,Option 2,Correct Answer';
  const explained = 'Question text here,Text for option 1,Text for option 2,The correct answer (1 or 2)';
  expect(await read(headings, explained, 'Which spins?,ant,spider,2')).toEqual([
    '3 single: Which spins? [ant | *spider]',
  ]);
  expect(await read(headings, 'Which spins?,ant,spider,2', explained)).toEqual([
    '2 single: Which spins? [ant | *spider]',
    '3 refused key-unknown',
  ]);
});

test('quotation marks in pairs inside a cell, and white space before one around a cell, are read', async () => {
  expect(
    await read('question, option 1,option 2,answer', 'What is "up"?, "sky, high",ground,A', 'What "is, up",x,y,A'),
  ).toEqual(['2 single: What is "up"? [*sky, high | ground]', '3 refused broken-row']);
});

test('ids of correct options count from where the file shows it', async () => {
  const head = 'question,option_1,option_2,option_3,correct_option_ids';
  expect(await read(head, 'Which?,x,y,z,2', 'What?,p,q,r,"1,3"')).toEqual([
    '2 single: Which? [x | *y | z]',
    '3 multiple: What? [*p | q | *r]',
  ]);
  expect(await read(head, 'Which?,x,y,z,2', 'What?,p,q,r,0')).toEqual([
    '2 single: Which? [x | y | *z]',
    '3 single: What? [*p | q | r]',
  ]);
  expect(await read(head, 'Which?,x,y,z,2')).toEqual(['2 refused key-ambiguous']);
});

test('a duo is a choice, and a short question is typed where it has no options', async () => {
  const rows = ['Duo,What?,x,y,A', 'short,Length function?,,,LEN', 'short,Who?,p,q,A'];
  expect(await read('Type,Question,A,B,Answer', ...rows)).toEqual([
    '2 single: What? [*x | y]',
    '3 cloze: Length function? ["LEN"]',
    '4 refused unsupported-type',
  ]);
});

test.each([
  [0, 'single: Which is it? [red | *blue | green]'],
  [1, 'single: Which is it? [*red | blue | green]'],
])('under headings of its own a table counts its answers from %i where the user says so', async (from, question) => {
  const table = 'question,options,answer\nWhich is it?,red|blue|green,1\n';
  const taken = await takenBy('csv', table, 'a.csv', { columns: new Map([['from', from]]) });
  expect(told(taken)).toEqual([`2 ${question}`]);
});

test('under headings with numbers from 1, answers that count from 0 are none until the user says so', async () => {
  const rows = ['question,option 1,option 2,option 3,answer', 'Which?,x,y,z,0', 'What?,p,q,r,1'];
  expect(await read(...rows)).toEqual(['2 single: Which? [*x | y | z]', '3 refused key-ambiguous']);
  const columns = new Map([['from', 0]]);
  expect(told(await takenBy('csv', rows.join('\n'), 'a.csv', { columns }))).toEqual([
    '2 single: Which? [*x | y | z]',
    '3 single: What? [p | *q | r]',
  ]);
});

test('headings may count from 0', async () => {
  const head = 'question,choice0,choice1,choice2,answer';
  expect(await read(head, 'Which?,x,y,z,0', 'What?,p,q,r,1', 'Who?,a,b,c,C')).toEqual([
    '2 single: Which? [*x | y | z]',
    '3 single: What? [p | *q | r]',
    '4 single: Who? [a | b | *c]',
  ]);
  expect(await read(head, 'Which?,x,y,z,3', 'What?,p,q,r,1')).toEqual([
    '2 single: Which? [x | y | *z]',
    '3 refused key-ambiguous',
  ]);
});
