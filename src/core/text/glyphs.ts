// The signs that screens are drawn with. Each stands beside a word, so that none is needed to understand a screen.
import { atCommands } from './wrap.ts';

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

/** The signs that the program's own sentences have, in ASCII; a text of the learner may have them too. */
const IN_ASCII: Readonly<Record<string, string>> = {
  '↑↓': 'up/down',
  '·': '-',
  '→': '->',
  '←': '<-',
  '↑': 'up',
  '↓': 'down',
  '–': '-',
  '›': '>',
  '…': '...',
};

/** A word that is a path or the name of a file. */
const PATH = /[/\\]|\.[a-z]/i;

/** A sentence without signs of the program's own beyond ASCII; commands and words that are paths stay as they have to be typed. */
export function inAscii(text: string): string {
  const plain = (word: string) => word.replace(/↑↓|[·→←↑↓–›…]/g, (sign) => IN_ASCII[sign] ?? sign);
  const drawn = (part: string) => part.replace(/\S+/g, (word) => (PATH.test(word) ? word : plain(word)));
  return atCommands(text)
    .map((part, index) => (index % 2 === 1 ? part : drawn(part)))
    .join('');
}

/** Whether signs beyond ASCII can be shown: the locale says UTF-8, and the terminal can draw them. */
export function canDraw(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  if (platform === 'win32') return Boolean(env.WT_SESSION || env.TERM_PROGRAM);
  return /utf-?8/i.test(locale) && env.TERM !== 'linux';
}
