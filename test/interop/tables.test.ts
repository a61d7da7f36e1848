// Tables as other tools and other languages head them, and what is said of those that cannot be read.
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/interop/format.ts';
import { isRefused } from '../../src/interop/format.ts';
import { formatNamed } from '../../src/interop/index.ts';
import { takenBy } from '../support/interop.ts';
import { told } from '../support/told.ts';

const [csv, gift, anki] = ['csv', 'gift', 'anki'].map(formatNamed) as [Format, Format, Format]; // all are in the registry
const read = async (...rows: string[]) => told(await takenBy(csv, `${rows.join('\n')}\n`));
const reasons = async (...rows: string[]) =>
  (await takenBy(csv, `${rows.join('\n')}\n`)).map((taken) => (isRefused(taken) ? taken.message : 'imported'));

describe('headings', () => {
  test.each([
    'Frage;Antwort A;Antwort B;Richtige Antwort;Erklärung',
    'Question;Réponse 1;Réponse 2;Bonne réponse;Explication',
    'Pregunta;Opción A;Opción B;Respuesta correcta;Explicación',
    'Domanda;Risposta A;Risposta B;Risposta corretta;Spiegazione',
    'Pergunta;Opção A;Opção B;Gabarito;Explicação',
    'Вопрос;Вариант 1;Вариант 2;Правильный ответ;Пояснение',
    '题目;选项A;选项B;正确答案;解析',
    '問題;選択肢1;選択肢2;正解;解説',
  ])('in another language: %s', async (headings) => {
    const answer = /A/.test(headings) ? 'B' : '2';
    expect(await read(headings, `One?;x;y;${answer};so`)).toEqual(['2 single: One? [x | *y] (why: so)']);
  });

  test('that are not known are listed', async () => {
    expect((await reasons('Vraagje;Keuze;Goed', 'One?;x|y;x'))[0]).toContain('it has "Vraagje", "Keuze", "Goed"');
  });
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

describe('a file of cards', () => {
  test('is told the format that reads it', async () => {
    const [headed = ''] = await reasons('front,back', 'What melts?,Ice');
    const [bare = ''] = await reasons('What melts?,Ice', 'What burns?,Wood');
    for (const reason of [headed, bare]) expect(reason).toContain('--format anki');
    expect((await reasons('question,a,b,answer', 'One?,,,A'))[0]).not.toContain('anki');
  });

  test('and its headings are no card', async () => {
    expect(told(await takenBy(anki, 'front,back\nWhat melts?,Ice\n', 'a.csv'))).toEqual([
      '2 cloze: What melts? ["Ice"]',
    ]);
  });
});

describe('labels in the options themselves', () => {
  test('are no part of them, where all have one in order', async () => {
    expect(await read('question,a,b,answer', 'One?,A) x,B) y,B')).toEqual(['2 single: One? [x | *y]']);
    expect(told(await takenBy(gift, 'One? {\n=A. x\n~B. y\n}\n'))).toEqual(['1 single: One? [*x | y]']);
    expect(told(await takenBy(gift, 'One? {\n~B. x\n=A. y\n}\n'))).toEqual(['1 single: One? [B. x | *A. y]']);
  });

  test('stay in a bank of ours', async () => {
    expect(told(await takenBy(gift, '[plain]One? {\n=A. x\n~B. y\n}\n'))).toEqual(['1 single: One? [*A. x | B. y]']);
  });
});
