import { expect, test } from 'vitest';
import type { Item } from '../../../src/core/items/item.ts';
import { kindOf } from '../../../src/core/items/kinds/index.ts';
import { contrastOf } from '../../../src/learning/standing/contrast.ts';
import { itemOf } from '../../support/arbitraries.ts';
import { shippedBank } from '../../support/shipped.ts';

test('a wrong choice is contrasted with the right one, each side with a verified quote of its own', async () => {
  const { items } = await shippedBank();
  let contrasts = 0;
  for (const item of items) {
    if (item.body.type !== 'single') continue;
    const { options, answer } = item.body;
    for (const { id, concept } of options.filter((option) => !answer.includes(option.id))) {
      const contrast = contrastOf(item, [id], items);
      if (!contrast) continue;
      contrasts++;
      expect(contrast.chosen.concept).toBe(concept);
      expect(contrast.right.concept).not.toBe(concept);
      expect(contrast.right.quote).toEqual(item.quotes[0]);
      expect(items.some((other) => other.quotes.includes(contrast.chosen.quote) && other.id !== item.id)).toBe(true);
      const { text, path } = contrast.chosen.quote;
      for (const word of concept?.split('-') ?? [])
        expect(`${path.at(-1)} ${text}`.toLowerCase(), `${item.id}: ${concept}`).toContain(word);
    }
  }
  expect(contrasts).toBeGreaterThan(200);
});

test('a right answer, a blank one and a gap have nothing to contrast', async () => {
  const { items } = await shippedBank();
  for (const item of items.slice(0, 60)) {
    expect(contrastOf(item, kindOf(item.body).key(item.body), items)).toBeUndefined();
    expect(contrastOf(item, null, items)).toBeUndefined();
    if (item.body.type === 'cloze') expect(contrastOf(item, 'something else', items)).toBeUndefined();
  }
});

test('of the passages about something the one that says what it is is shown, and none about what it is not', async () => {
  const { items } = await shippedBank();
  const shown = items.flatMap((item) => {
    const options = item.body.type === 'single' ? item.body.options : [];
    return options.flatMap(({ id, concept }) =>
      concept === 'firehose' ? (contrastOf(item, [id], items)?.chosen.quote.text ?? []) : [],
    );
  });
  expect(shown.length).toBeGreaterThan(20);
  for (const text of shown) expect(text).toMatch(/^Kinesis (Data )?Firehose: /);
});

test('a heading that names both things tells of neither', () => {
  const options = [
    { id: 'a', text: 'Streams', concept: 'streams' },
    { id: 'b', text: 'Firehose', concept: 'firehose' },
  ];
  const asked = (id: string, answer: string, heading: string): Item => ({
    ...itemOf(id, { type: 'single', options, answer: [answer] }),
    quotes: [{ text: 'keeps data', section: heading, file: 'n.md', lines: [1, 1], path: [heading], context: {} }],
  });
  const chosenAfter = (heading: string) =>
    contrastOf(asked('q', 'a', 'Streams'), ['b'], [asked('other', 'b', heading)])?.chosen.concept;
  expect(chosenAfter('Streams vs Firehose')).toBeUndefined();
  expect(chosenAfter('Firehose')).toBe('firehose');
});
