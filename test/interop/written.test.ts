// What is written out, as other programs and people meet it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '../../src/core/items/item.ts';
import { formatNamed } from '../../src/interop/index.ts';
import { unzip } from '../../src/interop/qti/zip.ts';
import { decimal } from '../../src/interop/writing.ts';
import { itemOf } from '../support/arbitraries.ts';
import { accepted, asQuestion, essence, takenBy } from '../support/interop.ts';

const options = ['First', 'Second', 'Third'].map((text, index) => {
  const id = 'cab'.charAt(index);
  return { id, text, why: `Reason of ${id}`, concept: text };
});
const single = itemOf('s', { type: 'single', options, answer: ['a'] });
const multiple = itemOf('m', { type: 'multiple', options, answer: ['c', 'a'] });
const ordering = itemOf('o', { type: 'ordering', options, answer: ['a', 'b', 'c'] });
const tiny = itemOf('n', { type: 'cloze', answer: { number: 1e-7, unit: 'seconds', tolerance: 2.5e-9 } });

async function written(name: string, items: readonly Item[], ending?: string) {
  const made = await formatNamed(name)?.writes?.({ id: 'b', title: 'B', topics: new Map(), exams: [], items }, ending);
  if (!made) throw new Error(`${name} is not written`);
  return made;
}

async function itemXml(item: Item): Promise<string> {
  const { content } = await written('qti', [item]);
  const unzipped = unzip(content as Uint8Array, /item-00001\.xml$/);
  const [entry] = 'entries' in unzipped ? unzipped.entries : [];
  return new TextDecoder().decode(entry?.bytes);
}

test('numbers are digits that are read as the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(decimal(value)).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(decimal(value)) - value).toBe(0);
    }),
  );
  expect([1e-7, 2.5e-9, -1.5e21, 0, 12.5].map(decimal)).toEqual([
    '0.0000001',
    '0.0000000025',
    '-1500000000000000000000',
    '0',
    '12.5',
  ]);
});

test.each(['gift', 'moodle-xml'])('%s has no number that needs a power', async (name) => {
  expect((await written(name, [tiny])).content).toMatch(/0\.0000001[^\d].*0\.0000000025/);
});

test.each([single, multiple, ordering])('in QTI every reason is shown once the question is answered', async (item) => {
  const xml = await itemXml(item);
  const named = [...xml.matchAll(/<qti-(?:feedback-inline|modal-feedback)[^>]* identifier="([^"]+)"/g)].map(
    ([, id]) => id,
  );
  const set = /<qti-set-outcome-value identifier="FEEDBACK"><qti-multiple>(.*?)<\/qti-multiple>/.exec(xml)?.[1] ?? '';
  const shown = [...set.matchAll(/<qti-base-value base-type="identifier">([^<]+)</g)].map(([, id]) => id);
  expect(named).toHaveLength(4);
  expect(shown.toSorted()).toEqual(named.toSorted());
});

test('in QTI a question without reasons is scored by the template of the standard', async () => {
  const { why, ...plain } = itemOf('p', {
    type: 'single',
    options: options.map(({ id, text }) => ({ id, text })),
    answer: ['a'],
  });
  const xml = await itemXml(plain);
  expect(xml).toContain(
    '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>',
  );
  expect(xml).not.toContain('FEEDBACK');
});

test('a paper asks for a number of answers once, and its key has letters in order, the passage and what is dated', async () => {
  const asks = { ...multiple, stem: 'Choose TWO of them.' };
  const { content, beside } = await written('paper', [asks, multiple, tiny]);
  expect(`${content}`.match(/choose two/gi)).toHaveLength(2);
  expect(content).toMatch(/\*\*2\.\*\* .*\(Choose two\.\)/);
  expect(content).toMatch(/Answer\\?: (\\?_){20} seconds/);
  const [, letters = ''] = /\*\*1\.\*\* (.*)/.exec(beside?.content ?? '') ?? [];
  expect(letters.split(', ')).toEqual(letters.split(', ').toSorted());
  expect(beside?.content).toContain('Your notes (notes');
  expect(beside?.content).toMatch(/Today \(2026\)\\?: SECRET says/);
  expect(content).not.toContain('SECRET');
});

test('the key of a paper has every spelling that counts, and how far off a number may be', async () => {
  const words = itemOf('w', { type: 'cloze', answer: { accept: ['KMS', 'AWS KMS'] } });
  const { beside } = await written('paper', [words, tiny], '.html');
  expect(beside?.content).toContain('<bdi>Also right:</bdi> AWS KMS');
  expect(beside?.content).toContain('1e-7 seconds (within 0.0000000025)');
});

test('the letter of an option does not decide which way its text runs', async () => {
  const { content } = await written('paper', [single], '.html');
  expect(content).toMatch(/<li class="text" dir="auto"><bdi>A\.<\/bdi> (First|Second|Third)<\/li>/);
});

const code = (text: string) => `\`\`\`js\n${text}\n  end\n\`\`\``;
const coded = {
  ...itemOf('c', {
    type: 'multiple',
    options: ['one()', 'two()', 'three()'].map((text, index) => ({ id: 'abc'.charAt(index), text: code(text) })),
    answer: ['a', 'b'],
  }),
  stem: `What runs?\n${code('start()')}`,
  why: `Since\n${code('why()')}`,
};

test('a paper prints code line by line without its fences, and what it asks for stands below the code', async () => {
  const { content, beside } = await written('paper', [coded], '.html');
  expect(content).toMatch(
    /<p class="text" dir="auto">What runs\?<\/p>\n<pre dir="ltr"><code>start\(\)\n {2}end<\/code><\/pre>\n<p[^>]*>\(Choose two\.\)<\/p>/,
  );
  expect(content).toMatch(/<li><bdi>A\.<\/bdi> <pre dir="ltr"><code>\w+\(\)\n {2}end<\/code><\/pre>\n<\/li>/);
  expect(beside?.content).toContain('<pre dir="ltr"><code>why()\n  end</code></pre>');
  expect(`${content}${beside?.content}`).not.toContain('```');
});

test('a paper in Markdown has code between fences, as far in as what it belongs to', async () => {
  const { content } = await written('paper', [coded]);
  expect(content).toContain('**1.** What runs?\n\n```\nstart()\n  end\n```\n\n\\(Choose two.)\n');
  expect(content).toMatch(/\n- A\\?\.\n\n {2}```\n {2}\w+\(\)\n {4}end\n {2}```\n- B/);
});

test('a short text behind its letter is printed as it was written: in Markdown only the start of a line could mean anything', async () => {
  const options = ['Wood.', 'Ice: cold'].map((text, index) => ({ id: 'ab'.charAt(index), text }));
  const { content } = await written('paper', [itemOf('s', { type: 'single', options, answer: ['a'] })]);
  expect(content).toMatch(/^- [AB]\\?\. Wood\.$/m);
  expect(content).toMatch(/^- [AB]\\?\. Ice: cold$/m);
});

test('a question in JSON has its fields in the order of their reference', async () => {
  const reference = readFileSync(join(import.meta.dirname, '../../docs/formats.md'), 'utf8');
  const [, fields = ''] = /"questions":\[\{([\s\S]*?)\}\]\}\n/.exec(reference) ?? [];
  const names = [...fields.replace(/\[.*?\]/g, '').matchAll(/"(\w+)"/g)].map(([, name]) => name);
  const more = { level: 'recall', scenario: true, family: 'f', enemies: ['e'], waive: { a: 'b' } } as const;
  const whole = { ...single, ...more, case: { id: 'c', text: 'C' } };
  const [question] = JSON.parse((await written('json', [whole])).content as string).questions;
  expect(Object.keys(question)).toEqual(names);
});

test('what is left out is told, and counted where it is a whole question', async () => {
  const item = { ...ordering, scenario: true, waive: { 'longest-is-right': 'x' } };
  const { lossy, leftOut } = await written('gift', [item, { ...single, scenario: true, waive: { a: 'b' } }]);
  expect(lossy).toEqual(
    expect.arrayContaining([
      'left out, since GIFT has no ordering questions: 1 question',
      'concepts of options are left out: 1 question',
      'marks of scenarios are left out: 1 question',
      'waivers of rules are left out: 1 question',
      'ids do not come back, so records do not follow: 1 question',
    ]),
  );
  expect(leftOut).toBe(1);
});

test.each(['Options', 'Answers', 'Topic 1', 'ア 、イ', '１\n．問'])(
  'in Markdown a question, a step or a reason that reads %j comes back as it was, and as what it was',
  async (text) => {
    const steps = [text, 'Then'].map((step, index) => ({ id: 'ab'.charAt(index), text: step, why: text }));
    const item = { ...itemOf('o', { type: 'ordering', options: steps, answer: ['a', 'b'] }), stem: text, why: text };
    const [back] = accepted(await takenBy('markdown', (await written('markdown', [item])).content));
    expect(back && essence(back.question)).toEqual(essence(asQuestion(item)));
  },
);
