// The open question: its stem, and the rows of the entry.
import { hintInWords, isRuledOut } from '../../core/items/hints.ts';
import { entryOf } from '../../core/items/kinds/index.ts';
import type { EntryRow, Presentation } from '../../core/items/kinds/kind.ts';
import { labelOf } from '../../core/items/numbered.ts';
import type { View } from '../../core/sitting/view.ts';
import { blanksUnder, hasCode, labelledWithCode, withCodeLines } from '../../core/text/code-lines.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { type Block, blank, type Line, labelled, line, type Span, span } from '../../core/text/styled.ts';
import { caseLines } from '../../reports/explanation.ts';
import type { Screen, Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { type Entering, footer } from './footer.ts';
import { header } from './header.ts';

/** What the front end knows of a question besides the view. */
export interface Local extends Entering {
  readonly clockHidden: boolean;
  /** Whether its case was read to the end before: then what is asked about it has the focus, until an option has. */
  readonly isCaseRead?: boolean;
}

/** The screen of the open question. */
export function questionScreen(view: View, local: Local, look: Look, size: Size): Screen {
  return {
    header: header(view, look, size, local.clockHidden),
    body: stem(view, local.isCaseRead === true && local.draft.cursor < 0),
    fixed: entryRows(view, local, look.glyphs),
    footer: footer(view, local, look.keys, size),
  };
}

function stem({ question, item }: View, hasFocus: boolean): Block[] {
  if (!question)
    return [blank, line(`The question "${item}" is no longer in the bank, or was changed. It does not count.`), blank];
  const asked = withCodeLines(question.stem).map((one) => ({ ...one, focused: hasFocus }));
  return [...(question.caseText ? [...caseLines(question), blank] : []), ...asked, blank];
}

function entryRows({ question, struck, hints, mode }: View, { draft, message }: Local, glyphs: Glyphs): Line[] {
  if (!question) return [];
  const { presentation } = question;
  const rows = entryOf(presentation).rows(draft, presentation);
  const longest = Math.max(...rows.map(({ label }) => label.length));
  const aligned = rows.map((row) => ({ ...row, label: row.label === '' ? '' : row.label.padStart(longest) }));
  return [
    ...aligned.flatMap((row) => entryRow(row, presentation, strokeOn(row, struck, hints), mode, glyphs)),
    ...hints
      .filter((hint) => !('wrong' in hint)) // that stands in its row
      .map((hint) => hintInWords(hint, presentation))
      .filter((told) => told !== message) // the last one, until the next key: its row may lie below the window
      .map((told) => labelled(span('Hint  ', 'strong'), told)),
    blank,
  ];
}

/** Why an option does not count any more, one reason or both; undefined where it does. */
function strokeOn({ id }: EntryRow, struck: View['struck'], hints: View['hints']): string | undefined {
  if (id === undefined) return undefined;
  const reasons = [
    ...(isRuledOut(id, hints) ? ['hint: not right'] : []),
    ...(struck.includes(id) ? ['crossed out'] : []),
  ];
  return reasons.length > 0 ? reasons.join(', ') : undefined;
}

function entryRow(
  row: EntryRow,
  { kind, choose }: Presentation,
  stroke: string | undefined,
  mode: View['mode'],
  glyphs: Glyphs,
): Line[] {
  const isTaken = kind === 'matching' && row.box === undefined && row.picked;
  const marker = row.focused ? glyphs.focus : isTaken ? '-' : ' ';
  const own = box(row, kind, choose, mode);
  const label = row.label === '' ? '' : `${own === '' ? labelOf(row.label) : row.label} `; // a box keeps them apart too
  const lead = [span(`${marker} `, 'focus'), span(label), span(own)];
  const role = stroke ? 'quiet' : row.focused ? 'focus' : 'plain';
  const heading = row.heading ? [line(span(row.heading, 'quiet'))] : [];
  const lines = withStroke(labelledWithCode(lead, row.text, role), lead, hasCode(row.text), stroke);
  return [...heading, ...lines.map((one) => ({ ...one, focused: row.focused }))];
}

/** Why an option does not count stands behind its text; below code, of which it would seem to be a part. */
function withStroke(
  lines: readonly Line[],
  lead: readonly Span[],
  isCode: boolean,
  stroke: string | undefined,
): Line[] {
  if (stroke === undefined) return [...lines];
  const said = `(${stroke})`;
  if (isCode) return [...lines, labelled(blanksUnder(lead), span(said, 'quiet'))];
  return lines.map((one) => ({ ...one, spans: [...one.spans, span(`  ${said}`, 'quiet')] }));
}

/** Ticks for several, dots for one where it can be changed, places for an order, the numbers of partners. */
function box({ box: own, picked }: EntryRow, kind: string, choose: number | undefined, mode: View['mode']): string {
  if (kind === 'cloze') return 'Answer: ';
  if (own !== undefined) return `[${own || ' '}] `;
  if (kind === 'matching') return '';
  if (choose !== 1) return picked ? '[x] ' : '[ ] ';
  return mode === 'exam' ? (picked ? '(x) ' : '( ) ') : '';
}
