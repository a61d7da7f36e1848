// QTI 1.2: a key is what the conditions of an item say in so many words, and nothing else. Whole exports are fixtures (reading.test.ts).
import { describe, expect, test } from 'vitest';
import { zip } from '../../../src/interop/qti/zip.ts';
import { codes, takenBy } from '../../support/interop.ts';
import { toldBy, toldWithoutLines } from '../../support/told.ts';

const bank = (...items: string[]) => `<questestinterop><section>${items.join('\n')}</section></questestinterop>`;
const text = (words: string) => `<material><mattext>${words}</mattext></material>`;
const typeField = (type: string) =>
  `<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>`;
const item = (responses: string, rules: string, { type = '', stem = 'Which?', most = '100' } = {}) =>
  `<item ident="i">${typeField(type)}<presentation>${text(stem)}${responses}</presentation><resprocessing><outcomes><decvar varname="SCORE" maxvalue="${most}"/></outcomes>${rules}</resprocessing></item>`;
const rule = (condition: string, points: number | string = 100, action = 'Set') =>
  `<respcondition><conditionvar>${condition}</conditionvar><setvar varname="SCORE" action="${action}">${points}</setvar></respcondition>`;
const is = (value: string, of = 'R') => `<varequal respident="${of}">${value}</varequal>`;
const choices = (cardinality: string, of = 'R', words = ['red', 'green', 'blue']) =>
  `<response_lid ident="${of}" rcardinality="${cardinality}"><render_choice>${words.map((word) => `<response_label ident="${word}">${text(word)}</response_label>`).join('')}</render_choice></response_lid>`;
const field = '<response_str ident="R"><render_fib><response_label ident="F"/></render_fib></response_str>';

test('a text that is called Markdown is read as such', async () => {
  const marked = bank(item(choices('Single'), rule(is('green')))).replace(
    '<mattext>Which',
    '<mattext texttype="text/markdown">**Which** one',
  );
  expect(await toldWithoutLines('qti', marked)).toEqual(['single: Which one? [red | *green | blue]']);
});

describe('the options that are right', () => {
  const single = (rules: string) => toldWithoutLines('qti', bank(item(choices('Single'), rules)));
  const multiple = (rules: string) => toldWithoutLines('qti', bank(item(choices('Multiple'), rules)));

  test('one gets all points', async () => {
    expect(await single(rule(is('green')))).toEqual(['single: Which? [red | *green | blue]']);
    expect(await single(rule(is('green')) + rule(is('red'), 50))).toEqual([
      'single: Which? [red | *green | blue] (lost: partial credit)',
    ]);
  });

  test('several are named together, or each adds its part', async () => {
    const both = ['multiple: Which? [*red | *green | blue]'];
    expect(await multiple(rule(`<and>${is('red')}${is('green')}<not>${is('blue')}</not></and>`))).toEqual(both);
    expect(await multiple(rule(`${is('red')}${is('green')}`))).toEqual(both);
    expect(await multiple(rule(is('red'), 50, 'Add') + rule(is('green'), 50, 'Add'))).toEqual(both);
    expect(await multiple(rule(is('red'), '33,33', 'Add') + rule(is('green'), '66.67', 'Add'))).toEqual(both);
  });

  test.each([
    ['several-full-keys', 'Single', rule(is('red')) + rule(is('green'))],
    ['several-full-keys', 'Single', rule(`<or>${is('red')}${is('green')}</or>`)],
    ['several-full-keys', 'Single', rule(`${is('red')}${is('green')}`)],
    ['several-full-keys', 'Multiple', rule(is('red')) + rule(is('green'))],
    ['several-full-keys', 'Multiple', rule(`<or><and>${is('red')}${is('green')}</and>${is('blue')}</or>`)],
    ['weights-unclear', 'Multiple', rule(is('red'), 50, 'Add') + rule(is('green'), 20, 'Add')],
    ['unreadable-answer', 'Multiple', rule(`<or>${is('red')}${is('green')}</or>`, 50, 'Add')],
    ['unreadable-answer', 'Single', rule(`<not>${is('red')}</not>`)],
    ['unreadable-answer', 'Single', rule('<other/>')],
    ['unreadable-answer', 'Multiple', rule(`${is('red')}<not><and>${is('green')}${is('blue')}</and></not>`)],
    ['unreadable-answer', 'Single', rule('<varsubset respident="R">red</varsubset>')],
    ['unreadable-answer', 'Single', rule('<vargte respident="R">red</vargte>')],
    ['unreadable-answer', 'Single', rule(`<and>${is('red')}${is('5', 'TRIES')}</and>`)],
    ['unreadable-answer', 'Multiple', rule(`<and>${is('red')}${is('blue')}<not>${is('red')}</not></and>`)],
    ['unreadable-answer', 'Single', rule(is('red')) + rule(is('blue')).replace('SCORE', 'TRIES')],
    ['key-out-of-range', 'Single', rule(is('pink'))],
    ['no-key', 'Single', rule(is('red'), 90)],
    ['no-key', 'Single', rule(is('red'), 0)],
    ['no-key', 'Single', rule(is('red'), 100, 'Subtract')],
    ['no-key', 'Single', ''],
  ])('else it is refused: %s, %s, %s', async (code, cardinality, rules) => {
    expect(codes(await takenBy('qti', bank(item(choices(cardinality), rules))))).toEqual([code]);
  });

  test('a name that two choices share is no key', async () => {
    const twins = choices('Single', 'R', ['red', 'blue']).replace('ident="blue"', 'ident="red"');
    expect(codes(await takenBy('qti', bank(item(twins, rule(is('red'))))))).toEqual(['unreadable-answer']);
  });

  test('the order is that of the conditions, or of the places that they name', async () => {
    const ordered = (rules: string) => toldWithoutLines('qti', bank(item(choices('Ordered'), rules)));
    const at = (value: string, place: number) => is(value).replace(' ', ` index="${place}" `);
    expect(await ordered(rule(is('blue') + is('red') + is('green')))).toEqual([
      'ordering: Which? [blue | red | green]',
    ]);
    expect(await ordered(rule(at('blue', 3) + at('red', 1) + at('green', 2)))).toEqual([
      'ordering: Which? [red | green | blue]',
    ]);
    expect(await ordered(rule(is('blue') + is('red')))).toEqual(['refused key-out-of-range']);
  });
});

describe('what is typed', () => {
  const between = (from: string, to: string) =>
    `<vargte respident="R">${from}</vargte><varlte respident="R">${to}</varlte>`;

  test('every text that gets all points counts, also by the name of its field', async () => {
    const words = rule(is('owl') + is('tawny owl')) + rule(is('barn owl', 'F'));
    expect(await toldWithoutLines('qti', bank(item(field, words)))).toEqual([
      'cloze: Which? ["owl","tawny owl","barn owl"]',
    ]);
  });

  test('a number has its bounds, which are as far off on both sides', async () => {
    const number = async (condition: string) =>
      (await toldWithoutLines('qti', bank(item(field, rule(condition), { type: 'numerical_question' }))))[0];
    expect(await number(is('4'))).toBe('cloze: Which? {"number":4,"tolerance":0}');
    expect(await number(`<or>${is('4')}<and>${between('3.9', '4.1')}</and></or>`)).toBe(
      'cloze: Which? {"number":4,"tolerance":0.1}',
    );
    expect(await number(`<or>${is('4')}<and>${between('3', '6')}</and></or>`)).toBe('refused unreadable-answer');
    expect(await number('<vargte respident="R">3</vargte>')).toBe('refused unreadable-answer');
    expect(await number(between('6', '3'))).toBe('refused unreadable-answer');
    expect(await number(`<or>${is('4')}${is('5')}</or>`)).toBe('refused several-numbers');
    expect(await number(is('four'))).toBe('refused no-key');
  });
});

describe('several choices in one item', () => {
  const gaps = choices('', 'response_a', ['is', 'are']) + choices('', 'response_b', ['was', 'were']);
  const both = rule(is('is', 'response_a'), 50, 'Add') + rule(is('were', 'response_b'), 50, 'Add');
  const dropdowns = (rules: string, stem = 'It [a], they [b].') =>
    toldWithoutLines('qti', bank(item(gaps, rules, { type: 'multiple_dropdowns_question', stem })));

  test('are the gaps of a text, each with one word', async () => {
    expect(await dropdowns(both)).toEqual([
      'matching: It (1) _____, they (2) _____. [(1)=is | (2)=were] of 4 (lost: which words each gap offers)',
    ]);
    expect(await dropdowns(both, 'It [a].')).toEqual(['refused no-gap']);
    expect(await dropdowns(rule(is('is', 'response_a')))).toEqual(['refused no-key']);
    expect(await dropdowns(both + rule(is('are', 'response_a'), 50, 'Add'))).toEqual(['refused several-full-keys']);
  });

  test('are refused where not each has a text of its own', async () => {
    expect(codes(await takenBy('qti', bank(item(gaps, both))))).toEqual(['several-interactions']);
  });

  test('are refused where the text has gaps and nothing says what kind', async () => {
    const named = gaps.replace(/(<response_lid ident="response_(\w)"[^>]*>)/g, (tag, _, name) => tag + text(name));
    const asked = (stem: string) => toldWithoutLines('qti', bank(item(named, both, { stem })));
    expect(await asked('Which verbs?')).toEqual(['matching: Which verbs? [a=is | b=were] of 4']);
    expect(await asked('It [a], they [b].')).toEqual(['refused unreadable-answer']);
  });

  test('a gap whose answers are patterns is refused', async () => {
    const blank = (how: string) =>
      `<response_lid ident="response_a"><render_choice><response_label ident="1" scoring_algorithm="${how}">${text('owls?')}</response_label></render_choice></response_lid>`;
    const asked = (how: string) =>
      toldWithoutLines(
        'qti',
        bank(
          item(blank(how), rule(is('1', 'response_a')), {
            type: 'fill_in_multiple_blanks_question',
            stem: 'An [a].',
          }),
        ),
      );
    expect(await asked('TextInChoices')).toEqual(['cloze: An _____. ["owls?"]']);
    expect(await asked('TextRegex')).toEqual(['refused unsupported-type']);
  });
});

describe('a file', () => {
  const good = item(choices('Single'), rule(is('red')));
  const taken = 'single: Which? [*red | green | blue]';

  test('each item is read by itself, on its line', async () => {
    expect(await toldBy('qti', bank('<item ident="x"><presentation>', good, '<item><b></item>', good))).toEqual([
      '1 refused broken-xml',
      `2 ${taken}`,
      '3 refused broken-xml',
      `4 ${taken}`,
    ]);
  });

  test('may have prefixes before its names', async () => {
    const prefixed = bank(good).replace(/<(\/?)(\w)/g, '<$1ns0:$2');
    expect(await toldWithoutLines('qti', prefixed)).toEqual([taken]);
  });

  test('may name its document type, and declare nothing in it', async () => {
    const file = (type: string) => `<?xml version="1.0"?>\n<!DOCTYPE questestinterop ${type}>\n${bank(good)}`;
    expect(await toldWithoutLines('qti', file('SYSTEM "ims_qtiasiv1p2.dtd"'))).toEqual([taken]);
    expect(await toldBy('qti', file('SYSTEM "q.dtd" [<!ENTITY a "b">]'))).toEqual(['2 refused document-type']);
  });

  test('that draws on a bank elsewhere says so', async () => {
    const group =
      '<section><selection_ordering><selection>\n<sourcebank_ref>i7</sourcebank_ref></selection></selection_ordering></section>';
    expect(await toldBy('qti', bank(good, group))).toEqual([`1 ${taken}`, '3 refused missing-item']);
  });

  test('without an item is refused', async () => {
    expect(codes(await takenBy('qti', bank()))).toEqual(['no-questions']);
  });

  test('may stand in a package, whose manifest names it', async () => {
    const manifest =
      '<manifest><resources>\n<resource identifier="g" type="imsqti_xmlv1p2"><file href="g/g.xml"/></resource>\n<resource identifier="h" type="imsqti_xmlv1p2"><file href="h/h.xml"/></resource></resources></manifest>';
    const files = { 'imsmanifest.xml': manifest, 'g/g.xml': bank(good), 'g/assessment_meta.xml': '<quiz/>' };
    expect((await toldBy('qti', zip(files))).sort()).toEqual([`1 ${taken}`, '3 refused missing-item']);
    expect(await toldWithoutLines('qti', zip({ 'res00001.dat': bank(good) }))).toEqual([taken]);
  });
});
