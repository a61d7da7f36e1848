// Elements of QTI: their names as version 2 writes them, and their content as plain text.
import { escapeMarkup } from '../../html/markup.ts';
import { htmlToText } from '../markup/html.ts';
import { asItIs, type PlainText } from '../markup/plain-text.ts';
import type { Element } from '../markup/xml.ts';

/** "qti-choice-interaction response-identifier" as "choiceInteraction responseIdentifier", without prefixes. */
export function asVersion2(element: Element): Element {
  return {
    name: camel(element.name.replace(/^[^:]*:/, '').replace(/^qti-/, '')),
    attributes: Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [camel(name), value])),
    children: element.children.map((child) => (typeof child === 'string' ? child : asVersion2(child))),
    offset: element.offset,
  };
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

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
