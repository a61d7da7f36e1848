// Texts about HTML and about programs hold tags that are words: they stay, whatever else of the text is HTML.
import { describe, expect, test } from 'vitest';
import { markdownToText } from '../../../src/interop/markdown/text.ts';
import { eitherToText, htmlToText } from '../../../src/interop/markup/html.ts';
import { toldWithoutLines } from '../../support/told.ts';

describe('a text that may be plain', () => {
  test.each([
    ['Use <div> to group', 'Use <div> to group'],
    ['Which closes it: </b>?', 'Which closes it: </b>?'],
    ['<a>', '<a>'],
    ['Is<br>List<String> x; <b>right</b>?', 'Is\nList<String> x; right?'],
    ['#include <stdio.h><br>int main()', '#include <stdio.h>\nint main()'],
    ['Map<String, List<Integer>> m;<br>m.size()', 'Map<String, List<Integer>> m;\nm.size()'],
    ['if (x<y)<br>z', 'if (x<y)\nz'],
    ['What does the <title> tag of <i>HTML</i> do?', 'What does the <title> tag of HTML do?'],
    ['Does <script> stand in <head>, or &lt;body>?', 'Does <script> stand in <head>, or <body>?'],
  ])('keeps the tags that are words: %j', (text, plain) => {
    expect(eitherToText(text)).toEqual({ text: plain, media: 0, isCut: false });
  });

  test.each([
    ['A <b>bold</b> word<br/>and a<p>paragraph', 'A bold word\nand a\n\nparagraph'],
    ['<font color=red>Red<br>one', 'Red\none'],
    ['<p class="x"id="y">One <o:p></o:p>two', 'One two'],
  ])('loses those that are HTML: %j', (text, plain) => {
    expect(eitherToText(text).text).toBe(plain);
  });

  test('is refused where it ends inside a tag', () => {
    expect(eitherToText('<b>x</b> <span style="').isCut).toBe(true);
  });
});

test('HTML that forgets to close a tag has none too many, and the words of a program', () => {
  expect(htmlToText('<div>List<String> x;<b> y').text).toBe('List<String> x; y');
});

test.each([
  ['a <div> block', 'a <div> block'],
  ['Adds an <h1> heading, not `<h1>x</h1>`', 'Adds an <h1> heading, not `<h1>x</h1>`'],
  ['a <b>bold</b> one<br>below', 'a bold one\nbelow'],
])('Markdown keeps the tags that are words: %j', (text, plain) => {
  expect(markdownToText([text]).text).toBe(plain);
});

test.each(['aiken', 'markdown'] as const)('options may be tags, in %s', async (format) => {
  expect(await toldWithoutLines(format, 'Which makes a link?\nA. <a>\nB. <link>\nC. <url>\nANSWER: A\n')).toEqual([
    'single: Which makes a link? [*<a> | <link> | <url>]',
  ]);
});
