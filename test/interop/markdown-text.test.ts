import { expect, test } from 'vitest';
import { lineOf } from '../../src/interop/markdown-lines.ts';
import { markdownToText, textToMarkdown } from '../../src/interop/markdown-text.ts';

test.each(['✓ANSWER: A\n{', 'Answer: B\nand more', ' indented\nand more', '& more', '- [x] a\nb'])(
  'a text of several lines that begins like something else stays text: %j',
  (text) => {
    const written = textToMarkdown(text);
    expect(written).not.toContain('\n');
    expect(lineOf(written).kind).toBe('text');
    expect(markdownToText([written]).text).toBe(text.trimStart());
  },
);
