// Where a question of a Markdown list begins, and which lines below it may still be part of it.
import { holdsLabels } from './lettered.ts';
import type { Line } from './markdown-lines.ts';
import { type Found, isQuestion } from './markdown-question.ts';

/** The question being read and what the next line belongs to. */
export interface Reading {
  readonly found: Found;
  zone: 'stem' | 'options' | 'answer' | 'reason';
  isHidden: boolean;
  /** Whether the last line was blank. */
  wasBlank: boolean;
  /** Characters of its lines. What goes beyond a record's is passed over. */
  length: number;
}

/** Lines that a question may begin with, other than text. */
const STARTS = ['meta', 'numbered', 'heading', 'asked'] as const;

export function begin(at: number, line?: Line): Reading {
  const startedBy = STARTS.find((kind) => kind === line?.kind) ?? 'text';
  const number = line?.kind === 'numbered' ? { number: line.number } : {};
  return {
    found: { line: at, startedBy, ...number, stem: [], options: [], rows: [], answers: [], reason: [] },
    zone: 'stem',
    isHidden: false,
    wasBlank: false,
    length: 0,
  };
}

/** A heading "Answer" below a question says that its answer follows; anywhere else it is a heading. */
export function asAnswer(line: Line, reading: Reading | undefined): Line {
  const isBelow = reading !== undefined && reading.zone !== 'reason' && isQuestion(reading.found);
  return line.kind === 'heading' && line.saysAnswer && isBelow ? { kind: 'answer', text: '' } : line;
}

export function startsQuestion(line: Line, reading: Reading | undefined): boolean {
  if (!reading) return STARTS.some((kind) => kind === line.kind);
  const { found, zone, wasBlank, isHidden } = reading;
  switch (line.kind) {
    case 'meta':
      return true;
    case 'asked':
      return !isHidden && (found.startedBy !== 'heading' || hasStem(found));
    case 'heading':
      return isHidden ? false : found.startedBy !== 'meta' || found.heading !== undefined || zone !== 'stem';
    case 'numbered':
      return !isHidden && !isOption(line, reading);
    case 'text':
      return (
        wasBlank &&
        !isHidden &&
        zone !== 'stem' &&
        found.startedBy !== 'meta' &&
        (zone !== 'reason' || /\?\s*[*_]*$/.test(line.text) || holdsLabels(line.text)) &&
        hasKey(found)
      );
    default:
      return false;
  }
}

function hasKey({ options, answers }: Found): boolean {
  return answers.some((answer) => answer.trim() !== '') || options.some(({ isTicked }) => isTicked);
}

/** Numbered lines are options under a question that was not numbered itself, as long as they count on. */
function isOption({ number, indent, says }: Extract<Line, { kind: 'numbered' }>, { found, zone }: Reading): boolean {
  if (says || zone === 'answer' || zone === 'reason' || !mayHaveOptions(found)) return false;
  const last = found.options.at(-1);
  if (last && last.label !== String(number - 1)) return false;
  if (!last && number !== 1) return false;
  return found.startedBy === 'meta' || (found.startedBy === 'numbered' ? indent > 1 : true);
}

export function hasStem({ stem }: Found): boolean {
  return stem.some((line) => line.trim() !== '');
}

/** A question text stands above, in lines or as a heading that asks. */
function mayHaveOptions(found: Found): boolean {
  return hasStem(found) || /[?？]$/.test(found.heading?.title ?? '');
}
