// A session by the beginning of its name, where others of which nothing is to be seen begin likewise.
import { expect, test } from 'vitest';
import { mammalsBank } from '../support/mammals.ts';
import { inOneProcess } from '../support/one-process.ts';
import { tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

const SKIP = '{"type":"leave"}\n';
const ANSWER = `{"type":"respond","response":["alpha"]}\n${SKIP}`;

/** Drills, each left, with the names of all; how all these names begin; and what `quiz` says then. */
function afterDrills(...inputs: string[]) {
  const [data, bank] = [tempFolder(), mammalsBank()];
  const look = (args: readonly string[], input = '') => quiz([...args, '--bank', bank], { data, input });
  const begun = inputs.map((input) => look(['drill', '--jsonl'], input).out.split('\n')[0] ?? '');
  const names: string[] = begun.map((message) => JSON.parse(message).session);
  const [year] = names.map((name) => name.slice(0, 2));
  return { names, year: year ?? '', look: (...args: string[]) => look(args) };
}

test.each(['report', 'review'])('%s takes the one that has answers', (verb) => {
  const { names, year, look } = afterDrills(SKIP, ANSWER, SKIP);
  expect(JSON.parse(look(verb, year, '--json').out).session).toBe(names[1]);
});

test('where several have answers, those are told, and no other', () => {
  const { names, year, look } = afterDrills(ANSWER, SKIP, ANSWER);
  const { code, err } = look('report', year);
  expect(code).toBe(2);
  expect(err.match(/\d{6}-\d{6}-\w{6}/g)?.toSorted()).toEqual([names[0], names[2]].toSorted());
});

test('a look back on a session in which nothing was answered says where to go on', () => {
  const { names, look } = afterDrills(SKIP);
  const told = (verb: string) => look(verb, names[0] ?? '').out.replace(/\s+/g, ' ');
  expect(told('review')).toContain('Nothing was answered in this session. Those with answers: quiz report --list');
  expect(told('report')).toContain('No question was answered. Next: quiz drill');
});

test('the list of results has the newest first, also where several began within a second', () => {
  const { names, look } = afterDrills(...Array<string>(8).fill(ANSWER));
  const { sessions } = JSON.parse(look('report', '--list', '--json').out);
  expect(sessions.map(({ session }: { session: string }) => session)).toEqual(names.toReversed());
});
