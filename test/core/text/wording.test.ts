import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockTime, count, duration, inWords, listed, sentence, timeSpent } from '../../../src/core/text/wording.ts';

test.each([
  [0, 'less than a second'],
  [-5, 'less than a second'],
  [499, 'less than a second'],
  [500, '1 s'],
  [1499, '1 s'],
  [89_000, '89 s'],
  [90_000, '1 min 30 s'],
  [310_000, '5 min 10 s'],
  [59 * 60_000, '59 min'],
  [3_599_000, '1 h'],
  [3_600_000, '1 h'],
  [3_900_000, '1 h 5 min'],
  [7_800_000, '2 h 10 min'],
])('as a duration, %d ms is "%s"', (ms, words) => {
  expect(duration(ms)).toBe(words);
});

test.each([
  [0, '0:00'],
  [-1, '0:00'],
  [1, '0:01'],
  [1000, '0:01'],
  [1001, '0:02'],
  [545_000, '9:05'],
  [3_599_001, '1:00:00'],
  [3_723_000, '1:02:03'],
])('on the clock, %d ms is "%s"', (ms, shown) => {
  expect(clockTime(ms)).toBe(shown);
});

test('the time spent and the time left of a limit make the limit, and times of parts make no more than their sum', () => {
  const seconds = (shown: string) => shown.split(':').reduce((total, part) => total * 60 + Number(part), 0);
  const spans = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1 });
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 1000 }), (parts, left) => {
      const spent = parts.reduce((total, ms) => total + ms, 0);
      const limit = Math.ceil(spent / 1000) + left;
      expect(seconds(timeSpent(spent)) + seconds(clockTime(limit * 1000 - spent))).toBe(limit);
      const sum = parts.reduce((total, ms) => total + seconds(timeSpent(ms)), 0);
      expect(sum).toBeLessThanOrEqual(seconds(timeSpent(spent)));
      expect(sum).toBeGreaterThan(spent / 1000 - parts.length);
    }),
  );
  expect([timeSpent(262_433), timeSpent(6080), timeSpent(999), timeSpent(3_723_999)]).toEqual([
    '4:22',
    '0:06',
    '0:00',
    '1:02:03',
  ]);
});

test('the clock shows 0:00 only when nothing is left, and never less than there is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (ms) => {
      const shown = clockTime(ms);
      const seconds = shown.split(':').reduce((total, part) => total * 60 + Number(part), 0);
      expect(seconds).toBe(Math.ceil(ms / 1000));
      expect(shown).toMatch(/^(\d+:[0-5]\d|[0-5]?\d):[0-5]\d$/);
    }),
  );
});

test.each([
  [1, 'question', undefined, '1 question'],
  [2, 'question', undefined, '2 questions'],
  [0, 'question', undefined, '0 questions'],
  [2, 'entry', 'entries', '2 entries'],
])('a noun follows its number: $3', (n, noun, plural, words) => {
  expect(count(n, noun, plural)).toBe(words);
});

test.each([
  [0, 'no'],
  [2, 'two'],
  [10, 'ten'],
  [11, '11'],
  [-1, '-1'],
])('in words, %d is "%s"', (n, word) => {
  expect(inWords(n)).toBe(word);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as "%s"', (words, text) => {
  expect(listed(words)).toBe(text);
});

test.each([
  ['Tea', 'Tea.'],
  ['2 g i.v.', '2 g i.v.'],
  ['Is it?', 'Is it?'],
  ['「酸化」。', '「酸化」。'],
  ['It is “wet.”', 'It is “wet.”'],
  ['code of ...', 'code of ...'],
  ['boiling water (etc.)', 'boiling water (etc.).'],
])('"%s" is the sentence "%s"', (text, said) => {
  expect(sentence(text)).toBe(said);
});
