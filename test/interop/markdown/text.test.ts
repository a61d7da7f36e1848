import { expect, test } from 'vitest';
import { lineOf } from '../../../src/interop/markdown/lines/lines.ts';
import { markdownToText } from '../../../src/interop/markdown/text.ts';
import { textToMarkdown } from '../../../src/interop/markdown/write.ts';

test.each(['✓ANSWER: A\n{', 'Answer: B\nand more', ' indented\nand more', '& more', '- [x] a\nb'])(
  'a text of several lines that begins like something else stays text: %j',
  (text) => {
    const written = textToMarkdown(text);
    expect(written).not.toContain('\n');
    expect(lineOf(written).kind).toBe('text');
    expect(markdownToText([written]).text).toBe(text.trimStart());
  },
);

test.each([
  String.raw`Which \(x \in \{1,2\}\)?`,
  String.raw`$\{1,2\}$ and $a\_b$ and $x * y * z$`,
  String.raw`$$a \\ b$$`,
  String.raw`So \[\frac{a\_b}{2}\] it is`,
])('nothing in a formula is taken for Markdown: %j', (text) => {
  expect(markdownToText([text]).text).toBe(text);
});

test.each([
  ['$5 and **bold** for $10', '$5 and bold for $10'],
  [String.raw`\$5 \[see\] a\_b \$`, '$5 [see] a_b $'],
  ['`a$b` and *c$*', '`a$b` and c$'],
])('prices, brackets and code are no formulas: %j', (text, shown) => {
  expect(markdownToText([text]).text).toBe(shown);
});

test('code that has backticks in it stands in more of them', () => {
  expect(markdownToText(['It is `` const p = `C:` `` here.']).text).toBe('It is `` const p = `C:` `` here.');
});
