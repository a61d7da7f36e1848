// What every kind of question promises, whatever it is. A new kind brings fixtures/kinds/<type>.yaml and is tested by itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Body, itemTypes, kindNamed, kindOf } from '../../../src/core/items/kinds/index.ts';
import type { Draft, Press, Response } from '../../../src/core/items/kinds/kind.ts';
import { random } from '../../../src/core/random.ts';
import type { Node } from '../../../src/core/shapes/node.ts';
import { presses, seeds } from '../../support/arbitraries.ts';
import { textsIn, valuesOf } from '../../support/deep.ts';
import { bodyOf, itemsOf, nodeOf, plain, replaced, soundBody, textUnder, under } from '../../support/nodes.ts';
import { keysFor, typed } from '../../support/typing.ts';

const named = (nodes: Node) => itemsOf(nodes).map((node) => [textUnder(node, 'name'), node] as const);

describe.each(itemTypes)('%s', (type) => {
  const file = `${type}.yaml`;
  const examples = nodeOf(readFileSync(join(import.meta.dirname, '../../fixtures/kinds', file), 'utf8'), file);
  const kind = kindNamed(type);

  test.each(named(under(examples, 'invalid')))('refuses %s, and says where', (_, example) => {
    const { body, problems } = bodyOf(type, under(example, 'question'));
    expect(body).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(plain(under(example, 'problems')));
    const lines = [example.at.line, Math.max(...linesIn(example))] as const;
    for (const { at, message, hint, severity } of problems) {
      expect(at.file).toBe(file);
      expect(at.line).toBeGreaterThanOrEqual(lines[0]);
      expect(at.line).toBeLessThanOrEqual(lines[1]);
      expect(severity).toBe('error');
      expect(message).not.toBe('');
      expect(hint).not.toBe('');
    }
  });

  describe.each(named(under(examples, 'valid')))('%s', (_, example) => {
    const question = under(example, 'question');
    const body = soundBody(type, question);
    const key = kind.key(body);
    const presented = (seed: string) => kind.present(body, kind.order(body, random(seed)));
    const scored = itemsOf(under(example, 'scored'));
    const refused = itemsOf(under(example, 'refused'));

    test('the key is a response, and scores 1', () => {
      const accepted = kind.accept(body, key);
      expect(accepted).toEqual({ response: key });
      expect(kind.score(body, key)).toBe(1);
    });

    test.each(scored.map((node) => [JSON.stringify(plain(under(node, 'response'))), node] as const))(
      'scores %s as its example says',
      (_, node) => {
        const accepted = kind.accept(body, plain(under(node, 'response')));
        expect(accepted).toHaveProperty('response');
        expect('response' in accepted && kind.score(body, accepted.response)).toBe(Number(textUnder(node, 'score')));
      },
    );

    if (refused.length > 0)
      test.each(refused.map((node) => [textUnder(node, 'name'), node] as const))('refuses %s', (_, node) => {
        const answer = kind.accept(body, plain(under(node, 'response')));
        expect(answer).toHaveProperty('refusal.code', textUnder(node, 'code'));
        expect(answer).toHaveProperty('refusal.message');
      });

    test('whatever is given as a response is refused or scores from 0 to 1, and is accepted again as it was', () => {
      const ids = textsIn(key);
      const anything = fc.oneof(
        fc.anything(),
        fc.array(fc.constantFrom(...ids, 'x')),
        fc.shuffledSubarray(ids),
        fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids)),
        fc.string(),
        fc.double(),
      );
      fc.assert(
        fc.property(anything, (given) => {
          const answer = kind.accept(body, given);
          if ('refusal' in answer) return;
          const score = kind.score(body, answer.response);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(kind.accept(body, answer.response)).toEqual(answer);
          expect(JSON.parse(JSON.stringify(answer.response))).toEqual(answer.response);
        }),
      );
    });

    test('what is presented holds no key, rationale or concept', () => {
      const secrets = [
        ...valuesOf(['why', 'concept'], body),
        ...('accept' in Object(body.type === 'cloze' && body.answer) ? textsIn(valuesOf(['accept'], body)) : []),
        ...valuesOf(['number', 'tolerance'], body),
      ].filter((secret) => secret !== '0');
      expect(secrets.length).toBeGreaterThan(0);
      fc.assert(
        fc.property(seeds, (seed) => {
          const shown = textsIn(presented(seed));
          for (const secret of secrets) expect(shown.filter((text) => text.includes(secret))).toEqual([]);
        }),
      );
    });

    test('what is presented is the same whatever the key is', () => {
      const other = soundBody(type, replaced(question, 'answer', under(example, 'otherKey')));
      expect(kind.key(other)).not.toEqual(key);
      fc.assert(
        fc.property(seeds, (seed) => {
          const order = kind.order(body, random(seed));
          expect(kind.order(other, random(seed))).toEqual(order);
          expect(kind.present(other, order)).toEqual(kind.present(body, order));
        }),
      );
    });

    test('the order is a permutation of the parts, and the same for the same seed', () => {
      const parts = plain(question) as Record<string, { id: string }[]>;
      const ids = ['options', 'left', 'right'].flatMap((field) => parts[field]?.map(({ id }) => id) ?? []);
      fc.assert(
        fc.property(seeds, (seed) => {
          const order = kind.order(body, random(seed));
          expect([...order].sort()).toEqual([...ids].sort());
          expect(kind.order(body, random(seed))).toEqual(order);
        }),
      );
    });

    test('a response entered by its keys scores the same in every order of presentation', () => {
      const responses = [{ response: key, score: 1 }, ...scored.map((node) => exampleOf(node))];
      fc.assert(
        fc.property(seeds, (seed) => {
          const presentation = presented(seed);
          for (const { response, score } of responses) {
            const { entered } = typed(kind.entry, presentation, keysFor(presentation, response));
            expect(kind.entry.isComplete(entered, presentation)).toBe(true);
            const accepted = kind.accept(body, entered);
            expect('response' in accepted && kind.score(body, accepted.response)).toBe(score);
          }
        }),
      );
    });

    test('no keys bring the entry down, and a complete entry is a response', () => {
      fc.assert(
        fc.property(seeds, fc.array(presses, { maxLength: 25 }), fc.boolean(), (seed, keys, again) => {
          const presentation = presented(seed);
          let draft = kind.entry.start(presentation, again ? key : null);
          for (const press of keys) {
            draft = kind.entry.press(draft, press, presentation);
            const rows = kind.entry.rows(draft, presentation);
            expect(rows.filter(({ focused }) => focused).length).toBeLessThanOrEqual(1);
            if (kind.entry.isComplete(draft.entered, presentation))
              expect(kind.accept(body, draft.entered)).toHaveProperty('response');
          }
        }),
      );
    });

    test('nothing is complete before the first key, and taken up again the key is', () => {
      const presentation = presented('1');
      const { start, isComplete } = kind.entry;
      expect(isComplete(start(presentation, null).entered, presentation)).toBe(false);
      expect(isComplete(start(presentation, key).entered, presentation)).toBe(true);
    });

    test('each row that can be picked has a label of its own', () => {
      const rows = kind.entry.rows(typed(kind.entry, presented('1'), []), presented('1'));
      const labels = rows.map(({ label }) => label).filter((label) => label !== '');
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels.length).toBe(presented('1').right?.length ?? presented('1').options?.length ?? 0);
    });

    test('says the chance of a blind guess', () => {
      expect(kind.chance(body)).toBeCloseTo(Number(textUnder(example, 'chance')), 6);
    });

    test('describes every response that it accepts, in words and without throwing', () => {
      for (const { response } of scored.map(exampleOf)) expect(kind.describe(body, response)).not.toBe('');
      expect(kind.describe(body, key)).not.toBe('');
    });
  });

  function exampleOf(node: Node): { response: Response; score: number } {
    // Fixtures hold responses of the kind they are for.
    return { response: plain(under(node, 'response')) as Response, score: Number(textUnder(node, 'score')) };
  }
});

test('single: options that are all numbers stay in ascending order', () => {
  const numbers = nodeOf('options: [{id: a, text: 1000 GB}, {id: b, text: 20 GB}, {id: c, text: 5 GB}]\nanswer: a');
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(kindNamed('single').order(soundBody('single', numbers), random(seed))).toEqual(['c', 'b', 'a']);
    }),
  );
});

test('single: numbers below nothing come first, whichever sign of minus they have', () => {
  const numbers = nodeOf('options: [{id: a, text: "3"}, {id: b, text: "-5"}, {id: c, text: "−10"}]\nanswer: a');
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(kindNamed('single').order(soundBody('single', numbers), random(seed))).toEqual(['c', 'b', 'a']);
    }),
  );
});

test.each([
  ['0,5', '1,5', '10'],
  ['0.5', '1,000', '20,000'],
])('single: a comma is read as what it can only be: %s, %s, %s ascend', (...texts) => {
  const options = ['a', 'b', 'c'].map((id, index) => `{id: ${id}, text: "${texts[index]} GB"}`).toReversed();
  const numbers = nodeOf(`options: [${options.join(', ')}]\nanswer: a`);
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(kindNamed('single').order(soundBody('single', numbers), random(seed))).toEqual(['a', 'b', 'c']);
    }),
  );
});

test('single: versions are no numbers, and are shuffled', () => {
  const versions = nodeOf('options: [{id: a, text: 3.8.1}, {id: b, text: 3.9.0}, {id: c, text: 3.10.2}]\nanswer: a');
  const orders = Array.from({ length: 40 }, (_, index) =>
    kindNamed('single')
      .order(soundBody('single', versions), random(String(index)))
      .join(),
  );
  expect(new Set(orders).size).toBeGreaterThan(1);
});

test('single: numbers of different units stay as the author wrote them', () => {
  const numbers = nodeOf('options: [{id: a, text: 2 hours}, {id: b, text: 90 minutes}]\nanswer: a');
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(kindNamed('single').order(soundBody('single', numbers), random(seed))).toEqual(['a', 'b']);
    }),
  );
});

test('cloze: whatever number is the key, its own text scores 1', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const { accept, key, score } = kindNamed('cloze');
      const body = { type: 'cloze', answer: { number, tolerance: 0 } } as const;
      expect(accept(body, key(body))).toHaveProperty('response');
      expect(score(body, key(body))).toBe(1);
    }),
  );
});

function linesIn(node: Node): number[] {
  switch (node.kind) {
    case 'text':
      return [node.at.line];
    case 'list':
      return [node.at.line, ...node.items.flatMap(linesIn)];
    default:
      return [node.at.line, ...node.entries.flatMap(({ key, value }) => [key.at.line, ...linesIn(value)])];
  }
}

test.each(['ordering', 'single', 'multiple', 'matching', 'cloze'] as const)(
  '%s: a draft of another shape, as a damaged record may hold, is described without throwing',
  (type) => {
    const bodies = {
      ordering: { type, options: [{ id: 'a', text: 'A' }], answer: ['a'] },
      single: { type, options: [{ id: 'a', text: 'A' }], answer: ['a'] },
      multiple: { type, options: [{ id: 'a', text: 'A' }], answer: ['a'] },
      matching: { type, left: [{ id: 'l', text: 'L' }], right: [{ id: 'r', text: 'R' }], answer: { l: 'r' } },
      cloze: { type, answer: { number: 3, unit: 'cups', tolerance: 0 } },
    };
    const body = bodies[type] as unknown as Body;
    for (const draft of ['abc', ['x'], {}, '', []])
      expect(typeof kindOf(body).describe(body, draft as never)).toBe('string');
  },
);

test('a number is told with its unit, and a 1 without one in the plural', () => {
  const kind = kindOf({ type: 'cloze' });
  const told = (unit: string, given: string) =>
    kind.describe({ type: 'cloze', answer: { number: 1, unit, tolerance: 0 } }, given as never); // a cloze takes texts
  expect(told('deliveries', '1')).toBe('1');
  expect(told('deliveries', '21')).toBe('21 deliveries');
  expect(told('ms', '1')).toBe('1 ms');
  expect(told('hours', '1.0')).toBe('1.0');
  expect(told('GB/s', '1')).toBe('1 GB/s');
});

test.each([
  ['hours', '24 hours', true],
  ['hours', '24 Hour', true],
  ['hours', '24', true],
  ['GB', '24 GBs', true],
  ['ms', '24 ms', true],
  ['ms', '24 m', false],
  ['hours', '24 minutes', false],
])('a number in %s may be written "%s": %s', (unit, entered, isTaken) => {
  const body: Body = { type: 'cloze', answer: { number: 24, unit, tolerance: 0 } };
  expect('response' in kindOf(body).accept(body, entered)).toBe(isTaken);
});

test.each([
  ['pO₂', ['pO2', 'PO2', 'pO₂'], ['pO', 'p02']],
  ['Ca²⁺', ['Ca2+', 'Ca^2+', 'Ca²⁺'], ['Ca+', 'Ca2']],
  ['10²', ['10^2', '10²'], ['102']],
  ['10⁻⁶', ['10^-6'], ['10-6', '106']],
  ['x^2', ['x²'], ['x2']],
  ['Cockcroft–Gault', ['Cockcroft-Gault', 'cockcroft−gault'], ['Cockcroft Gault']],
  ["Fick's", ['Fick’s', 'Fick´s'], ['Ficks']],
  ['„wet“', ['"wet"', '“wet”'], ['wet']],
  ['α…ω', ['α...ω'], ['αω']],
])('the text "%s" may be typed as keyboards have it', (spelling, right, wrong) => {
  const body: Body = { type: 'cloze', answer: { accept: [spelling] } };
  const scored = (entered: string) => [entered, kindOf(body).score(body, entered)];
  expect([...right, ...wrong].map(scored)).toEqual([
    ...right.map((entered) => [entered, 1]),
    ...wrong.map((entered) => [entered, 0]),
  ]);
});

test.each([
  [-8, 'mmol/L', ['-8', '−8', '–8 mmol/L'], ['8−']],
  [20, 'µg/mL', ['20 µg/mL', '20 μg/mL'], ['20 mg/mL']],
  [1.73, 'm²', ['1.73 m²', '1,73 m2', '1.73 m^2'], ['1.73 m']],
  [250, '×10⁹/L', ['250', '250 ×10⁹/L', '250×10^9/L'], ['250 x109/L', '250²']],
])('the number %d of %s may be typed as keyboards have it', (number, unit, right, refused) => {
  const body: Body = { type: 'cloze', answer: { number, unit, tolerance: 0 } };
  for (const entered of right) expect([entered, kindOf(body).score(body, entered)]).toEqual([entered, 1]);
  for (const entered of refused)
    expect(kindOf(body).accept(body, entered)).toHaveProperty('refusal.code', 'not-a-response');
});

test('matching: an erase takes the last pair apart, whatever names the parts have', () => {
  const { entry } = kindNamed('matching');
  const parts = (...ids: string[]) => ids.map((id) => ({ id, text: id }));
  const shown = { kind: 'matching', left: parts('a', 'constructor'), right: parts('x', 'y') };
  const paired = { cursor: 1, entered: { a: 'x' } };
  expect(entry.press(paired, { type: 'erase' }, shown)).toEqual({ cursor: 0, entered: {} });
});

test('matching: a partner that no digit names is reached by the key that ticks', () => {
  const { entry } = kindNamed('matching');
  const numbered = (side: string) => Array.from({ length: 12 }, (_, index) => ({ id: `${side}${index}`, text: side }));
  const shown = { kind: 'matching', left: numbered('l'), right: numbered('r') };
  const press = (draft: Draft, ...keys: Press[]) => keys.reduce((sofar, key) => entry.press(sofar, key, shown), draft);
  const nine = press(
    entry.start(shown, null),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ type: 'pick', number }) as const),
  );
  const tenth = press(nine, { type: 'tick' }, { type: 'tick' });
  expect(tenth.entered).toMatchObject({ l8: 'r8', l9: 'r10' });
  expect(press(tenth, { type: 'step', by: 1 }, { type: 'tick' }).entered).toMatchObject({ l9: 'r10', l10: 'r9' });
  expect(press(tenth, { type: 'tick' }, { type: 'tick' }).entered).not.toHaveProperty('l9');
});
