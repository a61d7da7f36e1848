// Files that are cut off or damaged: nothing is thrown, every record is counted, and the others are read as before.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankContent, type Format, isRefused } from '../../src/interop/format.ts';
import { formatNamed, formats } from '../../src/interop/index.ts';
import { itemOf } from '../support/arbitraries.ts';
import { takenBy } from '../support/interop.ts';

const readers = formats.filter(({ reads }) => reads);
const folder = join(import.meta.dirname, '../fixtures/interop');
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.\w+$/.test(file) && !/told\.txt$|many/.test(file))
  .map((file) => readFileSync(join(folder, file)));

const bank: BankContent = {
  id: 'demo',
  title: 'Demo',
  topics: new Map(),
  exams: [],
  items: Array.from({ length: 12 }, (_, n) => ({
    ...itemOf(`q-${n}`, {
      type: 'single',
      options: ['red', 'green', 'blue'].map((text, index) => ({ id: 'abc'[index] ?? '', text: `${text} ${n}` })),
      answer: ['b'],
    }),
    stem: `Which colour has number ${n}?`,
    quotes: [],
  })),
};

const change = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 40 }),
  by: fc.oneof(
    fc.constantFrom('', '"', '{', '}', '<', '>', ']]>', '\n', '\n\n', '\0', '\ufffd', '&', '~', '=', '<!--', '```'),
    fc.string({ maxLength: 5 }),
  ),
});

describe.each(readers.map((format): [string, Format] => [format.name, format]))('%s', (name, format) => {
  test('any file of any format, damaged anywhere, gives records with a line each', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures),
        fc.array(change, { maxLength: 3 }),
        fc.nat(),
        async (bytes, changes, end) => {
          let text = bytes.toString('utf8');
          for (const { at, length, by } of changes) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + by + text.slice(from + length);
          }
          const cut = end % 2 === 0 ? text : text.slice(0, end % (text.length + 1));
          const lines = cut.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/).length;
          for (const taken of await takenBy(format, cut)) {
            expect(taken.at.line).toBeGreaterThan(0);
            expect(taken.at.line).toBeLessThanOrEqual(lines);
            if (isRefused(taken)) expect(taken.message.length).toBeGreaterThan(5);
            else expect(taken.question.stem).not.toBe('');
          }
        },
      ),
    );
  });

  test.runIf(format.writes && name !== 'qti')(
    'a file that is cut off gives its whole records, and what is left of the one that is not',
    async () => {
      const { content } = (await format.writes?.(bank)) ?? { content: '' };
      const all = await takenBy(format, content);
      expect(all).toHaveLength(bank.items.length);
      const starts = all.map(({ at }) => offsetOf(String(content), at.line));
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: content.length }), async (end) => {
          const taken = await takenBy(format, String(content).slice(0, end));
          const whole = starts.filter((_, index) => (starts[index + 1] ?? Number.POSITIVE_INFINITY) <= end).length;
          const sure = Math.max(0, whole - 1); // what is left of the next may look like the end of the last
          expect(taken.slice(0, sure)).toEqual(all.slice(0, sure));
          expect(taken.length - whole).toBeGreaterThanOrEqual(0);
          expect(taken.length - whole).toBeLessThanOrEqual(3);
        }),
      );
    },
  );

  test.runIf(format.writes && name !== 'qti')('a key that is taken out costs its question and no other', async () => {
    const { content } = (await format.writes?.(bank)) ?? { content: '' };
    const spoiled = withoutKey(name, String(content), 5);
    expect(spoiled).not.toBe(content);
    const taken = await takenBy(format, spoiled);
    expect(taken.map(isRefused)).toEqual(bank.items.map((_, index) => index === 5));
  });
});

function offsetOf(text: string, line: number): number {
  return text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, { length }) => sum + length + 1, 0);
}

/** The text without what says which option of the n-th question is right. */
function withoutKey(format: string, text: string, n: number): string {
  const marks: Readonly<Record<string, [find: string, instead: string]>> = {
    json: ['"answer": [\n        "b"\n      ]', '"answer": []'],
    csv: ['option 2,,', ',,'],
    anki: ['\tB', '\t'],
    aiken: ['ANSWER: B', 'ANSWER:'],
    gift: ['=green', '~green'],
    'moodle-xml': ['fraction="100"', 'fraction="0"'],
    markdown: ['- [x]', '- [ ]'],
  };
  const [find, instead] = marks[format] ?? ['', ''];
  const from = text.indexOf(`number ${n}?`);
  const at = text.indexOf(find, from);
  return at < 0 || from < 0 ? text : text.slice(0, at) + instead + text.slice(at + find.length);
}

test('every format that is read is tried here', () => {
  expect(readers.map(({ name }) => name)).toHaveLength(11);
  expect(formatNamed('paper')?.reads).toBeUndefined();
});
