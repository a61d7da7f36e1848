// What the pages share: a part with its heading, a moment, the last lines.
import { type Markup, markup } from '../../html/markup.ts';

/** A section of a page under its title. */
export function section(id: string, title: string, body: Markup): Markup {
  return markup`<section aria-labelledby="section-${id}"><h2 id="section-${id}">${title}</h2>
${body}</section>
`;
}

/** `when` tells a moment in ISO 8601 as the reader's clock would. */
export function timeOf(iso: string, when: (iso: string) => string): Markup {
  return markup`<time datetime="${iso}">${when(iso)}</time>`;
}

export const FOOTER = markup`<footer><p>Saved by quiz from your own records. This file loads nothing and sends nothing.</p></footer>`;
