// Lists of questions in the words of many languages, around sentences that are the same in all of them.
import { describe, expect, test } from 'vitest';
import { toldWithoutLines } from '../../support/told.ts';

const read = (text: string) => toldWithoutLines('markdown', text);

const WORDS: readonly (readonly [question: string, answer: string, reason: string, right: string])[] = [
  ['Question', 'Correct answer', 'Explanation', 'correct'],
  ['Frage', 'Richtige Antwort', 'Begründung', 'richtig'],
  ['Question', 'Bonne réponse', 'Explication', 'bonne réponse'],
  ['Pregunta', 'Respuesta correcta', 'Justificación', 'correcta'],
  ['Domanda', 'Risposta corretta', 'Spiegazione', 'corretta'],
  ['Pergunta', 'Gabarito', 'Explicação', 'correta'],
  ['Vraag', 'Juiste antwoord', 'Uitleg', 'juist'],
  ['Fråga', 'Rätt svar', 'Förklaring', 'rätt'],
  ['Spørgsmål', 'Rigtigt svar', 'Forklaring', 'rigtigt'],
  ['Kysymys', 'Oikea vastaus', 'Selitys', 'oikein'],
  ['Pytanie', 'Poprawna odpowiedź', 'Wyjaśnienie', 'poprawna'],
  ['Otázka', 'Správná odpověď', 'Vysvětlení', 'správná'],
  ['Kérdés', 'Helyes válasz', 'Magyarázat', 'helyes'],
  ['Întrebarea', 'Răspuns corect', 'Explicație', 'corect'],
  ['Pitanje', 'Točan odgovor', 'Objašnjenje', 'točno'],
  ['Вопрос', 'Правильный ответ', 'Пояснение', 'верно'],
  ['Питання', 'Правильна відповідь', 'Пояснення', 'правильно'],
  ['Въпрос', 'Верен отговор', 'Обяснение', 'вярно'],
  ['Ερώτηση', 'Σωστή απάντηση', 'Εξήγηση', 'σωστό'],
  ['Soru', 'Doğru cevap', 'Açıklama', 'doğru'],
  ['Câu', 'Đáp án', 'Giải thích', 'đúng'],
  ['Soal', 'Jawaban', 'Pembahasan', 'benar'],
  ['คำถามที่', 'คำตอบ', 'คำอธิบาย', 'ถูกต้อง'],
  ['प्रश्न', 'सही उत्तर', 'व्याख्या', 'सही'],
  ['প্রশ্ন', 'সঠিক উত্তর', 'ব্যাখ্যা', 'সঠিক'],
  ['سؤال', 'الإجابة الصحيحة', 'الشرح', 'صحيح'],
  ['پرسش', 'پاسخ صحیح', 'توضیح', 'صحیح'],
  ['שאלה', 'תשובה נכונה', 'הסבר', 'נכון'],
  ['题目', '正确答案', '解析', '正确'],
  ['問題', '正解', '解説', '正解'],
  ['문제', '정답', '해설', '정답'],
];

const BURNS = 'single: Which burns? [ice | *wood | tin]';
const OPTIONS = 'A. ice\nB. wood\nC. tin\n';

describe.each(WORDS)('in the words of %s', (question, answer, reason, right) => {
  test('a question with its answer and its reason', async () => {
    const why = `${BURNS} (why: It is dry.)`;
    expect(
      await read(`## ${question} 1\n\nWhich burns?\n\n${OPTIONS}\n**${answer}: B**\n\n**${reason}:** It is dry.\n`),
    ).toEqual([why]);
    expect(
      await read(`### ${question} 1: Which burns?\n\n${OPTIONS}\n#### ${answer}: B\n\n${reason}: It is dry.\n`),
    ).toEqual([why]);
    expect(
      await read(`**${question} 1:** Which burns?\n\n${OPTIONS}\n*${answer}: B*\n\n*${reason}: It is dry.*\n`),
    ).toEqual([why]);
  });

  test('behind a summary, whose own word is no answer', async () => {
    const hidden = (inner: string) =>
      `<details><summary><b>${answer}</b></summary>\n<p>\n\n${inner}\n\nIt is dry.\n</p>\n</details>\n`;
    const text = `###### 1. Which burns?\n\n${OPTIONS.replace(/^(.)\./gm, '- $1:')}\n${hidden(`#### ${answer}: B`)}`;
    expect(await read(`${text}\n---\n\n###### 2. Which melts?\n\n${OPTIONS}\n${hidden('A')}`)).toEqual([
      `${BURNS} (why: It is dry.)`,
      'single: Which melts? [*ice | wood | tin] (why: It is dry.)',
    ]);
  });

  test('one after the other without a line between them', async () => {
    const list = `${question} 1. Which burns?\n${OPTIONS}${answer}: B\n${question} 2. Which melts?\n${OPTIONS}${answer}: A\n`;
    expect(await read(list)).toEqual([BURNS, 'single: Which melts? [*ice | wood | tin]']);
  });

  test('with a mark behind the option', async () => {
    expect(await read(`### Which burns?\n\n${OPTIONS.replace('wood', `wood (${right})`)}`)).toEqual([BURNS]);
  });
});

test('words in the form in which macOS writes accents are the same', async () => {
  const text = `### Which burns?\n\n${OPTIONS}\n${'Đáp án'.normalize('NFD')}: B\n`;
  expect(await read(text)).toEqual([BURNS]);
});

test.each([
  ['أ. ice\nب. wood\nج. tin', 'الإجابة: ب'],
  ['ก. ice\nข. wood\nค. tin', 'คำตอบ: ข'],
  ['क. ice\nख. wood\nग. tin', 'उत्तर: ख'],
  ['א. ice\nב. wood\nג. tin', 'תשובה: ב'],
  ['A. ice\nB. wood\nC. tin', 'Gabarito: letra B'],
  ['A. ice\nB. wood\nC. tin', 'Respuesta: opción B'],
  ['A. ice\nB. wood\nC. tin', '答案：选B'],
  ['A、ice\nB、wood\nC、tin', '本题参考答案：B'],
])('letters and the words before them: %j', async (options, answer) => {
  expect(await read(`### Which burns?\n\n${options}\n\n${answer}\n`)).toEqual([BURNS]);
});

describe('numbers', () => {
  test.each(['第1题', '問1', '问题1：', 'Question №1', 'Câu hỏi 1', 'Q.1'])(
    'of questions alone on a line: %s',
    async (number) => {
      expect(await read(`${number}\n\nWhich burns?\n\n${OPTIONS}\nAnswer: B\n`)).toEqual([BURNS]);
    },
  );

  test('right before the text, in scripts without spaces and in others', async () => {
    const list = (first: string, second: string) =>
      `${first}\nA、冰\nB、木\n答案：B\n解析：干\n\n${second}\nA、冰\nB、木\n答案：A\n`;
    const both = ['single: 哪个燃烧？ [冰 | *木] (why: 干)', 'single: 哪个融化？ [*冰 | 木]'];
    expect(await read(list('1.哪个燃烧？', '2.哪个融化？'))).toEqual(both);
    expect(await read(list('1.哪个燃烧？', '2哪个融化？'))).toEqual(both);
    expect(await read(`1.Which burns?\n${OPTIONS}Answer: B\n`)).toEqual([BURNS]);
  });

  test.each([
    ['問１　', '問２　'],
    ['問題１　', '問題２　'],
    ['【問1】', '【問2】'],
    ['設問1 ', '設問2 '],
    ['问１　', '问２　'],
  ])('set apart by a wide blank or brackets end the reason of the question before: %s', async (first, second) => {
    const list = `${first}何が燃えるか。\nア．氷\nイ．木\n正解：イ\n解説：乾いている。\n\n${second}何が溶けるか。\nア．氷\nイ．木\n正解：ア\n`;
    expect(await read(list)).toEqual([
      'single: 何が燃えるか。 [氷 | *木] (why: 乾いている。)',
      'single: 何が溶けるか。 [*氷 | 木]',
    ]);
  });

  test('of versions and decimals are none', async () => {
    expect(await read('# Notes\n\n1.x is old.\n2.5 is new.\n3.js is a file.\n')).toEqual([]);
  });
});
