// The shipped bank while its notes are edited: what moved is found without a word, what is gone names exactly its questions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Notes, readNotes } from '../../src/bank/notes/notes.ts';
import { anchor, newEfforts } from '../../src/bank/quotes/anchor.ts';
import type { Quote } from '../../src/core/items/item.ts';
import { tries } from '../support/laws.ts';
import { BANK } from '../support/quiz.ts';
import { shippedBank } from '../support/shipped.ts';

const source = readFileSync(join(BANK, 'notes.md'), 'utf8').split('\n');
const original = readNotes('notes.md', source.join('\n'));
const { bank, items } = await shippedBank();
const quotes = items.flatMap(({ id, quotes }) => quotes.map((quote) => ({ id, quote })));
const omissions = bank.declared.uncovered.map(({ section, text }) => ({ section, text }));

const isTitle = (line: number) => original.headings.some(({ first }) => first === line);

/** The notes from their headings on: what stands before the first, then one block for each heading and what is under it. */
function blocks(): string[][] {
  const starts = [1, ...original.headings.map(({ first }) => first), source.length + 1];
  return starts.slice(0, -1).map((start, at) => source.slice(start - 1, (starts[at + 1] ?? 0) - 1));
}

/** Sections of the third rank, in runs that stand under one heading: these may change places. */
const runs = original.headings
  .map(({ depth, first }, at) => ({ depth, first, block: at + 1 }))
  .reduce<number[][]>((all, { depth, block }) => {
    if (depth < 3) all.push([]);
    else if (depth === 3) all.at(-1)?.push(block);
    return all;
  }, [])
  .filter((run) => run.length > 1);

const added = fc.constantFrom('', 'A remark of mine that nobody asked for.', '- one more point', '> a thought');

/** Lines put in between sections, sections of one chapter in another order, white space set otherwise. */
const harmless = fc
  .record({
    inserted: fc.array(fc.tuple(fc.nat(blocks().length - 1), fc.array(added, { minLength: 1, maxLength: 5 }))),
    swapped: fc.array(fc.tuple(fc.nat(runs.length - 1), fc.nat(20), fc.nat(20)), { maxLength: 5 }),
    spaced: fc.array(fc.nat(source.length - 1), { maxLength: 40 }),
    broken: fc.array(fc.nat(source.length - 1), { maxLength: 8 }),
  })
  .map(({ inserted, swapped, spaced, broken }) => {
    const all = blocks();
    const starts = all.map((_, at) => all.slice(0, at).reduce((sum, block) => sum + block.length, 0));
    // one line a block: a passage of seven lines that is broken twice is longer than a quote may be
    const blockOf = (line: number) => starts.findLastIndex((start) => start <= line);
    const parted = new Set(new Map(broken.map((line) => [blockOf(line), line])).values());
    const edited = all.map((block, at) =>
      block.map((line, row) => {
        const number = (starts[at] ?? 0) + row;
        const wide = spaced.includes(number) ? `${line.replace(/(?<=\w) (?=\w)/g, '   ')}  ` : line;
        return parted.has(number) && !isTitle(number + 1)
          ? wide.replace(/(?<=[a-z]) (?=[A-Za-z]+ \w+$)/, '\n  ')
          : wide;
      }),
    );
    for (const [at, lines] of inserted) edited[at]?.push('', ...lines, '');
    // once a run: after that its sections stand elsewhere, and another swap would part one from what is under it
    for (const [run, a, b] of new Map(swapped.map((swap) => [swap[0], swap])).values()) {
      const members = runs[run] ?? [];
      const [one, other] = [members[a % members.length] ?? 0, members[b % members.length] ?? 0];
      const [first, second] = [extent(one), extent(other)];
      if (one < other) swap(edited, first, second);
    }
    return edited.flat().join('\n');
  });

/** The blocks of a section: its own and those of the smaller ones under it. */
function extent(block: number): [number, number] {
  const next = original.headings.findIndex(({ depth }, at) => at >= block && depth <= 3);
  return [block, next < 0 ? original.headings.length + 1 : next + 1];
}

function swap(all: string[][], [a, b]: [number, number], [c, d]: [number, number]): void {
  const before = all.slice();
  const mixed = [...before.slice(c, d), ...before.slice(b, c), ...before.slice(a, b)];
  all.splice(a, mixed.length, ...mixed.map((block) => [block.join('\n')]));
}

function unsettled(notes: Notes, { section, text }: { section: string; text: string }): boolean {
  const anchored = anchor([notes], section, text, newEfforts());
  return !('quote' in anchored) || anchored.movedTo !== undefined;
}

test('there is enough to go by', () => {
  expect(quotes.length).toBeGreaterThan(300);
  expect(runs.length).toBeGreaterThan(2);
  expect(omissions.length).toBeGreaterThan(5);
});

test('no harmless edit makes a problem', () => {
  fc.assert(
    fc.property(harmless, (text) => {
      const notes = readNotes('notes.md', text);
      const lost = [...quotes.map(({ quote }) => quote), ...omissions].filter((quote) => unsettled(notes, quote));
      expect(lost.map(({ section, text }) => `${section}: ${text}`)).toEqual([]);
    }),
    { numRuns: tries(12) },
  );
});

test('a heading that is renamed makes warnings at most', () => {
  fc.assert(
    fc.property(fc.constantFrom(...original.headings), ({ first, title }) => {
      const renamed = source.with(first - 1, (source[first - 1] ?? '').replace(/[^#\s].*/, 'Another name of it'));
      const notes = readNotes('notes.md', renamed.join('\n'));
      for (const { quote } of quotes.filter(({ quote }) => quote.section === title)) {
        const isTitleItself = quote.lines[0] <= first && first <= quote.lines[1];
        const twice = source.join(' ').split(quote.text).length > 2;
        if (isTitleItself || twice) continue;
        expect(anchor([notes], quote.section, quote.text, newEfforts()), quote.text).toHaveProperty('quote');
      }
    }),
  );
});

const overlaps = ({ lines: [first, last] }: Quote, line: number) => first <= line && line <= last;
const quoted = [...new Set(quotes.flatMap(({ quote: { lines } }) => lines))].filter((line) => !isTitle(line));

test.each([
  ['deleted', (line: number) => source.toSpliced(line - 1, 1)],
  [
    'reworded',
    (line: number) => source.with(line - 1, `- ${(source[line - 1] ?? '').split(/\s+/).reverse().join(' quite ')}`),
  ],
])('a line that is %s names the questions that quote it, and no others', (_, edit) => {
  fc.assert(
    fc.property(fc.constantFrom(...quoted), (line) => {
      const notes = readNotes('notes.md', edit(line).join('\n'));
      const named = quotes.filter(({ quote }) => unsettled(notes, quote));
      expect(named.filter(({ quote }) => !overlaps(quote, line))).toEqual([]);
      const silent = quotes.filter(({ quote }) => overlaps(quote, line) && !unsettled(notes, quote));
      const rest = notes.plain.join(' ').replace(/\s+/g, ' ');
      for (const { quote } of silent) expect(rest).toContain(quote.text.replace(/\*\*|`/g, '').replace(/\s+/g, ' '));
    }),
    { numRuns: tries(20) },
  );
});

test('what is gone is told with the line that is most like it', () => {
  const line = source.findIndex((text) => text.includes('24 hours by default')) + 1;
  const changed = source.with(line - 1, (source[line - 1] ?? '').replace('24 hours', 'one day'));
  const notes = readNotes('notes.md', changed.join('\n'));
  const named = quotes.filter(({ quote }) => unsettled(notes, quote));
  expect(named.length).toBeGreaterThan(0);
  for (const { quote } of named)
    expect(anchor([notes], quote.section, quote.text, newEfforts())).toMatchObject({
      missing: 'text',
      closest: { line },
    });
});
