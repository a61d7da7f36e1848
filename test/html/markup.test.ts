import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { safe } from '../../src/core/text/safe.ts';
import { markup, textOf } from '../../src/html/markup.ts';
import { pageOf } from '../../src/html/page.ts';
import { hostileTexts, skeletonOf, textIn } from '../support/hostile.ts';

describe('markup', () => {
  test('a text in an element is read as that text, and is no element', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const html = textOf(markup`<p>${text}</p>`);
        expect(skeletonOf(html)).toEqual(['p', '/p']);
        expect(textIn(html)).toBe(safe(text));
      }),
    );
  });

  test('a text in an attribute is read as that text, and makes no other attribute', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        let title: string | undefined;
        const parser = new Parser(
          { onopentag: (_, attributes) => (title = attributes.title) },
          { decodeEntities: true },
        );
        const html = textOf(markup`<p title="${text}"></p>`);
        parser.end(html);
        expect(skeletonOf(html)).toEqual(['p title', '/p']);
        expect(title).toBe(safe(text));
      }),
    );
  });

  test('markup in markup stays, lists are joined, and what is not so is nothing', () => {
    const parts = ['a<b', 2, markup`<i>${'&'}</i>`, [markup`<b></b>`], undefined, false] as const;
    expect(textOf(markup`<p>${parts}</p>`)).toBe('<p>a&lt;b2<i>&amp;</i><b></b></p>');
  });

  test('content that has the form of markup is none', () => {
    const forged = JSON.parse('{"written":"<script>","Symbol(written)":"<script>"}');
    expect(() => textOf(markup`<p>${forged}</p>`)).toThrow(TypeError);
  });
});

describe('a page', () => {
  const style = 'p { color: red }\n';
  const html = pageOf({ title: '</title><script>', style, body: markup`<main></main>` });

  test('allows its own style by its hash, and nothing else', () => {
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    );
    expect(html).toContain(`<style>${style}</style>`);
  });

  test('says its policy before anything that it is about', () => {
    const skeleton = skeletonOf(html);
    expect(skeleton.indexOf('meta http-equiv content')).toBeLessThan(skeleton.indexOf('style'));
    expect(skeleton).not.toContain('script');
  });
});
