import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNotes } from '../../../src/bank/notes/notes.ts';
import { correctionOf, newEfforts } from '../../../src/bank/quotes/anchor.ts';
import { essenceOf } from '../../../src/bank/quotes/essence.ts';

const became = (there: string, quote: string) =>
  correctionOf([readNotes('n.md', `# A\n\n${there}\n`)], 'A', quote, newEfforts())?.text;

describe('a quote never becomes one with other numbers', () => {
  test.each([
    ['28 °C im Kühlschrank lagern', '2–8 °C im Kühlschrank lagern'],
    ['1015 mg/kg KG alle 6 Stunden', '10–15 mg/kg KG alle 6 Stunden'],
    ['5 °C nie unterschreiten', '–5 °C nie unterschreiten'],
    ['5 °C nie unterschreiten', '−5 °C nie unterschreiten'],
    ['530 ist der Beginn', '5:30 ist der Beginn'],
    ['im Verhältnis 12 mischen', 'im Verhältnis 1:2 mischen'],
    ['vom 514. Tag an', 'vom 5.–14. Tag an'],
    ['die Zahlen 357 stehen da', 'die Zahlen 3 5 7 stehen da'],
    ['die Ports 80443 sind offen', 'die Ports 80–443 sind offen'],
    ['510 Tabletten am Tag', '5 - 10 Tabletten am Tag'],
    ['23 ist das Ergebnis', '2*3 ist das Ergebnis'],
    ['23 ist das Ergebnis', '2·3 ist das Ergebnis'],
    ['23 ist das Ergebnis', '2 × 3 ist das Ergebnis'],
    ['2-3 ist das Ergebnis', '2*3 ist das Ergebnis'],
    ['56 stehen in der Zeile', '| 5 | 6 | stehen in der Zeile'],
    ['Take 2500 mg tablets', 'Take 2 500 mg tablets'],
    ['Take 4.5 mg tablets', 'Take 4 .5 mg tablets'],
    ['Take 5 mg tablets', 'Take .5 mg tablets'],
    ['Take 4, 500 mg tablets', 'Take 4 500 mg tablets'],
    ['from 5, -10 it grows', 'from 5-10 it grows'],
    ['at 5‰ of alcohol', 'at 5 of alcohol'],
    ['the power 10² is meant', 'the power 102 is meant'],
    ['２－８度で保管する', '２８度で保管する'],
    ['an angle of 5′ is small', 'an angle of 5″ is small'],
  ])('%s: %s', (one, other) => {
    expect([became(one, other), became(other, one)]).toEqual([undefined, undefined]);
  });
});

test.each([
  ['store at 2–8 °C in a fridge', 'store at 2-8 °C in a fridge'],
  ['store at 2 — 8 °C in a fridge', 'store at 2–8 °C in a fridge'],
  ['never below −5 °C in a fridge', 'never below -5 °C in a fridge'],
  ['| Fentanyl | 100 | 5 | i.v. |', 'Fentanyl\t100\t5\ti.v.'],
  ['時効は１０年とする', '時効は10年とする'],
  ['Retention – 24 hours', 'Retention - 24 hours'],
  ['Retention is 5 % of 100', 'Retention is 5% of 100'],
])('the same numbers in other typography are the same: %s', (there, quote) => {
  expect(became(there, quote)).toContain(there.replace(/^\| | \|$/g, ''));
});

test('each unit knows its character, and what keeps two numbers apart that of the first of them', () => {
  expect(essenceOf('Ab 5 – 10!')).toEqual({ text: 'ab5 –10', from: [0, 1, 3, 3, 3, 7, 8] });
});

test('no signs between two digits are nothing', () => {
  const signs = fc.string({
    unit: fc.oneof(fc.constantFrom(...' -–.,*|:(_`"'), fc.string({ unit: 'grapheme' })),
    minLength: 1,
  });
  fc.assert(
    fc.property(signs, (between) => {
      fc.pre(between !== '');
      expect(essenceOf(`1${between}2`).text).not.toBe(essenceOf('12').text);
    }),
  );
});
