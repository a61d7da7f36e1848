// What stands under the open question: what is told, and the keys that mean something now.
import { type Draft, idsOf, type Presentation } from '../../core/items/kinds/kind.ts';
import type { View } from '../../core/sitting/view.ts';
import { keptTogether, type Line, line, span } from '../../core/text/text.ts';
import type { Size } from '../painting/layout.ts';
import { textWidth } from '../painting/paint.ts';

/** What the footer tells besides the view. */
export interface Entering {
  readonly draft: Draft;
  /** A sentence for the candidate: why a key did nothing. */
  readonly message?: string;
  /** How much of the time is over; stays until the next one. */
  readonly notice?: string;
  readonly guessed: boolean;
  /** Whether letters are commands now, in an entry where they are text. */
  readonly commanding: boolean;
}

/** The footer of the open question. */
export function footer(view: View, entering: Entering, size: Size): Line[] {
  const { notice, message } = entering;
  return [
    ...(notice ? [line(span(`! ${notice}`, 'caution'))] : []),
    ...(message ? [line(span(message, 'caution'))] : []),
    keysLine(view, entering, size),
  ];
}

/** What a narrow window names besides the keys of the entry; `?` has the rest. */
const NARROW = ['f flag', 'r review', 's skip', '? keys'];

function keysLine({ question, mode }: View, entering: Entering, { columns }: Size): Line {
  const keys = question ? entryKeys(question.presentation, entering, mode) : ['→ next', '← back'];
  const isTyping = question?.presentation.kind === 'cloze' && !entering.commanding;
  const moves = isTyping ? [] : moveKeys(mode, question !== undefined, entering);
  const chosen = question && choosing(question.presentation, entering.draft);
  const whole = (hints: readonly string[]) => hints.map(keptTogether).join('  '); // a key stays with its word
  const text = whole([...keys, ...moves]);
  const isCut = text.length > textWidth(columns) && columns < 60;
  return line(
    ...(chosen ? [span(`${chosen}   `, 'strong')] : []),
    span(isCut ? whole([...keys, ...moves.filter((move) => NARROW.includes(move))]) : text, 'quiet'),
  );
}

/** "choose 2 · chosen 1", so that nobody has to count. */
function choosing({ choose }: Presentation, { entered }: Draft): string | undefined {
  return choose !== undefined && choose > 1 ? `choose ${choose} · chosen ${idsOf(entered).length}` : undefined;
}

function entryKeys(
  { kind, choose, options = [], right = [] }: Presentation,
  { commanding }: Entering,
  mode: View['mode'],
): string[] {
  const last = Math.max(options.length, right.length);
  if (kind === 'cloze')
    return commanding
      ? ['Tab type']
      : [`type, Enter ${mode === 'exam' ? 'next' : 'answer'}`, 'Tab other keys', 'Esc leave'];
  const goOn = mode === 'exam' ? '→ next' : 'Enter answer';
  if (kind === 'ordering') return [`1-${last} next place`, 'Bksp undo', goOn];
  if (kind === 'matching') return [`↑↓ row  1-${last} partner`, goOn];
  if (choose !== 1) return [`1-${last}/Space tick`, goOn];
  return mode === 'exam' ? [`1-${last} choose`, '→ next'] : [`1-${last} answer`, '↑↓ Enter'];
}

function moveKeys(mode: View['mode'], hasQuestion: boolean, { guessed }: Entering): string[] {
  if (mode === 'exam')
    return hasQuestion ? ['← back', 'f flag', 'x cross out', 'r review', 't clock', '? keys'] : ['r review', '? keys'];
  return hasQuestion
    ? ['x cross out', 'h hint', guessed ? 'g guess (on)' : 'g guess', 'f flag', 's skip', '? keys']
    : ['s skip', 'q leave'];
}
