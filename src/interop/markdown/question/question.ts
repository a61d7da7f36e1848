// What was read of a question in Markdown, made into one of ours: its text, its key, its reason.
import { askedCounts } from '../../../core/items/asked-count.ts';
import { cognitiveLevels } from '../../../core/items/item.ts';
import { parseObject } from '../../../core/text/parse-object.ts';
import type { Data } from '../../data/fields.ts';
import type { RefusalReason, Taken } from '../../format.ts';
import { noting, type ToText } from '../../markup/plain-text.ts';
import { refused, takenFrom } from '../../reading/taken.ts';
import { withRemark } from '../../reading/texts.ts';
import { matched, type ToldBody } from '../../reading/told.ts';
import { reasonBehind } from '../../words/keys.ts';
import { AFTER_NUMBER, COLON, NUMBER_WORDS, OF_ALL, POINTS, QUESTION_WORDS } from '../../words/words.ts';
import { ANSWER_TITLE, endsAsking, reasonIn } from '../lines/line-words.ts';
import { lineOf } from '../lines/lines.ts';
import { markdownToText } from '../text.ts';
import { bodyFrom } from './body.ts';
import type { Found } from './found.ts';
import { isTodo, TODO_LIST } from './todo.ts';
import { withTruth, withTruthApart } from './truth.ts';

/** `boxesAsk`: whether boxes of its page are options of questions (see todo.ts). */
export function questionFrom(file: string, read: Found, section: string | undefined, boxesAsk = true): Taken {
  const found = withTruthApart(withTruth(withTypedAnswer(read)));
  const at = { file, line: found.line };
  if (isTodo(found, boxesAsk)) return refused(at, 'to-do-list', TODO_LIST);
  const { toText, seen } = noting(markdownToText);
  const meta = parseObject(found.meta ?? '{}');
  if (meta === undefined) return refused(at, 'broken-meta', 'the comment before this question is not JSON');
  const body = meta.type === undefined ? bodyFrom(found, toText) : ownBody(meta, found, toText);
  const topics = Array.isArray(meta.topics) ? meta.topics.map(String) : section ? [section] : [];
  const level = cognitiveLevels.find((known) => known === meta.level);
  const stem = stemOf(found, toText);
  const aside = found.aside.map((line) => line.replace(/^>\s?/, ''));
  const why = toText([...behindLabels(found), '', ...aside, '', ...found.reason], true);
  const lost = found.hasChoices ? ['answers given or voted for'] : [];
  return takenFrom({ at, stem, why, topics, body, level, seen, lost });
}

/** What an answer says behind the letter of its option, where it is not the option again: "B) Because …", "B. Explanation: …". */
function behindLabels({ answers, options }: Found): string[] {
  const texts = options.map(({ text }) => text.join(' '));
  return answers.map((answer) => {
    const reason = reasonBehind(answer, texts);
    return reasonIn(reason) ?? reason;
  });
}

/** "Q: …" with "A: …" and no B: the answer, and no option. A list or a table below it is none of it. */
function withTypedAnswer(found: Found): Found {
  const { startedBy, options, answers } = found;
  const [only] = options;
  const isAnswer = startedBy === 'asked' && options.length === 1 && only?.label === 'A' && answers.length === 0;
  if (!isAnswer) return found;
  const isApart = (text: string, at: number) =>
    text.trim() === '' && !['text', 'blank'].includes(lineOf(only.text[at + 1] ?? '').kind);
  const end = only.text.findIndex(isApart);
  const [answer, rest] = end < 0 ? [only.text, []] : [only.text.slice(0, end), only.text.slice(end + 1)];
  return { ...found, options: [], answers: [answer.join('\n')], aside: [...found.aside, ...rest] };
}

/** The types that only our own export can tell apart. */
function ownBody(meta: Data, found: Found, toText: ToText<readonly string[]>): ToldBody | RefusalReason {
  const parts = found.options.map(({ text, why, isTicked }) => ({
    text: toText(text),
    why: toText(why),
    isKey: isTicked ?? false,
  }));
  switch (meta.type) {
    case 'single':
    case 'multiple':
      return { type: 'choice', options: parts };
    case 'ordering':
      return { type: 'ordering', steps: parts };
    case 'matching': {
      const pairs = found.rows
        .slice(2)
        .map(([left = '', right = '']) => ({ left: toText([left]), right: toText([right]) }));
      return matched(pairs);
    }
    case 'cloze': {
      const { number, tolerance = 0, unit } = meta;
      if (typeof number !== 'number')
        return { type: 'cloze', accept: found.answers.map((answer) => toText([answer])), isTyped: true };
      return { type: 'number', number, tolerance: Number(tolerance), ...(typeof unit === 'string' && { unit }) };
    }
    default:
      return {
        code: 'unsupported-type',
        message: `questions of type "${String(meta.type).slice(0, 40)}" are not known`,
      };
  }
}

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
function stemOf({ stem, heading, meta }: Found, toText: ToText<readonly string[]>): string {
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

function withHeading(title: string, text: string, toText: ToText<readonly string[]>): string {
  if (title === '') return text;
  if (text === '') return toText([title]);
  const isHeading = endsAsking(title) || SENTENCE.test(title) || !/[?？]/.test(text);
  return isHeading ? `${toText([title])}\n\n${text}` : text;
}
