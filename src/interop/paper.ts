// A paper to print: questions without keys, and the keys apart. Markdown, or HTML where the file is to be one.
import type { Item } from '../core/item.ts';
import { kindOf } from '../core/kinds/index.ts';
import { inOrder } from '../core/kinds/kind.ts';
import { random } from '../core/random.ts';
import { inWords } from '../core/text.ts';
import { markup } from '../html/markup.ts';
import { pageOf } from '../html/page.ts';
import type { BankContent, Format, Written } from './format.ts';
import { textToMarkdown } from './markdown-text.ts';

export const paper: Format = { name: 'paper', endings: ['.md', '.html', '.htm'], writes: writePaper };

/** A question as it is printed: parts are in the order of the paper, which the name of the bank decides. */
interface Printed {
  readonly stem: string;
  readonly lines: readonly string[];
  readonly key: string;
  readonly reasons: readonly string[];
}

function writePaper({ id, title, items }: BankContent, ending = '.md'): Written {
  const questions = items.map((item) => printed(item, random(`${id}:${item.id}`)));
  const isHtml = /^\.html?$/.test(ending);
  const show = isHtml ? asHtml : asMarkdown;
  const content = show(
    title,
    questions.map(({ stem, lines }) => ({ head: stem, lines })),
  );
  const key = show(
    `${title}: key`,
    questions.map(({ key, reasons }) => ({ head: key, lines: reasons })),
  );
  return { content, beside: { mark: '-key', content: key }, lossy: [] };
}

function printed(item: Item, next: ReturnType<typeof random>): Printed {
  const { body, stem, case: shared } = item;
  const order = kindOf(body).order(body, next);
  const whole = shared ? `${shared.text.trim()}\n\n${stem}` : stem;
  const letter = (index: number) => String.fromCharCode(65 + index);
  const why = item.why ? [item.why] : [];
  switch (body.type) {
    case 'single':
    case 'multiple':
    case 'ordering': {
      const options = inOrder(body.options, order);
      const place = (id: string) => letter(options.findIndex((option) => option.id === id));
      const ask = {
        single: '',
        multiple: ` (Choose ${inWords(body.answer.length)}.)`,
        ordering: ' (Number the steps.)',
      };
      return {
        stem: whole + ask[body.type],
        lines: options.map(({ text }, index) => `${body.type === 'ordering' ? '___ ' : ''}${letter(index)}. ${text}`),
        key: body.answer.map(place).join(body.type === 'ordering' ? ' > ' : ', '),
        reasons: [...why, ...options.flatMap((option) => (option.why ? [`${place(option.id)}: ${option.why}`] : []))],
      };
    }
    case 'matching': {
      const left = inOrder(body.left, order.slice(0, body.left.length));
      const right = inOrder(body.right, order.slice(body.left.length));
      const partner = (id: string) => letter(right.findIndex((part) => part.id === body.answer[id]));
      return {
        stem: `${whole} (Match each number with a letter.)`,
        lines: [
          ...left.map(({ text }, index) => `${index + 1}. ___ ${text}`),
          ...right.map(({ text }, index) => `${letter(index)}. ${text}`),
        ],
        key: left.map(({ id }, index) => `${index + 1}${partner(id)}`).join(', '),
        reasons: why,
      };
    }
    case 'cloze':
      return {
        stem: whole,
        lines: ['Answer: ____________________'],
        key: kindOf(body).describe(body, kindOf(body).key(body)),
        reasons: why,
      };
  }
}

type Shown = readonly { readonly head: string; readonly lines: readonly string[] }[];

function asMarkdown(title: string, questions: Shown): string {
  const parts = questions.map(({ head, lines }, index) =>
    [`**${index + 1}.** ${textToMarkdown(head)}`, '', ...lines.map((line) => `- ${textToMarkdown(line)}`), ''].join(
      '\n',
    ),
  );
  return [`# ${textToMarkdown(title)}`, '', ...parts].join('\n');
}

/** For paper, so dark on light everywhere. */
const STYLE = `
:root { color-scheme: light }
body { font: 12pt/1.45 serif; max-width: 44em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere }
.question { margin: 0 0 1.4em; break-inside: avoid }
.text { white-space: pre-wrap }
ul { list-style: none; padding-left: 1em; margin: .4em 0 }
`;

function asHtml(title: string, questions: Shown): string {
  const parts = questions.map(({ head, lines }) => {
    const rows = lines.map((line) => markup`<li class="text" dir="auto">${line}</li>`);
    return markup`<li class="question"><div class="text" dir="auto">${head}</div><ul>${rows}</ul></li>\n`;
  });
  return pageOf({ title, style: STYLE, body: markup`<main><h1 dir="auto">${title}</h1><ol>${parts}</ol></main>` });
}
