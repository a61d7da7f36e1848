// Quizzes as chatbots write them and as cards are exported: what is pasted tonight is asked tonight.
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../src/interop/index.ts';
import { toldBy, toldWithoutLines } from '../support/told.ts';

describe('what a chatbot says around a list between fences is no part of it', () => {
  const around = (list: string) =>
    `Sure! Here are some questions:\n\n\`\`\`\n${list}\n\`\`\`\n\nTell me if you need more {or less}.\n`;

  test('in Aiken', async () => {
    expect(await toldBy('aiken', around('Which flies?\nA. tern\nB. newt\nANSWER: A'))).toEqual([
      '4 single: Which flies? [*tern | newt]',
    ]);
  });

  test('in GIFT, if no brace stands outside', async () => {
    const list = 'Which flies? {=tern ~newt}\n\nIt flies. {T}';
    expect(await toldBy('gift', around(list).replace(/ \{or less\}/, ''))).toEqual([
      '4 single: Which flies? [*tern | newt]',
      '6 single: It flies. [*True | False]',
    ]);
  });

  test('and a question that begins as a fence does is no fence', async () => {
    expect(await toldBy('aiken', '```{ flies?\nA. tern\nB. newt\nANSWER: A')).toEqual([
      '1 single: ```{ flies? [*tern | newt]',
    ]);
  });

  test('and code in a question stays in it', async () => {
    expect(await toldBy('aiken', 'Which runs?\n```\nx()\n```\nA. this\nB. none\nANSWER: A')).toEqual([
      '1 single: Which runs?\n```\nx()\n```\n[*this | none]'.replace('\n[', ' ['),
    ]);
  });
});

describe('a statement that is true or false', () => {
  test.each([
    [
      '1. True or False: Terns fly.\n\n## Answer Key\n\n1. **True** – They do.\n',
      'True or False: Terns fly. [*True | False] (why: They do.)',
    ],
    [
      '1. Terns swim. (True/False)\n\nAnswer: False. They fly.\n',
      'Terns swim. (True/False) [True | *False] (why: They fly.)',
    ],
    [
      '**Frage 1:** Richtig oder falsch: Wale sind Fische.\n\n**Antwort:** Falsch\n',
      'Richtig oder falsch: Wale sind Fische. [Richtig | *Falsch]',
    ],
    [
      '1. (Vrai ou faux ?) Les sternes volent.\n\nRéponse : Vrai\n',
      '(Vrai ou faux ?) Les sternes volent. [*Vrai | Faux]',
    ],
    [
      '1. ¿Verdadero o falso? Las ballenas son peces.\n   **Respuesta: Falso**\n',
      '¿Verdadero o falso? Las ballenas son peces. [Verdadero | *Falso]',
    ],
    [
      '1. Le balene sono pesci. (Vero/Falso)\n\nRisposta: Falso\n',
      'Le balene sono pesci. (Vero/Falso) [Vero | *Falso]',
    ],
  ])('is a choice of the two words of its language: %j', async (text, question) => {
    expect(await toldWithoutLines('markdown', text)).toEqual([`single: ${question}`]);
  });

  test.each(['True north', 'False-positive', 'True:false', 'False, 0 and NaN'])(
    'is not any answer that begins with such a word: %s',
    async (answer) => {
      expect(await toldWithoutLines('markdown', `1. Which is it?\n\nAnswer: ${answer}\n`)).toEqual([
        `cloze: Which is it? ["${answer}"]`,
      ]);
    },
  );
});

describe('an answer that is the option again is no reason', () => {
  test.each([
    ['**Antworten:** a) und c)', 'a) und c)'],
    ['**Respuestas:** a) y c)', 'a) y c)'],
    ['Answers: A and C', 'A and C'],
  ])('nor are its letters: %s', async (answer) => {
    expect(await toldWithoutLines('markdown', `1. Which fly?\n\na) tern\nb) newt\nc) gull\n\n${answer}\n`)).toEqual([
      'multiple: Which fly? [*tern | newt | *gull]',
    ]);
  });

  test('but what follows a letter in brackets is one, though it begins like a list of letters', async () => {
    const text = '1. Which flies?\n\na) newt\nb) worm\nc) tern\n\nAnswer: C) and a newt does not\n';
    expect(await toldWithoutLines('markdown', text)).toEqual([
      'single: Which flies? [newt | worm | *tern] (why: and a newt does not)',
    ]);
  });

  test('with a tick behind it', async () => {
    const text =
      '### Which flies?\n\nA. `tern`\nB. newt\n\n<details>\n<summary>Answer</summary>\n\n**A. `tern`** ✅\n</details>\n';
    expect(await toldWithoutLines('markdown', text)).toEqual(['single: Which flies? [*`tern` | newt]']);
  });

  test('and a typed one ends with its bold', async () => {
    expect(
      await toldWithoutLines(
        'markdown',
        '1. Which bird flies?\n\n2. Which swims?\n\n## Answer Key\n\n1. **Tern** – it has wings.\n2. newt\n',
      ),
    ).toEqual(['cloze: Which bird flies? ["Tern"] (why: it has wings.)', 'cloze: Which swims? ["newt"]']);
  });
});

describe('a key at the end', () => {
  const list = ['Which flies?', 'Which swims?']
    .map((text, at) => `**${at + 1}.** ${text}\n\n- A. tern\n- B. newt\n\n`)
    .join('');
  const read = ['single: Which flies? [*tern | newt]', 'single: Which swims? [tern | *newt]'];

  test.each([
    'Click to reveal answers',
    '<strong>Show the Answer Key</strong>',
    '📝 Answers (click to expand)',
    'Lösungen anzeigen',
    'Voir les réponses',
  ])('may be behind any words that invite to open it: %s', async (summary) => {
    const key = `<details>\n<summary>${summary}</summary>\n\n1. **A**\n2. **B**\n\n</details>\n`;
    expect(await toldWithoutLines('markdown', `${list}---\n\n${key}`)).toEqual(read);
  });

  test('may have its letters in brackets, and its reasons behind a colon in bold', async () => {
    const text = `${list.replace('Which flies?', 'Which are animals?')}## Answers & Explanations:\n\n**1. (a), (b):** Both are.\n**2. (b) newt:** It swims.\n`;
    expect(await toldWithoutLines('markdown', text.replace('- B. newt\n', '- B. newt\n- C. stone\n'))).toEqual([
      'multiple: Which are animals? [*tern | *newt | stone] (why: Both are.)',
      `${read[1]} (why: It swims.)`,
    ]);
  });
});

test.each(['1.\tWhich flies?\n\ta.\ttern\n\tb.\tnewt\n\nANSWER KEY\n1. a\n', '1. Which flies?\n*a. tern\nb. newt\n'])(
  'a text with lettered options is a list of questions: %j',
  async (text) => {
    expect(formatOf('a.txt', text)?.name).toBe('markdown');
    expect(await toldWithoutLines('markdown', text)).toEqual(['single: Which flies? [*tern | newt]']);
  },
);

test('gaps are filled by a key at the end, and its words need no letters', async () => {
  const text = '1. Die Sonne ist ein ____.\n2. Der ____ ist rot.\n\n## Lösungen\n\n1. Stern\n2. Mars\n';
  expect(await toldWithoutLines('markdown', text)).toEqual([
    'cloze: Die Sonne ist ein ____. ["Stern"]',
    'cloze: Der ____ ist rot. ["Mars"]',
  ]);
});

test.each([
  ['What flies?\ttern\nWhat swims?\tnewt\n', 'anki'],
  ['What flies?\ttern\tbirds\nWhat swims?\tnewt\tfish water\n', 'anki'],
  ['TF\tTerns fly.\ttrue\nTF\tNewts fly.\tfalse\n', 'blackboard'],
  ['What flies?\ttern\nAnd some prose.\n', undefined],
])('fronts and backs with a tab between are cards, by whatever program: %j', (text, name) => {
  expect(formatOf('a.txt', text)?.name).toBe(name);
});
