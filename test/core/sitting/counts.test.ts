import { expect, test } from 'vitest';
import { countsOf, unfinishedInWords } from '../../../src/core/sitting/counts.ts';
import type { Mark } from '../../../src/core/sitting/view.ts';

const mark = (status: Mark['status'], flagged = false): Mark => ({ status, flagged, struck: 0, changes: 0 });
const viewOf = (...marks: Mark[]) => ({ marks, of: marks.length });

test('each question counts under its status, and once more where it is flagged', () => {
  const marks = [mark('answered', true), mark('answered'), mark('blank', true), mark('missed'), mark('withdrawn')];
  expect(countsOf(viewOf(...marks))).toEqual({
    answered: 2,
    incomplete: 0,
    blank: 1,
    right: 0,
    missed: 1,
    withdrawn: 1,
    flagged: 2,
  });
});

test('what is open is told in words, and only what there is of it', () => {
  expect(unfinishedInWords(viewOf(mark('blank'), mark('incomplete', true), mark('incomplete')))).toBe(
    '1 unanswered, 2 incomplete, 1 flagged',
  );
  expect(unfinishedInWords(viewOf(mark('answered', true), mark('answered')))).toBe('1 flagged');
  expect(unfinishedInWords(viewOf(mark('answered'), mark('answered')))).toBe('all 2 questions answered');
});
