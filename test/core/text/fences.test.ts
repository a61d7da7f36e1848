// Code between fences, by the rules of CommonMark 0.31, 4.5.
import { expect, test } from 'vitest';
import { codeAmong, codeIn, unclosedFence } from '../../../src/core/text/fences.ts';

test.each([
  ['a fence and its end', ['a', '```js', 'x', '```', 'b'], [undefined, 'fence', 'code', 'fence', undefined]],
  [
    'a shorter fence or one of other marks ends nothing',
    ['````', '```', '~~~~', '````'],
    ['fence', 'code', 'code', 'fence'],
  ],
  ['words behind the marks end nothing', ['~~~', '~~~ x', '~~~'], ['fence', 'code', 'fence']],
  ['a fence that nothing closes reaches to the end', ['```', 'x', ''], ['fence', 'code', 'code']],
  ['ticks within a line open nothing', ['```x``` y', 'x ```'], [undefined, undefined]],
  [
    'behind a text it opens what ends in its paragraph',
    ['a ```js', 'x', '```', 'b'],
    [undefined, 'code', 'fence', undefined],
  ],
  ['and no more', ['a ```', '', '```', 'x', '```'], [undefined, undefined, 'fence', 'code', 'fence']],
  [
    'in an item of a list it stands as deep',
    ['10. a', '    ```', '   x', '    ```'],
    [undefined, 'fence', 'code', 'fence'],
  ],
  ['what stands four deeper than its beginning ends nothing', ['```', '    ```', '   ```'], ['fence', 'code', 'fence']],
  ['it may stand behind a mark', ['- [ ] ```js', '      x', '      ```'], ['fence', 'code', 'fence']],
  [
    'behind a mark it is none unless it ends before the next mark',
    ['A) ```', "B) '''", '```', 'x', '```'],
    [undefined, undefined, 'fence', 'code', 'fence'],
  ],
])('%s', (_, lines, kinds) => {
  expect(codeAmong(lines)).toEqual(kinds);
});

test('code is set out as far as its fence is set in', () => {
  expect(codeIn(['- ```js', '  a', '    b', ' c', '\t  d', '  ```']).map((line) => line?.text)).toEqual([
    '```js',
    'a',
    '  b',
    'c',
    '  d',
    '```',
  ]);
});

test('the fence that nothing closes is known by its place', () => {
  expect(unclosedFence(['```', 'x', '```', 'y', '~~~', '```'])).toBe(4);
  expect(unclosedFence(['```', '~~~', '```'])).toBe(undefined);
});
