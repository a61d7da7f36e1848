// Where a question begins, by the lines above, and by what comes below where the line alone does not tell.
import { isFirstLabel } from '../../words/labels.ts';
import { holdsLabels } from '../../words/lettered.ts';
import { type LineAt, linesBelow, linesFrom } from '../lines/around.ts';
import { endsAsking } from '../lines/line-words.ts';
import type { MarkdownLine, NumberedLine } from '../lines/lines.ts';
import { areTitles, isSectionTitle } from '../lines/titles.ts';
import {
  asks,
  beginsBold,
  type Found,
  hasKey,
  isBold,
  isNamedQuestion,
  isPlacedInPicture,
  type OpenQuestion,
  opensPlacing,
  saysAnything,
} from './found.ts';
import type { Lists } from './lists.ts';
import { truthIn } from './truth.ts';

/** Whether a line begins a question, by the lists of the paste and by the question that is being read. */
export function begins(line: MarkdownLine, reading: OpenQuestion | undefined, at: LineAt, lists: Lists): boolean {
  const number = at.index + 1;
  if (line.kind === 'bullet' && lists.isNested(number)) return true;
  if (isStatement(line, reading, lists.statements.get(number)) || lists.options.has(number)) return false;
  if (lists.prose.has(number) && isInReason(line, reading)) return false;
  return reading ? beginsBelow(line, reading, at) : STARTS.includes(line.kind);
}

/** Lines that a question may begin with, other than text. */
const STARTS = ['meta', 'numbered', 'heading', 'asked'];

/** Whether a line begins a question, and is no part of the one that is being read. */
function beginsBelow(line: MarkdownLine, reading: OpenQuestion, at: LineAt): boolean {
  const { found, zone, wasBlank, isHidden } = reading;
  switch (line.kind) {
    case 'meta':
      return true;
    case 'asked':
      if (isHidden || found.startedBy !== 'heading' || saysAnything(found.stem)) return !isHidden;
      return !isNamedQuestion(found) && !/^[*_]*#?\d/.test(found.heading?.title ?? ''); // a number, whose text follows
    case 'heading':
      return isHidden ? false : found.startedBy !== 'meta' || found.heading !== undefined || zone !== 'stem';
    case 'numbered':
      return !isHidden && (!isOption(line, reading) || isBelowProse(line, reading, at));
    case 'bullet':
    case 'task':
      return !isHidden && found.startedBy === 'bullet' && line.indent <= (found.indent ?? 0);
    case 'text':
      if (isHidden || found.startedBy === 'meta') return false;
      if (zone !== 'stem' && opensPlacing(line.text, wasBlank)) return true;
      if (!wasBlank) return false;
      if (zone === 'stem') return isPlacedInPicture(found) && endsAsking(line.text) && leadsToAnswer(at);
      if (isSectionTitle(line.text) && headsQuestions(at)) return true;
      if (!hasKey(found)) return false;
      if (endsAsking(line.text) || holdsLabels(line.text)) return leadsToAnswer(at); // else it would be lost
      if (zone !== 'reason' || (beginsBold(found) && isBold(line.text))) return leadsToOptions(at, found);
      return standsAboveBoxes(at);
    default:
      return false;
  }
}

/**
 * Numbered lines are options as long as they count on: under a question that was not numbered itself, or set in under it. Level with
 * it they begin at 1 with another sign, or are told by the question above them, which asks where they do not.
 */
function isOption(line: NumberedLine, { found, zone }: OpenQuestion): boolean {
  const { number, indent, says, sign, text } = line;
  if (found.meta === undefined && areTitles(found.stem)) return false;
  const isAsked = saysAnything(found.stem) || endsAsking(found.heading?.title ?? '');
  if (says || zone === 'answer' || zone === 'reason' || !isAsked) return false;
  const last = found.options.at(-1);
  if (last && last.label !== String(number - 1)) return false;
  if (!last && number !== 1) return false;
  if (found.startedBy !== 'numbered' || indent > 1) return true;
  if (last && last.indent > 1) return false;
  return sign !== found.sign || (asks(found) && !endsAsking(text));
}

/** A number that asks and has its own options below it, or that counts questions, is no option of the prose above the first question. */
function isBelowProse(line: NumberedLine, { found }: OpenQuestion, at: LineAt): boolean {
  const isProse = found.options.length === 0 && found.startedBy !== 'numbered' && !asks(found);
  return isProse && (countsAnew(at) || countsQuestions(line, at));
}

const UNSURE_LIST =
  'numbered lines that ask stand below it and above its options: whether they are questions of their own is not sure, so part them by headings';

/** Whether a numbered line of a list above options is part of a question's text; where that is not sure, the question is refused. */
function isStatement(
  line: MarkdownLine,
  reading: OpenQuestion | undefined,
  list: { readonly isSure: boolean } | undefined,
): boolean {
  if (!list || !reading || !goesOnWithList(line, reading)) return false;
  if (!list.isSure) reading.found.broken ??= UNSURE_LIST;
  return true;
}

/** Whether a line of a list that asks nothing stands in the reason that an answer gives. A statement right below the answer does not. */
function isInReason(line: MarkdownLine, reading: OpenQuestion | undefined): boolean {
  if (reading?.zone !== 'reason' || !hasKey(reading.found)) return false;
  const isStatement = line.kind === 'numbered' && truthIn(line.text) !== undefined;
  return !isStatement || saysAnything(reading.found.reason);
}

/** Whether it is the first point of a list below the text, or the one after the last. */
function goesOnWithList(line: MarkdownLine, { found, zone, isHidden }: OpenQuestion): boolean {
  if (line.kind !== 'numbered' || isHidden || found.startedBy !== 'numbered' || !saysAnything(found.stem)) return false;
  const last = found.options.at(-1);
  return last ? zone === 'options' && last.label === String(line.number - 1) : zone === 'stem' && line.number === 1;
}

type Kinds = readonly MarkdownLine['kind'][];

/** Whether boxes follow right below the line. */
function standsAboveBoxes(at: LineAt): boolean {
  for (const { kind } of linesBelow(at)) if (kind !== 'blank') return kind === 'task';
  return false;
}

/** What stands in a question above its options no more than in another one. */
const APART: Kinds = ['heading', 'numbered', 'asked', 'rule', 'meta', 'reason', 'open-details'];

/** Whether options like those of a question follow a line, before anything that belongs to another one, or begins as the question did. */
function leadsToOptions(at: LineAt, found: Found): boolean {
  const areTasks = found.options.some(({ isTask }) => isTask);
  const areLettered = found.options.some(({ label }) => label !== undefined);
  for (const line of linesBelow(at)) {
    if (line.kind === 'task' || line.kind === 'answer') return true;
    if (line.kind === 'lettered') return areLettered && isFirstLabel(line.label);
    if (line.kind === 'bullet') return !areTasks && !areLettered;
    if (APART.includes(line.kind) || (line.kind === 'text' && beginsBold(found) && isBold(line.text))) return false;
  }
  return false;
}

/** What tells options or an answer by itself, what is an option only below a text that asks, and what is neither. */
const SURE: Kinds = ['task', 'answer', 'open-details'];
const PERHAPS: Kinds = ['numbered', 'lettered', 'bullet'];
const NEITHER: Kinds = ['asked', 'rule', 'meta', 'reason'];

/**
 * Whether anything follows that can be options or an answer, so that the line may ask. Options alone are enough right below a text that
 * asks; below any other an answer must follow them.
 */
function leadsToAnswer(at: LineAt): boolean {
  let text = at.lines[at.index] ?? '';
  let points = 0;
  for (const line of linesBelow(at)) {
    if (SURE.includes(line.kind)) return true;
    if (line.kind === 'heading') return line.saysAnswer;
    if (NEITHER.includes(line.kind)) return false;
    if (line.kind === 'numbered') points += 1;
    if (line.kind === 'numbered' && !countsTo(points, line)) return false;
    if (PERHAPS.includes(line.kind) && endsAsking(text)) return true;
    if (line.kind === 'text') text = line.text;
  }
  return false;
}

/** Whether a line counts on to a number, and no word before it calls it a question. */
export function countsTo(number: number, line: MarkdownLine): line is NumberedLine {
  return line.kind === 'numbered' && !line.says && line.number === number;
}

/** Whether a question with a number or a heading comes next, after nothing but titles. */
function headsQuestions(at: LineAt): boolean {
  for (const line of linesBelow(at)) {
    if (line.kind === 'numbered' || line.kind === 'asked' || line.kind === 'heading') return true;
    if (line.kind !== 'blank' && !(line.kind === 'text' && isSectionTitle(line.text))) return false;
  }
  return false;
}

/** Whether the line asks and numbers that count from 1 again stand below it: its options. */
function countsAnew(at: LineAt): boolean {
  let last = '';
  for (const { line, number } of linesFrom(at)) {
    if (line.kind === 'numbered' && number > at.index + 1) return countsTo(1, line) && endsAsking(last);
    if (line.kind === 'numbered' || line.kind === 'text') last = line.text;
    else if (line.kind !== 'blank') return false;
  }
  return false;
}

/** Whether letters or boxes stand below the number, and the next number below those. */
function countsQuestions({ number, sign }: NumberedLine, at: LineAt): boolean {
  let hasOptions = false;
  for (const line of linesBelow(at)) {
    if (line.kind === 'numbered') return hasOptions && line.number === number + 1 && line.sign === sign;
    if (line.kind === 'heading' && !hasOptions) return false;
    hasOptions ||= isFirstOption(line);
  }
  return false;
}

/** Whether a line is a box, or has the letter with which options begin. */
export function isFirstOption(line: MarkdownLine): boolean {
  return line.kind === 'task' || (line.kind === 'lettered' && isFirstLabel(line.label));
}
