// The names of elements and attributes as version 2 writes them; those of 1.2 stay as they are.
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
