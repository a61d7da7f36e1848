// A plain text as Markdown that reads the same.
import { headsKey } from './keys/key-titles.ts';
import { lineOf } from './lines/lines.ts';
import { headsOptions, namesTopic } from './lines/titles.ts';

/** One line of Markdown that reads as the text, whatever signs are in it. */
export function textToMarkdown(text: string): string {
  const escaped = text
    .replace(/[\\`*_{}[\]<>#+~|&!$@^]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www|[a-z])\.(?=\S)/gi, (found, before: string) => (before === 'www' ? 'www\\.' : found))
    .replace(/^([-=.:"'(])/, '\\$1')
    .replace(/^([\p{L}\p{M}\p{N}_]{1,20}(?: [\p{L}\p{M}\p{N}_]{1,20}){0,3})([.):])/u, '$1\\$2')
    .replace(/^([\p{L}\p{M}\p{N}]{1,20}\s*)([：、．）])/u, (_, before: string, sign: string) => before + entity(sign));
  const line = escaped.replace(/(?<=^|[ \n]) /g, '&#32;').replace(/\n/g, '<br>');
  const [first = ''] = line;
  const isText = first === '' || first === '&' || isOnlyText(line); // a sign of the text's own stands behind a stroke
  return isText ? line : entity(first) + line.slice(first.length);
}

/** Whether a reader takes a line for the text that it is: not for a part of a question, nor for what stands above some. */
function isOnlyText(line: string): boolean {
  return lineOf(line).kind === 'text' && !headsOptions(line) && !headsKey(line) && !namesTopic(line);
}

function entity(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}
