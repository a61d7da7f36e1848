import { expect, test } from 'vitest';
import { htmlToText } from '../../../src/interop/markup/html.ts';

const textOf = (html: string) => htmlToText(html).text;

test('code of several lines stands between fences, whatever colours it has', () => {
  const code = '<pre><code class="py"><span>if</span> a &lt; 2:<br>    b()\n</code></pre>';
  expect(textOf(`<p>What runs?</p>${code}<p>Think.</p>`)).toBe('What runs?\n\n```\nif a < 2:\n    b()\n```\n\nThink.');
  expect(textOf('<pre><code>\n```\nx\n</code></pre>')).toBe('````\n```\nx\n````');
});

test('lines of code that are elements of their own stay lines, and what else stands in code stays in it', () => {
  expect(textOf('<pre><code><div>a(</div><div>  b)</div></code></pre>')).toBe('```\na(\n  b)\n```');
  expect(textOf('<pre><code><ol><li>x<sup>2</sup></li><li>y</li></ol></code></pre>')).toBe('```\nx^2\ny\n```');
});

test('what is only set as it is written stays as it is, and code within a line has backticks', () => {
  expect(textOf('<pre>One  line\n  and another</pre>')).toBe('One  line\n  and another');
  expect(textOf('<pre>One <code>line</code>\n  and</pre>')).toBe('One line\n  and');
  expect(textOf('Call <code>f()</code> <pre><code> </code></pre> now')).toBe('Call `f()`\n\nnow');
});
