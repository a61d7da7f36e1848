// Moodle's own two formats: the types of its XML beside the plain ones, and GIFT as teachers write it by hand.
import { describe, expect, test } from 'vitest';
import { toldBy } from '../../support/told.ts';

const gift = (text: string) => toldBy('gift', text);
const question = (type: string, inside: string) => `<question type="${type}">${inside}</question>`;
const xml = (type: string, inside: string) => toldBy('moodle-xml', `<quiz>${question(type, inside)}</quiz>`);
const asks = (text: string) => `<questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>`;
const answer = (fraction: string | number, text: string, more = '') =>
  `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`;
const feedback = (text: string) => `<feedback><text>${text}</text></feedback>`;

describe('types of Moodle', () => {
  test('all-or-nothing questions have every answer above 0 in their key', async () => {
    const answers = answer(100, 'tern') + answer(100, 'gull') + answer(0, 'newt');
    for (const type of ['multichoiceset', 'oumultiresponse'])
      expect(await xml(type, asks('Which are birds?') + answers)).toEqual([
        '1 multiple: Which are birds? [*tern | *gull | newt]',
      ]);
  });

  test('one word to be chosen or dragged is a choice among its group', async () => {
    const choices = ['tern', 'pond', 'newt'].map(
      (text, index) => `<selectoption><text>${text}</text><group>${index === 1 ? 2 : 1}</group></selectoption>`,
    );
    expect(await xml('gapselect', asks('A [[3]] is no bird.') + choices.join(''))).toEqual([
      '1 single: A _____ is no bird. [tern | *newt]',
    ]);
  });

  test('several words to be dragged are matched with their gaps', async () => {
    const boxes = ['tern', 'newt', 'elk'].map((text) => `<dragbox><text>${text}</text><group>1</group></dragbox>`);
    const text = asks('A [[2]] swims, a [[1]] flies.');
    expect(await xml('ddwtos', text + boxes.join(''))).toEqual([
      '1 matching: A (1) _____ swims, a (2) _____ flies. [(1)=newt | (2)=tern] of 3',
    ]);
    expect(await xml('ddwtos', asks('A [[7]] swims.') + boxes.join(''))).toEqual(['1 refused key-out-of-range']);
    expect(await xml('ddwtos', asks('A newt swims.') + boxes.join(''))).toEqual(['1 refused no-gap']);
  });

  test.each([
    ['{1:MULTICHOICE:newt#wet~=tern#feathers~%0%elk}', 'single: A _____ flies. [newt {wet} | *tern {feathers} | elk]'],
    ['{MC:=tern~newt}', undefined],
    ['{:MCS:=tern~newt}', 'single: A _____ flies. [*tern | newt]'],
    ['{2:MULTIRESPONSE_H:=tern~%100%gull~newt}', 'multiple: A _____ flies. [*tern | *gull | newt]'],
    [
      '{1:SHORTANSWER:=tern~%100%sea swallow~%50%gull}',
      'cloze: A _____ flies. ["tern","sea swallow"] (lost: partial credit)',
    ],
    ['{1:NM:=3:0.5#good}', 'cloze: A _____ flies. {"number":3,"tolerance":0.5} (lost: feedback on typed answers)'],
    ['{1:MC:=tern~%50%gull~newt}', 'single: A _____ flies. [*tern | gull | newt] (lost: partial credit)'],
  ])('one embedded answer, %s, is a question of its kind', async (embedded, wanted) => {
    const [line] = await xml('cloze', asks(`A ${embedded} flies.`));
    if (wanted === undefined) expect(line).toMatch('no-gap');
    else expect(line).toBe(`1 ${wanted}`);
  });

  test.each([
    ['{1:MC:=tern~newt} and {1:SA:=elk}', 'several-gaps'],
    ['{1:MC:=tern~=newt~elk}', 'several-full-keys'],
    ['{1:MR:=tern~%50%newt~elk}', 'weights-unclear'],
    ['{1:SA:=t*rn}', 'unsupported-type'],
    ['{1:NM:~3}', 'several-numbers'],
  ])('embedded answers that say no one key, %s, are refused', async (embedded, code) => {
    expect((await xml('cloze', asks(`A ${embedded}.`)))[0]).toBe(`1 refused ${code}`);
  });

  test('true and false in another language are two options', async () => {
    const answers = answer(100, 'Wahr') + answer(0, 'Falsch');
    expect(await xml('truefalse', asks('Molche schwimmen.') + answers)).toEqual([
      '1 single: Molche schwimmen. [*Wahr | Falsch]',
    ]);
  });

  test('a comma in a fraction is a point; in an answer it could part thousands', async () => {
    const thirds = ['tern', 'gull', 'auk'].map((text) => answer('33,33333', text)).join('');
    expect(
      await xml('multichoice', `${asks('Which?')}<single>false</single>${thirds}${answer('-100', 'elk')}`),
    ).toEqual(['1 multiple: Which? [*tern | *gull | *auk | elk]']);
    expect((await xml('numerical', asks('How far?') + answer(100, '1,500')))[0]).toBe('1 refused unreadable-answer');
  });
});

describe('what a question of Moodle cannot bring along', () => {
  test('is told: hints, feedback, further units, and the pictures of old versions', async () => {
    const choice = answer(100, 'tern') + answer(0, 'newt');
    const combined = '<correctfeedback><text>Terns fly far.</text></correctfeedback>';
    expect(
      await xml('multichoice', `${asks('Which?')}${choice}<hint><text>Feathers.</text></hint>${combined}`),
    ).toEqual(['1 single: Which? [*tern | newt] (lost: hints) (lost: feedback for right and wrong answers)']);
    const image = '<image>tern.png</image><image_base64>iVBORw0KGgo=</image_base64>';
    expect(await xml('multichoice', asks('Which?') + choice + image)).toEqual([
      '1 single: Which? [*tern | newt] (lost: pictures)',
    ]);
    const units = ['m', 'km'].map((name) => `<unit><unit_name>${name}</unit_name></unit>`).join('');
    const number = answer(100, '5', feedback('So far.'));
    expect(await xml('numerical', `${asks('How far?')}${number}<units>${units}</units>`)).toEqual([
      '1 cloze: How far? {"number":5,"tolerance":0,"unit":"m"} (lost: feedback on typed answers) (lost: further units)',
    ]);
  });

  test('is told: that capitals count in what is typed', async () => {
    const typed = (sensitive: string) => `${asks('Name it.')}${answer(100, 'Tern')}<usecase>${sensitive}</usecase>`;
    expect(await xml('shortanswer', typed('1'))).toEqual(['1 cloze: Name it. ["Tern"] (lost: that capitals count)']);
    expect(await xml('shortanswer', typed('0'))).toEqual(['1 cloze: Name it. ["Tern"]']);
    expect(await xml('cloze', asks('A {1:SAC:=Tern}.'))).toEqual([
      '1 cloze: A _____. ["Tern"] (lost: that capitals count)',
    ]);
  });

  test('what Moodle itself says to every answer is not missed', async () => {
    const standard = '<incorrectfeedback><text><p>Your answer is incorrect.</p></text></incorrectfeedback>';
    const choice = answer(100, 'tern') + answer(0, 'newt');
    expect(await xml('multichoice', asks('Which?') + choice + standard)).toEqual(['1 single: Which? [*tern | newt]']);
  });

  test('a picture of many letters is no long text', async () => {
    const image = `<image_base64>${'A'.repeat(200_000)}</image_base64>`;
    const choice = answer(100, 'tern') + answer(0, 'newt');
    expect(await xml('multichoice', asks('Which?') + choice + image)).toEqual(['1 single: Which? [*tern | newt]']);
  });

  test('texts of the filter for several languages are refused', async () => {
    const text = asks('{mlang en}Which?{mlang}{mlang de}Welche?{mlang}');
    expect((await xml('truefalse', text + answer(100, 'true') + answer(0, 'false')))[0]).toMatch('several-languages');
  });
});

test('an XML file in the encoding that its first line names is read', async () => {
  const head = '<?xml version="1.0" encoding="ISO-8859-1"?>';
  const body = question('truefalse', asks('K\u00e4uze fliegen.') + answer(100, 'true') + answer(0, 'false'));
  const bytes = Uint8Array.from(`${head}<quiz>${body}</quiz>`, (char) => char.charCodeAt(0));
  expect(await toldBy('moodle-xml', bytes)).toEqual(['1 single: K\u00e4uze fliegen. [*True | False]']);
  const wrong = Uint8Array.from(`${head.replace('ISO-8859-1', 'UTF-8')}<quiz>${body}</quiz>`, (char) =>
    char.charCodeAt(0),
  );
  expect((await toldBy('moodle-xml', wrong))[0]).toMatch('not-utf8');
});

describe('GIFT by hand', () => {
  test('an option without = or ~ is neither right nor wrong', async () => {
    expect(await gift('Which? {tern ~newt}')).toEqual(['1 refused unreadable-answer']);
  });

  test('blank lines in the braces and above them part nothing', async () => {
    expect(await gift('::a::Which?\n\n{\n\n=tern\n\n~newt\n\n}\n\nElks fly.{F}')).toEqual([
      '1 single: Which? [*tern | newt]',
      '11 single: Elks fly. [True | *False]',
    ]);
  });

  test('a question that is never closed does not take the next one along', async () => {
    expect(await gift('Which? {=tern ~newt\n\nElks fly. {F}')).toEqual([
      '1 refused unbalanced-braces',
      '3 single: Elks fly. [True | *False]',
    ]);
  });

  test('a name begins a question also without a blank line', async () => {
    expect(await gift('::a::The sun rises in the [East].\n::b::Elks fly. {F}')).toEqual([
      '1 refused no-answer-block',
      '2 single: Elks fly. [True | *False]',
    ]);
    expect(await gift('::a::Which? {=tern ~newt}\n::b::Elks fly. {F}\n::c::The {=elk} runs.')).toEqual([
      '1 single: Which? [*tern | newt]',
      '2 single: Elks fly. [True | *False]',
      '3 cloze: The _____ runs. ["elk"]',
    ]);
  });

  test('what is said to typed answers is told', async () => {
    expect(await gift('Name it. {=tern#good}')).toEqual([
      '1 cloze: Name it. ["tern"] (lost: feedback on typed answers)',
    ]);
  });
});
