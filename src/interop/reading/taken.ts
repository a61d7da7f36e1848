// What a source tells of a question, made into a question of ours, or refused with the reason.
import { compile } from '../../bank/compile.ts';
import { askedCounts } from '../../core/items/asked-count.ts';
import type { Option } from '../../core/items/item.ts';
import { limits } from '../../core/limits.ts';
import type { Node } from '../../core/shapes/node.ts';
import { unsafeCharacter } from '../../core/text/safe.ts';
import { count } from '../../core/text/wording.ts';
import type { Place, Question, RefusalReason, Taken } from '../format.ts';
import { tooManyOptions } from '../words/keys.ts';
import { namedLabel } from '../words/lettered.ts';
import { askedOf } from './asked.ts';
import { CUT_HTML, lostParts } from './refusals.ts';
import { clean, isOnlyPicture, topicFrom } from './texts.ts';
import type { Pair, Told, ToldBody, ToldOption } from './told.ts';

/** A record that becomes no question. */
export function refused(at: Place, code: string, message: string): Taken {
  return { at, code, message };
}

/** The question, or the first reason against it. */
export function takenFrom(told: Told): Taken {
  const { at, body, level, topics = [], seen, lost = [] } = told;
  if (seen?.isCut) return { at, ...CUT_HTML };
  if ('code' in body) return { at, ...body };
  const stem = clean(told.stem);
  if (stem === '') return refused(at, 'no-stem', 'there is no question text');
  if (isOnlyPicture(stem)) return refused(at, 'only-picture', 'the question is a picture, which cannot be shown');
  const parts = partsOf(body, stem);
  if ('code' in parts) return { at, ...parts };
  const why = clean(told.why ?? '');
  const question = {
    topics: topics.map(topicFrom).filter((topic) => topic !== ''),
    ...(level && { level }),
    stem,
    ...parts,
    ...(why && { why }),
  };
  return takenIfSound(question, at, { lost: [...lostParts({ pictures: (seen?.media ?? 0) > 0 }), ...lost] });
}

/** Checks a question as the bank will: what passes here can be asked. */
export function takenIfSound(
  question: Question,
  at: Place,
  more: { readonly lost?: readonly string[]; readonly caseText?: string } = {},
): Taken {
  const position = { ...at, column: 1 };
  const { quotes: _, case: __, ...asked } = question;
  const topics = question.topics.length > 0 ? question.topics : ['imported'];
  const node = nodeOf({ questions: [{ id: 'imported', ...asked, topics }] }, position);
  const unsafe = textsIn(asked).map(unsafeCharacter).find(Boolean);
  if (unsafe !== undefined)
    return refused(at, 'unsafe-character', `it holds the character ${unsafe}, which could drive a terminal`);
  const { items, problems } = compile(node, { notes: [], topics: [], cases: new Map() });
  const [item] = items;
  const [problem] = problems;
  if (problem || !item) return refused(at, problem?.code ?? 'unreadable', `${problem?.message}; ${problem?.hint}`);
  const { caseText, lost = [] } = more;
  const same = { rev: item.rev, asked: askedOf(item, caseText) };
  return { at, question, ...same, lost, ...(caseText !== undefined && { caseText }) };
}

type Parts = Pick<Question, 'type' | 'options' | 'left' | 'right' | 'answer'>;
function partsOf(body: ToldBody, stem: string): Parts | RefusalReason {
  switch (body.type) {
    case 'choice':
      return choiceParts(body.options, stem);
    case 'ordering': {
      const options = body.steps.map(asOption);
      return againstTexts(options) ?? { type: 'ordering', options, answer: options.map(({ id }) => id) };
    }
    case 'matching':
      return matchingParts(body.pairs, body.spare);
    case 'cloze': {
      const accept = [...new Set(body.accept.map(clean))].filter((text) => text !== '');
      if (accept.length === 0) return { code: 'no-key', message: 'no answer is given' };
      if (accept.some((text) => /\[picture[:\]]/.test(text)))
        return { code: 'only-picture', message: 'the answer is a picture: write what it shows as options or as text' };
      const named = body.isTyped ? undefined : againstTyping(accept, stem);
      return named ?? { type: 'cloze', answer: accept };
    }
    case 'number': {
      const { number, tolerance, unit } = body;
      if (!Number.isFinite(number) || !Number.isFinite(tolerance))
        return { code: 'no-key', message: 'the answer is not a number' };
      return { type: 'cloze', answer: { number, tolerance, ...(unit && { unit }) } };
    }
  }
}

/** A letter beside options in the text is no text to be typed, and which option it means is not guessed. */
function againstTyping(accept: readonly string[], stem: string): RefusalReason | undefined {
  for (const text of accept) {
    const named = namedLabel(text, stem);
    if (named?.isThere)
      return {
        code: 'key-ambiguous',
        message: `"${text}" names an option, and the options stand in the text of the question: give each a line or a field`,
      };
    if (named)
      return {
        code: 'key-out-of-range',
        message: `the answer ${text} is not one of the options in the text of the question`,
      };
  }
  return undefined;
}

function choiceParts(told: readonly ToldOption[], stem: string): Parts | RefusalReason {
  const options = told.map(asOption);
  const keys = options.filter((_, index) => told[index]?.isKey).map(({ id }) => id);
  const wrong = againstTexts(options);
  if (wrong) return wrong;
  if (keys.length === 0) return { code: 'no-key', message: 'no option is marked as right' };
  if (keys.length === options.length) return { code: 'all-keys', message: 'every option is marked as right' };
  const asked = askedCounts(stem, keys.length > 1);
  if (asked.length > 0 && !asked.includes(keys.length))
    return { code: 'count-differs', message: `the text asks for ${asked[0]} and ${keys.length} are marked as right` };
  return keys.length === 1
    ? { type: 'single', options, answer: keys[0] ?? '' }
    : { type: 'multiple', options, answer: keys };
}

function matchingParts(pairs: readonly Pair[], spare: readonly string[]): Parts | RefusalReason {
  const left = pairs.map(({ left }, index) => ({ id: letter(index), text: clean(left) }));
  const rights = [...pairs.map(({ right }) => right), ...spare];
  const right = rights.map((text, index) => ({ id: String(index + 1), text: clean(text) }));
  const answer = Object.fromEntries(left.map(({ id }, index) => [id, String(index + 1)]));
  return againstTexts(left) ?? sharedPartner(pairs) ?? againstTexts(right) ?? { type: 'matching', left, right, answer };
}

function sharedPartner(pairs: readonly Pair[]): RefusalReason | undefined {
  const rights = pairs.map(({ right }) => clean(right));
  const shared = rights.find((text, index) => text !== '' && rights.indexOf(text) < index);
  if (shared === undefined) return undefined;
  const times = rights.filter((text) => text === shared).length;
  return {
    code: 'shared-partner',
    message: `"${shared.slice(0, 60)}" is the partner of ${times} parts; here each part has a partner of its own`,
  };
}

/** "a" to "z"; what comes after is refused with its number. */
function letter(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : `o${index + 1}`;
}

function asOption({ text, why = '' }: Omit<ToldOption, 'isKey'>, index: number): Option {
  const reason = clean(why);
  return { id: letter(index), text: clean(text), ...(reason && { why: reason }) };
}

/** What speaks against a list of options, whatever the kind. */
function againstTexts(options: readonly Option[]): RefusalReason | undefined {
  const texts = options.map(({ text }) => text.replace(/\s+/g, ' '));
  if (texts.length < 2)
    return {
      code: 'too-few-options',
      message: `there ${texts.length === 1 ? 'is' : 'are'} ${count(texts.length, 'option')}; two is the least`,
    };
  if (texts.length > limits.options) return tooManyOptions(texts.length);
  const picture = texts.findIndex(isOnlyPicture);
  if (picture >= 0)
    return { code: 'only-picture', message: `option ${picture + 1} is a picture without words, which cannot be shown` };
  const empty = texts.indexOf('');
  if (empty >= 0)
    return {
      code: 'empty-option',
      message: `option ${empty + 1} has no text; a tag that is meant is written &lt;br&gt;`,
    };
  const twin = texts.findIndex((text, index) => texts.indexOf(text) < index);
  if (twin >= 0)
    return {
      code: 'same-option',
      message: `options ${texts.indexOf(texts[twin] ?? '') + 1} and ${twin + 1} are the same: "${texts[twin]?.slice(0, 60)}"`,
    };
  return undefined;
}

/** Every text in plain data: a question that comes as data may have anything in any of its fields. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Plain data as nodes that all stand at one place. */
function nodeOf(value: unknown, at: Node['at']): Node {
  if (Array.isArray(value)) return { kind: 'list', at, items: value.map((item) => nodeOf(item, at)) };
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => ({
      key: { kind: 'text' as const, at, value: key },
      value: nodeOf(inner, at),
    }));
    return { kind: 'map', at, entries };
  }
  return { kind: 'text', at, value: String(value) };
}
