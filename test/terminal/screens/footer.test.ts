import { expect, test } from 'vitest';
import type { Presentation } from '../../../src/core/items/kinds/kind.ts';
import { usualKeys } from '../../../src/core/keymap.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { type Line, plainText } from '../../../src/core/text/styled.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { paint, textWidth } from '../../../src/terminal/painting/paint.ts';
import { footer } from '../../../src/terminal/screens/footer.ts';

const options = ['white', 'green'].map((id) => ({ id, text: id }));
const single: Presentation = { kind: 'single', choose: 1, options };
const many = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: id }));
const dozen = Array.from({ length: 12 }, (_, index) => ({ id: `${index}`, text: `${index}` }));
const gap: Presentation = { kind: 'cloze', accepts: 'text' };

/** What stands under a question. */
function footUnder(
  mode: View['mode'],
  presentation: Presentation,
  { commanding = false, striking = false, guessed = false, columns = 100, isTimed = true } = {},
): Line[] {
  const time = isTimed ? { remainingMs: 1000 } : {};
  const view = { mode, question: { stem: '', presentation }, isGuess: guessed, ...time } as unknown as View; // all that a footer asks of one
  const entering = { draft: { cursor: -1, entered: '' }, commanding, striking };
  return footer(view, entering, usualKeys, { columns, rows: 24 });
}

/** The keys that are named there. */
function keysUnder(...[mode, presentation, entering]: Parameters<typeof footUnder>): string {
  return footUnder(mode, presentation, entering).map(plainText).join('\n');
}

test.each(['exam', 'drill'] as const)(
  'in a gap there is nothing to cross out, and no key for it is named (%s)',
  (mode) => {
    expect(keysUnder(mode, gap, { commanding: true })).toMatch(/Tab.type.*f.flag/);
    expect(keysUnder(mode, gap, { commanding: true })).not.toContain('cross');
    expect(keysUnder(mode, single)).toMatch(/x.cross.out/);
  },
);

test('while it is asked what to cross out, a number does that, and no other key is named but the one that leads back', () => {
  expect(keysUnder('drill', single, { striking: true })).toMatch(/^1-2.cross.out {2}Esc.back$/);
  expect(keysUnder('exam', { kind: 'matching', left: many, right: dozen }, { striking: true })).toMatch(/^1-12.cross/);
});

test('the keys under a question are as legible as those of other pages: none is dim', () => {
  const roles = (['exam', 'drill'] as const).flatMap((mode) =>
    [single, gap].flatMap((asked) => footUnder(mode, asked).flatMap(({ spans }) => spans.map(({ role }) => role))),
  );
  expect(new Set(roles)).toEqual(new Set(['plain']));
});

test('a clock is hidden where there is one', () => {
  expect(keysUnder('exam', single)).toMatch(/t.clock/);
  expect(keysUnder('exam', single, { isTimed: false })).not.toContain('clock');
});

test('a narrow window names fewer keys, and that the answer is marked as a guess', () => {
  const narrow = (guessed: boolean) => keysUnder('drill', single, { guessed, columns: 40 });
  expect(narrow(false)).toMatch(/f.flag/);
  expect(narrow(false)).not.toContain('guess');
  expect(narrow(true)).toMatch(/g.guessed/);
});

test.each<Presentation>([
  { kind: 'single', choose: 1, options: many },
  { kind: 'ordering', options: many },
  { kind: 'matching', left: many, right: many },
  gap,
])('at 80 columns the keys of a question stand in one row, whatever it asks for ($kind)', (presentation) => {
  for (const mode of ['exam', 'drill'] as const)
    for (const guessed of [false, true]) {
      const foot = footUnder(mode, presentation, { commanding: true, guessed, columns: 80 });
      expect(foot.flatMap((row) => paint(row, textWidth(80), palette(false)))).toHaveLength(1);
    }
});

test.each<[Presentation, exam: string, drill: string]>([
  [{ kind: 'single', choose: 1, options: dozen }, '1-9/Space choose', '1-9 answer  ↑↓ Enter'],
  [{ kind: 'multiple', choose: 2, options: dozen }, '1-9/Space tick', '1-9/Space tick'],
  [{ kind: 'ordering', options: dozen }, '1-9/Space place', '1-9/Space place'],
  [{ kind: 'matching', left: dozen, right: dozen }, '1-9/Space match', '1-9/Space match'],
])('no number is named that has no key (%#)', (presentation, exam, drill) => {
  const plain = (mode: View['mode']) => keysUnder(mode, presentation).replaceAll('\u00a0', ' ');
  expect([plain('exam'), plain('drill')]).toEqual([expect.stringContaining(exam), expect.stringContaining(drill)]);
});
