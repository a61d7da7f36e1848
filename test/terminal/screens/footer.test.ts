import { expect, test } from 'vitest';
import type { Presentation } from '../../../src/core/items/kinds/kind.ts';
import { usualKeys } from '../../../src/core/keymap.ts';
import type { View } from '../../../src/core/sitting/view.ts';
import { footer } from '../../../src/terminal/screens/footer.ts';

const options = ['white', 'green'].map((id) => ({ id, text: id }));
const single: Presentation = { kind: 'single', choose: 1, options };
const gap: Presentation = { kind: 'cloze', accepts: 'text' };

/** The keys that are named under a question. */
function keysUnder(mode: View['mode'], presentation: Presentation, commanding = false): string {
  const view = { mode, question: { stem: '', presentation } } as unknown as View; // all that a footer asks of one
  const entering = { draft: { cursor: -1, entered: '' }, guessed: false, commanding };
  const lines = footer(view, entering, usualKeys, { columns: 100, rows: 24 });
  return lines.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n');
}

test.each(['exam', 'drill'] as const)(
  'in a gap there is nothing to cross out, and no key for it is named (%s)',
  (mode) => {
    expect(keysUnder(mode, gap, true)).toMatch(/Tab.type.*f.flag/);
    expect(keysUnder(mode, gap, true)).not.toContain('cross');
    expect(keysUnder(mode, single)).toMatch(/x.cross.out/);
  },
);
