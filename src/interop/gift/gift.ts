// GIFT (Moodle, question/format/gift), and how it is read: blocks between blank lines; the answer in braces decides the type.

import { limits } from '../../core/limits.ts';
import type { Format, Place, RefusalReason, Source, Taken } from '../format.ts';
import { formattedText } from '../markdown/text.ts';
import { noting, type PlainText, type ToText } from '../markup/plain-text.ts';
import { ofLines, tooLong } from '../reading/bounds.ts';
import { betweenFences } from '../reading/lines.ts';
import { lostParts, severalFullKeys, severalNumbers, weightsUnclear } from '../reading/refusals.ts';
import { refused, takenFrom } from '../reading/taken.ts';
import { type Answered, matched, rounded, spelt, type Told, type ToldOption } from '../reading/told.ts';
import { unlabelled } from '../words/labels.ts';
import { ANSWER_WORDS, COLON } from '../words/words.ts';
import { blocksOf, type GiftBlock } from './blocks.ts';
import { writeGift } from './write.ts';

export const gift: Format = {
  name: 'gift',
  carries: 'single, multiple, matching, cloze; reasons, topics',
  endings: ['.gift', '.gift.txt', '.txt'],
  recognises: (text) => looksLikeGift(text.slice(0, 100_000)),
  reads: ofLines(readGift),
  writes: writeGift,
};

/**
 * It names a question or a category, or has an answer in braces. Braces in a list with labelled options and lines with answers are
 * text: nobody writes both.
 */
function looksLikeGift(text: string): boolean {
  if (/^[ \t]*::|^\$CATEGORY:/m.test(text)) return true;
  const hasBraces = /(?<!\\)\{\s*(?:[=~#%}]|(?:t|f|true|false)\s*[#}])/i.test(text);
  return hasBraces && !(LABELLED.test(text) && ANSWERED.test(text));
}

const LABELLED = /^[ \t]*\(?A[.)][ \t].*\n+[ \t]*\(?B[.)][ \t]/im;
const ANSWERED = new RegExp(`^[ \\t*_]*(?:${ANSWER_WORDS})[*_]*[ \\t]*${COLON}[^{}\\n]*$`, 'imu');

/** Every answer has two; those of a text are written with a stroke. */
const BRACE = /(?<!\\)[{}]/;

function* readGift({ file, text }: Source): Iterable<Taken> {
  for (const block of blocksOf(file, betweenFences(text, BRACE))) yield readBlock(block);
}

/** Characters after a backslash, and what stands for each until the text has been taken apart. */
const ESCAPED = ':#={}~n\\';

function hideEscapes(text: string): string {
  return text.replace(/\\([:#={}~n\\])/g, (_, char: string) => String.fromCharCode(ESCAPED.indexOf(char) + 1));
}

function showEscapes(text: string): string {
  return text.replace(/[\u0001-\u0008]/g, (char) => {
    const shown = ESCAPED[char.charCodeAt(0) - 1] ?? '';
    return shown === 'n' ? '\n' : shown;
  });
}

function readBlock({ at, text, topics }: GiftBlock): Taken {
  if (text === undefined) return refused(at, 'too-large', tooLong());
  const control = /[\u0000-\u0008]/.exec(text)?.[0];
  if (control)
    return refused(at, 'unsafe-character', `it holds the control character ${control.charCodeAt(0).toString(16)}`);
  const body = hideEscapes(text).replace(/^\s*::[\s\S]*?::/, '');
  const open = body.indexOf('{');
  const close = body.indexOf('}');
  if (open < 0 && close < 0)
    return refused(at, 'no-answer-block', 'there is no answer in braces: a description, which asks nothing');
  if (close < 0) return refused(at, 'unbalanced-braces', 'the brace that opens the answer is never closed');
  if (open < 0 || close < open) return refused(at, 'unbalanced-braces', 'a closing brace stands before the answer');
  const [inside, after] = [body.slice(open + 1, close), body.slice(close + 1)];
  if (/^\s*\d*:(MULTICHOICE|SHORTANSWER|NUMERICAL|MC|SA|NM|MULTIRESPONSE|MR)/i.test(showEscapes(inside)))
    return refused(at, 'unsupported-type', 'embedded answers (Cloze) are not taken in');
  if (inside.includes('{')) return refused(at, 'unbalanced-braces', 'a brace inside the answer is not escaped');
  if (/[{}]/.test(after))
    return refused(at, 'several-answer-blocks', 'there is more than one answer in braces; blank lines part questions');
  return readAnswered(at, topics, body.slice(0, open), inside.trim(), after.trim());
}

function readAnswered(at: Place, topics: readonly string[], before: string, inside: string, after: string): Taken {
  const [, format = 'moodle', asked = before] = FORMATTED.exec(before.trim()) ?? [];
  const { toText, seen } = noting(converter(format));
  const stem = toText(`[${format}]${withGap(asked.trim(), after)}`);
  const general = inside.lastIndexOf('####');
  const why = general < 0 ? '' : toText(inside.slice(general + 4));
  const answer = readAnswer(general < 0 ? inside : inside.slice(0, general).trim(), toText, /plain/i.test(format));
  if ('code' in answer) return { at, ...answer };
  return takenFrom({ at, topics, stem, why, seen, ...answer });
}

/** Text after the answer makes it a missing word; a stray full stop after a whole sentence does not. */
function withGap(before: string, after: string): string {
  const isStray = after === '' || (/[?.!:]$/.test(before) && /^[.,;:!?"'\s]*$/.test(after));
  return isStray ? before : `${before} _____${/^[.,;:!?)]/.test(after) ? '' : ' '}${after}`;
}

const FORMATTED = /^\s*\[(html|moodle|plain|markdown)\]([\s\S]*)$/i;

/** How texts of a format become plain. A text may name its own: "[plain]…". */
function converter(format: string): (part: string) => PlainText {
  return (part) => {
    const [, own = format, text = part] = FORMATTED.exec(part) ?? [];
    const lines = text.split('\n').map((line) => line.trim());
    return formattedText(showEscapes(lines.join('\n')), own);
  };
}

/** The order of the tests is Moodle's. */
function readAnswer(inside: string, toText: ToText, isPlain: boolean): Answered | RefusalReason {
  if (inside === '') return { code: 'unsupported-type', message: 'an essay question: nothing says what is right' };
  if ((inside.match(/[~=]/g)?.length ?? 0) > limits.importFields)
    return { code: 'too-many-options', message: `the answer has more than ${limits.importFields} parts` };
  if (inside.startsWith('#')) return readNumber(inside.slice(1), toText);
  if (inside.includes('~')) return readChoice(inside, toText, isPlain);
  if (inside.includes('=') && inside.includes('->')) return readMatching(inside, toText);
  const [word = '', ...feedback] = inside.split('#');
  if (/^(t|true|f|false)$/i.test(word.trim())) return readTrueFalse(/^t/i.test(word.trim()), feedback.map(toText));
  return readShort(inside, toText);
}

/** One of the answers that are offered, or that are taken where one is typed. */
interface Alternative {
  /** What stands before it: one of those that are right or typed, or a wrong one. */
  readonly mark: string;
  /** Percent, where one is given. */
  readonly weight: number | undefined;
  readonly text: string;
  readonly why: string;
}

function isFull({ mark, weight = 100 }: Alternative): boolean {
  return mark !== '~' && weight === 100;
}

function alternativesIn(inside: string, toText: ToText): Alternative[] {
  return inside
    .split(/(?=[~=])/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, mark = '', percent, rest = ''] = /^([~=]?)\s*(?:%(-?\d+(?:\.\d+)?)%)?([\s\S]*)$/.exec(part) ?? [];
      const [text = '', ...why] = rest.split('#');
      const weight = percent === undefined ? undefined : Number(percent);
      return { mark, weight, text: toText(text), why: toText(why.join('#')) };
    });
}

/** Labels before all options, in order, are no part of them, but in a plain question, as we write it. */
function readChoice(inside: string, toText: ToText, isPlain: boolean): Answered | RefusalReason {
  const alternatives = alternativesIn(inside, toText);
  const stray = alternatives.find(({ mark }) => mark === '');
  if (stray)
    return {
      code: 'unreadable-answer',
      message: `neither = (right) nor ~ (wrong) stands before "${stray.text.slice(0, 40)}"`,
    };
  const full = alternatives.filter(isFull);
  if (full.length > 1) return severalFullKeys(full.length);
  const positive = alternatives.filter(({ weight = 0 }) => weight > 0);
  const sum = positive.reduce((total, { weight = 0 }) => total + weight, 0);
  if (full.length === 0 && positive.length > 0 && Math.abs(sum - 100) > 2) return weightsUnclear(sum);
  const isKey = (alternative: Alternative) => (full.length > 0 ? isFull(alternative) : (alternative.weight ?? 0) > 0);
  const bare = isPlain ? undefined : unlabelled(alternatives.map(({ text }) => text));
  const options = alternatives.map((one, index): ToldOption => {
    return { text: bare?.[index] ?? one.text, why: one.why, isKey: isKey(one) };
  });
  const isPartial = full.length > 0 && !positive.every(isFull);
  return { body: { type: 'choice', options }, lost: lostParts({ partialCredit: isPartial }) };
}

function readTrueFalse(isTrue: boolean, [wrong = '', right = '']: readonly string[]): Answered | RefusalReason {
  const told = (text: string, isKey: boolean) => ({ text, isKey, why: isKey ? right : wrong });
  return { body: { type: 'choice', options: [told('True', isTrue), told('False', !isTrue)] } };
}

function readMatching(inside: string, toText: ToText): Answered | RefusalReason {
  const parts = inside.split('=').filter((part) => part.trim() !== '');
  if (parts.some((part) => !part.includes('->')))
    return { code: 'unreadable-answer', message: 'a pair has no arrow (->)' };
  const pairs = parts.map((part) => part.split('->'));
  return {
    body: matched(pairs.map(([left = '', ...right]) => ({ left: toText(left), right: toText(right.join('->')) }))),
  };
}

function readShort(inside: string, toText: ToText): Answered | RefusalReason {
  const alternatives = alternativesIn(inside, toText);
  const body = spelt(alternatives.filter(isFull).map(({ text }) => text.trim()));
  if ('code' in body) return body;
  return { body, lost: lostOf(alternatives) };
}

/** What is said to a typed answer, and what lower weights give: there is no place for it. */
function lostOf(alternatives: readonly Alternative[]): string[] {
  const isPartial = alternatives.some(({ weight = 100, mark }) => mark !== '~' && weight > 0 && weight < 100);
  return lostParts({ partialCredit: isPartial, typedFeedback: alternatives.some(({ why }) => why !== '') });
}

function readNumber(inside: string, toText: ToText): Answered | RefusalReason {
  const alternatives = alternativesIn(inside, toText);
  const full = alternatives.filter(isFull);
  const [one] = full;
  if (!one || full.length > 1) return severalNumbers(full.length);
  const body = numberFrom(one.text);
  if (!body) return { code: 'unreadable-answer', message: `"${one.text.slice(0, 40)}" is not a number` };
  return { body, lost: lostOf(alternatives) };
}

const LONGEST_NUMBER = 100;

/** "3", "3:0.5", "2.5..3.5". */
function numberFrom(text: string): Extract<Told['body'], { type: 'number' }> | undefined {
  const number = '\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*';
  if (text.length > LONGEST_NUMBER) return undefined;
  const [, low, high] = new RegExp(`^${number}\\.\\.${number}$`).exec(text) ?? [];
  if (low !== undefined && high !== undefined) {
    const [from, to] = [Number(low), Number(high)];
    return { type: 'number', number: rounded((from + to) / 2), tolerance: rounded(Math.abs(to - from) / 2) };
  }
  const [, value, tolerance = '0'] = new RegExp(`^${number}(?::${number})?$`).exec(text) ?? [];
  return value === undefined ? undefined : { type: 'number', number: Number(value), tolerance: Number(tolerance) };
}
