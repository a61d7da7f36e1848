// Markdown out: a list to read and to edit. A comment before each question says what its looks cannot.
import type { Item, Option } from '../../core/items/item.ts';
import { inOrder } from '../../core/items/kinds/kind.ts';
import type { BankContent, Written } from '../format.ts';
import { addCommonLosses, type Losses, losses, pairsOf, wholeStem } from '../writing.ts';
import { lineOf } from './lines/lines.ts';
import { headsKey, headsOptions, namesTopic } from './lines/titles.ts';

export function writeMarkdown({ title, items }: BankContent): Written {
  const lost = losses();
  const parts = items.map((item, index) => questionOf(item, index + 1, lost));
  return { content: `# ${textToMarkdown(title)}\n\n${parts.join('\n')}`, ...lost.told() };
}

function questionOf(item: Item, number: number, lost: Losses): string {
  addCommonLosses(item, lost, { topics: 'all', level: true });
  const why = item.why ? ['', `**Explanation:** ${textToMarkdown(item.why)}`] : [];
  return [metaOf(item), `## ${number}`, '', textToMarkdown(wholeStem(item)), '', ...partLines(item), ...why, ''].join(
    '\n',
  );
}

function metaOf({ id, topics, level, body }: Item): string {
  const number = body.type === 'cloze' && 'number' in body.answer ? body.answer : {};
  const meta = { id, type: body.type, topics, ...(level && { level }), ...number };
  return `<!-- quiz ${JSON.stringify(meta).replaceAll('>', '\\u003e').replaceAll('--', '-\\u002d')} -->`;
}

function partLines({ body }: Item): string[] {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return body.options.flatMap((option) =>
        optionLines(`- [${body.answer.includes(option.id) ? 'x' : ' '}]`, option),
      );
    case 'ordering':
      return inOrder(body.options, body.answer).flatMap((step, index) => optionLines(`${index + 1}.`, step));
    case 'matching': {
      const rows = pairsOf(body).map(({ left, right }) => `| ${textToMarkdown(left)} | ${textToMarkdown(right)} |`);
      return ['|  | goes with |', '|---|---|', ...rows];
    }
    case 'cloze': {
      if ('accept' in body.answer) return body.answer.accept.map((text) => `**Answer:** ${textToMarkdown(text)}\n`);
      const { number, unit = '', tolerance } = body.answer;
      const range = tolerance === 0 ? '' : ` (within ${tolerance})`;
      return [`**Answer:** ${`${number} ${unit}`.trim()}${range}`];
    }
  }
}

function optionLines(mark: string, { text, why }: Option): string[] {
  return [`${mark} ${textToMarkdown(text)}`, ...(why ? [`  > ${textToMarkdown(why)}`] : [])];
}

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
