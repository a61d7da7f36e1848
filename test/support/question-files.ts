// Question files of twenty questions or so, as authors lay them out, and whatever may be changed in one.
import fc from 'fast-check';

const question = (id: string, indent: string) =>
  `- id: ${id}
  type: single
  topics: [s3, "a: b"]
  stem: >
    Which one
    is - it?

  options:
    - { id: x, text: 'One
        and more' }
    - id: y
      text: |
        Two
          # no comment
  answer: x # a comment
  why: plain text
    on two lines
  waive:
    rule: |+
      kept
`
    .split('\n')
    .map((line) => (line === '' ? line : indent + line))
    .join('\n');

/** A file of so many questions, their dashes so far from the margin. */
export const file = (count: number, indent = '  ') =>
  `# a bank
cases:
  one: A case.
questions: # here they are
${Array.from({ length: count }, (_, n) => question(`q${n}`, indent)).join('\n# between\n')}
note: the end
`;

const pieces = [
  ...[
    '---',
    '...',
    '%YAML 1.1',
    '- ',
    '  - x',
    '  - id: z',
    '- id: z',
    '|',
    '>',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '#',
    ': ',
  ],
  ...[
    '? ',
    '\t',
    '&a ',
    '*a',
    '!t ',
    'key:',
    'questions:',
    'questions: []',
    '',
    ' ',
    '  ',
    '    ',
    '\r',
    '`',
    '@',
    ', ',
    '-',
  ],
];

export const change = fc.record({
  line: fc.nat(),
  column: fc.nat(40),
  how: fc.constantFrom('before', 'within', 'after', 'without', 'twice', 'deeper', 'shallower', 'swapped'),
  piece: fc.constantFrom(...pieces),
});
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** The text with one line changed. */
export function changed(source: string, { line, column, how, piece }: Change): string {
  const lines = source.split('\n');
  const at = line % lines.length;
  const own = lines[at] ?? '';
  const within = Math.min(column, own.length);
  const instead: Record<Change['how'], string[]> = {
    before: [piece, own],
    within: [own.slice(0, within) + piece + own.slice(within)],
    after: [own, piece],
    without: [],
    twice: [own, own],
    deeper: [` ${own}`],
    shallower: [own.replace(/^ /, '')],
    swapped: [lines[at + 1] ?? '', own],
  };
  return lines.toSpliced(at, how === 'swapped' ? 2 : 1, ...instead[how]).join('\n');
}
