// Questions in JSON and YAML by the names that banks of many languages and data sets give their fields.
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../src/interop/index.ts';
import { takenBy } from '../../support/interop.ts';
import { toldBy, toldWithoutLines } from '../../support/told.ts';

const read = (...records: unknown[]) => toldWithoutLines('json', JSON.stringify(records));

const SPINS = 'single: Which spins? [ant | *spider]';
const options = ['ant', 'spider'];

test.each([
  ['{"front": "What burns?", "back": "wood"}', 'cloze: What burns? ["wood"]'],
  ['{"term": "wood", "definition": "it burns"}', 'cloze: wood ["it burns"]'],
  ['{"title": "Card 1", "front": "What burns?", "back": "wood"}', 'cloze: What burns? ["wood"]'],
  [
    '{"question": "What burns?", "answer": "wood", "definition": "Of trees."}',
    'cloze: What burns? ["wood"] (why: Of trees.)',
  ],
])('a card is a question that is typed: %s', async (card, question) => {
  expect(await toldBy('json', `[${card}]`)).toEqual([`1 ${question}`]);
});

describe('names of fields', () => {
  test.each([
    { pregunta: 'Which spins?', opciones: options, respuesta_correcta: 'spider' },
    { enunciado: 'Which spins?', alternativas: { A: 'ant', B: 'spider' }, gabarito: 'B' },
    { frage: 'Which spins?', antworten: options, richtig: 'spider' },
    { domanda: 'Which spins?', opzioni: options, rispostaCorretta: 'B' },
    { вопрос: 'Which spins?', варианты: options, правильный_ответ: 'spider' },
    { питання: 'Which spins?', варіанти: options, відповідь: 'B' },
    { pytanie: 'Which spins?', odpowiedzi: options, poprawna: 'B' },
    { soru: 'Which spins?', şıklar: options, doğru_cevap: 'B' },
    { pertanyaan: 'Which spins?', pilihan: options, jawaban: 'B' },
    { 题目: 'Which spins?', 选项: options, 答案: 'B' },
    { 問題: 'Which spins?', 選択肢: options, 正解: 'B' },
    { 문제: 'Which spins?', 보기: options, 정답: 'B' },
    { question: 'Which spins?', opa: 'ant', opb: 'spider', cop: 'B' },
    { query: 'Which spins?', choices: options, gold: 'B' },
    { question_stem: 'Which spins?', choices: { text: options, label: ['A', 'B'] }, answerKey: 'B' },
    {
      question: 'Which spins?',
      options: [
        { option_key: 'A', content: 'ant' },
        { option_key: 'B', content: 'spider' },
      ],
      answer: 'B',
    },
    { question: 'Which spins?', options: [{ texto: 'ant' }, { texto: 'spider', escorrecta: true }] },
    {
      question: 'Which spins?',
      answers: [
        { answer_text: 'ant', answer_weight: 0 },
        { answer_text: 'spider', answer_weight: 100 },
      ],
    },
    { question: 'Which spins?', options: 'A. ant B. spider', answer: 'B' },
    { question: 'Which spins?', answers: options, correctAnswerIndex: 1 },
    {
      question: 'Which spins?',
      options: [
        { label: 'A', description: 'ant' },
        { label: 'B', description: 'spider' },
      ],
      answer: 'B',
    },
    {
      question: 'Which spins?',
      options: [
        { value: 'x1', text: 'ant' },
        { value: 'x2', text: 'spider' },
      ],
      answer: 'x2',
    },
  ])('of a choice: %j', async (record) => {
    expect(await read(record)).toEqual([SPINS]);
  });

  test('in YAML too', async () => {
    const text =
      '- вопрос: Which spins?\n  варианты: [ant, spider]\n  ответ: Б\n- soru: Which spins?\n  şıklar: [ant, spider]\n  cevap: spider\n';
    expect(await toldBy('yaml', text)).toEqual(['1 refused key-unknown', `4 ${SPINS}`]);
  });

  test('which may mean anything are the answer only where no other is', async () => {
    const record = { question: 'Which spins?', options, label: 'ant' };
    expect(await read({ ...record, answer: 'B' })).toEqual([SPINS]);
    expect(await read({ ...record, label: 'Hard' })).toEqual(['refused key-unknown']);
  });

  test('of weights that part the points say nothing', async () => {
    const answers = [
      { text: 'ant', weight: 50 },
      { text: 'spider', weight: 50 },
    ];
    expect(await read({ question: 'Which spins?', answers })).toEqual(['refused no-key']);
  });
});

describe('texts beside the question', () => {
  const record = { question: 'Which spins?', options, answer: 'B' };

  test('what is to be read first stands above it, and code below it', async () => {
    expect(await read({ ...record, passage: 'Two animals met.', code: 'spin()' })).toEqual([
      'single: Two animals met.\n\nWhich spins?\n\nspin() [ant | *spider]',
    ]);
    expect(await read({ ...record, context: 'quiz' })).toEqual([SPINS]);
  });

  test('a list of reasons is one reason; reasons by letter are those of the options', async () => {
    expect(await read({ ...record, explanation: ['It has', 'a web.'] })).toEqual([`${SPINS} (why: It has\n\na web.)`]);
    expect(await read({ ...record, explanations: { A: 'it walks', B: 'it has a web' } })).toEqual([
      'single: Which spins? [ant {it walks} | *spider {it has a web}]',
    ]);
  });

  test('what has no place is told', async () => {
    expect(await read({ ...record, hint: 'Think of a web.', source: 'a book of animals', difficulty: 'hard' })).toEqual(
      [`${SPINS} (lost: the field "hint")`],
    );
  });
});

describe('lists side by side', () => {
  test('truths in the order of the options are the key', async () => {
    const marked = (name: string, marks: unknown) => ({ question: 'Which spins?', options, [name]: marks });
    expect(await read(marked('isCorrect', [false, true]), marked('isCorrect', [false, false]))).toEqual([
      SPINS,
      'refused no-key',
    ]);
    expect(await read({ ...marked('correct', ['false', 'true']), answer: 'ant' })).toEqual(['refused key-ambiguous']);
    expect(await read(marked('isCorrect', [true]))).toEqual(['refused no-key']);
  });

  const beside = {
    article: 'Spiders spin at night.',
    questions: ['Which spins?', 'Which crawls?'],
    options: [options, ['ant', 'bird']],
    answers: ['B', 'A'],
  };
  const both = [
    `1 ${SPINS.replace(': ', ': Spiders spin at night.\n\n')}`,
    '1 single: Spiders spin at night.\n\nWhich crawls? [*ant | bird]',
  ];

  test('questions, options and answers that stand in lists of their own are put together', async () => {
    expect(await toldBy('json', JSON.stringify(beside))).toEqual(both);
    expect(await toldBy('yaml', JSON.stringify(beside))).toEqual(both);
    expect(await toldBy('json', JSON.stringify([beside]))).toEqual(both);
  });

  test('lists of different lengths are refused', async () => {
    expect(await read({ ...beside, answers: ['B'] })).toEqual(['refused no-stem']);
  });
});

test('a text that is JSON is read as such', () => {
  expect(formatOf('a.txt', '[{"question":"Which?","options":["x","y"],"answer":1}]')?.name).toBe('json');
  expect(formatOf('a.txt', '{"text" is no field} Which?\nA) x\nB) y\nANSWER: A\n')?.name).toBe('aiken');
});

test('"a" without "b" is the answer, or the options where it is a list', async () => {
  for (const question of [
    { q: 'Which spins?', a: 'The spider' },
    { Q: 'Which spins?', A: 'The spider' },
  ])
    for (const entry of [question, { question }])
      expect(await read(entry)).toEqual(['cloze: Which spins? ["The spider"]']);
  expect(await read({ q: 'Which spins?', a: options, correct: 2 })).toEqual([SPINS]);
  expect(await read({ q: 'Which spins?', a: 'ant', b: 'spider', correct: 'b' })).toEqual([SPINS]);
});

test('topics are text as all else is', async () => {
  const [taken] = await takenBy(
    'json',
    JSON.stringify([{ question: 'Which spins?', category: 'Ants &amp; co', answer: 'x' }]),
  );
  expect(taken).toMatchObject({ question: { topics: ['ants-co'] } });
});

describe('where numbers begin to count', () => {
  const listed = { question: 'Which spins?', options, answer: 1 };
  const numbered = { question: 'Which spins?', option1: 'ant', option2: 'spider', answer: 1 };

  test.each(['json', 'yaml'])('the user says in %s as well', async (format) => {
    for (const [record, file] of [[listed, 'a'] as const, [numbered, 'b'] as const]) {
      const text = JSON.stringify([record]);
      const readFrom = (from: number) => toldWithoutLines(format, text, file, { columns: new Map([['from', from]]) });
      expect(await readFrom(0)).toEqual([SPINS]);
      expect(await readFrom(1)).toEqual(['single: Which spins? [*ant | spider]']);
    }
  });

  test('fields may count from 0, and an index beside fields that count from 1 is ambiguous', async () => {
    expect(await read({ question: 'Which spins?', option0: 'ant', option1: 'spider', answer: 1 })).toEqual([SPINS]);
    expect(await read({ ...numbered, answer: undefined, correctIndex: 1 })).toEqual(['refused key-ambiguous']);
  });
});

describe('a picture in a field of its own', () => {
  const asked = { question: 'Which spins?', options, answer: 'spider' };

  test.each([
    { image: 'web.png' },
    { questionPic: 'https://example.org/web' },
    { image_url: 'https://example.org/web' },
    { images: ['a/web.png'] },
    { options: [{ text: 'ant', image: 'ant.jpg' }, { text: 'spider' }] },
  ])('is told as lost: %j', async (field) => {
    expect(await read({ ...asked, ...field })).toEqual([`${SPINS} (lost: pictures)`]);
  });

  test.each([{ image: '' }, { image: null }, { images: [] }, { image: 'none' }, { topic: 'a/b' }])(
    'is none where it names nothing: %j',
    async (field) => {
      expect(await read({ ...asked, ...field })).toEqual([SPINS]);
    },
  );
});

test.each([
  [{}, 'missing-field'],
  [{ answer: ['spider'], options: 5 }, 'unknown-field'],
  [{ answer: ['spider'], left: [null] }, 'unknown-field'],
])(
  'a question of our own with a field missing, or with another kind of thing in one, is refused: %j',
  async (own, code) => {
    const asked = { type: 'cloze', stem: 'Which spins?' };
    const told = await read({ ...asked, ...own }, { ...asked, answer: ['spider'] });
    expect(told).toEqual([`refused ${code}`, 'cloze: Which spins? ["spider"]']);
  },
);
