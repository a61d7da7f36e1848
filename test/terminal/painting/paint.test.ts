// Whatever is painted is made safe: no block, and no part of one, can carry a text that drives the terminal.
import fc from 'fast-check';
import libraryWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { unsafeAt } from '../../../src/core/text/safe.ts';
import {
  type Block,
  type Line,
  labelled,
  line as lineOf,
  type Role,
  type Span,
  span,
} from '../../../src/core/text/styled.ts';
import { keptTogether } from '../../../src/core/text/wording.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { layOut } from '../../../src/terminal/painting/layout.ts';
import { paint, rememberingPainter, rowsWithin, stringWidth } from '../../../src/terminal/painting/paint.ts';

const plain = palette(false);
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b',
      '\u001b[31m',
      '\u001b]52;c;cHduZWQ=\u0007',
      '\u009b',
      '\u009d',
      '\u0090',
      '\u0008',
      '\r',
      '\t',
    ),
    fc.constantFrom('\u202e', '\u2066', '\u200b', '\ufeff', '\u2028', '\u{e0041}', '\ud800', '\u007f', '\u0000'),
    fc.constantFrom('a', 'word', ' ', '語', '🫖', '\n', '\u00a0'),
  ),
});
const role = fc.constantFrom<Role>('plain', 'strong', 'quiet', 'right', 'missed', 'focus', 'caution');
const spans: fc.Arbitrary<Span[]> = fc.array(
  fc.tuple(text, role).map(([text, role]) => span(text, role)),
  { maxLength: 3 },
);
const line: fc.Arbitrary<Line> = fc
  .record({ lead: spans, spans, right: fc.option(spans), focused: fc.boolean() })
  .map(({ right, ...others }) => ({ ...others, ...(right && { right }) }));
const column = fc.record({
  title: text,
  align: fc.constantFrom<'left' | 'right'>('left', 'right'),
  optional: fc.boolean(),
  whole: fc.boolean(),
  wraps: fc.boolean(),
  below: fc.boolean(),
});
const table: fc.Arbitrary<Block> = fc.array(column, { minLength: 1, maxLength: 4 }).chain((columns) =>
  fc
    .array(
      fc.array(
        fc.tuple(text, role).map(([text, role]) => span(text, role)),
        { minLength: columns.length, maxLength: columns.length },
      ),
    )
    .map((rows) => ({ columns, rows })),
);
const block = fc.oneof(line, table);
const width = fc.integer({ min: 10, max: 88 });

test('no block of any kind lets a character through that drives a terminal, or breaks a row', () => {
  fc.assert(
    fc.property(block, width, (one, columns) => {
      for (const row of paint(one, columns, plain))
        expect([unsafeAt(row), row.includes('\n')]).toEqual([undefined, false]);
    }),
    { numRuns: 1000 },
  );
});

test('the colours of roles are the only escapes', () => {
  const marked = Object.fromEntries(
    Object.keys(plain).map((name) => [name, (text: string) => `<${text}>`]),
  ) as unknown as typeof plain;
  fc.assert(
    fc.property(block, width, (one, columns) => {
      for (const row of paint(one, columns, marked)) expect(unsafeAt(row)).toBeUndefined();
    }),
  );
});

test('no part of a screen lets through a character that drives a terminal', () => {
  const blocks = fc.array(block, { maxLength: 3 });
  const lines = fc.array(line, { maxLength: 2 });
  const screen = fc.record(
    { header: lines, body: blocks, fixed: blocks, footer: lines, above: fc.nat(5) },
    { requiredKeys: ['header', 'body', 'fixed', 'footer'] },
  );
  fc.assert(
    fc.property(screen, fc.integer({ min: 40, max: 120 }), fc.integer({ min: 10, max: 40 }), (one, columns, rows) => {
      for (const row of layOut(one, { columns, rows }, 0, rememberingPainter(plain)).rows)
        expect(unsafeAt(row)).toBeUndefined();
    }),
  );
});

test('a block is painted as it would be if none had been painted before', () => {
  const painter = rememberingPainter(plain);
  fc.assert(
    fc.property(fc.array(block, { maxLength: 3 }), fc.array(width, { maxLength: 3 }), (blocks, widths) => {
      for (const columns of widths)
        for (const one of [...blocks, ...blocks]) expect(painter(one, columns)).toEqual(paint(one, columns, plain));
    }),
  );
});

test('a text takes the columns that Unicode’s tables tell', () => {
  for (let code = 0; code < 0x10000; code++) {
    const text = `a${String.fromCharCode(code)}`;
    if (code < 0xd800 || code > 0xdfff) expect([code, stringWidth(text)]).toEqual([code, libraryWidth(text)]);
  }
  fc.assert(
    fc.property(text, (one) => {
      expect(stringWidth(one)).toBe(libraryWidth(one));
    }),
  );
});

test('no text in plain lines lets through a character that drives a terminal', () => {
  fc.assert(
    fc.property(text, width, (one, columns) => {
      expect(unsafeAt(rowsWithin(one, columns).join('\n'))).toBeUndefined();
    }),
  );
});

test('what is made visible is measured as it is shown', () => {
  const rows = paint(
    {
      columns: [
        { title: 'A\u001b[31m', align: 'left' },
        { title: 'n', align: 'right' },
      ],
      rows: [[span('b'), span('7')]],
    },
    60,
    plain,
  );
  expect(rows).toEqual([' A\\u{1b}[31m   n', ' b             7']);
});

test('a column that wraps loses nothing, whatever the width, and what has no room beside it stands below', () => {
  const columns = [
    { title: 'topic', align: 'left', wraps: true },
    { title: 'right', align: 'right' },
    { title: 'expect', align: 'right', below: true },
    { title: 'verdict', align: 'left', below: true },
    { title: '7 days', align: 'right', below: true, optional: true },
  ] as const;
  const rows = [
    [span('Default encryption'), span('5/8'), span('62 %'), span('unclear'), span('up 4')],
    [span('Glue'), span('12/17'), span('71 %'), span('probably weak'), span('')],
  ];
  const at = (width: number) => paint({ columns, rows }, width, plain);
  expect(at(60)).toEqual([
    ' topic               right  expect  verdict        7 days',
    ' Default encryption    5/8    62 %  unclear          up 4',
    ' Glue                12/17    71 %  probably weak',
  ]);
  expect(at(36)).toEqual([
    ' topic               right',
    '   expect  verdict        7 days',
    ' Default encryption    5/8',
    '     62 %  unclear          up 4',
    ' Glue                12/17',
    '     71 %  probably weak',
  ]);
  expect(at(24)).toEqual([
    ' topic              right',
    '   expect  verdict',
    ' Default              5/8',
    ' encryption',
    '     62 %  unclear',
    ' Glue               12/17',
    '     71 %  probably weak',
  ]);
});

test('a command stands in one row; where none holds it, it is printed whole for the terminal to fold, and folded at its spaces on a screen', () => {
  const command = keptTogether('quiz drill --bank /home/me/notes on tea');
  const told = lineOf('It is this command: ', span(command, 'strong'), ', or another.');
  const [before, after] = [' It is this command:', ' or another.'];
  const rowsAt = (width: number, printed: boolean) => paint(told, width, plain, printed).map((row) => row.trimEnd());
  expect(rowsAt(24, true)).toEqual([before, ' quiz drill --bank /home/me/notes on tea', after]);
  expect(rowsAt(24, false)).toEqual([before, ' quiz drill --bank', ' /home/me/notes on tea', after]);
  expect(rowsAt(14, false).slice(2, 6)).toEqual([' quiz drill', ' --bank', ' /home/me/notes', ' on tea']);
  for (const printed of [true, false])
    expect(rowsAt(44, printed)).toEqual([before, ' quiz drill --bank /home/me/notes on tea, or', ' another.']);
});

test('code that is indented deeper than a window is wide leaves no row that is wider than it', () => {
  const line = labelled([span('Case  '), span(' '.repeat(60))], 'return a + b + c');
  const rows = paint(line, 38, plain);
  expect(rows.map((row) => row.trim())).toEqual(['Case                          return a', '+ b + c']);
  expect(Math.max(...rows.map(stringWidth))).toBeLessThanOrEqual(39); // a margin before them
});

test('a row that was broken at several blanks begins with a word, and a number stays beside its sign', () => {
  const rowsOf = (text: string) => paint(lineOf(text), 18, plain).map((row) => row.trimEnd());
  expect(rowsOf('1-65 Enter go to  u open  f flagged')).toEqual([' 1-65 Enter go to', ' u open  f flagged']);
  expect(rowsOf('(likely 30 % to 56 %)')).toEqual([' (likely 30 % to', ' 56 %)']);
  expect(rowsOf('(less likely at 56 %)')).toEqual([' (less likely at', ' 56 %)']);
});

test('without signs beyond ASCII two arrows are words, and words are left as they are', () => {
  const { plain } = palette(false, { ascii: true });
  expect(plain('↑↓ move · an updown counter')).toBe('up/down move - an updown counter');
  expect(plain('tea–2026.md:3 · /tea…/q')).toBe('tea–2026.md:3 - /tea…/q');
});
