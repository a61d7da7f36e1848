// Texts that will not look as meant.
import { type Item, partsOf } from '../../../core/items/item.ts';
import { codeAmong, unclosedFence } from '../../../core/text/fences.ts';
import { safe } from '../../../core/text/safe.ts';
import { found, type ItemRule, nothing } from '../rule.ts';
import { quoted } from '../words.ts';

function textsOf(item: Item): string[] {
  const parts = partsOf(item).flatMap(({ text, why }) => [text, why]);
  return [item.stem, item.why, item.case?.text, ...parts].filter((text) => text !== undefined);
}

const unclosedMark: ItemRule = {
  code: 'unclosed-mark',
  scope: 'item',
  source: 'docs/rules.md E10',
  severity: 'warning',
  title: 'a mark is opened and not closed',
  why: 'A code fence, code tick, bold mark or HTML tag that is opened and not closed shows as a stray sign, or swallows the rest.',
  bad: ['stem: Which of these keys is **managed by the provider itself?'],
  good: ['stem: Which of these keys is managed by the provider itself?'],
  check(item) {
    for (const text of textsOf(item)) {
      const mark = unclosed(text);
      if (mark) return found(`${mark} is not closed in ${quoted(text)}`, 'close it, or take it out');
    }
    return nothing;
  },
};

/** The first mark that is opened more often than closed. */
function unclosed(text: string): string | undefined {
  if (!/[`*<]|~~~/.test(text)) return undefined;
  const lines = text.split('\n');
  if (unclosedFence(lines) !== undefined) return 'a code fence';
  const outside = outsideFences(lines);
  if ((outside.match(/`/g)?.length ?? 0) % 2 === 1) return 'a code tick `';
  const prose = withoutTicked(outside);
  const opened = prose.match(/(?<![\w)*])\*\*(?=[^\s*])/g)?.length ?? 0;
  const closed = prose.match(/(?<=[^\s*])\*\*(?![\w(*])/g)?.length ?? 0;
  if (opened !== closed) return 'a bold mark **';
  return unclosedTag(prose);
}

function outsideFences(lines: readonly string[]): string {
  const code = codeAmong(lines);
  return lines.filter((_, index) => code[index] === undefined).join('\n');
}

function withoutTicked(text: string): string {
  return text.replace(/`[^`]*`/g, '');
}

/** HTML tags that need an end. Anything else in angle brackets is taken for a placeholder. */
function unclosedTag(prose: string): string | undefined {
  for (const name of ['b', 'i', 'em', 'strong', 'code', 'pre', 'div', 'span', 'sub', 'sup', 'table', 'ul', 'ol']) {
    const starts = prose.match(new RegExp(`<${name}(\\s[^>]*)?>`, 'gi'))?.length ?? 0;
    const ends = prose.match(new RegExp(`</${name}>`, 'gi'))?.length ?? 0;
    if (starts !== ends) return `the tag <${name}>`;
  }
  return undefined;
}

const shownMark: ItemRule = {
  code: 'shown-mark',
  scope: 'item',
  source: 'docs/rules.md E10',
  severity: 'warning',
  title: 'a mark of Markdown or HTML is seen as written',
  why: 'The text of a question is shown as it is, code in ticks and between fences aside: the stars of *Bacillus* are read as stars.',
  bad: ['stem: Which gas lowers the pH of **venous** blood while it is carried there?'],
  good: ['stem: Which gas lowers the pH of venous blood while it is carried there?'],
  check(item) {
    for (const text of textsOf(item)) {
      const mark = /[*_<]/.test(text) && SET_OFF.exec(withoutTicked(outsideFences(text.split('\n'))))?.[0];
      if (mark) return found(`${quoted(mark)} is shown with its marks`, 'take them out, or put code into ticks');
    }
    return nothing;
  },
};

/** Words between stars, between underscores or in a tag that sets them otherwise; no product, no pattern of files and no name of code. */
const SET_OFF =
  /(?<![\w*/\\)])(\*{1,3})(?=\p{L})[^*\n]*[\p{L}\p{N}.)]\1(?![\w*/(])|(?<![\w/\\])_(?=\p{L})[^_\n]*[\p{L}\p{N}.)]_(?![\w/(])|<(b|i|em|strong|sub|sup|u)>[^<>\n]+<\/\2>/u;

const hiddenCharacter: ItemRule = {
  code: 'hidden-character',
  scope: 'item',
  source: 'docs/rules.md E10; core/text/safe.ts names the characters',
  severity: 'warning',
  title: 'a text holds a character that cannot be seen',
  why: 'Control and invisible characters come with pasted text. Screens show them as escapes, and searches miss the words around them.',
  bad: ['stem: "Which of these services lists the col\\xADumns of files?"'],
  good: ['stem: "Which of these services lists the columns of files?"'],
  check(item) {
    const text = textsOf(item).find((text) => safe(text) !== text.replace(/\t/g, '    '));
    if (text === undefined) return nothing;
    return found(
      `a character that cannot be seen stands in ${quoted(safe(text))}`,
      'delete it and type the words anew',
    );
  },
};

export const markRules = [unclosedMark, shownMark, hiddenCharacter] as const;
