// Cards of Obsidian (the plugin Spaced Repetition): "question::answer", and "?" on a line between the two.

import { codeAmong } from '../../../core/text/fences.ts';
import type { Taken } from '../../format.ts';
import { noting } from '../../markup/plain-text.ts';
import { refused, takenFrom } from '../../reading/taken.ts';
import { isTooLongToType } from '../../reading/told.ts';
import { type Block, lineBelow } from '../lines/around.ts';
import { answerIn } from '../lines/line-words.ts';
import { areOurs, lineOf } from '../lines/lines.ts';

import { markdownToText } from '../text.ts';

/** A card and its sides, with the blanks that stand around the colons. */
export interface Card extends Block {
  readonly front: readonly string[];
  readonly back: readonly string[];
}

const BETWEEN = /^\s*\?{1,2}\s*$/;
const ON_A_LINE = /^(?:(?:[-*+]|\d{1,4}[.)])\s+)?(?=\S)([^`]*?\S\s*)(?<!:):::?(?!:)(\s*\S.*)$/;
/** "std::vector", and the fields of Dataview: "status:: done", "it was [mood:: good]". */
const A_NAME = /^\**[a-z_]\w*\**$|[[(][^()[\]]*$/;
/** "Status:: done": of Dataview as well, or a card with one word on its front. */
const MAY_BE_FIELD = /^\**\p{Lu}[\p{L}\p{N}_-]*\**:: /u;
/** What a line with a card is to a list of questions: no option of one, and no heading. */
const SIDES: ReadonlySet<string> = new Set(['text', 'bullet', 'numbered']);
/** What the plugin writes below a card that was learnt: when it is due. */
const DUE = /<!--SR:[^<>]*-->/;
/** The tag of a page of cards, or a card that was learnt. */
const DECK = /(?:^|\s)#flashcards(?![\w-])|<!--SR:/;

/** The cards of a page that is a deck: one that says so, or has a card that asks. An export of ours is none. */
export function cardsIn(lines: readonly string[]): Card[] {
  if (areOurs(lines)) return [];
  const code = codeAmong(lines);
  const isDeck = lines.some((line, index) => code[index] === undefined && DECK.test(line));
  const cards = lines.flatMap((_, index) => (code[index] === undefined ? (cardAt(lines, index) ?? []) : []));
  const asks = ({ front }: Card) => /[?？][\s*_]*$/.test(front.at(-1) ?? '');
  return isDeck || cards.some((card) => asks(card) || card.first < card.last) ? cards : [];
}

function cardAt(lines: readonly string[], index: number): Card | undefined {
  if (isBetween(lines, index)) {
    const [from, to] = [edge(lines, index, -1), edge(lines, index, 1)];
    const [front, back] = [lines.slice(from, index), lines.slice(index + 1, to + 1)];
    return { first: from + 1, last: to + 1, front, back };
  }
  const line = (lines[index] ?? '').replace(DUE, '').trim();
  const [, front, back] = line.length <= LONGEST && line.includes('::') ? (ON_A_LINE.exec(line) ?? []) : [];
  if (front === undefined || back === undefined || A_NAME.test(front) || !SIDES.has(lineOf(line).kind))
    return undefined;
  const { kind } = lineBelow(lines, index);
  if (kind === 'task' || kind === 'lettered') return undefined; // the text of a question
  return { first: index + 1, last: index + 1, front: [front], back: [back] };
}

/** A longer line is prose. */
const LONGEST = 2000;

/** "?" alone, with a text right above and below. */
function isBetween(lines: readonly string[], index: number): boolean {
  const isText = (at: number) => (lines[at] ?? '').trim() !== '' && !BETWEEN.test(lines[at] ?? '');
  return BETWEEN.test(lines[index] ?? '') && isText(index - 1) && isText(index + 1);
}

/** The last line of a paragraph, up or down. */
function edge(lines: readonly string[], index: number, step: 1 | -1): number {
  let at = index;
  while ((lines[at + step] ?? '').trim() !== '' && !BETWEEN.test(lines[at + step] ?? '')) at += step;
  return at;
}

/** A card has nothing to choose from: its back is typed, if it is short. */
export function questionFromCard(file: string, { first, last, front, back }: Card, section?: string): Taken {
  const at = { file, line: first };
  const line = first === last ? `${front[0]}::${back[0]}` : '';
  if (MAY_BE_NAME.test(line)) return refused(at, 'card-unclear', UNCLEAR);
  if (MAY_BE_FIELD.test(line)) return refused(at, 'card-unclear', UNCLEAR_FIELD);
  const { toText, seen } = noting(markdownToText);
  const said = toText(back.map((line) => line.replace(DUE, '').replace(DECK_TAG, ''))).trim();
  const answer = answerIn(said) ?? said;
  if (isTooLongToType(answer) || answer.split(/\s+/).length > MOST_WORDS)
    return refused(at, 'answer-too-long', TOO_LONG);
  return takenFrom({
    at,
    stem: toText(front.map((line) => line.replace(TAG, ''))),
    topics: section ? [section] : [],
    seen,
    body: { type: 'cloze', accept: [answer] },
  });
}

/** "use std::map" is a name in the language C++, "the layers::outer" a card, and both look alike. */
const MAY_BE_NAME = /[a-z\d_]::[a-z_]/;
const UNCLEAR = 'whether "::" parts a card here is not sure: write "front :: back", with blanks';
const UNCLEAR_FIELD =
  'it may be a field of Dataview, which asks nothing: if it is a card, write "Front :: back", with blanks';
/** The one tag that is none of the words to be typed: "#main" may be. */
const DECK_TAG = /(?<=\s)#flashcards(?:\/[^\s]*)?(?=\s|$)/g;
const TAG = /(?<=^|\s)#[\p{L}][\p{L}\p{N}_/-]*(?=\s|$)/gu;

/** More are nobody's one wording. */
const MOST_WORDS = 4;
const TOO_LONG =
  'the back of this card is too long to be typed word for word: give the question options and mark the right one (- [x])';
