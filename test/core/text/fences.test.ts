// Code between fences, by the rules of CommonMark 0.31, 4.5.
import { expect, test } from 'vitest';
import { codeAmong } from '../../../src/core/text/fences.ts';

test.each([
  ['a fence and its end', ['a', '```js', 'x', '```', 'b'], [undefined, 'fence', 'code', 'fence', undefined]],
  [
    'a shorter fence or one of other marks ends nothing',
    ['````', '```', '~~~~', '````'],
    ['fence', 'code', 'code', 'fence'],
  ],
  ['words behind the marks end nothing', ['~~~', '~~~ x', '~~~'], ['fence', 'code', 'fence']],
  ['a fence that nothing closes reaches to the end', ['```', 'x', ''], ['fence', 'code', 'code']],
  ['ticks within a line, or four blanks before them, open nothing', ['```x``` y', '    ```'], [undefined, undefined]],
])('%s', (_, lines, kinds) => {
  expect(codeAmong(lines)).toEqual(kinds);
});
