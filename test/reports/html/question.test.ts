import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/items/item.ts';
import type { Body } from '../../../src/core/items/kinds/index.ts';
import { explainedAt } from '../../../src/core/sitting/view.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { textOf } from '../../../src/html/markup.ts';
import { questionDetails } from '../../../src/reports/html/question.ts';
import { reportPage } from '../../../src/reports/html/report-page.ts';
import { itemOf } from '../../support/arbitraries.ts';
import { skeletonOf, textIn } from '../../support/hostile.ts';
import { answers, paperOf, play, type Step, startedWith, step } from '../../support/sittings.ts';
import { typedAs } from '../../support/stats.ts';

const part = (id: string) => ({ id, text: `Text ${id}`, why: `Why ${id}` });
const bodies: Record<string, Body> = {
  single: { type: 'single', options: [part('a'), part('b')], answer: ['a'] },
  multiple: { type: 'multiple', options: [part('a'), part('b'), part('c')], answer: ['a', 'b'] },
  ordering: { type: 'ordering', options: [part('a'), part('b')], answer: ['a', 'b'] },
  matching: { type: 'matching', left: [part('l')], right: [part('r'), part('s')], answer: { l: 'r' } },
  cloze: { type: 'cloze', answer: { accept: ['shard'] } },
};
const wrong: Record<string, unknown> = {
  single: ['b'],
  multiple: ['a', 'c'],
  ordering: ['b', 'a'],
  matching: { l: 's' },
  cloze: 'stream',
};

function detailsOf(item: Item, steps: readonly Step[], handling = ''): string {
  const { state, paper } = play(paperOf([item]), startedWith([item]), [...steps, step({ type: 'finish' })]);
  const explained = explainedAt(paper, state, 1);
  if (!explained) throw new Error('not graded');
  return textOf(questionDetails(explained, handling));
}

describe.each(Object.entries(bodies))('a question of type %s', (type, body) => {
  const html = detailsOf(itemOf('q1', body), answers(wrong[type]), 'changed once');

  test('is told as it was', () => {
    expect(html).toMatchSnapshot();
  });

  test('is known by its number, its result and its first words while it is closed', () => {
    const [, summary = ''] = /<summary>([\s\S]*?)<\/summary>/.exec(html) ?? [];
    expect(textIn(summary)).toBe('1. Not this time. Stem of q1');
  });

  test('has every reason, the quote with its place, the remark on today and how it was sat', () => {
    const text = textIn(html);
    for (const [, why = ''] of JSON.stringify(body).matchAll(/"why":"([^"]+)"/g)) expect(text).toContain(why);
    expect(text).toMatch(/SECRET quote\s+Your notes, SECRET path, notes\.md:1-2/);
    expect(text).toContain('Today (2026): SECRET says\n');
    expect(text).toContain('While you sat it: changed once.');
  });
});

test('a choice is marked in words: what was right, what was chosen, and where both are one', () => {
  const text = textIn(detailsOf(itemOf('q1', bodies.multiple as Body), answers(['a', 'c'])));
  expect(text).toMatch(/Text a ✓ right answer, your choice/);
  expect(text).toMatch(/Text b ✓ right answer\n/);
  expect(text).toMatch(/Text c ✗ your choice\n/);
});

test('a row of a table stands under the head of its table', () => {
  const [quote] = itemOf('q1', bodies.single as Body).quotes;
  if (!quote) throw new Error('no quote');
  const row = { ...quote, text: 'pCO₂ | 40', context: { head: [3, 'Gas | <arterial>'] as const } };
  const html = detailsOf({ ...itemOf('q1', bodies.single as Body), quotes: [row] }, []);
  expect(textIn(html)).toContain('Gas | <arterial>\npCO₂ | 40\n');
});

test('what was not answered, and what was not complete, is told as such', () => {
  const item = itemOf('q1', bodies.multiple as Body);
  expect(textIn(detailsOf(item, []))).toContain('1. Not this time. No answer.');
  const draft = detailsOf(item, [step({ type: 'draft', draft: ['c'] })]);
  expect(textIn(draft)).toContain('1. Not this time. Not complete.');
  expect(textIn(draft)).toMatch(/Text c ✗ your choice/);
});

/** Code as it stands in a bank, with the text that a page shows of it. */
const CODE = 'if a < b:\n    return "<b>"';
const fenced = (code: string) => `\`\`\`python\n${code}\n\`\`\``;

/** The texts of all code blocks in a piece of a page. */
const codeIn = (html: string) =>
  [...html.matchAll(/<pre dir="ltr"><code>([\s\S]*?)<\/code><\/pre>/g)].map(([, code = '']) => textIn(code));

describe('code between fences is a block of its own that keeps its lines, and its fences are not shown', () => {
  test('in the question, its case, its options and its reasons', () => {
    const options = ['a', 'b'].map((id) => ({
      id,
      text: fenced(`${CODE} # ${id}`),
      why: `So:\n${fenced(`why ${id}`)}`,
    }));
    const html = detailsOf(
      {
        ...itemOf('q1', { type: 'single', options, answer: ['a'] }),
        stem: `What is it?\n\n${fenced(CODE)}\n\nSay it.`,
        why: fenced('why'),
        case: { id: 'c', text: `A program:\n${fenced('case')}` },
      },
      answers(['b']),
    );
    expect(codeIn(html).toSorted()).toEqual(
      [CODE, `${CODE} # a`, `${CODE} # b`, 'case', 'why', 'why a', 'why b'].toSorted(),
    );
    expect(html).not.toContain('```');
    expect(skeletonOf(html)).not.toContain('b');
    expect(html).toContain('<p class="text" dir="auto">Say it.</p>');
    expect(textIn(html)).toContain('Not this time. What is it? if a < b: return "<b>" Say it.');
  });

  test('in an order and in pairs, which are told place by place then', () => {
    const steps = [
      { id: 'a', text: fenced('x = 1') },
      { id: 'b', text: 'Stop' },
    ];
    const order = detailsOf(
      itemOf('q1', { type: 'ordering', options: steps, answer: ['a', 'b'] }),
      answers(['b', 'a']),
    );
    expect(codeIn(order)).toEqual(['x = 1', 'x = 1']);
    expect(textIn(order)).toMatch(/Your answer\s*Stop\s*x = 1\s*Right answer\s*x = 1\s*Stop/);
    const [left, right] = [[{ id: 'l', text: fenced('y') }], [{ id: 'r', text: 'one' }, ...steps]];
    const pairs = detailsOf(itemOf('q1', { type: 'matching', left, right, answer: { l: 'a' } }), answers({ l: 'r' }));
    expect(textIn(pairs)).toMatch(/Your answer\s*y\s* = one\s*Right answer\s*y\s* = x = 1\s/);
    expect(order + pairs).not.toContain('```');
  });
});

test('a long question is known by its beginning, cut between words', () => {
  const item = { ...itemOf('q1', bodies.single as Body), stem: `${'word '.repeat(30)}end` };
  expect(textIn(detailsOf(item, []))).toMatch(/No answer\. (word )+word\.\.\.\n/);
});

test('missed questions come before right ones, and a question that is gone from the bank is named', () => {
  const items = ['q1', 'q2', 'q3'].map((id) => itemOf(id, bodies.single as Body));
  const { state, paper } = play(paperOf(items), startedWith(items), [
    ...answers(['a'], ['b'], ['a']),
    step({ type: 'finish' }),
  ]);
  const telling = { titles: new Map(), glyphs: unicode };
  const told = new Map([...paper].filter(([id]) => id !== 'q3'));
  const page = reportPage(state, told, telling, (iso) => iso, typedAs('quiz'));
  expect([...page.matchAll(/id="question-(\d)"/g)].map(([, slot]) => slot)).toEqual(['2', '1']);
  expect(skeletonOf(page).filter((tag) => tag === 'h3')).toHaveLength(2);
  expect(textIn(page)).toContain(
    '1 question is no longer in the bank, or has an error there, and is not shown: q3. Errors are told by: quiz check',
  );
});
