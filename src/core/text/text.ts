// Styled text as data. Only terminal/ turns a role into colour; everything else can be compared as a value.

export type Role = 'plain' | 'strong' | 'quiet' | 'right' | 'missed' | 'focus' | 'caution';

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

type Part = string | Span;

export function span(text: string, role: Role = 'plain'): Span {
  return { text, role };
}

function spans(parts: readonly Part[]): Span[] {
  return parts.map((part) => (typeof part === 'string' ? span(part) : part));
}

export function line(...parts: readonly Part[]): Line {
  return { lead: [], spans: spans(parts) };
}

/** A line with a label or indent before it. */
export function labelled(lead: Part | readonly Part[], ...parts: readonly Part[]): Line {
  return { lead: spans(Array.isArray(lead) ? (lead as readonly Part[]) : [lead as Part]), spans: spans(parts) };
}

/** Two texts on one line, left and right. */
export function sides(left: readonly Part[], right: readonly Part[]): Line {
  return { lead: [], spans: spans(left), right: spans(right) };
}

/** Cells under one another. Where the window is narrow one column gives way, the one that folds, else the first; then the optional ones. */
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
  readonly folds?: boolean;
  /** Stands in a row below the others where there is no room beside them. */
  readonly below?: boolean;
  /** Drawn, for the eye alone: no field of a record. */
  readonly isPicture?: true;
}

export type Block = Line | Table;

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

export function plainText({ lead, spans, right = [] }: Line): string {
  const text = [...lead, ...spans].map(({ text }) => text).join('');
  return right.length > 0 ? `${text}  ${right.map(({ text }) => text).join('')}` : text;
}

/** "1 question", "2 questions". */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** "50 MB": of a limit, which is a round number of them. */
export function megabytes(bytes: number): string {
  return `${bytes / 1_000_000} MB`;
}

/** "There is 1 question.", "There are 2 questions." */
export function thereAre(n: number, noun: string): string {
  return `There ${n === 1 ? 'is' : 'are'} ${count(n, noun)}.`;
}

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers as words: "two". */
export function inWords(n: number): string {
  return NUMBER_WORDS[n] ?? String(n);
}

/** A share of 0 to 1: "25 %". */
export function inPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** An id as one would say it: "enhanced-fan-out" is "enhanced fan out". */
export function inPlainWords(id: string): string {
  return id.replace(/[-_]/g, ' ');
}

/** The text without its last word and the blanks behind it, as Ctrl-W leaves it in a shell. */
export function withoutLastWord(text: string): string {
  return text.replace(/\S*\s*$/, '');
}

/** So much of a text, in UTF-16 units, as ends with a whole character. */
export function limitedTo(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** The text as a sentence: behind dots stands no full stop. */
export function sentence(text: string): string {
  return text.endsWith('...') ? text : `${text}.`;
}

/** Words between which no window breaks the line. */
export function keptTogether(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

/** "a, b and c", or with another word before the last. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** Milliseconds as a reader says them: "less than a second", "45 s", "5 min 10 s", "12 min", "1 h 5 min". */
export function duration(ms: number): string {
  const seconds = Math.round(Math.max(0, ms) / 1000);
  if (seconds === 0) return 'less than a second';
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 600 && seconds % 60 !== 0) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Milliseconds that are left as a clock: "9:05", "1:02:03". Rounded up, so that 0:00 is shown only when nothing is left. */
export function clockTime(ms: number): string {
  return asClock(Math.max(0, Math.ceil(ms / 1000)));
}

/** Milliseconds that were spent as a clock: whole seconds only, so that with what is left they make the limit. */
export function timeSpent(ms: number): string {
  return asClock(Math.max(0, Math.floor(ms / 1000)));
}

function asClock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
