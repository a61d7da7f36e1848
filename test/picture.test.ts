// The picture in the README: what an emulator shows, as SVG.
import { Terminal } from '@xterm/headless';
import { expect, test } from 'vitest';
// @ts-expect-error a script of the repository, without types
import { pictureOf } from '../scripts/picture.js';

async function pictureAfter(bytes: string): Promise<string> {
  const terminal = new Terminal({ cols: 20, rows: 5, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(bytes, resolve));
  return pictureOf(terminal, 'a <title>');
}

test('each run of cells that look alike is a text at its place, as wide as its cells', async () => {
  const svg = await pictureAfter('  two  words \u001b[1;91mred\u001b[0m\r\n\r\n<&> \u001b[2mquiet\u001b[0m');
  const texts = [...svg.matchAll(/<text x="([\d.]+)" y="[\d.]+" textLength="([\d.]+)"[^>]*>([^<]*)</g)];
  expect(texts.map(([, x, length, text]) => [x, length, text?.replaceAll('\u00a0', ' ')])).toEqual([
    ['32.8', '84.0', 'two  words'],
    ['125.2', '25.2', 'red'],
    ['16.0', '25.2', '&lt;&amp;&gt;'],
    ['49.6', '42.0', 'quiet'],
  ]);
  expect(svg).toContain('fill="#ff8b92" font-weight="bold"');
  expect(svg).toContain('<title id="title">a &lt;title&gt;</title>');
});

test('rows below the last text are left out', async () => {
  expect(await pictureAfter('one')).toContain('height="50"');
  expect(await pictureAfter('one\r\ntwo')).toContain('height="68"');
});
