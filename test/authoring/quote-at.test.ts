import { expect, test } from 'vitest';
import { quoteAt } from '../../src/authoring/quote-at.ts';
import { readNotes } from '../../src/bank/notes/notes.ts';
import { locate } from '../../src/bank/quotes/locate.ts';

const notes = [
  readNotes(
    'energy.md',
    `# Energy

1. **Kinetic**: $E = \\frac{1}{2} m_{0}\\,v^{2}$ holds[^1]
2. See *[[Work|work]]* and \`heat\`

$$
W = \\int_{a}^{b} \\left\\{ F_x \\right\\} \\cdot ds
$$
`,
  ),
];

test.each([
  ['a formula keeps its signs', 'energy.md:3', 'Kinetic: $E = \\frac{1}{2} m_{0}\\,v^{2}$ holds'],
  ['so do the lines of one', 'energy.md:7', 'W = \\int_{a}^{b} \\left\\{ F_x \\right\\} \\cdot ds'],
  ['other lines stand as a page shows them', 'energy.md:4', 'See work and heat'],
  ['both are quoted together', 'energy.md:3-4', 'Kinetic: $E = \\frac{1}{2} m_{0}\\,v^{2}$ holds See work and heat'],
])('%s: %s', (_, place, text) => {
  expect(quoteAt(place, notes)).toEqual({ section: 'Energy', text });
  expect(locate(notes, 'Energy', text)).toHaveProperty('quote');
});

test('a passage may begin with the empty lines above the first heading', () => {
  const notes = [readNotes('tea.md', '\n\nTea is a leaf.\n\n# Green\nIt is mild.\n')];
  expect(quoteAt('tea.md:1-3', notes)).toEqual({ section: 'tea', text: 'Tea is a leaf.' });
});
