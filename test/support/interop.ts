// Random banks with texts that every format has trouble with, and a form in which questions of any format can be compared.
import fc from 'fast-check';
import type { Item, Option } from '../../src/core/items/item.ts';
import type { Body } from '../../src/core/items/kinds/index.ts';
import { unsafeCharacter } from '../../src/core/text/safe.ts';
import type { Accepted, BankContent, Format, Question, Source, Taken } from '../../src/interop/format.ts';
import { isRefused } from '../../src/interop/format.ts';
import { formatNamed } from '../../src/interop/index.ts';
import { decode } from '../../src/interop/reading/source.ts';
import { clean } from '../../src/interop/reading/texts.ts';
import { bodiesOf, itemOf } from './arbitraries.ts';

// biome-ignore format: a page long with one a line
const NASTY = [
  '{', '}', '~', '=', '#', ':', '::', '####', '->', '\\', '\\n', '%50%', '//', '$CATEGORY: x', '[html]', '"', "'",
  '""', ',', ';', '|', '`', '*', '**', '_', '__', '- ', '# ', '> ', '1. ', '2) ', 'A. ', 'b) ', 'Answer: B',
  'Answer => B', 'Lösung: B', '答案：B', 'Q: x', '( ) x', '(x) y', '✅ B', 'ANSWER: A', 'Explanation: x', '?: x', 'Why?',
  'SECTION 2 - x', '$x$', '$$', '\\(', '\\)', '\\[\\frac', '\\]', 'A\\. x', '<b>', '</p>', '<br>', '<bucket>', '<',
  '>', '&', '&amp;', '&#10;', '&nbsp;', '<!--', '-->', ']]>', '<![CDATA[', '{{c1::x}}', '@import', '+1', '-1',
  '=1+1', '\t', '\n', '\n\n', '  ', 'https://a.b/c_d?e=f&g', 'www.a.b', 'x@y.z', '~~s~~', '---', '***', '===', '```',
  '```js\n  x();\n\n  y();\n```', '\n~~~\n<b>\n~~~\n', '(correct)', '✓', 'é', 'ß', '漢字', '👍🏽', 'שלום', 'مرحبا', 'a',
  'b', 'S3', 'the key', '12', '\u00a0x', '$x^2$', '!', '[a](b)', '| a | b |', '\\{', '{}', 'T', 'TRUE', 'true', '^',
];

/** A text that a bank may hold: trimmed, with content, without characters that are refused. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) =>
    clean(parts.join(''))
      .replaceAll('\u00a0', ' ')
      .replace(/ +(?=\n|$)/g, '')
      .trim(),
  )
  .filter(
    (text) =>
      text !== '' && unsafeCharacter(text) === undefined && !/[\u0080-\u009f\u200b-\u200f\ufeff\u00ad]/.test(text),
  );

/** A stem of words around nasty parts that asks for no number of answers. */
const stems = fc.tuple(nastyText, nastyText).map(([a, b]) => `${a} Which ${b}`);

const whys = fc.option(nastyText, { nil: undefined });

function options(least: number, most: number): fc.Arbitrary<Option[]> {
  return fc
    .uniqueArray(fc.tuple(nastyText, whys), {
      minLength: least,
      maxLength: most,
      selector: ([text]) => text.replace(/\s+/g, ' '),
    })
    .map((parts) =>
      parts.map(([text, why], index) => ({
        id: String.fromCharCode(97 + index),
        text,
        ...(why !== undefined && { why }),
      })),
    );
}

const texts = fc
  .uniqueArray(
    nastyText.filter((text) => !text.includes('\n') && text.length <= 100),
    { minLength: 1, maxLength: 3 },
  )
  .map((accept): Body => ({ type: 'cloze', answer: { accept } }));
const numbers = fc
  .tuple(
    fc.integer({ min: -1000, max: 1000 }),
    fc.constantFrom(0, 0.5, 2),
    fc.constantFrom(undefined, 'GB', 'per cent'),
  )
  .map(([number, tolerance, unit]): Body => ({ type: 'cloze', answer: { number, tolerance, ...(unit && { unit }) } }));

const withoutWhys = (least: number, most: number) =>
  options(least, most).map((all) => all.map(({ id, text }): Option => ({ id, text })));

export const bodies: Readonly<Record<string, fc.Arbitrary<Body>>> = {
  ...bodiesOf(options, withoutWhys),
  texts,
  numbers,
};

/** Whether the count rule of the importer would speak against this question, which a bank may hold all the same. */
const COUNTS = /\b(one|two|three|four|five|six|seven|eight|[1-8])\b/i;

const LEVELS = ['recall', 'understand', 'apply', 'analyse'] as const;

export function banks(kinds: readonly string[]): fc.Arbitrary<BankContent> {
  const body = fc.oneof(...kinds.map((kind) => bodies[kind] as fc.Arbitrary<Body>)); // the tests name kinds of the table
  const level = fc.constantFrom(undefined, ...LEVELS);
  const item = fc.tuple(stems, body, whys, fc.constantFrom('s3', 's3/encryption', 'glue'), level);
  return fc
    .array(
      item.filter(([stem]) => !/select|choose|pick|tick|mark/i.test(stem) || !COUNTS.test(stem)),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => ({
      id: 'demo',
      title: 'Demo',
      topics: new Map([['s3', 'S3']]),
      exams: [],
      items: parts.map(([stem, body, why, topic, level], index): Item => {
        const { why: _, quotes: __, ...common } = itemOf(`q-${index}`, body, [topic]);
        return { ...common, stem, quotes: [], ...(why !== undefined && { why }), ...(level && { level }) };
      }),
    }));
}

/** What of a question a format carries, as docs/formats.md has it. */
interface Carries {
  readonly whys?: boolean;
  readonly why?: boolean;
  readonly unit?: boolean;
  readonly accept?: 'first';
  readonly topics?: 'none';
  readonly level?: boolean;
}

/** The formats that are written and read, with the kinds of questions that each has. */
export const carried: Readonly<Record<string, { readonly kinds: readonly string[]; readonly carries?: Carries }>> = {
  json: { kinds: Object.keys(bodies) },
  gift: {
    kinds: ['single', 'multiple', 'matching', 'texts', 'numbers'],
    carries: { unit: false, level: false },
  },
  'moodle-xml': { kinds: Object.keys(bodies), carries: { level: false } },
  aiken: { kinds: ['single'], carries: { whys: false, why: false, topics: 'none', level: false } },
  csv: { kinds: Object.keys(bodies) },
  anki: { kinds: ['single', 'multiple', 'texts'], carries: { accept: 'first', level: false } },
  markdown: { kinds: Object.keys(bodies) },
  qti: { kinds: Object.keys(bodies), carries: { unit: false, topics: 'none', level: false } },
};

/** Which of these kinds a body is of. */
export function kindIn({ type, answer }: Body): string {
  if (type !== 'cloze') return type;
  return 'accept' in answer ? 'texts' : 'numbers';
}

/** What a question asks and what is right, without ids: the same for an item and for what came back of it. */
export function essence(
  question: Pick<Question, 'type' | 'stem' | 'options' | 'left' | 'right' | 'answer' | 'why' | 'topics' | 'level'>,
  carries: Carries = {},
) {
  const { whys = true, why = true, unit = true, accept, topics, level = true } = carries;
  const { type, stem, options = [], left = [], right = [], answer } = question;
  const part = (option: Option | undefined) => [option?.text, ...(whys ? [option?.why ?? ''] : [])];
  const named = (id: string, all: readonly Option[]) => part(all.find((option) => option.id === id));
  const keys = (typeof answer === 'string' ? [answer] : answer) as readonly string[]; // only where the type says so
  const body = {
    single: () => ({ options: options.map(part), keys: keys.map((id) => named(id, options)) }),
    multiple: () => ({ options: options.map(part), keys: options.filter(({ id }) => keys.includes(id)).map(part) }),
    ordering: () => ({ steps: keys.map((id) => named(id, options)) }),
    matching: () => ({
      pairs: left.map(({ id, text }) => [
        text,
        right.find((one) => one.id === (answer as Record<string, string>)[id])?.text,
      ]),
      right: right.map(({ text }) => text).toSorted(),
    }),
    cloze: () => {
      const given = answer as { accept?: string[]; number?: number; tolerance?: number; unit?: string } | string[];
      if (Array.isArray(given) || given.accept) {
        const all = Array.isArray(given) ? given : (given.accept ?? []);
        return accept === 'first' ? { accept: all.slice(0, 1) } : { accept: all };
      }
      return { number: given.number, tolerance: given.tolerance ?? 0, ...(unit && { unit: given.unit }) };
    },
  }[type]();
  return {
    type,
    stem,
    ...body,
    ...(why && { why: question.why ?? '' }),
    ...(topics !== 'none' && { topics: question.topics }),
    ...(level && { level: question.level }),
  };
}

/** An item with its body spread, as questions are written. */
export function asQuestion({ stem, why, body, topics, level }: Item): Question {
  return { topics, level, stem, ...(why !== undefined && { why }), ...body } as unknown as Question; // bodies have the fields of questions
}

/** What a format, or the one of that name, takes of a content. */
export async function takenBy(
  format: Format | string,
  content: string | Uint8Array,
  file?: string,
  more: Pick<Source, 'columns' | 'isHeaded'> = {},
): Promise<Taken[]> {
  const reader = typeof format === 'string' ? formatNamed(format) : format;
  if (!reader?.reads) throw new Error(`${format} is not read`);
  const source = decode(
    file ?? `bank${reader.endings[0]}`,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  if ('code' in source) return [source];
  const all: Taken[] = [];
  for await (const taken of reader.reads({ ...source, ...more })) all.push(taken);
  return all;
}

export function accepted(taken: readonly Taken[]): Accepted[] {
  return taken.flatMap((one) => (isRefused(one) ? [] : [one]));
}

/** Codes of the refusals, in order. */
export function codes(taken: readonly Taken[]): string[] {
  return taken.flatMap((one) => (isRefused(one) ? [one.code] : []));
}
