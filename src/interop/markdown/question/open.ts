// The question of a Markdown list that is being read.
import { limits } from '../../../core/limits.ts';
import type { MarkdownLine } from '../lines/lines.ts';
import type { Found } from './found.ts';

/** The question being read and what the next line belongs to. */
export interface OpenQuestion {
  readonly found: Found;
  zone: 'stem' | 'options' | 'answer' | 'reason';
  isHidden: boolean;
  /** Whether the last line was blank. */
  wasBlank: boolean;
  /** Characters of its lines. What goes beyond a record's is passed over. */
  length: number;
  /** Its lines, and the question in whose reason they stand if they ask nothing. */
  readonly lines: string[];
  readonly reasonOf?: Found | undefined;
}

/** Lines that a question may begin with, other than text. */
const STARTS = ['meta', 'numbered', 'heading', 'asked', 'bullet'] as const;

/** A question that begins on a line, of which nothing is known besides, below the reason of another. */
export function begin(at: number, line?: MarkdownLine, reasonOf?: Found): OpenQuestion {
  const startedBy = STARTS.find((kind) => kind === line?.kind) ?? 'text';
  const number = line?.kind === 'numbered' ? { number: line.number, sign: line.sign, says: line.says } : {};
  const indent = line && 'indent' in line ? { indent: line.indent } : {};
  return {
    found: {
      line: at,
      startedBy,
      ...number,
      ...indent,
      stem: [],
      options: [],
      rows: [],
      answers: [],
      reason: [],
      aside: [],
    },
    zone: 'stem',
    isHidden: false,
    wasBlank: false,
    length: 0,
    lines: [],
    reasonOf,
  };
}

/** Whether it has more characters than a record may have. */
export function isTooLong({ length }: OpenQuestion): boolean {
  return length > limits.importRecordLength;
}

/** Where a line goes that says nothing of its own. */
export function place({ found, zone }: OpenQuestion): string[] {
  if (zone === 'stem') return found.stem;
  if (found.aside.length > 0 && zone === 'options') return found.aside;
  if (zone === 'options') return found.options.at(-1)?.text ?? found.stem;
  return found.reason;
}
