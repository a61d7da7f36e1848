// A text in the format that its source names.
import { eitherToText, htmlToText } from '../markup/html.ts';
import { asItIs, type PlainText } from '../markup/plain-text.ts';
import { markdownToText } from './text.ts';

/** HTML, plain or Markdown, whatever else the format is called; of any other, or none, it is looked whether it is HTML. */
export function formattedText(text: string, format = ''): PlainText {
  if (/html/i.test(format)) return htmlToText(text);
  if (/plain/i.test(format)) return asItIs(text);
  return /markdown/i.test(format) ? markdownToText(text.split('\n')) : eitherToText(text);
}
