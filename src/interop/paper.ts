// A paper to print: questions without keys, and the keys apart. Markdown, or HTML where the file is to be one.
import { askedCounts } from '../core/items/asked-count.ts';
import type { Dated, Item } from '../core/items/item.ts';
import type { ClozeBody } from '../core/items/kinds/cloze.ts';
import { kindOf } from '../core/items/kinds/index.ts';
import { inOrder } from '../core/items/kinds/kind.ts';
import { random } from '../core/random.ts';
import { hasCode, stretchesOf } from '../core/text/code-lines.ts';
import { fenced } from '../core/text/fences.ts';
import { inWords } from '../core/text/wording.ts';
import { isolated, markup } from '../html/markup.ts';
import { pageOf } from '../html/page.ts';
import { proseOf } from '../html/prose.ts';
import type { BankContent, Format, Written } from './format.ts';
import { textToMarkdown } from './markdown/write.ts';
import { paragraphs, withRemark } from './reading/texts.ts';
import { latinLabel } from './words/labels.ts';
import { decimal, wholeStem } from './writing.ts';

export const paper: Format = {
  name: 'paper',
  carries: 'to print, with the answers in a file beside it',
  endings: ['.md', '.html', '.htm'],
  writes: writePaper,
};

/** A question as it is printed: parts are in the order of the paper, which the name of the bank decides. */
interface Printed {
  readonly stem: string;
  readonly lines: readonly Row[];
  readonly key: string;
  readonly reasons: readonly Row[];
}

/** A line of a paper: its letter or number, which is ours, and the author's text, which may run the other way. */
interface Row {
  readonly mark: string;
  readonly text: string;
}

function row(mark: string, text: string): Row {
  return { mark, text };
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
  return { content, beside: { mark: '-key', content: key }, lossy: [], leftOut: 0 };
}

function printed(item: Item, next: ReturnType<typeof random>): Printed {
  const { body, stem } = item;
  const order = kindOf(body).order(body, next);
  const whole = wholeStem(item);
  const why = item.why ? [row('', item.why)] : [];
  const proof = [
    ...item.quotes.map(({ text, file, lines: [first] }) => row(`Your notes (${file}:${first}):`, text)),
    ...(item.dated ? [datedIn(item.dated)] : []),
  ];
  switch (body.type) {
    case 'single':
    case 'multiple':
    case 'ordering': {
      const options = inOrder(body.options, order);
      const place = (id: string) => latinLabel(options.findIndex((option) => option.id === id));
      const ask = {
        single: '',
        multiple: askedCounts(stem, true).length > 0 ? '' : `(Choose ${inWords(body.answer.length)}.)`,
        ordering: '(Number the steps.)',
      };
      return {
        stem: withRemark(whole, ask[body.type]),
        lines: options.map(({ text }, index) =>
          row(`${body.type === 'ordering' ? '___ ' : ''}${latinLabel(index)}.`, text),
        ),
        key: body.type === 'ordering' ? body.answer.map(place).join(' > ') : body.answer.map(place).sort().join(', '),
        reasons: [
          ...why,
          ...options.flatMap((option) => (option.why ? [row(`${place(option.id)}:`, option.why)] : [])),
          ...proof,
        ],
      };
    }
    case 'matching': {
      const left = inOrder(body.left, order.slice(0, body.left.length));
      const right = inOrder(body.right, order.slice(body.left.length));
      const partner = (id: string) => latinLabel(right.findIndex((part) => part.id === body.answer[id]));
      return {
        stem: withRemark(whole, '(Match each number with a letter.)'),
        lines: [
          ...left.map(({ text }, index) => row(`${index + 1}. ___`, text)),
          ...right.map(({ text }, index) => row(`${latinLabel(index)}.`, text)),
        ],
        key: left.map(({ id }, index) => `${index + 1}${partner(id)}`).join(', '),
        reasons: [...why, ...proof],
      };
    }
    case 'cloze':
      return {
        stem: whole,
        lines: [row('Answer:', `____________________${'unit' in body.answer ? ` ${body.answer.unit}` : ''}`)],
        key: `${kindOf(body).describe(body, kindOf(body).key(body))}${within(body.answer)}`,
        reasons: [...alsoRight(body.answer), ...why, ...proof],
      };
  }
}

function within(answer: ClozeBody['answer']): string {
  return 'tolerance' in answer && answer.tolerance > 0 ? ` (within ${decimal(answer.tolerance)})` : '';
}

/** Whoever marks a paper by hand has to know every spelling that counts. */
function alsoRight(answer: ClozeBody['answer']): Row[] {
  return 'accept' in answer ? answer.accept.slice(1).map((text) => row('Also right:', text)) : [];
}

function datedIn({ asOf, says, source }: Dated): Row {
  return row(`Today (${asOf}):`, `${says}${source ? ` ${source}` : ''}`);
}

type Shown = readonly { readonly head: string; readonly lines: readonly Row[] }[];

function asMarkdown(title: string, questions: Shown): string {
  const parts = questions.map(({ head, lines }, index) => {
    const [first, ...others] = blocksOf(head);
    return [
      paragraphs([`**${index + 1}.** ${first}`.trim(), ...others]),
      '',
      ...lines.map(({ mark, text }) => `- ${paragraphs(blocksOf(text, mark)).replace(/\n(?=.)/g, '\n  ')}`),
      '',
    ].join('\n');
  });
  return [`# ${textToMarkdown(title)}`, '', ...parts].join('\n');
}

/** A text, behind its mark: a line each for what stands between code, which has fences of ours around it. */
function blocksOf(text: string, mark = ''): string[] {
  const stretches = stretchesOf(text);
  const beside = stretches[0]?.isCode ? [] : (stretches.shift()?.rows ?? []);
  const lineOf = (rows: readonly string[]) => rows.join('\n').trim();
  return [
    textToMarkdown(`${mark} ${lineOf(beside)}`.trim()),
    ...stretches.map(({ isCode, rows }) => (isCode ? fenced(rows) : textToMarkdown(lineOf(rows)))),
  ];
}

/** For paper, so dark on light everywhere. */
const STYLE = `
:root { color-scheme: light }
body { font: 12pt/1.45 serif; max-width: 44em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere }
.question { margin: 0 0 1.4em; break-inside: avoid }
.text { white-space: pre-wrap }
p { margin: 0 }
pre { font-size: .85em; line-height: 1.3; margin: .4em 0 .4em 1em; white-space: pre-wrap }
ul { list-style: none; padding-left: 1em; margin: .4em 0 }
`;

/** A mark does not decide which way its line runs: what stands in `bdi` is left aside (HTML, 3.2.6.4). */
function asHtml(title: string, questions: Shown): string {
  const parts = questions.map(({ head, lines }) => {
    const rows = lines.map(({ mark, text }) =>
      hasCode(text)
        ? markup`<li>${isolated(mark)} ${proseOf(text)}</li>`
        : markup`<li class="text" dir="auto">${isolated(mark)}${mark && ' '}${text}</li>`,
    );
    return markup`<li class="question">${proseOf(head)}<ul>${rows}</ul></li>\n`;
  });
  return pageOf({ title, style: STYLE, body: markup`<main><h1 dir="auto">${title}</h1><ol>${parts}</ol></main>` });
}
