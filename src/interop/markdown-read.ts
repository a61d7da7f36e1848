// Markdown question lists in: ticked boxes, lettered options with "Answer: B", collapsed answers, one bold option.
import { limits } from '../core/limits.ts';
import { tooLong } from './bounds.ts';
import { refused } from './draft.ts';
import type { Source, Taken } from './format.ts';
import { holdsLabels } from './lettered.ts';
import { type Line, lineOf } from './markdown-lines.ts';
import { type Found, isQuestion, questionFrom } from './markdown-question.ts';
import { linesOf } from './source.ts';

/** The question being read and what the next line belongs to. */
interface Reading {
  readonly found: Found;
  zone: 'stem' | 'options' | 'answer' | 'reason';
  isHidden: boolean;
  /** Whether the last line was blank. */
  wasBlank: boolean;
  /** Characters of its lines. What goes beyond a record's is passed over. */
  length: number;
}

export function* readMarkdown({ file, text }: Source): Iterable<Taken> {
  let reading: Reading | undefined;
  const sections: { depth: number; title: string }[] = [];
  let fence = false;
  const finish = function* (): Iterable<Taken> {
    if (reading && isQuestion(reading.found)) {
      const { found, length } = reading;
      if (length > limits.importRecordLength) yield refused({ file, line: found.line }, 'too-large', tooLong());
      else yield questionFrom(file, found, sections.at(-1)?.title);
    } else if (reading?.found.heading) enter(sections, reading.found.heading);
    reading = undefined;
  };
  for (const { text: raw, line: number } of linesOf(text)) {
    const line = lineOf(raw);
    if (line.kind === 'fence') fence = !fence;
    if (fence || line.kind === 'fence') {
      reading ??= begin(number, 'text');
      if (hasRoomFor(raw, reading)) place(reading).push(raw);
      continue;
    }
    if (startsQuestion(line, reading)) {
      yield* finish();
      reading = begin(
        number,
        line.kind === 'meta' || line.kind === 'numbered' || line.kind === 'heading' ? line.kind : 'text',
      );
    }
    if (line.kind === 'rule') yield* finish();
    else if (line.kind !== 'blank' || reading) {
      reading ??= begin(number, 'text');
      if (hasRoomFor(raw, reading)) take(reading, line, raw);
    }
  }
  yield* finish();
  if (fence)
    yield refused(
      { file, line: 1 },
      'unclosed-code',
      'a code block opens (```) and is never closed: what follows it was not read as questions',
    );
}

function begin(line: number, startedBy: Found['startedBy']): Reading {
  return {
    found: { line, startedBy, stem: [], options: [], rows: [], answers: [], reason: [] },
    zone: 'stem',
    isHidden: false,
    wasBlank: false,
    length: 0,
  };
}

/** Counts the line in. A record may have so many characters, and a chapter without a question any number. */
function hasRoomFor(line: string, reading: Reading): boolean {
  reading.length += line.length + 1;
  return reading.length <= limits.importRecordLength;
}

function enter(sections: { depth: number; title: string }[], heading: { depth: number; title: string }): void {
  while (sections.length > 0 && (sections.at(-1)?.depth ?? 0) >= heading.depth) sections.pop();
  sections.push(heading);
}

function startsQuestion(line: Line, reading: Reading | undefined): boolean {
  if (!reading) return line.kind === 'meta' || line.kind === 'numbered' || line.kind === 'heading';
  const { found, zone, wasBlank, isHidden } = reading;
  switch (line.kind) {
    case 'meta':
      return true;
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

function hasStem({ stem }: Found): boolean {
  return stem.some((line) => line.trim() !== '');
}

/** A question text stands above, in lines or as a heading that asks. */
function mayHaveOptions(found: Found): boolean {
  return hasStem(found) || /[?？]$/.test(found.heading?.title ?? '');
}

function take(reading: Reading, line: Line, raw: string): void {
  const { found } = reading;
  reading.wasBlank = line.kind === 'blank';
  switch (line.kind) {
    case 'meta':
      found.meta = line.text;
      return;
    case 'heading':
      found.heading = { depth: line.depth, title: line.text };
      return;
    case 'open-details':
      reading.isHidden = true;
      reading.zone = 'answer';
      takeHidden(reading, raw);
      return;
    case 'close-details':
      reading.isHidden = false;
      return;
    case 'answer':
      if (found.answers.length > 0 && found.reason.some((text) => text.trim() !== '')) found.isAnsweredTwice = true;
      reading.zone = line.text.trim() === '' ? 'answer' : 'reason';
      found.answers.push(line.text);
      return;
    case 'reason':
      reading.zone = 'reason';
      found.reason.push(line.text);
      return;
    case 'row':
      found.rows.push(line.cells);
      return;
    case 'blank':
      if (reading.zone !== 'stem' || hasStem(found)) place(reading).push('');
      return;
    default:
      takePart(reading, line, raw);
  }
}

/** An option, or a line that goes on with what stands before it. */
function takePart(reading: Reading, line: Line, raw: string): void {
  const { found, zone, isHidden } = reading;
  const mayBeOption =
    !isHidden && (zone === 'stem' || zone === 'options') && (hasStem(found) || found.heading !== undefined);
  const option = mayBeOption ? optionOf(line, found) : undefined;
  if (option) {
    found.options.push({ why: [], ...option });
    reading.zone = 'options';
  } else if (line.kind === 'remark' && zone === 'options') found.options.at(-1)?.why.push(line.text);
  else if (line.kind === 'numbered' && zone === 'stem') found.stem.push(line.text);
  else if (zone === 'answer') takeAnswer(reading, line.kind === 'remark' ? line.text : raw);
  else place(reading).push(line.kind === 'remark' ? line.text : raw);
}

function optionOf(line: Line, { options, startedBy, stem }: Found): Omit<Found['options'][number], 'why'> | undefined {
  const last = options.at(-1);
  switch (line.kind) {
    case 'task':
      return { text: [line.text], isTicked: line.isTicked, isTask: true };
    case 'lettered': {
      const isNext = last?.label
        ? line.label.charCodeAt(0) === last.label.charCodeAt(0) + 1
        : line.label === 'A' && !last;
      return isNext ? { text: [line.isBold ? `**${line.text}**` : line.text], label: line.label } : undefined;
    }
    case 'numbered':
      return startedBy === 'numbered' && stem.length === 0
        ? undefined
        : { text: [line.text], label: String(line.number) };
    case 'bullet':
      return last?.label ? undefined : { text: [line.text] };
    default:
      return undefined;
  }
}

/** Where a line goes that says nothing of its own. */
function place({ found, zone }: Reading): string[] {
  if (zone === 'stem') return found.stem;
  if (zone === 'options') return found.options.at(-1)?.text ?? found.stem;
  return found.reason;
}

/** What stands on the line of <details> besides the summary. */
function takeHidden(reading: Reading, raw: string): void {
  const rest = raw.replace(/<\/?details[^>]*>/gi, '').replace(/<summary>[\s\S]*?<\/summary>/i, '');
  if (/<\/details>/i.test(raw)) reading.isHidden = false;
  const line = lineOf(rest);
  if (line.kind === 'answer') take(reading, line, rest);
  else if (rest.trim() !== '') takeAnswer(reading, rest);
}

/** The first line with text after "Answer:" or in a collapsed block is the answer, what follows the reason. */
function takeAnswer(reading: Reading, raw: string): void {
  const text = raw.replace(/<\/?(details|summary|p|b|strong|div)\b[^>]*>/gi, '').trim();
  if (
    text === '' ||
    /^<summary>.*<\/summary>$/i.test(raw.trim()) ||
    /^(show |see |view |click )?.{0,20}\b(answers?|solution)\b.{0,10}$/i.test(text)
  )
    return;
  reading.found.answers.push(text);
  reading.zone = 'reason';
}
