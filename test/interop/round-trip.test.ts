// What goes out comes back: the same questions, as far as the format carries them, whatever signs are in their texts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/core/items/item.ts';
import { formatNamed } from '../../src/interop/index.ts';
import { namedLabel } from '../../src/interop/words/lettered.ts';
import { leftOut } from '../../src/interop/writing/lossy.ts';
import { asQuestion, banks, bodies, drafts, essence, takenBy } from '../support/interop.ts';

const CARRIED: Readonly<Record<string, { kinds: string[]; carries?: Parameters<typeof essence>[1]; ending?: string }>> =
  {
    json: { kinds: Object.keys(bodies) },
    gift: { kinds: ['single', 'multiple', 'matching', 'texts', 'numbers'], carries: { unit: false } },
    'moodle-xml': { kinds: Object.keys(bodies) },
    aiken: { kinds: ['single'], carries: { whys: false, why: false } },
    csv: { kinds: Object.keys(bodies) },
    anki: { kinds: ['single', 'multiple', 'texts'], carries: { accept: 'first' } },
    markdown: { kinds: Object.keys(bodies) },
    qti: { kinds: Object.keys(bodies), carries: { unit: false } },
  };

/** A letter to be typed beside options in the text: refused where a source does not say that it is typed. */
function isLetterToType({ stem, body }: Item): boolean {
  const texts = body.type === 'cloze' && 'accept' in body.answer ? body.answer.accept : [];
  return texts.some((text) => namedLabel(text, stem) !== undefined);
}

describe.each(Object.entries(CARRIED))('%s', (name, { kinds, carries }) => {
  test.each(kinds)('%s', async (kind) => {
    const format = formatNamed(name);
    if (!format?.writes) throw new Error(`${name} is not written`);
    await fc.assert(
      fc.asyncProperty(banks([kind]), async (bank) => {
        fc.pre(!bank.items.some(isLetterToType));
        const { content, lossy = [] } = (await format.writes?.(bank)) ?? {};
        const back = await takenBy(format, content ?? '');
        const left = leftOut(lossy);
        expect(back.length, JSON.stringify(content)).toBe(bank.items.length - left);
        if (left > 0) return;
        expect(
          drafts(back).map(({ question }) => essence(question, carries)),
          JSON.stringify({ content, back }),
        ).toEqual(bank.items.map((item) => essence(asQuestion(item), carries)));
      }),
      { numRuns: 100 },
    );
  });
});
