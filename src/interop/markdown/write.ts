// Markdown out: a list to read and to edit. A comment before each question says what its looks cannot.
import type { Item, Option } from '../../core/items/item.ts';
import { inOrder } from '../../core/items/kinds/kind.ts';
import type { BankContent, Written } from '../format.ts';
import { addCommonLosses, type Losses, losses, wholeStem } from '../writing/lossy.ts';
import { pairsOf } from '../writing/pairs.ts';
import { textToMarkdown } from './to-markdown.ts';

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
