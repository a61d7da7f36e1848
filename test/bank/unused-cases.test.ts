// Case texts that no question is under, in a question file and in bank.yaml.
import { expect, test } from 'vitest';
import { compileFile } from '../../src/bank/compile-file.ts';
import { checkBank } from '../../src/commands/checking/checked-bank.ts';
import { folderWith } from '../support/folders.ts';

/** A question file with so many questions; the first is under the case `lake`. */
const file = (count: number) =>
  `cases:\n  lake: A retailer has a lake.\n  shop: A shop sells shoes.\nquestions:\n${Array.from(
    { length: count },
    (_, n) =>
      `  - { id: q${n}, type: cloze, topics: [t], stem: What is ____ here?, answer: x${n === 0 ? ', case: lake' : ''} }\n`,
  ).join('')}`;

/** The codes of these that were found, each with its file and line. */
const placesOf = (problems: Awaited<ReturnType<typeof checkBank>>['problems']) =>
  problems.filter(({ code }) => code === 'unused-case').map(({ at, message }) => [`${at.file}:${at.line}`, message]);

test.each([2, 40])('of a file with %i questions one is told at its place', (count) => {
  const { problems } = compileFile('a.yaml', file(count), { notes: [], topics: [], cases: new Map() });
  expect(placesOf(problems)).toEqual([['a.yaml:3', 'no question is under the case "shop"']]);
});

test.each([2, 40])('of a file with %i questions none is told while one of them has an error', (count) => {
  const broken = file(count).replace('case: lake', 'case: lake, colour: red');
  const { items, problems } = compileFile('a.yaml', broken, { notes: [], topics: [], cases: new Map() });
  expect([items.length, placesOf(problems)]).toEqual([count - 1, []]);
});

test.each(['bank.yaml', 'bank.yml'])(
  'one of %s is told at its place, once every question can be read',
  async (name) => {
    const told = async (question: string) => {
      const folder = folderWith({ [name]: 'id: demo\ncases:\n  lake: A lake.\n  sea: A sea.\n', 'a.yaml': question });
      return placesOf((await checkBank({ folder, nameOf: (name) => name }, undefined)).problems);
    };
    const question =
      'questions: [{ id: q, type: cloze, topics: t, stem: What is ____ here?, answer: x, case: lake }]\n';
    expect(await told(question)).toEqual([[`${name}:4`, 'no question is under the case "sea"']]);
    expect(await told(question.replace('case: lake', 'case: laek'))).toEqual([]);
  },
);
