import { expect, test } from 'vitest';
import { ends } from '../../src/core/ends.ts';

test.each([
  ['what there is room for is left as it is', 'green tea', 'green tea'],
  ['of anything longer the middle is left out', 'green and black', 'gre...ack'],
  ['no half of a character is left at a cut', 'gr\u{1f343} and \u{1f343}ck', 'gr...ck'],
])('%s, so that both ends stand', (_, text, kept) => {
  expect(ends(text, 9)).toBe(kept);
});
