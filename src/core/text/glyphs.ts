// The signs that screens are drawn with. Each stands beside a word, so that none is needed to understand a screen.

/** In Unicode, in ASCII, and for ears: words where a sign would be the only one to say it, else nothing. */
type Looks<T> = readonly [unicode: T, ascii: T, spoken: T];

const SIGNS = {
  right: ['✓', '+', ''],
  missed: ['✗', 'x', ''],
  /** Before the option that was right. */
  key: ['✓', '+', 'right:'],
  /** Before an option that was chosen and is wrong. */
  chosen: ['✗', 'x', 'your choice, wrong:'],
  focus: ['❯', '>', ''],
  flag: ['⚑', '!', 'flagged'],
  answered: ['●', '*', ''],
  incomplete: ['◐', '~', ''],
  blank: ['○', '.', ''],
  full: ['█', '#', ''],
  likely: ['▒', '=', ''],
  empty: ['·', '.', ''],
  mark: ['┆', '|', ''],
  rule: ['─', '-', ''],
  quoted: ['▌', '|', 'quote:'],
  path: ['›', '>', '>'],
  bullet: ['•', '-', '-'],
  arrows: ['↑↓', 'up/down', 'up/down'],
  dash: ['–', '-', ' to '],
} as const satisfies Readonly<Record<string, Looks<string>>>;

/** From the least to the most. Where there are none, maps and lines come out empty and are left out. */
const SCALES = {
  heat: [['·', '░', '▒', '▓', '█'], ['.', ':', '+', '*', '#'], []],
  spark: [['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'], [], []], // digits would be read as numbers
} as const satisfies Readonly<Record<string, Looks<readonly string[]>>>;

export type Glyphs = Readonly<Record<keyof typeof SIGNS, string> & Record<keyof typeof SCALES, readonly string[]>>;

function glyphs(look: 0 | 1 | 2): Glyphs {
  const all = Object.entries({ ...SIGNS, ...SCALES }).map(([name, looks]) => [name, looks[look]]);
  return Object.fromEntries(all) as Glyphs; // each by its name
}

export const unicode = glyphs(0);
export const ascii = glyphs(1);
export const spoken = glyphs(2);
