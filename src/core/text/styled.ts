// Styled text as data. Only terminal/ turns a role into colour; everything else can be compared as a value.

/** What a text is on a screen; the palette says how that looks. */
export type Role = 'plain' | 'strong' | 'quiet' | 'right' | 'missed' | 'focus' | 'caution';

/** A stretch of text in one role. */
export interface Span {
  readonly text: string;
  readonly role: Role;
}

/** One paragraph: it may wrap, and what wraps stands under the text, not under the lead. */
export interface Line {
  /** A label, bullet or indent before the text. */
  readonly lead: readonly Span[];
  readonly spans: readonly Span[];
  /** What stands at the right edge, where there is room. */
  readonly right?: readonly Span[];
  /** The row that is acted on: kept in sight. */
  readonly focused?: boolean;
}

/** What lines are put together of; a mere text is plain. */
export type Phrase = string | Span;

/** A text in a role. */
export function span(text: string, role: Role = 'plain'): Span {
  return { text, role };
}

function spans(phrases: readonly Phrase[]): Span[] {
  return phrases.map((phrase) => (typeof phrase === 'string' ? span(phrase) : phrase));
}

/** A line of these texts, one behind the other. */
export function line(...phrases: readonly Phrase[]): Line {
  return { lead: [], spans: spans(phrases) };
}

/** A line with a label or indent before it. */
export function labelled(lead: Phrase | readonly Phrase[], ...phrases: readonly Phrase[]): Line {
  return { lead: spans(Array.isArray(lead) ? (lead as readonly Phrase[]) : [lead as Phrase]), spans: spans(phrases) };
}

/** Two texts on one line, left and right. */
export function sides(left: readonly Phrase[], right: readonly Phrase[]): Line {
  return { lead: [], spans: spans(left), right: spans(right) };
}

/** Cells under one another. Where the window is narrow one column gives way, the one that wraps, else the first; then the optional ones. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Span[])[];
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** May be left out, the last one first, where there is no room. */
  readonly optional?: boolean;
  /** Of the column that gives way: optional ones go before it does. */
  readonly whole?: boolean;
  /** Takes several rows where it is too long, instead of being cut. */
  readonly wraps?: boolean;
  /** Stands in a row below the others where there is no room beside them. */
  readonly below?: boolean;
}

/** What is painted one below the other. */
export type Block = Line | Table;

/** Whether a block is a table; every other one is a line. */
export function isTable(block: Block): block is Table {
  return 'columns' in block;
}

/** The block with each of its texts changed, wherever it stands in it. */
export function withTexts(block: Block, change: (text: string) => string): Block {
  const changed = (spans: readonly Span[]) => spans.map(({ text, role }) => span(change(text), role));
  if (isTable(block))
    return {
      columns: block.columns.map((column) => ({ ...column, title: change(column.title) })),
      rows: block.rows.map(changed),
    };
  const { lead, spans, right } = block;
  return { ...block, lead: changed(lead), spans: changed(spans), ...(right && { right: changed(right) }) };
}

export const blank: Line = line('');

/** A line without its roles; what stands at the right edge comes last. */
export function plainText({ lead, spans, right = [] }: Line): string {
  const text = [...lead, ...spans].map(({ text }) => text).join('');
  return right.length > 0 ? `${text}  ${right.map(({ text }) => text).join('')}` : text;
}
