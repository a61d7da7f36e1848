// What a question asks and what it takes for right, apart: two records that ask the same and differ in their answer contradict each other.
import { essenceOf } from '../../bank/quotes/essence.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import type { Item } from '../../core/items/item.ts';
import { listed } from '../../core/text/wording.ts';

export interface Asked {
  /** The same for the same stem, case and parts, in whatever order and with whatever punctuation. */
  readonly what: string;
  /**
   * The same for the same parts and the same key, whatever the text above them. Undefined where that could be two questions by
   * chance: gaps, and two options such as True and False.
   */
  readonly offers?: string;
  /** The answer in words. Of a gap every spelling is one; any other question has one. */
  readonly keys: readonly string[];
}

type Content = Pick<Item, 'stem' | 'body'>;

/** `caseText` is that of the case which the question stands under. */
export function askedOf({ stem, body }: Content, caseText = ''): Asked {
  const text = essenceOf(stem).text || comparable(stem);
  const { kind, parts, keys } = partsOf(body);
  const what = fingerprint(JSON.stringify([kind, text, comparable(caseText), parts.toSorted()]));
  if (parts.length < 3) return { what, keys };
  return { what, keys, offers: fingerprint(JSON.stringify([kind, parts.toSorted(), keys])) };
}

/** Whether two questions that ask the same also take the same for right. */
export function isSameKey(one: Asked, other: Asked): boolean {
  return one.keys.some((key) => other.keys.includes(key));
}

function partsOf(body: Content['body']): { kind: string; parts: string[]; keys: string[] } {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const right = body.options.filter(({ id }) => body.answer.includes(id)).map(({ text }) => comparable(text));
      return {
        kind: 'choice',
        parts: body.options.map(({ text }) => comparable(text)),
        keys: [listed(right.toSorted())],
      };
    }
    case 'ordering': {
      const textOf = (id: string) => comparable(body.options.find((option) => option.id === id)?.text ?? '');
      return { kind: body.type, parts: body.answer.map(textOf), keys: [body.answer.map(textOf).join(' > ')] };
    }
    case 'matching': {
      const partner = (id: string) => comparable(body.right.find((part) => part.id === body.answer[id])?.text ?? '');
      const pairs = body.left.map(({ id, text }) => `${comparable(text)} = ${partner(id)}`);
      const parts = [...body.left, ...body.right].map(({ text }) => comparable(text));
      return { kind: body.type, parts, keys: [pairs.toSorted().join('; ')] };
    }
    case 'cloze': {
      const { answer } = body;
      if ('accept' in answer) return { kind: body.type, parts: [], keys: answer.accept.map(comparable) };
      const { number, unit } = answer;
      return {
        kind: body.type,
        parts: [],
        keys: [`${number}`, ...(unit === undefined ? [] : [`${number} ${comparable(unit)}`])],
      }; // some formats leave units out
    }
  }
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
