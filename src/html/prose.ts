// An author's text on a page: paragraphs, and code between them line by line as it was written, without its fences.
import { hasCode, stretchesOf } from '../core/text/code-lines.ts';
import { isolated, type Markup, markup } from './markup.ts';

/** The text as blocks of its own; `looks`: the classes of its paragraphs. */
export function proseOf(text: string, looks = 'text'): Markup {
  const paragraph = (words: string) => markup`<p class="${looks}" dir="auto">${words}</p>`;
  if (!hasCode(text)) return paragraph(text);
  const blocks = stretchesOf(text).flatMap(({ isCode, rows }) => {
    const content = rows.join('\n');
    if (isCode) return [markup`<pre dir="ltr"><code>${content}</code></pre>\n`];
    const words = content.replace(/^\s*\n|\s+$/g, ''); // blocks stand apart without blank lines
    return words === '' ? [] : [markup`${paragraph(words)}\n`];
  });
  return markup`${blocks}`;
}

/** The text in a line with words of ours; where it has code, below them. */
export function besideWords(text: string): Markup {
  return hasCode(text) ? proseOf(text) : isolated(text);
}
