// Text to markup, in one place: what goes into a template is text, and stays text, unless a template made it.
import { safe } from '../core/text/safe.ts';

const WRITTEN = Symbol('written');

/** A piece of HTML or SVG that `markup` wrote. The key is ours alone, so that no content can pass for one. */
export interface Markup {
  readonly [WRITTEN]: string;
}

/** What a template takes: nothing for what is missing or not so, a list as its parts one after the other. */
export type Fill = Markup | string | number | undefined | false | readonly Fill[];

/** Writes markup. Every text filled in is escaped, for the content of an element and for an attribute in double quotes. */
export function markup(strings: TemplateStringsArray, ...fills: readonly Fill[]): Markup {
  const parts = fills.map((fill, index) => `${strings[index]}${filled(fill)}`);
  return { [WRITTEN]: `${parts.join('')}${strings.at(-1)}` };
}

/** Content among words of ours: its direction stays its own. */
export function isolated(text: string): Markup {
  return markup`<bdi>${text}</bdi>`;
}

/** A document made of markup, to be written to a file. */
export function textOf(piece: Markup): string {
  return piece[WRITTEN];
}

function filled(fill: Fill): string {
  if (fill === undefined || fill === false) return '';
  if (typeof fill === 'string') return escapeMarkup(safe(fill));
  if (typeof fill === 'number') return String(fill);
  if (WRITTEN in fill) return fill[WRITTEN];
  return fill.map(filled).join('');
}

/** For XML and HTML alike. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
