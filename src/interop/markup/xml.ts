// XML to a tree with places. No document type, so no entities but the five; nothing is fetched, nothing expanded.
import { Parser } from 'htmlparser2';
import { limits } from '../../core/limits.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
  /** Where its tag starts in the text. */
  readonly offset: number;
}

/** `size` is that of the text without files that are packed into it. */
export type Parsed =
  | { readonly root: Element; readonly size: number }
  | { readonly error: string; readonly offset: number };

/** Characters handed to the parser at once: it stops between two of them. */
const CHUNK = 65_536;

/** Files packed into a text, as letters. */
const PACKED = /^(file|image_base64)$/;

/** The tree of one element, or the first thing that is wrong with it: also where it has more than so many elements. */
export function parseXml(text: string, mostElements: number = limits.importElements): Parsed {
  const top: Growing = { name: '', attributes: {}, children: [], offset: 0 };
  const path: Growing[] = [top];
  let wrong: { error: string; offset: number } | undefined;
  let [count, length, packed] = [0, 0, 0];
  const fail = (error: string) => {
    wrong ??= { error, offset: parser.startIndex };
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Growing = { name, attributes, children: [], offset: parser.startIndex };
        count += 1;
        if (count > mostElements) fail(`it has more than ${mostElements} elements`);
        else if (path.length > limits.importDepth) fail(`elements are nested deeper than ${limits.importDepth}`);
        else path.at(-1)?.children.push(element);
        path.push(element);
      },
      onclosetag(name, isImplied) {
        const closed = path.pop();
        if (isImplied && text.slice(parser.endIndex - 1, parser.endIndex + 1) !== '/>')
          fail(`<${closed?.name ?? name}> is never closed`);
      },
      ontext(data) {
        const element = path.at(-1);
        if (element && PACKED.test(element.name)) {
          packed += data.length; // packed into the text, and looked at by nobody
          return;
        }
        length += data.length;
        if (length > limits.importRecordLength)
          fail(`it has more than ${limits.importRecordLength} characters of text`);
        else element?.children.push(data);
      },
      onprocessinginstruction(name) {
        if (/^!(doctype|entity|element|attlist)/i.test(name)) fail('it has a document type, which is not read');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < text.length && !wrong; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  if (wrong) return wrong;
  parser.end();
  if (wrong) return wrong;
  if (/<[A-Za-z/!][^<>]*$/.test(text)) return { error: 'it ends in the middle of a tag', offset: text.length };
  const root = top.children.find((child) => typeof child !== 'string');
  return root && typeof root !== 'string'
    ? { root, size: text.length - packed }
    : { error: 'there is no element in it', offset: 0 };
}

type Growing = Element & { readonly children: (Element | string)[] };

/** The elements directly below one. */
export function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The elements of the name right below this one. */
export function childrenNamed(element: Element | undefined, name: string): Element[] {
  return element ? elementsIn(element).filter((child) => child.name === name) : [];
}

/** The first element of the name right below this one. */
export function childNamed(element: Element | undefined, name: string): Element | undefined {
  return childrenNamed(element, name)[0];
}

/** All elements of the names below this one, in document order. */
export function descendants(element: Element, name: RegExp): Element[] {
  return elementsIn(element).flatMap((child) => [
    ...(name.test(child.name) ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** The text in an element and all below it. */
export function textIn(element: Element | undefined): string {
  if (!element) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
