import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inReadingOrder } from '../../src/core/problem.ts';

test('problems come in reading order: by file, line and column', () => {
  const problem = (file: string, line: number, column: number) => {
    const at = { file, line, column };
    return { code: 'c', severity: 'error', at, message: '', hint: '' } as const;
  };
  const ordered = [
    problem('B.yaml', 9, 9),
    problem('a.yaml', 2, 1),
    problem('a.yaml', 2, 10),
    problem('a.yaml', 10, 1),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: 4 }), (problems) => {
      expect(inReadingOrder(problems)).toEqual(ordered);
    }),
  );
});
