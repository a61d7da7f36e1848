// A page that is one file: it holds its style, loads nothing, and runs nothing.
import { createHash } from 'node:crypto';
import { type Markup, markup, textOf } from './markup.ts';

export interface HtmlPage {
  readonly title: string;
  /** CSS of ours, never of content: it may not hold `<`. */
  readonly style: string;
  readonly body: Markup;
}

/**
 * The whole document. Its policy allows this very style, by its hash, and nothing else: no script, no picture, no font,
 * no style attribute, no form, whatever a browser may make of the content (W3C Content Security Policy 3, §8.3).
 */
export function pageOf({ title, style, body }: HtmlPage): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const head = markup`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
${textOf(head)}
<style>${style}</style>
</head>
<body>
${textOf(body)}
</body>
</html>
`;
}
