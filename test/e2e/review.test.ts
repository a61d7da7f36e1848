// `quiz review` and its flags, as a script asks for them.
import { expect, test } from 'vitest';
import { mammalsBank } from '../support/mammals.ts';
import { quiz, tempFolder } from '../support/quiz.ts';

test('as a document it has the questions that its flags name, each with its number', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  const respond = (option: string) => ({ type: 'respond', response: [option] });
  const first = [respond('alpha'), respond('bravo'), { type: 'flag' }, respond('alpha'), respond('alpha')];
  const commands = [...first, respond('bravo'), { type: 'finish' }]; // the first once more, so that it is changed and missed
  const input = commands.map((command) => `${JSON.stringify(command)}\n`).join('');
  quiz(['exam', '--seed', '1', '--bank', bank, '--jsonl'], { data, input });
  const numbers = (...flags: string[]) => {
    const { slots } = JSON.parse(quiz(['review', '--json', ...flags, '--bank', bank], { data }).out);
    expect(slots[0]).toMatchObject({ item: expect.any(String), key: ['alpha'], score: expect.any(Number) });
    return slots.map(({ slot }: { slot: number }) => slot);
  };
  expect(numbers()).toEqual([1, 2, 3, 4]);
  expect(numbers('--wrong')).toEqual([1, 2]);
  expect(numbers('--flagged')).toEqual([3]);
  expect(numbers('--changed')).toEqual([1]);
  expect(numbers('--flagged', '--changed')).toEqual([1, 3]);
  expect(numbers('--flagged', '--all')).toEqual([1, 2, 3, 4]);
});
