// What a line is where it stands: below the question that is being read.
import { isFirstLabel, isNextLabel, LETTER, labelOf } from '../../words/labels.ts';
import { asksWhy, endsAsking, headsReason, opensAnswer } from '../lines/line-words.ts';
import { type LetteredLine, lineOf, type MarkdownLine } from '../lines/lines.ts';
import { summaryIn } from '../lines/titles.ts';
import { asks, hasKey, isQuestion, type OpenQuestion, saysAnything } from './found.ts';
import { beginsOptions } from './options.ts';

/** "A1. 22" below "Q1. Which port …?". */
const OWN_ANSWER = /^\s*[*_]*A(\d{1,3})[*_]*[.:)][*_]*\s+(\S.*)$/;

/** The line, by its form and by what was read above it. */
export function lineThere(raw: string, reading: OpenQuestion | undefined): MarkdownLine {
  const line = lineOf(raw);
  if (line.kind === 'open-details') return isWrapper(raw, reading) ? { kind: 'blank' } : line;
  return reading ? lineBelow(line, reading) : line;
}

/**
 * A heading "Answer" below a question says that its answer follows; anywhere else it is a heading. "✅ B) …" is an option where one
 * with this letter is due, else the answer.
 */
function lineBelow(line: MarkdownLine, reading: OpenQuestion): MarkdownLine {
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
      return (zone === 'reason' && asNumbered(line.text, reading)) || line;
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

/** A number with a text, or a text that asks, and no options that were read: an answer below it can be meant for nothing else. */
function isOpen({ found, zone }: OpenQuestion): boolean {
  return zone === 'stem' && saysAnything(found.stem) && (found.startedBy === 'numbered' || asks(found));
}

/** Whether a collapsed part has whole questions in it: where it opens there is none that it could answer, and it announces nothing. */
function isWrapper(raw: string, reading: OpenQuestion | undefined): boolean {
  if (reading && (saysAnything(reading.found.stem) || isQuestion(reading.found))) return false;
  if (reading && asks(reading.found) && /<\/details>/i.test(raw)) return false; // no question stands on one line with it
  const summary = summaryIn(raw);
  return summary === undefined ? reading === undefined : !opensAnswer(summary) && !endsAsking(summary);
}

/** "24下列…": in scripts without spaces the number of the next question may stand right before its text. */
function asNumbered(line: string, { found }: OpenQuestion): MarkdownLine | undefined {
  const [, digits, text = ''] =
    /^\s*(\d{1,3})(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])(.+)$/u.exec(line) ?? [];
  const step = Number(digits) - (found.number ?? Number.NaN);
  const isNext = step > 0 && step < 4;
  return isNext ? { kind: 'numbered', number: Number(digits), sign: '', text, indent: 0, says: false } : undefined;
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

function isDue(line: LetteredLine, { found, zone }: OpenQuestion): boolean {
  const last = found.options.at(-1)?.label;
  if (zone !== 'options') return zone === 'stem' && isFirstLabel(line.label);
  return beginsOptions(line, found) || (last !== undefined && isNextLabel(last, line.label));
}
