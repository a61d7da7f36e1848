// Cards of Obsidian (the plugin Spaced Repetition): "question::answer", and "?" on a line between the two.

import { codeAmong } from '../../core/text/fences.ts';
import type { Taken } from '../format.ts';
import { noting } from '../markup/plain-text.ts';
import { draftOf, refused } from '../reading/draft.ts';
import { lostParts } from '../reading/lost.ts';
import { isTooLongToType } from '../reading/told.ts';
import { lineOf } from './lines.ts';
import { markdownToText } from './text.ts';

/** The lines of a card, both from 1 and included, and its sides; with the blanks that stand around the colons. */
export interface Card {
  readonly first: number;
  readonly last: number;
  readonly front: readonly string[];
  readonly back: readonly string[];
}

const BETWEEN = /^\s*\?{1,2}\s*$/;
const ON_A_LINE = /^\s*(?:(?:[-*+]|\d{1,4}[.)])\s+)?([^`]*?\S\s*)(?<!:):::?(?!:)(\s*\S.*)$/;
/** "std::vector", and the fields of Dataview: "status:: done". */
const A_NAME = /^[a-z_]\w*$/;
/** What a line with a card is to a list of questions: no option of one. */
const SIDES: ReadonlySet<string> = new Set(['text', 'bullet', 'numbered', 'heading']);
/** What the plugin writes below a card that was learnt: when it is due. */
const DUE = /<!--SR:.*?-->/;
/** What tells a page of cards from prose with "::" in it: the tag, a card that was learnt, a question before the colons. */
const DECK = /(?:^|\s)#flashcards(?![\w-])|<!--SR:|\?[*_]*\s*:::?\s*\S/;

/** The cards of a page that is a deck. */
export function cardsIn(lines: readonly string[]): Card[] {
  const code = codeAmong(lines);
  const isDeck = lines.some((line, index) => code[index] === undefined && (DECK.test(line) || isBetween(lines, index)));
  if (!isDeck) return [];
  const cards: Card[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (code[index] !== undefined) continue;
    const line = (lines[index] ?? '').replace(DUE, '');
    const [, front, back] = ON_A_LINE.exec(line) ?? [];
    const isCard = front !== undefined && !A_NAME.test(front) && SIDES.has(lineOf(line).kind);
    if (isCard && back !== undefined) cards.push({ first: index + 1, last: index + 1, front: [front], back: [back] });
    if (front !== undefined || !isBetween(lines, index)) continue;
    const [from, to] = [edge(lines, index, -1), edge(lines, index, 1)];
    cards.push({
      first: from + 1,
      last: to + 1,
      front: lines.slice(from, index),
      back: lines.slice(index + 1, to + 1),
    });
  }
  return cards;
}

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
export function questionFromCard(file: string, { first, front, back }: Card, section?: string): Taken {
  const at = { file, line: first };
  if (back.length === 1 && MAY_BE_NAME.test(`${front[0]}::${back[0]}`)) return refused(at, 'card-unclear', UNCLEAR);
  const { toText, seen } = noting(markdownToText);
  const answer = toText(back.map((line) => line.replace(DUE, ''))).trim();
  if (isTooLongToType(answer) || answer.split(/\s+/).length > MOST_WORDS)
    return refused(at, 'answer-too-long', TOO_LONG);
  return draftOf({
    at,
    stem: toText(front.map((line) => line.replace(TAG, ''))),
    topics: section ? [section] : [],
    lost: lostParts({ pictures: seen.media > 0 }),
    body: { type: 'cloze', accept: [answer] },
  });
}

/** "use std::map" is a name in the language C++, "the layers::outer" a card, and both look alike. */
const MAY_BE_NAME = /[a-z\d_]::[a-z_]/;
const UNCLEAR = 'whether "::" parts a card here is not sure: write "front :: back", with blanks';
const TAG = /(?<=^|\s)#[\p{L}][\p{L}\p{N}_/-]*(?=\s|$)/gu;

/** More are nobody's one wording. */
const MOST_WORDS = 4;
const TOO_LONG =
  'the back of this card is too long to be typed word for word: give the question options and mark the right one (- [x])';
