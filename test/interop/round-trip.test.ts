// What goes out comes back: the same questions, as far as the format carries them, whatever signs are in their texts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/core/items/item.ts';
import { formatNamed } from '../../src/interop/index.ts';
import { namedLabel } from '../../src/interop/words/lettered.ts';
import { itemOf } from '../support/arbitraries.ts';
import { accepted, asQuestion, banks, carried, essence, takenBy } from '../support/interop.ts';
import { tries } from '../support/laws.ts';

/** A letter to be typed beside options in the text: refused where a source does not say that it is typed. */
function isLetterToType({ stem, body }: Item): boolean {
  const texts = body.type === 'cloze' && 'accept' in body.answer ? body.answer.accept : [];
  return texts.some((text) => namedLabel(text, stem) !== undefined);
}

test.each(Object.keys(carried))(
  '%s: code keeps its depth, however it is set in; a tab is four spaces',
  async (name) => {
    const code = (tab: string) => `\`\`\`go\nfor {\n${tab}if x {\n${tab}${tab}y()\n  }\n}\n\`\`\``;
    const item = (tab: string): Item => ({
      ...itemOf('t', {
        type: 'single',
        options: [code(tab), 'b'].map((text, at) => ({ id: 'ab'.charAt(at), text })),
        answer: ['a'],
      }),
      stem: `Which runs?\n\n${code(tab)}`,
    });
    const bank = { id: 'demo', title: 'Demo', topics: new Map(), exams: [], items: [item('\t')] };
    const [back] = accepted(await takenBy(name, (await formatNamed(name)?.writes?.(bank))?.content ?? ''));
    const kept = asQuestion(item(name === 'json' ? '\t' : '    '));
    expect([back?.question.stem, back?.question.options?.[0]?.text]).toEqual([kept.stem, kept.options?.[0]?.text]);
  },
);

describe.each(Object.entries(carried))('%s', (name, { kinds, carries }) => {
  test.each(kinds)('%s', async (kind) => {
    const format = formatNamed(name);
    if (!format?.writes) throw new Error(`${name} is not written`);
    await fc.assert(
      fc.asyncProperty(banks([kind]), async (bank) => {
        fc.pre(!bank.items.some(isLetterToType));
        const { content, leftOut = 0 } = (await format.writes?.(bank)) ?? {};
        const back = await takenBy(format, content ?? '');
        expect(back.length, JSON.stringify(content)).toBe(bank.items.length - leftOut);
        if (leftOut > 0) return;
        expect(
          accepted(back).map(({ question }) => essence(question, carries)),
          JSON.stringify({ content, back }),
        ).toEqual(bank.items.map((item) => essence(asQuestion(item), carries)));
      }),
      { numRuns: tries(20) },
    );
  });
});
