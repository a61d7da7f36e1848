// A graded question explained: the verdict, the passage of the notes that proves it, and why each option is right or wrong.
// What must be seen without scrolling comes first; further quotes and what has changed since the notes come after it.
import type { Dated, Item, Rationale } from '../core/items/item.ts';
import { isKeyItself, tolerated } from '../core/items/kinds/cloze.ts';
import { kindOf } from '../core/items/kinds/index.ts';
import { type Filled, idsOf, type Presentation, type Response, type ShownOption } from '../core/items/kinds/kind.ts';
import { labelOf, numberedAsShown } from '../core/items/numbered.ts';
import type { Grading, View } from '../core/sitting/view.ts';
import { blanksUnder, hasCode, labelledWithCode, withCodeLines } from '../core/text/code-lines.ts';
import type { Glyphs } from '../core/text/glyphs.ts';
import { blank, type Line, labelled, line, type Span, span } from '../core/text/styled.ts';
import { sentence } from '../core/text/wording.ts';
import { type QuoteFullness, quoteLines } from './quote.ts';

/** How much is told, for windows of different heights. */
export interface Fullness extends QuoteFullness {
  readonly stem: boolean;
  /** Whether the question comes first, whole: for those who see it again after a while. */
  readonly again?: boolean;
}

type Question = NonNullable<View['question']>;

/** The explanation, as full as it is wanted. */
export function explanationLines(
  grading: Grading,
  item: Item,
  question: Question,
  glyphs: Glyphs,
  fullness: Fullness,
): Line[] {
  const { context, stem, again = false } = fullness;
  const { options, why, quotes, dated } = grading.explanation;
  const [first, ...others] = quotes;
  return [
    ...(again ? caseLines(question) : []),
    ...(again ? withCodeLines(question.stem) : stem ? shortened(question.stem) : []),
    ...verdict(grading, item, question.presentation, glyphs),
    ...(stem || context ? [blank] : []),
    ...(first
      ? quoteLines(first, glyphs, fullness)
      : [line(span('No quote from the notes proves this question.', 'quiet'))]),
    ...(why ? headed('Why', why) : []),
    ...asShown([...options, ...onlyNamed(grading, item, question.presentation)], question.presentation).flatMap(
      ({ id, why }) => rationale(id, why, grading, question.presentation, glyphs),
    ),
    ...others.flatMap((quote) => quoteLines(quote, glyphs, fullness)),
    ...(dated ? datedLines(dated) : []),
  ];
}

/** The question in as few rows as it can be read in. */
function shortened(stem: string): Line[] {
  const lines = withCodeLines(stem, 'quiet');
  return lines.length === 1 ? [line(span(stem.replaceAll('\n', ' '), 'quiet'))] : lines;
}

/** The case that a question is about, where it has one. */
export function caseLines({ caseText }: Question): Line[] {
  return caseText ? labelledWithCode([span('Case  ')], caseText) : [];
}

/** The question with its case, for whoever looks back on it from its explanation. */
export function questionLines(question: Question, name = 'Question'): Line[] {
  return [...caseLines(question), ...headed(name, question.stem)];
}

/** Text that begins beside its name. */
function headed(name: string, text: string): Line[] {
  const [first = blank, ...rest] = withCodeLines(text);
  if (first.lead.length > 0) return [line(span(name, 'strong')), first, ...rest]; // beside its name code would lose its indentation
  return [{ ...first, spans: [span(`${name}  `, 'strong'), ...first.spans] }, ...rest];
}

function verdict(grading: Grading, item: Item, presentation: Presentation, glyphs: Glyphs): Line[] {
  const { body } = item;
  const kind = kindOf(body);
  const { score, response, draft, hints } = grading;
  const given = response ?? draft;
  const lead =
    score === 1
      ? span(`${glyphs.right} Right${hints ? ', with a hint' : ''}.  `.trimStart(), 'right')
      : span(`${glyphs.missed} Not this time.  `.trimStart(), 'missed');
  const places = kind.places?.(body, kind.key(body));
  if (places) {
    const own = given === null ? undefined : kind.places?.(body, given);
    const said = score === 1 ? [] : [`${howMany(places, own, response === null)}  Answer:`];
    const isOrder = body.type === 'ordering';
    return [line(lead, ...said), ...places.flatMap((place, at) => placeLines(place, own?.[at], isOrder, glyphs))];
  }
  const answer = span(entered(item, kind.key(body), presentation), 'strong');
  const own = isBesideKey(grading, item) ? [chosen(response, draft, item, presentation), '  Answer: '] : [];
  return [line(lead, ...own, answer, ...(body.type === 'cloze' ? [tolerated(body)] : []))];
}

/** Whether what was entered is told beside the key: where it was wrong, and where it counts without being the key itself. */
export function isBesideKey({ score, response }: Grading, { body }: Item): boolean {
  return score < 1 || (body.type === 'cloze' && typeof response === 'string' && !isKeyItself(body, response));
}

const NO_ANSWER = 'You gave no answer.';
const NOT_COMPLETE = 'Not complete';

/** What was entered; what was left incomplete is told as such. */
function chosen(response: Response | null, draft: Response | null, item: Item, presentation: Presentation): string {
  const word = item.body.type === 'cloze' ? 'wrote' : 'chose';
  if (response !== null) return sentence(`You ${word} ${entered(item, response, presentation)}`);
  return draft === null ? NO_ANSWER : sentence(`${NOT_COMPLETE}: ${entered(item, draft, presentation)}`);
}

/** How many places were filled rightly, where they were filled. */
function howMany(key: readonly Filled[], own: readonly Filled[] | undefined, isIncomplete: boolean): string {
  if (!own) return NO_ANSWER;
  const right = key.filter(({ text }, index) => own[index]?.text === text).length;
  return isIncomplete ? `${NOT_COMPLETE}.` : `${right} of ${key.length} are right; all must be.`;
}

/** What belongs at a place of an order or a pair, and what was put there where that is something else. */
function placeLines({ place, text }: Filled, own: Filled | undefined, isOrder: boolean, glyphs: Glyphs): Line[] {
  const isRight = own?.text === text;
  const glyph = isRight ? glyphs.right : glyphs.missed;
  const mark = own && glyph ? span(`${glyph} `, isRight ? 'right' : 'missed') : span('  ');
  const lead = isOrder ? [mark, span(`${labelOf(place)} `, 'strong')] : [mark]; // a long step hangs beside its number
  const yours = own && !isRight ? [own.text] : [];
  if (![place, text, ...yours].some(hasCode)) {
    const right = span(isOrder ? text : `${place} = ${text}`, 'strong');
    return [labelled(lead, right, ...yours.map((one) => span(`  yours: ${one}`, 'quiet')))];
  }
  const below = (label: Span) => [...blanksUnder(lead), label];
  return [
    ...labelledWithCode(lead, isOrder ? text : place, 'strong'),
    ...(isOrder ? [] : labelledWithCode(below(span('= ', 'strong')), text, 'strong')),
    ...yours.flatMap((one) => labelledWithCode(below(span('yours: ', 'quiet')), one, 'quiet')),
  ];
}

/** A response in words, options with the number they were shown with. */
function entered(item: Item, response: Response, { options = [] }: Presentation): string {
  if (!Array.isArray(response) || item.body.type === 'ordering') return kindOf(item.body).describe(item.body, response);
  return numberedAsShown(response, options).join(' + ');
}

/** What is right and what was chosen, where nothing says why: among options with reasons it is not missing, and code is seen whole. */
function onlyNamed(
  { response, draft, explanation }: Grading,
  { body }: Item,
  { options = [] }: Presentation,
): Rationale[] {
  if (kindOf(body).places) return []; // each place shows what belongs there
  const named = [...idsOf(explanation.key), ...idsOf(response ?? draft)];
  const isListed = explanation.options.length > 0;
  const hasReason = (id: string) => explanation.options.some((one) => one.id === id);
  return options
    .filter(({ id, text }) => named.includes(id) && !hasReason(id) && (isListed || hasCode(text)))
    .map(({ id }) => ({ id, why: '' }));
}

/** Rationales in the order in which the options were shown. */
function asShown(rationales: readonly Rationale[], { options = [], left = [], right = [] }: Presentation): Rationale[] {
  const order = [...options, ...left, ...right].map(({ id }) => id);
  return rationales.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

function rationale(
  id: string,
  why: string,
  { explanation, response }: Grading,
  { options = [], left = [], right = [] }: Presentation,
  glyphs: Glyphs,
): Line[] {
  const parts: readonly ShownOption[] = [...options, ...left, ...right];
  const at = options.findIndex((option) => option.id === id);
  const isKey = Array.isArray(explanation.key) && explanation.key.includes(id);
  const isMissed = at >= 0 && !isKey && Array.isArray(response) && response.includes(id);
  const mark = isKey ? glyphs.key : isMissed ? glyphs.chosen : ' ';
  const lead: Span[] = [
    span(`${mark} ${at >= 0 ? `${labelOf(at + 1)} ` : ''}`, isKey ? 'right' : isMissed ? 'missed' : 'plain'),
  ];
  const text = parts.find((part) => part.id === id)?.text ?? id;
  if (![text, why].some(hasCode)) return [labelled(lead, span(text, 'strong'), ...(why ? [`  ${why}`] : []))];
  return [...labelledWithCode(lead, text, 'strong'), ...(why ? labelledWithCode(blanksUnder(lead), why) : [])];
}

/** The source has a line of its own: an address that is broken can neither be copied nor clicked. */
function datedLines({ asOf, says, source }: Dated): Line[] {
  return [line(span(`! Today (${asOf})  `, 'caution'), says), ...(source ? [line(span(source, 'quiet'))] : [])];
}
