// The shipped bank goes out in every format that is read as well, and comes back as it was.
import { expect, test } from 'vitest';
import type { Item } from '../../src/core/items/item.ts';
import { formatNamed } from '../../src/interop/index.ts';
import { wholeStem } from '../../src/interop/writing.ts';
import { accepted, asQuestion, carried, essence, kindIn, takenBy } from '../support/interop.ts';
import { shippedBank } from '../support/shipped.ts';

const { bank, items } = await shippedBank();

/** Only our own form keeps cases apart. */
function stemOf(item: Item, format: string): string {
  return format === 'json' ? item.stem : wholeStem(item);
}

test.each(Object.entries(carried))('%s', async (name, { kinds, carries }) => {
  const format = formatNamed(name);
  const going = items.filter(({ body }) => kinds.includes(kindIn(body)));
  const content = { id: bank.id, title: bank.title, topics: bank.topics, exams: bank.exams, items: going };
  const taken = await takenBy(name, (await format?.writes?.(content))?.content ?? '');
  const back = accepted(taken).map(({ question }) => essence(question, carries));
  expect(taken.length).toBe(back.length);
  expect(back).toEqual(going.map((item) => essence({ ...asQuestion(item), stem: stemOf(item, name) }, carries)));
});
