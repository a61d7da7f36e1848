import { expect, test } from 'vitest';
import { labelled, line, plainText, sides, span } from '../../../src/core/text/styled.ts';

test('the plain text of a line is what stands on it, without its roles', () => {
  expect(plainText(line('a', span('b', 'strong')))).toBe('ab');
  expect(plainText(labelled('- ', 'text'))).toBe('- text');
  expect(plainText(labelled([span('1', 'focus'), ' '], 'text'))).toBe('1 text');
  expect(plainText(sides(['left'], [span('right', 'quiet')]))).toBe('left  right');
});
