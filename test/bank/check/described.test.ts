// What `quiz help CODE` shows is true: each bad example raises its code and no other, each good one does not.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { described } from '../../../src/bank/check/described.ts';
import type { Described, Rule } from '../../../src/bank/check/rule.ts';
import { checkBank } from '../../../src/commands/checking/checked-bank.ts';
import { folderWith } from '../../support/folders.ts';

const NOTES = `# Notes

## Streams
Data retention is 24 hours by default.
Once data is inserted in the stream it can not be deleted by anybody.

## Crawlers
A crawler run lists the columns of new files

## Glue
### Limits
The crawler run lists 50 columns at most

## Kinesis
### Limits
The crawler run lists 50 columns at most
`;

// biome-ignore lint/suspicious/noExplicitAny: whatever an example holds
type Fields = Record<string, any>;

const MANIFEST = {
  id: 'demo',
  title: 'Demo',
  notes: 'notes.md',
  topics: { topic: 'Topic' },
};
const CASES = { cases: { lake: 'A retailer has a lake.' } };
const QUESTION = {
  id: 'example',
  type: 'single',
  topics: ['topic'],
  stem: 'A weather service keeps hourly readings of its stations in one bucket. Which service lists the columns of these files?',
  options: [
    { id: 'a', text: 'The crawler run' },
    { id: 'b', text: 'The daily trigger' },
    { id: 'c', text: 'The bucket policy' },
  ],
  answer: 'a',
};

/** Without aliases, which a bank may not have. */
const yaml = (value: unknown) => stringify(value, { aliasDuplicateObjects: false });
const written = (lines: readonly string[]) => parse(lines.join('\n'), { schema: 'failsafe' });

/** The example with what it leaves out: explanations, and a quote that says what is right. */
function completed(fields: Fields, code: string): { question: Fields; proof: string } {
  const question: Fields = { ...QUESTION, ...fields };
  if (question.type === 'cloze') delete question.options;
  const explains = question.options?.some(({ why }: Fields) => why !== undefined) || code === 'no-explanation';
  if (question.type === 'cloze') question.why = 'The reason for the answer is told here in full.';
  else if (!explains && Array.isArray(question.options))
    question.options = question.options.map((option: Fields, n: number) => ({
      ...option,
      why: `The reason for option number ${n} is told here in full.`,
    }));
  const right = question.options?.filter(({ id }: Fields) => [question.answer].flat().includes(id));
  const words = right?.map(({ text }: Fields) => text).join(' ') || String(question.answer);
  const proof = words.split(' ').reverse().join(' and '); // in another order, so that nothing is copied
  return { question: { quotes: [{ section: 'Proof', text: proof }], ...question }, proof };
}

/** The files of a bank with the example in it. A rule with a tolerance sees it twice. */
function bankOf({ code, shows, ...rest }: Described | Rule, lines: readonly string[]): Record<string, string> {
  const manifest = { ...MANIFEST, ...(lines.some((line) => line.includes('case: lake')) && CASES) };
  const files = { 'bank.yaml': yaml(manifest), 'notes.md': NOTES };
  if (shows === 'file') return { ...files, 'a.yaml': `${lines.join('\n')}\n` };
  const given: Fields[] = shows === 'questions' ? written(lines) : shows === undefined ? [written(lines)] : [{}];
  const twice = 'tolerance' in rest && rest.tolerance !== undefined;
  const all = (twice ? [...given, { ...given[0], id: 'again' }] : given).map((fields) =>
    completed(twice ? { family: 'f', ...fields } : fields, code),
  );
  const quoted = { quotes: [{ section: 'Crawlers', text: 'A crawler run lists the columns of new files' }] };
  const isManifest = shows === 'manifest';
  return {
    'bank.yaml': yaml(isManifest ? { ...manifest, ...written(lines) } : manifest),
    'notes.md': `${NOTES}\n## Proof\n${all.map(({ proof }) => `- ${proof}\n`).join('')}`,
    'a.yaml': yaml({ questions: all.map(({ question }) => (isManifest ? { ...question, ...quoted } : question)) }),
  };
}

async function codesOf(files: Record<string, string>): Promise<string[]> {
  const { problems } = await checkBank({ folder: folderWith(files), nameOf: (file) => file }, undefined);
  return [...new Set(problems.map(({ code }) => code))];
}

const shown = described.filter(({ shows }) => shows !== 'words');

describe('what is shown of a code', () => {
  test.each(shown.map((one) => [one.code, one] as const))(
    '%s: the bad example raises it and nothing else',
    async (code, one) => {
      expect(await codesOf(bankOf(one, one.bad))).toEqual([code]);
    },
  );

  test.each(shown.map((one) => [one.code, one] as const))('%s: the good example does not', async (code, one) => {
    const codes = await codesOf(bankOf(one, one.good));
    if (one.shows === 'file') expect(codes).not.toContain(code);
    else expect(codes).toEqual([]);
  });
});

test('words stand only for what is too large to show, cannot be seen, or stands in another folder', () => {
  expect(described.filter(({ shows }) => shows === 'words').map(({ code }) => code)).toEqual([
    ...[
      'questions-below',
      'too-deep',
      'too-large',
      'unreadable-file',
      'outside-folder',
      'not-utf8',
      'too-long',
      'hidden-in-notes',
      'long-stem',
    ],
    ...['guessable', 'one-sided-name', 'position-pattern', 'key-length-share', 'key-length-ratio'],
  ]);
});

test('every code that the sources raise is explained, once', () => {
  const codes = described.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const root = join(import.meta.dirname, '../../../src');
  const sources = ['bank', 'core'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
  const raised = sources.flatMap((source) => [
    ...source.matchAll(/\breport\(\s*intake,\s*'([a-z0-9-]+)'/g),
    ...source.matchAll(/\badd\(\s*'([a-z0-9-]+)'/g),
    ...source.matchAll(/\bcode: '([a-z0-9-]+)'/g),
    ...source.matchAll(/'(unknown-section|quote-not-found|unreadable-file|not-utf8)'/g),
  ]);
  expect(raised.length).toBeGreaterThan(80);
  expect([...new Set(raised.map(([, code = '']) => code))].filter((code) => !codes.includes(code))).toEqual([]);
});

test('docs/rules.md says of each number how it is told', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/rules.md'), 'utf8');
  const told = described.flatMap((one) => {
    const number = 'source' in one ? /docs\/rules\.md ([EWB]\d\d)/.exec(one.source)?.[1] : undefined;
    return number === undefined ? [] : [{ number, severity: one.severity }];
  });
  for (const { number, severity } of told) {
    const row = page.split('\n').find((line) => line.startsWith(`| ${number} `)) ?? '';
    const cells = row.split('|').map((cell) => cell.trim());
    expect([number, number.startsWith('E') ? cells[4] : 'warning']).toEqual([
      number,
      expect.stringContaining(severity),
    ]);
  }
  const numbers = [...page.matchAll(/^\| (E\d\d) /gm)].map(([, number]) => number);
  expect(numbers.filter((number) => !told.some((one) => one.number === number))).toEqual([]);
});
