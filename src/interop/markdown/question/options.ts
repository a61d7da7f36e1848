// Which lines of a Markdown list are options of the question that is being read.
import { isFirstLabel, isNextLabel, latinPlace } from '../../words/labels.ts';
import { holdsLabels } from '../../words/lettered.ts';
import { withoutMark } from '../../words/marks.ts';
import { endsAsking } from '../lines/line-words.ts';
import type { LetteredLine, MarkdownLine } from '../lines/lines.ts';
import { type Found, type OpenQuestion, saysAnything } from './found.ts';
import { isFirstOption } from './start.ts';

/** A point that is set in below an option: its reason. */
export function isBelowOption(line: MarkdownLine, { found, zone }: OpenQuestion): boolean {
  const last = found.options.at(-1);
  return zone === 'options' && last !== undefined && line.kind === 'bullet' && line.indent >= last.indent + 2;
}

/** A paragraph of its own below the options: it is part of none, unless another option follows it. */
export function standsAside(
  { found, zone, wasBlank, isHidden }: OpenQuestion,
  line: MarkdownLine,
  raw: string,
): boolean {
  const last = found.options.at(-1);
  if (zone !== 'options' || isHidden || last?.isHeaded) return false;
  const isText = line.kind === 'text' || line.kind === 'blank' || line.kind === 'remark' || line.kind === 'row';
  if (found.aside.length > 0) return isText || (line.kind === 'bullet' && !beginsOptions(line, found));
  if (!wasBlank || /^\s/.test(raw) || found.options.length < 2) return false;
  if (line.kind === 'remark') return found.options.some((option) => option !== last && option.why.length === 0);
  return line.kind === 'text' || line.kind === 'row';
}

/** What stood aside below an option that another follows: quotes alone are its reason, all else is more of its text. */
export function takeBack({ options, aside }: Found): void {
  const lines = aside.splice(0);
  const areQuotes = lines.length > 0 && lines.every((line) => line.trim() === '' || QUOTE.test(line));
  const last = options.at(-1);
  if (areQuotes) last?.why.push(...lines.map((line) => line.replace(QUOTE, '')));
  else last?.text.push(...lines);
}

const QUOTE = /^>\s?/;

/** The first letter or a box right below an answer, where no options stand above it: they stand below. */
export function beginsBelowAnswer(line: MarkdownLine, { found, zone, isHidden }: OpenQuestion): boolean {
  if (!isFirstOption(line) || zone !== 'reason' || isHidden || found.meta !== undefined) return false;
  const isBare = found.options.length === 0 && !holdsLabels(found.stem.join('\n'));
  return isBare && saysAnything(found.answers) && !saysAnything(found.reason);
}

/**
 * The first letter below points or numbers, the first box below numbers or behind a text below points, the first point behind a text
 * that asks: what stands above is part of the text, and these lines are the options.
 */
export function beginsOptions(line: MarkdownLine, found: Found): boolean {
  const { options } = found;
  if (options.length === 0 || options.some(({ isTask }) => isTask)) return false;
  if (line.kind === 'task')
    return textBelow(found).length > 0 || options.every(({ label }) => label !== undefined && !/\D/.test(label));
  if (line.kind === 'bullet') return endsAsking(textBelow(found).at(-1) ?? '') && !areSurelyOptions(found);
  const isFirst = line.kind === 'lettered' && /\D/.test(line.label) && isFirstLabel(line.label);
  return isFirst && options.every(({ label }) => !/\D/.test(label ?? ''));
}

/** What stands below the last option and is no line of its own kind: more of it, or a text of its own. */
function textBelow({ options, aside }: Found): string[] {
  return [...(options.at(-1)?.text.slice(1) ?? []), ...aside].filter((line) => line.trim() !== '');
}

/** Whether the options so far have letters or numbers, marks or an answer, so that they are the options indeed. */
function areSurelyOptions({ options, answers }: Found): boolean {
  return answers.length > 0 || options.some(({ label, text }) => label !== undefined || withoutMark(text).mark);
}

/** Why a letter cannot be that of an option here: it is the first again, or one or two are missing before it. */
export function brokenLabels(line: MarkdownLine, { options, startedBy }: Found): string | undefined {
  const last = options.at(-1);
  if (line.kind !== 'lettered' || !last?.label || !/\D/.test(last.label) || isNextLabel(last.label, line.label))
    return undefined;
  if (startedBy === 'asked' || line.indent > last.indent + 1) return undefined;
  if (isFirstLabel(line.label) && options.length > 1)
    return `the options begin again with ${line.label}: part the questions by headings or numbers`;
  const gap = latinPlace(line.label) - latinPlace(last.label);
  const isGap = latinPlace(last.label) >= 0 && gap > 1 && gap < 4;
  return isGap ? `option ${line.label} follows ${last.label}: the labels between them are missing` : undefined;
}

/** "A: B" after the options of a "Q: …". */
export function isGiven(line: MarkdownLine, { startedBy, options }: Found): line is LetteredLine {
  return startedBy === 'asked' && line.kind === 'lettered' && line.label === 'A' && line.hasColon && options.length > 1;
}

/** The option that a line begins; undefined where it begins none. */
export function optionOf(
  line: MarkdownLine,
  { options, startedBy, stem }: Found,
): Omit<Found['options'][number], 'why'> | undefined {
  const last = options.at(-1);
  const indent = 'indent' in line ? line.indent : 0;
  switch (line.kind) {
    case 'task':
      return { text: [line.text], isTicked: line.isTicked, isTask: true, indent };
    case 'lettered': {
      const isNext = last?.label ? isNextLabel(last.label, line.label) : isFirstLabel(line.label) && !last;
      const mark = line.mark && { mark: line.mark };
      const text = line.isBold ? `**${line.text}**` : line.text;
      const headed = line.isHeaded && { isHeaded: true };
      return isNext ? { text: [text], label: line.label, indent, ...mark, ...headed } : undefined;
    }
    case 'numbered':
      return startedBy === 'numbered' && stem.length === 0
        ? undefined
        : { text: [line.text], label: String(line.number), indent };
    case 'bullet':
      return last?.label ? undefined : { text: [line.text], indent };
    default:
      return undefined;
  }
}
