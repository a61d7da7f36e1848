import { expect, test } from 'vitest';
import { LineCounter } from 'yaml';
import { compile } from '../../src/bank/compile.ts';
import { readNotes } from '../../src/bank/notes/notes.ts';
import { withinLimits } from '../../src/bank/notes/within-limits.ts';
import { contentsOf } from '../../src/bank/yaml/document.ts';
import { readYaml } from '../../src/bank/yaml/read.ts';
import { limits } from '../../src/core/limits.ts';
import { flaw, headOf } from '../../src/core/problem.ts';
import { Failure } from '../../src/failure.ts';

const codes = (source: string) => {
  const read = readYaml('q.yaml', source);
  return 'problems' in read ? read.problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`) : [];
};

/** Of all that can be read, what costs the parser least for its weight. */
const NEST = `- ${'['.repeat(25)}a${']'.repeat(25)}\n`;
const NEST_WEIGHT = 208;

test('a line at the limit is read, one character more is refused with its place', () => {
  const line = (length: number) => `a: 1\nb: ${'x'.repeat(length - 3)}`;
  expect(codes(line(limits.lineLength))).toEqual([]);
  expect(codes(line(limits.lineLength + 1))).toEqual(['too-large 2:1']);
});

test('a text at the limit is read, one character more is refused with its place, however it is written', () => {
  const folded = (length: number) => `a: 1\nb: |\n${' x\n'.repeat(length / 3)}`;
  const quoted = (length: number) => `a: 1\nb: "${'x\n '.repeat(length / 3)}"`;
  const most = limits.textLength - (limits.textLength % 3);
  expect([codes(folded(most)), codes(quoted(most - 3))]).toEqual([[], []]);
  expect(codes(folded(most + 3))).toEqual(['too-large 3:1']);
  expect(codes(quoted(most + 3))).toEqual(['too-large 2:4']);
});

test.each([
  ['entries', '- a\n', 8],
  ['entries in entries', `${'- '.repeat(10)}a\n`, 53],
  ['lists in brackets', '- [[a]]\n', 24],
  ['a field', '- a: b\n', 15],
  ['fields in brackets', '- {a: b, c: d}\n', 36],
  ['a nest', NEST, NEST_WEIGHT],
])('what is too much is told by the marks of a file, each with its weight: %s', (_, unit, weight) => {
  const told = (budget: number) => {
    const found: string[] = [];
    contentsOf(unit.repeat(100), new LineCounter(), (code) => found.push(code), { weight: budget });
    return found;
  };
  expect([told(100 * weight + 1), told(100 * weight)]).toEqual([[], ['too-large']]); // a document begins besides
});

test('a file with as many marks as the limit is read, and refused with more', () => {
  const most = Math.floor((limits.yamlWeight - 1) / NEST_WEIGHT);
  expect([codes(NEST.repeat(most)), codes(NEST.repeat(most + 1))]).toEqual([[], ['too-large 1:1']]);
});

test('nesting at the limit is read, one level more is one problem, and a nest of thousands is one problem too', () => {
  const nest = (levels: number) => `${'['.repeat(levels)}a${']'.repeat(levels)}`;
  expect(codes(nest(limits.depth - 1))).toEqual([]);
  expect(codes(nest(limits.depth))).toEqual([expect.stringMatching(/^too-deep /)]);
  expect(codes(nest(5000))).toEqual([expect.stringMatching(/^too-deep /)]);
  expect(codes('- '.repeat(50_000))).toHaveLength(1);
});

/** A slip of a question that weighs much and is parsed soon. */
const NESTS_CLOSED_TWICE = `- ${'['.repeat(8)}${']'.repeat(9)}\n`;

const rows = (unit: string) => `${unit.repeat(19_000 / unit.length)}\n`.repeat(limits.fileBytes / 19_100);

/** Each of them is a file within the limits of size that a parser finds thousands of mistakes in. */
test.each([
  ['bad escapes', rows('\\z').replaceAll(/^.{3}/gm, '- "').replaceAll(/.$/gm, '"'), 'yaml-syntax 1:5'],
  ['escapes without digits', rows('\\ud').replaceAll(/^.{3}/gm, '- "').replaceAll(/..$/gm, ' "'), 'yaml-syntax 1:4'],
  ['stray brackets', ']\n'.repeat(240_000), 'yaml-syntax 1:1'],
  ['stray braces', 'a: 1\n}\n'.repeat(90_000), 'yaml-syntax 2:1'],
  ['tags', '- !a !b c\n'.repeat(4500), 'yaml-syntax 1:6'],
  ['anchors', `${'&a '.repeat(80)}\n`.repeat(300), 'yaml-syntax 1:4'],
  ['aliases', '- &a b\n- *a\n'.repeat(3000), 'alias 1:6'],
  ['tabs for indentation', 'a:\n\tb: 1\n'.repeat(3500), 'yaml-syntax 2:1'],
  ['a colon in a text', 'a: b: c\n'.repeat(60_000), 'yaml-syntax 1:4'],
])('of a file full of mistakes only the first are told: %s', (_, source, first) => {
  const told = codes(source);
  expect(told[0]).toBe(first);
  expect(told.length).toBeLessThanOrEqual(limits.problemsShown);
});

test('behind so many mistakes nothing is looked for, one fewer and a nest at the end still counts', () => {
  const told = (mistakes: number) => codes(`${']\n'.repeat(mistakes)}${'['.repeat(250)}`).length;
  // beside a nest mistakes are told as the parser has them; without one, as the slip that makes them
  expect([told(limits.yamlMistakes - 1), told(limits.yamlMistakes)]).toEqual([limits.problemsShown, 1]);
});

test.each([
  ['questions', NESTS_CLOSED_TWICE.repeat(500), 20, 'yaml-syntax 21:19'],
  ['too many questions', NESTS_CLOSED_TWICE.repeat(6000), 20, 'yaml-syntax 4:1'], // as the parser goes astray, not each in its question
  ['blank lines', `- ]\n- ${'\n'.repeat(40_000)}`, 1, 'yaml-syntax 2:3'],
  ['colons in a line', `- { a: ${'a: '.repeat(5000)}\n`.repeat(20), 20, 'yaml-syntax 2:68'],
])('a slip is looked for as long as that takes no more than reading the file: %s', (_, source, count, last) => {
  const told = codes(`questions:\n${source}`);
  expect([told.length, told.at(-1)]).toEqual([count, last]);
});

test('a nest is left where it is too deep, however often it comes back', () => {
  const nests = `${'['.repeat(1000)}${']'.repeat(1000)}\n`.repeat(2400);
  expect(codes(nests)).toEqual([expect.stringMatching(/^too-deep 1:/)]);
});

test('a mapping may have so many fields and no more', () => {
  const map = (fields: number) => Array.from({ length: fields }, (_, at) => `k${at}: v`).join('\n');
  expect(codes(`a: [[{ ${map(limits.keys).replaceAll('\n', ', ')} }]]`)).toEqual([]);
  expect(codes(`a: [[{ ${map(limits.keys + 1).replaceAll('\n', ', ')} }]]`)).toEqual(['too-large 1:6']);
  expect(codes(map(limits.questionsInFile))).toEqual([]); // questions may stand at the top by their names
  expect(codes(map(limits.questionsInFile + 1))).toEqual(['too-large 1:1']);
});

test('notes at each limit are taken, and refused with their place one above', () => {
  const told = (source: string) => {
    try {
      return withinLimits('notes.md', source) === source ? 'taken' : 'changed';
    } catch (error) {
      const { exit, code, at } = error as Failure;
      return `${exit} ${code} ${at?.file}:${at?.line}`;
    }
  };
  const line = 'x'.repeat(999);
  const whole = `${`${line}\n`.repeat(limits.notesLength / 1000 - 1)}${line}x`;
  expect([told(whole), told(`${whole}x`)]).toEqual(['taken', 'content too-large notes.md:1']);
  expect(told('\n'.repeat(limits.notesLines - 1))).toBe('taken');
  expect(told('\n'.repeat(limits.notesLines))).toBe('content too-large notes.md:1');
  expect(told(`a\n${'x'.repeat(limits.lineLength)}`)).toBe('taken');
  expect(told(`a\n${'x'.repeat(limits.lineLength + 1)}`)).toBe('content too-large notes.md:2');
});

test('quotes are looked for by so many steps a file: where they end is told once, and the questions stay', () => {
  const notes = [readNotes('notes.md', `# s\n${`${'a'.repeat(19_000)}\n`.repeat(40)}`)];
  const question = (at: number) =>
    `  - { id: q${at}, type: single, topics: [t], stem: Is it ${at}?, options: [{ id: a, text: x }, { id: b, text: y }], answer: a, quotes: [{ section: s, text: aa }] }\n`;
  const read = readYaml('q.yaml', `questions:\n${Array.from({ length: 50 }, (_, at) => question(at)).join('')}`);
  if (!('node' in read)) throw new Error('it can be read');
  const { items, problems } = compile(read.node, { notes, topics: [], cases: new Map() });
  expect(problems.filter(({ code }) => code === 'too-large')).toMatchObject([
    { message: 'the quotes from here on are not looked for: those before them took too much' },
  ]);
  expect(problems.length).toBeLessThan(10);
  expect(items).toHaveLength(50);
});

test('what is told of a mistake has so many characters, however long the name in it is', () => {
  const told = (name: string) =>
    flaw('unknown-option', headOf('q.yaml'), `"${name}" is no option`, 'write one').message;
  const room = limits.message - told('').length;
  expect(told('x'.repeat(room))).toContain(`"${'x'.repeat(room)}"`);
  expect(told('x'.repeat(room + 1))).toMatch(/^"x+\.\.\.x+" is no option$/);
  const failure = new Failure(
    'usage',
    'unknown-topic',
    `there is no topic "${'x'.repeat(limits.lineLength)}"`,
    'write one',
  );
  for (const message of [told('x'.repeat(limits.lineLength)), failure.message])
    expect(message.length).toBeLessThanOrEqual(limits.message);
});

test('no file tells more problems than a person mends at a time', () => {
  const source = Array.from({ length: 100 }, (_, at) => `- k: &a${at} v`).join('\n');
  expect(codes(source)).toHaveLength(limits.problemsShown);
});

test.each([
  ['an escape', '"a\\e[31mb"'],
  ['a carriage return', '"a\\rb"'],
  ['a backspace', '"a\\bb"'],
  ['C1', '"a\\x9bb"'],
  ['a bidi override that is not closed', '"a\\u202eb"'],
  ['a bidi isolate that is closed and never opened', '"a\\u2069b"'],
  ['a line separator', '"a\\u2028b"'],
  ['a zero-width space', '"a\\u200bb"'],
  ['a tag character', '"a\\U000e0041b"'],
])('%s in a text is refused with its place', (_, scalar) => {
  expect(codes(`stem: fine\nwhy: ${scalar}`)).toEqual(['unsafe-character 2:6']);
});

test.each([
  ['line feeds and tabs', '"a\\n\\tb"'],
  ['Hebrew with closed isolates', '"\\u2067שלום\\u2069"'],
  ['emoji joined with ZWJ', '"👩‍💻"'],
  ['Persian with ZWNJ', '"می‌خواهم"'],
])('%s may stand in a text', (_, scalar) => {
  expect(codes(`why: ${scalar}`)).toEqual([]);
});
