// The content of a QTI element as plain text.
import { escapeMarkup } from '../../html/markup.ts';
import { htmlToText } from '../markup/html.ts';
import { asItIs, type PlainText } from '../markup/plain-text.ts';
import type { Element } from '../markup/xml.ts';

/** HTML would read their closing tag as another one. */
const VOID = /^(br|hr|img|col|wbr)$/;

/** Its text; `instead` says what stands for an element inside, where it is not its content. */
export function markupToText(
  element: Element | undefined,
  instead?: (inner: Element) => string | undefined,
): PlainText {
  return element ? htmlToText(markup(element, instead)) : asItIs('');
}

function markup({ children }: Element, instead?: (inner: Element) => string | undefined): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return escapeMarkup(child);
      const other = instead?.(child);
      if (other !== undefined) return escapeMarkup(other);
      const attributes = child.attributes.alt ? ` alt="${escapeMarkup(child.attributes.alt)}"` : '';
      const tag = `<${child.name}${attributes}>`;
      return VOID.test(child.name) ? tag : `${tag}${markup(child, instead)}</${child.name}>`;
    })
    .join('');
}
