// The gap of a cloze: one, where the answer goes.
import type { Item } from '../../../core/items/item.ts';
import { found, type ItemRule, nothing } from '../rule.ts';

/** One gap: a line to write on. Lines that only blanks part are one, a line for each word. Two signs are a mark, as in `__init__`. */
const LINE = /_{3,}(?:\s+_{3,})*/g;
/** Other signs of a gap, and a question, which says by itself what is missing: "How many hours does a stream keep its records?" */
const ASKS = /__|…|\.{3}|[[({［（]\s*[\])}］）]|[?？؟]|;\s*$|か。/u;

const isCloze = ({ body }: Item) => body.type === 'cloze';

const gapMissing: ItemRule = {
  code: 'gap-missing',
  scope: 'item',
  source: 'docs/rules.md W25; a stem that asks with a question mark needs no gap',
  severity: 'warning',
  title: 'a cloze has no gap, and asks nothing',
  why: 'Without a gap nobody can tell which word of the sentence is missing.',
  bad: ['type: cloze', 'stem: The columns of new files are listed by a run of the service.', 'answer: crawler'],
  good: ['type: cloze', 'stem: The columns of new files are listed by a ____ run.', 'answer: crawler'],
  concerns: isCloze,
  check: ({ stem }) =>
    ASKS.test(stem) ? nothing : found('the stem has no gap, and asks nothing', 'put ____ where the answer goes'),
};

const severalGaps: ItemRule = {
  code: 'several-gaps',
  scope: 'item',
  source: 'docs/rules.md W25',
  severity: 'warning',
  title: 'a cloze has more gaps than one',
  why: 'A cloze takes one answer, and nobody can tell which of two gaps it is for.',
  bad: ['type: cloze', 'stem: The columns of all new files are listed by the ____ run of a ____.', 'answer: crawler'],
  good: [
    'type: cloze',
    'stem: The columns of all new files are listed by the ____ run of a service.',
    'answer: crawler',
  ],
  concerns: isCloze,
  check({ stem }) {
    const gaps = stem.match(LINE)?.length ?? 0;
    if (gaps < 2) return nothing;
    return found(`the stem has ${gaps} gaps, and one answer is asked for`, 'leave one, and say the rest');
  },
};

export const gapRules = [gapMissing, severalGaps] as const;
