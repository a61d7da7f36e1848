// Where a question of a Markdown list begins, and which lines below it may still be part of it.
import { isFirstLabel, isNextLabel, LETTER, labelOf } from '../../words/labels.ts';
import { holdsLabels } from '../../words/lettered.ts';
import { withoutMark } from '../../words/marks.ts';
import { summaryIn } from '../lines/details.ts';
import { areTitles, asksWhy, endsAsking, headsReason, isSectionTitle, opensAnswer } from '../lines/line-words.ts';
import type { MarkdownLine } from '../lines/lines.ts';
import {
  countsAnew,
  countsQuestions,
  headsQuestions,
  type LineAt,
  leadsToAnswer,
  leadsToOptions,
  standsAboveBoxes,
} from './ahead.ts';
import {
  asks,
  beginsBold,
  type Found,
  hasAnswer,
  hasStem,
  isBold,
  isNamedQuestion,
  isPlacedInPicture,
  isQuestion,
  opensPlacing,
} from './found.ts';
import type { OpenQuestion } from './open.ts';
import { beginsOptions } from './options.ts';
import { truthIn } from './truth.ts';

/** Lines that a question may begin with, other than text. */
const STARTS = ['meta', 'numbered', 'heading', 'asked'];

/** "A1. 22" below "Q1. Which port …?". */
const OWN_ANSWER = /^\s*[*_]*A(\d{1,3})[*_]*[.:)][*_]*\s+(\S.*)$/;

/**
 * A heading "Answer" below a question says that its answer follows; anywhere else it is a heading. "✅ B) …" is an option where one
 * with this letter is due, else the answer.
 */
export function asAnswer(line: MarkdownLine, reading: OpenQuestion | undefined): MarkdownLine {
  if (!reading) return line;
  const { found, zone } = reading;
  switch (line.kind) {
    case 'lettered':
      if (line.mark !== 'right' || isDue(line, reading)) return line;
      return { kind: 'answer', text: `${line.label}) ${line.text}` };
    case 'text': {
      const [, number, answer] = OWN_ANSWER.exec(line.text) ?? [];
      if (answer !== undefined && Number(number) === found.number) return { kind: 'answer', text: answer };
      if (found.hasChoices && /^\s*\d{1,3}\s*%\s*$/.test(line.text)) return { kind: 'votes' };
      if (opensWhy(line.text, reading)) return { kind: 'reason', text: '' };
      return zone === 'reason' ? asNumbered(line, reading) : line;
    }
    case 'heading': {
      const label = headedLabel(line.text, reading);
      if (label !== undefined)
        return { kind: 'lettered', label, text: '', isBold: false, hasColon: false, indent: 0, isHeaded: true };
      const isOne = isQuestion(found);
      if (opensWhy(line.text, reading) || (isOne && headsReason(line.text))) return { kind: 'reason', text: '' };
      const isBelow = zone !== 'reason' && (isOne || isOpen(reading));
      return line.saysAnswer && isBelow ? { kind: 'answer', text: '' } : line;
    }
    default:
      return line;
  }
}

function opensWhy(text: string, { found, zone }: OpenQuestion): boolean {
  return zone !== 'stem' && asksWhy(text) && hasKey(found);
}

/** A number with a text and no options that were read: an answer below it can be meant for nothing else. */
function isOpen({ found, zone }: OpenQuestion): boolean {
  return zone === 'stem' && found.startedBy === 'numbered' && hasStem(found);
}

/** A collapsed part with whole questions in it: where it opens there is none that it could answer, and it announces nothing. */
export function asWrapper(line: MarkdownLine, raw: string, reading: OpenQuestion | undefined): MarkdownLine {
  if (line.kind !== 'open-details' || (reading && (hasStem(reading.found) || isQuestion(reading.found)))) return line;
  if (reading && asks(reading.found) && /<\/details>/i.test(raw)) return line; // no question stands on one line with it
  const summary = summaryIn(raw);
  const isTitle = summary !== undefined && !opensAnswer(summary) && !endsAsking(summary);
  const isBare = summary === undefined && reading === undefined;
  return isTitle || isBare ? { kind: 'blank' } : line;
}

/** "24下列…": in scripts without spaces the number of the next question may stand right before its text. */
function asNumbered(line: Extract<MarkdownLine, { kind: 'text' }>, { found }: OpenQuestion): MarkdownLine {
  const [, digits, text = ''] =
    /^\s*(\d{1,3})(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])(.+)$/u.exec(line.text) ?? [];
  const step = Number(digits) - (found.number ?? Number.NaN);
  return step > 0 && step < 4
    ? { kind: 'numbered', number: Number(digits), sign: '', text, indent: 0, says: false }
    : line;
}

/** "### A" below a text that asks: the first of options that have their letters as headings, or one more of them. */
function headedLabel(text: string, { found, zone, isHidden }: OpenQuestion): string | undefined {
  if (isHidden || !isLetter(text)) return undefined;
  const label = labelOf(text.replace(/[.):]$/, ''));
  const isDue =
    zone === 'options' ? found.options.at(-1)?.isHeaded : zone === 'stem' && isFirstLabel(label) && asks(found);
  return isDue ? label : undefined;
}

/** Whether a heading is a single letter: that of an option, or of a list by the alphabet, and no topic. */
export function isLetter(title: string): boolean {
  return LETTER_ALONE.test(title);
}

const LETTER_ALONE = new RegExp(`^${LETTER}[.):]?$`, 'u');

function isDue(line: Extract<MarkdownLine, { kind: 'lettered' }>, { found, zone }: OpenQuestion): boolean {
  const last = found.options.at(-1)?.label;
  if (zone !== 'options') return zone === 'stem' && isFirstLabel(line.label);
  return beginsOptions(line, found) || (last !== undefined && isNextLabel(last, line.label));
}

/** Whether a line begins a question, and is no part of the one that is being read. */
export function startsQuestion(line: MarkdownLine, reading: OpenQuestion | undefined, at: LineAt): boolean {
  if (!reading) return STARTS.includes(line.kind);
  const { found, zone, wasBlank, isHidden } = reading;
  switch (line.kind) {
    case 'meta':
      return true;
    case 'asked':
      return !isHidden && (found.startedBy !== 'heading' || hasStem(found) || !isNumbered(found));
    case 'heading':
      return isHidden ? false : found.startedBy !== 'meta' || found.heading !== undefined || zone !== 'stem';
    case 'numbered':
      return !isHidden && (!isOption(line, reading) || isBelowProse(reading, at));
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

/** Whether its heading is no more than the number of a question, whose text follows. */
function isNumbered(found: Found): boolean {
  return isNamedQuestion(found) || /^[*_]*#?\d/.test(found.heading?.title ?? '');
}

function hasKey(found: Found): boolean {
  const isMarked = ({ isTicked, mark, text }: Found['options'][number]) =>
    isTicked || mark === 'right' || withoutMark(text).mark !== undefined;
  return hasAnswer(found) || found.options.some(isMarked);
}

/**
 * Numbered lines are options as long as they count on: under a question that was not numbered itself, or set in under it. Level with
 * it they begin at 1 with another sign, or are told by the question above them, which asks where they do not.
 */
function isOption(line: Extract<MarkdownLine, { kind: 'numbered' }>, { found, zone }: OpenQuestion): boolean {
  const { number, indent, says, sign, text } = line;
  if (found.meta === undefined && areTitles(found.stem)) return false;
  if (says || zone === 'answer' || zone === 'reason' || !mayHaveOptions(found)) return false;
  const last = found.options.at(-1);
  if (last && last.label !== String(number - 1)) return false;
  if (!last && number !== 1) return false;
  if (found.startedBy !== 'numbered' || indent > 1) return true;
  if (last && last.indent > 1) return false;
  return sign !== found.sign || (asks(found) && !endsAsking(text));
}

/** A number that asks and has its own options below it, or that counts questions, is no option of the prose above the first question. */
function isBelowProse({ found }: OpenQuestion, at: LineAt): boolean {
  const isProse = found.options.length === 0 && found.startedBy !== 'numbered' && !asks(found);
  return isProse && (countsAnew(at) || countsQuestions(at));
}

const UNSURE_LIST =
  'numbered lines that ask stand below it and above its options: whether they are questions of their own is not sure, so part them by headings';

/** Whether a numbered line of a list above options is part of a question's text; where that is not sure, the question is refused. */
export function isStatement(
  line: MarkdownLine,
  reading: OpenQuestion | undefined,
  list: { readonly isSure: boolean } | undefined,
): boolean {
  if (!list || !reading || !goesOnWithList(line, reading)) return false;
  if (!list.isSure) reading.found.broken ??= UNSURE_LIST;
  return true;
}

/** Whether a line of a list that asks nothing stands in the reason that an answer gives. A statement right below the answer does not. */
export function isInReason(line: MarkdownLine, reading: OpenQuestion | undefined): boolean {
  if (reading?.zone !== 'reason' || !hasKey(reading.found)) return false;
  const isStatement = line.kind === 'numbered' && truthIn(line.text) !== undefined;
  return !isStatement || reading.found.reason.some((text) => text.trim() !== '');
}

/** Whether it is the first point of a list below the text, or the one after the last. */
function goesOnWithList(line: MarkdownLine, { found, zone, isHidden }: OpenQuestion): boolean {
  if (line.kind !== 'numbered' || isHidden || found.startedBy !== 'numbered' || !hasStem(found)) return false;
  const last = found.options.at(-1);
  return last ? zone === 'options' && last.label === String(line.number - 1) : zone === 'stem' && line.number === 1;
}

/** A question text stands above, in lines or as a heading that asks. */
function mayHaveOptions(found: Found): boolean {
  return hasStem(found) || endsAsking(found.heading?.title ?? '');
}
