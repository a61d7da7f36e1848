// What stands under the open question: what is told, and the keys that mean something now.
import { type Draft, idsOf, type Presentation } from '../../core/items/kinds/kind.ts';
import { type Action, type Keymap, namedIn } from '../../core/keymap.ts';
import type { View } from '../../core/sitting/view.ts';
import { type Line, line, plainText, span } from '../../core/text/styled.ts';
import { footerKeys, NARROW, type Size } from '../painting/layout.ts';
import { textWidth } from '../painting/paint.ts';

/** What the footer tells besides the view. */
export interface Entering {
  readonly draft: Draft;
  /** A sentence for the candidate: why a key did nothing. */
  readonly message?: string;
  /** How much of the time is over; stays until the next one. */
  readonly notice?: string;
  /** Whether letters are commands now, in an entry where they are text. */
  readonly commanding: boolean;
  /** Whether it is asked what is to be crossed out. */
  readonly striking?: boolean;
}

/** The footer of the open question. */
export function footer(view: View, entering: Entering, keys: Keymap, size: Size): Line[] {
  return [...toldLines(entering), keysLine(view, entering, keys, size)];
}

/** What is told above the keys. */
export function toldLines({ notice, message }: Pick<Entering, 'notice' | 'message'>): Line[] {
  return [
    ...(notice ? [line(span(`! ${notice}`, 'caution'))] : []),
    ...(message ? [line(span(message, 'caution'))] : []),
  ];
}

/** What a narrow window names besides the keys of the entry; the table of keys has the rest. */
const NAMED_IF_NARROW: readonly string[] = ['flag', 'review', 'skip', 'keys'];

function keysLine(view: View, entering: Entering, keys: Keymap, { columns }: Size): Line {
  const { question, mode } = view;
  if (question && entering.striking) return footerKeys(`1-${optionCount(question.presentation)} cross out  Esc back`);
  const own = question ? entryKeys(question.presentation, entering, mode) : ['→ next', '← back'];
  const isTyping = question?.presentation.kind === 'cloze' && !entering.commanding;
  const offers = isTyping ? [] : offersIn(view);
  const chosen = question && choosing(question.presentation, entering.draft);
  const naming = (some: readonly Offer[]) =>
    footerKeys(...own, ...some.map(([key, word]) => `${namedIn(keys, key)} ${word}`));
  const whole = naming(offers);
  const isNamed = ([key]: Offer) => NAMED_IF_NARROW.includes(key) || (key === 'guess' && view.isGuess); // nothing else tells that it is one
  const isCut = columns < NARROW && plainText(whole).length > textWidth(columns);
  const named = isCut ? naming(offers.filter(isNamed)) : whole;
  return chosen ? { ...named, spans: [span(`${chosen}   `, 'strong'), ...named.spans] } : named;
}

/** "choose 2 · chosen 1", so that nobody has to count. */
function choosing({ choose }: Presentation, { entered }: Draft): string | undefined {
  return choose !== undefined && choose > 1 ? `choose ${choose} · chosen ${idsOf(entered).length}` : undefined;
}

/** So many options have a key of their own; others are reached by arrows and Space. */
const MOST_DIGITS = 9;

/** How many options or partners there are to choose from. */
function optionCount({ options = [], right = [] }: Presentation): number {
  return Math.max(options.length, right.length);
}

function entryKeys(presentation: Presentation, { commanding }: Entering, mode: View['mode']): string[] {
  const { kind, choose } = presentation;
  const count = optionCount(presentation);
  const [numbers, other] = [`1-${Math.min(count, MOST_DIGITS)}`, count > MOST_DIGITS ? '/Space' : ''];
  if (kind === 'cloze')
    return commanding
      ? ['Tab type']
      : [`type, Enter ${mode === 'exam' ? 'next' : 'answer'}`, 'Tab other keys', 'Esc leave'];
  const goOn = mode === 'exam' ? '→ next' : 'Enter answer';
  if (kind === 'ordering') return [`${numbers}${other} place`, 'Bksp undo', goOn];
  if (kind === 'matching') return [`↑↓ row  ${numbers}${other} match`, goOn];
  if (choose !== 1) return [`${numbers}/Space tick`, goOn];
  return mode === 'exam' ? [`${numbers}${other} choose`, '→ next'] : [`${numbers} answer`, '↑↓ Enter'];
}

/** A key, or the action that has one, and what it does in a word. */
type Offer = readonly [key: Action | '←', word: string];

function offersIn({ mode, question, remainingMs, isGuess }: View): readonly Offer[] {
  const presentation = question?.presentation;
  const clock: readonly Offer[] = remainingMs === undefined ? [] : [['clock', 'clock']];
  if (mode === 'exam' && !presentation)
    return [
      ['review', 'review'],
      ['keys', 'keys'],
    ];
  if (!presentation)
    return [
      ['skip', 'skip'],
      ['leave', 'leave'],
    ];
  const crossing: readonly Offer[] = presentation.choose === undefined ? [] : [['cross-out', 'cross out']]; // elsewhere one seldom does: the table of keys has it
  if (mode === 'exam')
    return [['←', 'back'], ['flag', 'flag'], ...crossing, ['review', 'review'], ...clock, ['keys', 'keys']];
  return [
    ...crossing,
    ['hint', 'hint'],
    ['guess', isGuess ? 'guessed' : 'guess'],
    ['flag', 'flag'],
    ['skip', 'skip'],
    ['keys', 'keys'],
  ];
}
