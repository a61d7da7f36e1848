/** The signs that screens are drawn with. Each stands beside a word, so that none is needed to understand a screen. */
export interface Glyphs {
  readonly right: string;
  readonly missed: string;
  /** Before the option that was right. */
  readonly key: string;
  /** Before an option that was chosen and is wrong. */
  readonly chosen: string;
  readonly focus: string;
  readonly flag: string;
  readonly answered: string;
  readonly incomplete: string;
  readonly blank: string;
  readonly full: string;
  readonly likely: string;
  readonly empty: string;
  readonly mark: string;
  readonly rule: string;
  readonly quoted: string;
  readonly path: string;
  readonly bullet: string;
  readonly arrows: string;
  readonly dash: string;
  readonly heat: readonly string[];
  readonly spark: readonly string[];
}

export const unicode: Glyphs = {
  right: '✓',
  missed: '✗',
  key: '✓',
  chosen: '✗',
  focus: '❯',
  flag: '⚑',
  answered: '●',
  incomplete: '◐',
  blank: '○',
  full: '█',
  likely: '▒',
  empty: '·',
  mark: '┆',
  rule: '─',
  quoted: '▌',
  path: '›',
  bullet: '•',
  arrows: '↑↓',
  dash: '–',
  heat: ['·', '░', '▒', '▓', '█'],
  spark: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
};

export const ascii: Glyphs = {
  right: '+',
  missed: 'x',
  key: '+',
  chosen: 'x',
  focus: '>',
  flag: '!',
  answered: '*',
  incomplete: '~',
  blank: '.',
  full: '#',
  likely: '=',
  empty: '.',
  mark: '|',
  rule: '-',
  quoted: '|',
  path: '>',
  bullet: '-',
  arrows: 'up/down',
  dash: '-',
  heat: ['.', ':', '+', '*', '#'],
  spark: [], // digits would be read as numbers
};

/** For ears: words where a sign would be the only one to say it, else nothing. Bars and maps come out empty and are left out. */
export const spoken: Glyphs = {
  right: '',
  missed: '',
  key: 'right:',
  chosen: 'your choice, wrong:',
  focus: '',
  flag: 'flagged',
  answered: '',
  incomplete: '',
  blank: '',
  full: '',
  likely: '',
  empty: '',
  mark: '',
  rule: '',
  quoted: 'quote:',
  path: '>',
  bullet: '-',
  arrows: 'up/down',
  dash: ' to ',
  heat: [],
  spark: [],
};
