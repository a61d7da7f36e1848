// What a question asks and what it takes for right, apart: two records that ask the same and differ in their answer contradict each other.
import { essenceOf } from '../../bank/quotes/essence.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { type Item, type Option, partsOf } from '../../core/items/item.ts';
import { inOrder } from '../../core/items/kinds/kind.ts';
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
  const kind = body.type === 'single' || body.type === 'multiple' ? 'choice' : body.type;
  const parts = textsOf(partsOf({ body })).toSorted();
  const keys = keysOf(body);
  const what = fingerprint(JSON.stringify([kind, text, comparable(caseText), parts]));
  return parts.length < 3 ? { what, keys } : { what, keys, offers: fingerprint(JSON.stringify([kind, parts, keys])) };
}

/** Whether two questions that ask the same also take the same for right. */
export function isSameKey(one: Asked, other: Asked): boolean {
  return one.keys.some((key) => other.keys.includes(key));
}

function keysOf(body: Content['body']): string[] {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return [listed(textsOf(body.options.filter(({ id }) => body.answer.includes(id))).toSorted())];
    case 'ordering':
      return [textsOf(inOrder(body.options, body.answer)).join(' > ')];
    case 'matching': {
      const partner = (id: string) => comparable(body.right.find((part) => part.id === body.answer[id])?.text ?? '');
      const pairs = body.left.map(({ id, text }) => `${comparable(text)} = ${partner(id)}`);
      return [pairs.toSorted().join('; ')];
    }
    case 'cloze': {
      if ('accept' in body.answer) return body.answer.accept.map(comparable);
      const { number, unit } = body.answer;
      return [`${number}`, ...(unit === undefined ? [] : [`${number} ${comparable(unit)}`])]; // some formats leave units out
    }
  }
}

function textsOf(parts: readonly Option[]): string[] {
  return parts.map(({ text }) => comparable(text));
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
