// What README.md and docs/ show is what the program does: their examples run, their fields are printed, their flags and links are there.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/bank/check/rules/index.ts';
import { wholeProgram } from '../../src/cli.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { BANK, BIN, environment, headless, sitThrough, TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'bench/results.md'],
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** What stands between a mark in a document, `<!-- mark -->`, and the next one or the end. */
function marked(document: string, mark: string): string {
  return read(document).split(`<!-- ${mark} -->`)[1]?.split('<!-- end -->')[0] ?? '';
}

interface Fence {
  readonly language: string;
  readonly text: string;
}

function fencesIn(text: string): Fence[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', inside = '']) => ({
    language,
    text: inside,
  }));
}

const fenceOf = (language: string, text: string) => fencesIn(text).find((fence) => fence.language === language)?.text;

/** A folder to work in, with `quiz` on the path. */
function workplace(): { folder: string; run: (command: string, ...args: string[]) => ReturnType<typeof spawnSync> } {
  const folder = tempFolder();
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'quiz'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(join(bin, 'quiz'), 0o755);
  const env = { ...environment(join(folder, 'data')), PATH: `${bin}:${process.env.PATH}`, QUIZ_BANK: '' };
  return { folder, run: (command, ...args) => spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' }) };
}

test('whoever follows docs/authoring.md has a bank of five questions without a warning', () => {
  const { folder, run } = workplace();
  const names: Readonly<Record<string, string>> = { markdown: 'oolong.md', yaml: 'tea/questions.yaml' };
  let told = '';
  for (const { language, text } of fencesIn(marked('docs/authoring.md', 'first bank'))) {
    const name = names[language];
    if (name !== undefined) {
      expect(marked('docs/authoring.md', 'first bank')).toContain(`\`${name}\``);
      writeFileSync(join(folder, name), text);
      continue;
    }
    const { status, stdout, stderr } = run('sh', '-e', '-c', text);
    expect({ text, status, stderr: status === 0 ? '' : stderr }).toEqual({ text, status: 0, stderr: '' });
    told = String(stdout);
  }
  expect(told).toContain('0 errors, 0 warnings, 5 questions');
});

const NOTES = '# Tea\n\n## Oxidation\n\n- Green tea is not oxidised\n\n## Brewing\n\n- Rinse the pot\n';

const ONE = '0 errors, 0 warnings, 1 question.';

test('the files that docs/authoring.md shows are taken by quiz check without a remark', () => {
  const shown = fencesIn(read('docs/authoring.md').split('<!-- end -->')[1] ?? '');
  const [bank = '', question = ''] = shown.filter(({ language }) => language === 'yaml').map(({ text }) => text);
  const folder = folderWith({ 'bank.yaml': bank, 'notes.md': NOTES, 'leaf.yaml': question });
  expect(quiz(['check', '--bank', folder]).out.trim()).toBe(ONE);
});

test('the question that README.md shows is taken in a bank that quiz init made of such notes', () => {
  const folder = folderWith({ 'oolong.md': NOTES });
  expect(quiz(['init', folder]).code).toBe(0);
  writeFileSync(join(folder, 'examples.yaml'), fenceOf('yaml', read('README.md')) ?? '');
  expect(quiz(['check', '--bank', folder]).out.trim()).toBe(ONE);
});

test('the question that the help of quiz add gives as an example is added without a remark', () => {
  const { folder, run } = workplace();
  cpSync(TEA, join(folder, 'tea'), { recursive: true });
  const [, example = ''] = /^ {2}\$ (quiz add .*--stem.*(?:\n {6}.*)*)/m.exec(quiz(['help', 'add']).out) ?? [];
  const { status, stderr } = run('sh', '-c', `cd tea && ${example}`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^Next: quiz preview \S+\n$/) });
});

test('the client that docs/protocol.md shows sits an exam to its end', () => {
  const { folder, run } = workplace();
  writeFileSync(join(folder, 'client.mjs'), fenceOf('js', read('docs/protocol.md')) ?? '');
  const { status, stdout, stderr } = run(process.execPath, 'client.mjs');
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^\d of 5 right\n$/),
    stderr: expect.stringContaining('Report: quiz report'),
  });
});

/** All names of fields in a document. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => [name, ...fieldsOf(inside)]);
}

describe('docs/protocol.md names every field that is printed', () => {
  const page = read('docs/protocol.md');
  const named = new Set([...page.matchAll(/`[^`]+`|^```.*?^```/gms)].flatMap(([code]) => code.match(/\w+/g) ?? []));
  const unnamed = (printed: unknown) => [...new Set(fieldsOf(printed))].filter((name) => !named.has(name));
  const data = tempFolder(); // the sessions of the first test are what the documents tell of
  const sit = (...args: string[]) => sitThrough(headless([...args, '--bank', BANK], data));

  test('of a session, whatever its questions are', async () => {
    const drill = await sit('drill', '-n', '24', '--seed', '2');
    const types = ['single', 'multiple', 'ordering', 'matching', 'cloze'];
    expect(new Set(drill.map(({ kind }) => kind))).toEqual(new Set([undefined, ...types]));
    const exam = await sit('exam', 'mls-c01', '-n', '20', '--seed', '1');
    const asked = [...drill, ...exam].map((message) =>
      message.type === 'ask' ? { ...message, response: 0 } : message,
    );
    const told = asked.map((message) => (message.type === 'graded' ? { ...message, key: 0 } : message)); // pairs go by ids
    expect(unnamed(told)).toEqual([]);
  });

  const commands = ['topics', 'stats', 'stats kinesis', 'report --list', 'notes shard', 'config list'];
  test.each(commands)('of the document of quiz %s', (command) => {
    const { out } = quiz([...command.split(' '), '--json', '--bank', BANK], { data });
    expect(unnamed(JSON.parse(out))).toEqual([]);
  });

  test.each(['report', 'review --all'])('of the document of quiz %s', (command) => {
    const { out } = quiz([...command.split(' '), '--json', '--bank', BANK], { data });
    const { slots, ...rest } = JSON.parse(out);
    const told = slots.map((slot: object) => ({ ...slot, response: 0, key: 0, first: 0 }));
    expect(unnamed({ ...rest, slots: told })).toEqual([]);
  });

  test('of what quiz check finds, and of errors', () => {
    const folder = folderWith({
      'notes.md': NOTES,
      'a.yaml': (fenceOf('yaml', read('README.md')) ?? '').replace('not', 'nt'),
    });
    const { tolerated, mix, solvers, ...rest } = JSON.parse(quiz(['check', '--json', '--bank', folder]).out);
    expect(unnamed(rest)).toEqual([]);
    const { err } = quiz(['check', '--json', '--bank', join(folder, 'none')]);
    expect(unnamed(JSON.parse(err))).toEqual([]);
  });
});

test('every flag that a document shows behind a command is one of that command', () => {
  const program = wholeProgram();
  const flagsOf = (verb: string) =>
    [...(program.commands.find((command) => command.name() === verb)?.options ?? []), ...program.options].flatMap(
      ({ short, long }) => [short, long, '--help', '-h'],
    );
  const unknown = documents.flatMap((document) =>
    [...read(document).matchAll(/\bquiz ((?:--\w\S* )*)([a-z]+)\b([^`\n#|&>]*)/g)].flatMap(
      ([, before = '', verb = '', after = '']) => {
        if (!program.commands.some((command) => command.name() === verb)) return [];
        const flags = `${before} ${after}`.replace(/"[^"]*"/g, '').match(/(?<=\s|\[)--?[a-z][\w-]*/g) ?? [];
        return flags.filter((flag) => !flagsOf(verb).includes(flag)).map((flag) => `${document}: quiz ${verb} ${flag}`);
      },
    ),
  );
  expect(unknown).toEqual([]);
});

/** A heading as the end of an address, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');

test('every link in a document leads to a file, and to a heading in it', () => {
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([link, path = '', anchor]) => {
      const file = path === '' ? document : join(dirname(document), path);
      if (!existsSync(join(root, file))) return [`${document}: ${link}`];
      const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
      return anchor === undefined || headings.includes(anchor) ? [] : [`${document}: ${link}`];
    }),
  );
  expect(broken).toEqual([]);
});

test('README.md and CHANGELOG.md say how many rules quiz check has', () => {
  for (const document of ['README.md', 'CHANGELOG.md']) expect(read(document)).toContain(`${rules.length} rules`);
});
