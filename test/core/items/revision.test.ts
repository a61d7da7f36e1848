import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from '../../../src/core/items/kinds/index.ts';
import { revisionOf } from '../../../src/core/items/revision.ts';
import { bodies } from '../../support/arbitraries.ts';

const body: Body = {
  type: 'single',
  options: [
    { id: 'a', text: 'Alpha', concept: 'alpha', why: 'Because.' },
    { id: 'b', text: 'Beta' },
  ],
  answer: ['a'],
};
const rev = revisionOf('Which one?', body);
const withOption = (change: object): Body => ({
  ...body,
  options: body.options.map((option) => ({ ...option, ...change })),
});

test.each([
  ['rationales', revisionOf('Which one?', withOption({ why: 'For another reason.' }))],
  ['concepts', revisionOf('Which one?', withOption({ concept: 'other' }))],
  ['white space in the stem', revisionOf('Which\n  one?', body)],
])('%s do not change it', (_, other) => {
  expect(other).toBe(rev);
});

test.each([
  ['the stem', revisionOf('Which one not?', body)],
  ['an option’s text', revisionOf('Which one?', withOption({ text: 'Other' }))],
  [
    'an option’s id',
    revisionOf('Which one?', { ...body, options: [{ id: 'c', text: 'Alpha' }, ...body.options.slice(1)] }),
  ],
  ['an option more', revisionOf('Which one?', { ...body, options: [...body.options, { id: 'c', text: 'Gamma' }] })],
  ['the key', revisionOf('Which one?', { ...body, answer: ['b'] })],
  ['the type', revisionOf('Which one?', { ...body, type: 'ordering' })],
  ['a cloze’s tolerance', revisionOf('Which one?', { type: 'cloze', answer: { number: 1, tolerance: 2 } })],
])('%s changes it', (_, other) => {
  expect(other).not.toBe(rev);
});

test('of all kinds: taking every rationale and concept away changes nothing', () => {
  fc.assert(
    fc.property(bodies, fc.string(), (body, stem) => {
      const bare: Body = JSON.parse(JSON.stringify(body), (key, value: unknown) =>
        key === 'why' || key === 'concept' ? undefined : value,
      );
      expect(revisionOf(stem, bare)).toBe(revisionOf(stem, body));
    }),
  );
});

test.each(['why', 'concept'])('the partner of a part with the id %s changes it', (id) => {
  const parts = ['a', 'b', 'c'].map((one) => ({ id: one, text: one }));
  const paired = (partner: string): Body => ({
    type: 'matching',
    left: [
      { id, text: 'The first' },
      { id: 'other', text: 'The other' },
    ],
    right: parts,
    answer: { [id]: partner, other: 'a' },
  });
  expect(revisionOf('Match them.', paired('b'))).not.toBe(revisionOf('Match them.', paired('c')));
});
