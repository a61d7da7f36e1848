// What a question asks: its paragraphs, and its heading where that is part of it.
import { askedCounts } from '../../../core/items/asked-count.ts';
import { withRemark } from '../../reading/texts.ts';
import { AFTER_NUMBER, COLON, NUMBER_WORDS, OF_ALL, POINTS, QUESTION_WORDS } from '../../words/words.ts';
import { ANSWER_TITLE, endsAsking } from '../lines/line-words.ts';
import type { Found } from './found.ts';

/** What a heading says before its text: "Question #3", "Topic 1 Question 3:", "第3题", "3.". */
const NUMBER = [
  '(?:topic\\s+\\d{1,3}\\s*[-–,:]?\\s*)?',
  `(?:(?:new\\s+)?(?:${NUMBER_WORDS})\\s*(?:#|no\\.?\\s*:?|nr\\.?|№)?\\s*`,
  `(?:\\d{1,4}(?:[-–.]\\d{1,3}(?=\\s*[.:：)]))?(?:\\s*(?:${AFTER_NUMBER})|${OF_ALL})?\\s*[.:：、)–-]?\\s*(?:[*_]*${POINTS}[*_]*)?`,
  '|[.:：)#-]|$)',
  '|#?\\d{1,4}\\s*(?:[.:)、-](?!\\d)|$))\\s*',
].join('');
/** The same alone in bold, or at its beginning. */
const TITLE_NUMBER = new RegExp(`^(?:([*_]+)${NUMBER}\\1\\s*[:：]?\\s*|([*_]*)${NUMBER})`, 'iu');
/** A number with a word before the text of a question that begins with no heading: a point of a list. */
const SAID_NUMBER = new RegExp(`^([*_]*)(?:${NUMBER_WORDS})\\s*#?\\d{1,4}\\s*[.:：)–-]\\s*([*_]*)\\s*(?=\\S)`, 'iu');
/** "**1. Question:** Which …?": what is left of it behind the number. */
const SAID = new RegExp(`^[*_]*(?:${QUESTION_WORDS})\\s*${COLON}\\s*[*_]*\\s*(?=\\S)`, 'iu');

/** "Consider what the team has:", "A bank has two sites.": a heading with which a question begins, and no title. */
const SENTENCE = /^\S+(?:\s+\S+){3,}[.:…]\s*[*_]*$|[。：]\s*[*_]*$/u;

/** "*(Select TWO)*" alone on a line, or behind the number in a heading. */
const REMARK = /^[*_\s]*(\([^()]*\))[*_]*$/;

/** The remark that a line is nothing but, where it says how many answers are asked for. */
function countRemark(line: string): string | undefined {
  const remark = REMARK.exec(line.trim())?.[1] ?? '';
  return askedCounts(remark, true).length > 0 ? remark : undefined;
}

/**
 * The paragraphs; with the heading before them where that is a sentence or they do not ask, or alone where nothing follows. How many
 * answers are asked for stands behind them.
 */
export function stemOf({ stem, heading, meta }: Found, toText: (lines: readonly string[]) => string): string {
  const [first = '', ...more] = stem;
  const begin = first
    .replace(SAID_NUMBER, (_, open: string, close: string) => (open === close ? '' : open))
    .replace(SAID, '');
  if (meta !== undefined) return toText([begin, ...more]);
  const said = heading?.title ?? '';
  const title = ANSWER_TITLE.test(said) ? '' : said.replace(TITLE_NUMBER, '$2'); // a heading for an answer asks nothing
  const [remark, titleRemark] = [countRemark(first), countRemark(title)];
  const text = withHeading(titleRemark ? '' : title, toText(remark ? more : [begin, ...more]), toText);
  const counted = remark ?? titleRemark;
  return counted ? withRemark(text, counted) : text;
}

function withHeading(title: string, text: string, toText: (lines: readonly string[]) => string): string {
  if (title === '') return text;
  if (text === '') return toText([title]);
  const isHeading = endsAsking(title) || SENTENCE.test(title) || !/[?？]/.test(text);
  return isHeading ? `${toText([title])}\n\n${text}` : text;
}
