import { expect, test } from 'vitest';
import {
  inSentence,
  labelledWithCode,
  stretchesOf,
  withCodeLines,
  withoutFences,
} from '../../../src/core/text/code-lines.ts';
import { line, plainText, span } from '../../../src/core/text/styled.ts';

const shown = (text: string) =>
  withCodeLines(text).map((one) => [one.lead.map((part) => part.text).join(''), plainText(one)]);

test('a text without code is one line', () => {
  expect(withCodeLines('one\ntwo')).toEqual([line('one\ntwo')]);
});

test('code keeps its lines, hangs beside its indentation, and loses its fences', () => {
  expect(shown('Read this:\n\n```python\ndef f(x):\n    return x ** 2\n```\nWhat is\nf(3)?')).toEqual([
    ['', 'Read this:\n'],
    ['  ', '  def f(x):'],
    ['      ', '      return x ** 2'],
    ['', 'What is\nf(3)?'],
  ]);
});

test('what stands before a fence in its line stays: the number of a point, a question', () => {
  expect(shown('1. ```js\n   a\n   ```\n2. ```js\n   b\n   ```')).toEqual([
    ['', '1.'],
    ['     ', '     a'],
    ['', '2.'],
    ['     ', '     b'],
  ]);
  expect(shown('What is told? ```js\nx()\n```\nSay it.')).toEqual([
    ['', 'What is told?'],
    ['  ', '  x()'],
    ['', 'Say it.'],
  ]);
  expect(inSentence('What is told? ```js\nx()\n```')).toBe('What is told? ...');
});

test('a text that is code alone, and code that nothing ends', () => {
  expect(shown('```\nx\n```')).toEqual([['  ', '  x']]);
  expect(shown('a\n~~~\nx\n')).toEqual([
    ['', 'a'],
    ['  ', '  x'],
    ['  ', '  '],
  ]);
});

test('behind a label code stands as it does without one, and all of it hangs beside the label', () => {
  expect(labelledWithCode([span('Case  ')], 'A table:\n```sql\nSELECT\n  1\n```\nIt is large.').map(plainText)).toEqual(
    ['Case  A table:', '        SELECT', '          1', '      It is large.'],
  );
});

test('fences without code between them are a text', () => {
  expect(withCodeLines('```')).toEqual([line('```')]);
  expect(inSentence('```\n```')).toBe('```\n```');
});

test('a sentence names code by its first line, without fences', () => {
  expect(inSentence('plain `x`')).toBe('plain `x`');
  expect(inSentence('```js\nx = 1\n```\n')).toBe('x = 1');
  expect(inSentence('```js\n  if (x) {\n    y();\n  }\n```')).toBe('if (x) { ...');
});

test('a text is prose and code in turn, and two pieces of code stay two', () => {
  expect(stretchesOf('one\ntwo')).toEqual([{ isCode: false, rows: ['one', 'two'] }]);
  expect(stretchesOf('a\n```\nx\n```\n~~~\ny\n\n  z\n~~~\nb')).toEqual([
    { isCode: false, rows: ['a'] },
    { isCode: true, rows: ['x'] },
    { isCode: true, rows: ['y', '', '  z'] },
    { isCode: false, rows: ['b'] },
  ]);
});

test('a text without fences has all of its other lines', () => {
  expect(withoutFences('Say\n```js\n  x()\n```\nnow')).toBe('Say\n  x()\nnow');
  expect(withoutFences('```js x()```')).toBe('```js x()```');
});
