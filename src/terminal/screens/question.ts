// The open question: header with the clock, stem, the entry's rows, and the keys that mean something now.
import type { Glyphs } from '../../core/glyphs.ts';
import { type ItemType, kindNamed } from '../../core/kinds/index.ts';
import type { Draft, Presentation, Row } from '../../core/kinds/kind.ts';
import { idsOf } from '../../core/kinds/kind.ts';
import {
  type Block,
  blank,
  clockTime,
  count,
  keptTogether,
  type Line,
  labelled,
  line,
  type Span,
  sides,
  span,
} from '../../core/text.ts';
import type { View } from '../../core/view.ts';
import { rule, type Screen, type Size } from '../layout.ts';
import { textWidth } from '../paint.ts';

/** What the front end knows of a question besides the view. */
export interface Local {
  readonly draft: Draft;
  readonly clockHidden: boolean;
  /** A sentence for the candidate: why a key did nothing. */
  readonly message?: string;
  /** How much of the time is over; stays until the next one. */
  readonly notice?: string;
  readonly guessed: boolean;
  /** Whether letters are commands now, in an entry where they are text. */
  readonly commanding: boolean;
}

export function entryOf({ kind }: Presentation) {
  return kindNamed(kind as ItemType).entry; // a presentation is made by a kind
}

export function questionScreen(view: View, local: Local, glyphs: Glyphs, size: Size): Screen {
  return {
    header: header(view, glyphs, size, local.clockHidden),
    body: stem(view),
    fixed: entryRows(view, local, glyphs),
    footer: [
      ...(local.notice ? [line(span(`! ${local.notice}`, 'caution'))] : []),
      ...(local.message ? [line(span(local.message, 'caution'))] : []),
      keysLine(view, local, size),
    ],
  };
}

export function header(view: View, glyphs: Glyphs, size: Size, clockHidden = false): Line[] {
  return view.mode === 'exam' ? examHeader(view, glyphs, size, clockHidden) : drillHeader(view, glyphs, size);
}

function drillHeader({ title, slot, of, marks, activeMs, why, flagged }: View, glyphs: Glyphs, size: Size): Line[] {
  const tally = (status: string) => marks.filter((mark) => mark.status === status).length;
  const facts = `${tally('right')} right · ${tally('missed')} missed · ${clockTime(activeMs)}`;
  const flag = flagged ? ` ${glyphs.flag} flagged` : '';
  const place = (size.columns < 60 ? `${slot} of ${of}` : `${title} · ${slot} of ${of}`) + flag;
  return [
    sides([span(place, 'strong')], [span(facts)]),
    rule(size.columns, glyphs.rule),
    ...(why ? [line(span(why, 'quiet'))] : []),
  ];
}

function examHeader(
  { title, slot, of, marks, remainingMs, activeMs, flagged: isFlagged }: View,
  glyphs: Glyphs,
  size: Size,
  clockHidden: boolean,
): Line[] {
  const answered = marks.filter(({ status }) => status === 'answered').length;
  const flagged = marks.filter((mark) => mark.flagged).length;
  const clock = remainingMs === undefined ? clockTime(activeMs) : `${clockTime(remainingMs)} left`;
  const shown = clockHidden ? 'clock hidden (t)' : clock;
  const flag = isFlagged ? ` ${glyphs.flag} flagged` : '';
  const place = (size.columns < 60 ? `Exam ${slot}/${of}` : `${title} · question ${slot} of ${of}`) + flag;
  const facts = `answered ${answered} · flagged ${flagged}`;
  const bar = size.columns < 60 ? [] : [span(progress(answered / of, 30, glyphs), 'quiet')];
  return [
    sides([span(place, 'strong')], [span(shown, 'strong')]),
    bar.length > 0 ? sides([facts], bar) : line(facts),
    rule(size.columns, glyphs.rule),
  ];
}

function progress(share: number, width: number, glyphs: Glyphs): string {
  const full = Math.round(share * width);
  return glyphs.full.repeat(full) + glyphs.empty.repeat(width - full);
}

export function stem({ question, item }: View): Block[] {
  if (!question)
    return [blank, line(`The question "${item}" is no longer in the bank, or was changed. It does not count.`), blank];
  const { caseText, stem: text } = question;
  return [...(caseText ? [labelled('Case  ', caseText), blank] : []), line(text), blank];
}

function entryRows({ question, struck, mode }: View, { draft }: Local, glyphs: Glyphs): Line[] {
  if (!question) return [];
  const { presentation } = question;
  const rows = entryOf(presentation).rows(draft, presentation);
  return [
    ...rows.flatMap((row) =>
      entryRow(row, presentation, row.id !== undefined && struck.includes(row.id), mode, glyphs),
    ),
    blank,
  ];
}

function entryRow(
  row: Row,
  { kind, choose }: Presentation,
  struck: boolean,
  mode: View['mode'],
  glyphs: Glyphs,
): Line[] {
  const marker = row.focused ? `${glyphs.focus} ` : '  ';
  const label = row.label ? `${row.label} ` : '';
  const lead = [span(marker, 'focus'), span(label), span(box(row, kind, choose, mode))];
  const text: Span[] = struck
    ? [span(row.text, 'quiet'), span('  (crossed out)', 'quiet')]
    : [span(row.text, row.focused ? 'focus' : 'plain')];
  const heading = row.heading ? [line(span(row.heading, 'quiet'))] : [];
  return [...heading, { ...labelled(lead, ...text), focused: row.focused }];
}

/** Ticks for several, dots for one where it can be changed, places for an order, partners for pairs. */
function box({ box: own, picked }: Row, kind: string, choose: number | undefined, mode: View['mode']): string {
  if (kind === 'cloze') return 'Answer: ';
  if (own !== undefined) return `[${own || ' '}] `;
  if (kind === 'matching') return picked ? '- ' : '  ';
  if (choose !== 1) return picked ? '[x] ' : '[ ] ';
  return mode === 'exam' ? (picked ? '(x) ' : '( ) ') : '';
}

/** "choose 2 · chosen 1", so that nobody has to count. */
function choosing({ choose }: Presentation, { entered }: Draft): string | undefined {
  return choose !== undefined && choose > 1 ? `choose ${choose} · chosen ${idsOf(entered).length}` : undefined;
}

function keysLine(view: View, local: Local, size: Size): Line {
  const { question } = view;
  const keys = !question ? ['→ next', '← back'] : entryKeys(question.presentation, local, view.mode);
  const typing = question?.presentation.kind === 'cloze' && !local.commanding;
  const moves = typing
    ? []
    : view.mode === 'exam'
      ? examKeys(question !== undefined)
      : drillKeys(local, question !== undefined);
  const chosen = question && choosing(question.presentation, local.draft);
  const whole = (hints: readonly string[]) => hints.map(keptTogether).join('  '); // a key stays with its word
  const text = whole([...keys, ...moves]);
  const short = text.length > textWidth(size.columns) && size.columns < 60;
  return line(
    ...(chosen ? [span(`${chosen}   `, 'strong')] : []),
    span(short ? whole([...keys, ...moves.filter((move) => NARROW.includes(move))]) : text, 'quiet'),
  );
}

/** What a narrow window names besides the keys of the entry; `?` has the rest. */
const NARROW = ['f flag', 'r review', 's skip', '? keys'];

function entryKeys(
  { kind, choose, options = [], right = [] }: Presentation,
  { commanding }: Local,
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

function examKeys(hasQuestion: boolean): string[] {
  return hasQuestion ? ['← back', 'f flag', 'x cross out', 'r review', 't clock', '? keys'] : ['r review', '? keys'];
}

function drillKeys({ guessed }: Local, hasQuestion: boolean): string[] {
  return hasQuestion
    ? ['x cross out', guessed ? 'g guess (on)' : 'g guess', 'f flag', 's skip', 'q leave', '? keys']
    : ['s skip', 'q leave'];
}

export function answeredCounts({ marks }: View): {
  answered: number;
  incomplete: number;
  blank: number;
  flagged: number;
} {
  const tally = (status: string) => marks.filter((mark) => mark.status === status).length;
  return {
    answered: tally('answered'),
    incomplete: tally('incomplete'),
    blank: tally('blank'),
    flagged: marks.filter(({ flagged }) => flagged).length,
  };
}

/** "3 unanswered, 1 incomplete, 3 flagged". */
export function openCounts(view: View): string {
  const { incomplete, blank, flagged } = answeredCounts(view);
  return (
    [
      ...(blank > 0 ? [`${blank} unanswered`] : []),
      ...(incomplete > 0 ? [`${incomplete} incomplete`] : []),
      ...(flagged > 0 ? [`${flagged} flagged`] : []),
    ].join(', ') || `all ${count(view.of, 'question')} answered`
  );
}
