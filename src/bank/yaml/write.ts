// Values as the text of YAML, the way an author would write them.
import { Document, isMap, isScalar, isSeq, stringify } from 'yaml';

const WIDTH = 110;

/** Lists of single words stand on one line. */
const IN_LINE = new Set(['topics', 'answer', 'enemies']);

/** A question as an entry of `questions:`, with the dash `indent` blanks from the margin. */
export function questionText(question: Readonly<Record<string, unknown>>, indent = 2): string {
  const document = new Document([question]);
  const fields = isSeq(document.contents) ? document.contents.items[0] : undefined;
  for (const { key, value } of isMap(fields) ? fields.items : []) {
    const name = isScalar(key) ? String(key.value) : '';
    if (isSeq(value) && IN_LINE.has(name)) value.flow = value.items.every(isScalar);
    if (isScalar(value) && name === 'scenario') value.value = String(value.value) === 'true'; // of a file it comes as a text
    if (isMap(value) && name === 'answer')
      for (const { value: part } of value.items) if (isScalar(part)) part.value = asNumber(part.value); // so does this
  }
  const text = document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
  return text.replace(/^(?=.)/gm, ' '.repeat(indent));
}

/** A text as the number that reads the same, where there is one. */
function asNumber(value: unknown): unknown {
  const number = Number(value);
  return Number.isFinite(number) && String(number) === value ? number : value;
}

/** A text on one line, in quotes where YAML needs them. */
export function scalarText(text: string): string {
  return stringify(text.replace(/\s+/g, ' '), { lineWidth: 0 }).trimEnd();
}

/** A mapping as it stands at the margin. */
export function mappingText(value: Readonly<Record<string, unknown>>): string {
  return stringify(value, { lineWidth: WIDTH });
}
