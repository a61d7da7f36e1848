// Markdown question lists in: ticked boxes, lettered options with "Answer: B", collapsed answers, one bold option.
import { limits } from '../core/limits.ts';
import { tooLong } from './bounds.ts';
import { refused } from './draft.ts';
import type { Source, Taken } from './format.ts';
import { keyBlocksIn } from './markdown-keys.ts';
import { type Line, lineOf } from './markdown-lines.ts';
import { type Waiting, withKey } from './markdown-match.ts';
import { asks, type Found, isQuestion, questionFrom } from './markdown-question.ts';
import { asAnswer, begin, hasStem, type Reading, startsQuestion } from './markdown-start.ts';
import { questionsFromTable, questionTablesIn } from './markdown-table.ts';
import { linesOf } from './source.ts';

export function* readMarkdown({ file, text, columns }: Source): Iterable<Taken> {
  let reading: Reading | undefined;
  const sections: { depth: number; title: string }[] = [];
  const lines = text.split('\n');
  const keys = new Map(keyBlocksIn(lines).map((key) => [key.first, key]));
  const tables = new Map(questionTablesIn(lines).map((table) => [table.first, table]));
  const waiting: Waiting[] = [];
  let fence = false;
  let passed = 0;
  const finish = function* (): Iterable<Taken> {
    const section = sections.at(-1)?.title;
    const isAsked = reading !== undefined && (isQuestion(reading.found) || (keys.size > 0 && asks(reading.found)));
    if (reading && isAsked && reading.length > limits.importRecordLength)
      yield refused({ file, line: reading.found.line }, 'too-large', tooLong());
    else if (reading && isAsked && keys.size > 0) waiting.push({ found: reading.found, section });
    else if (reading && isAsked) yield questionFrom(file, reading.found, section);
    else if (reading?.found.heading) enter(sections, reading.found.heading);
    reading = undefined;
  };
  for (const { text: raw, line: number } of linesOf(text)) {
    if (number <= passed) continue;
    const [key, table] = [keys.get(number), tables.get(number)];
    if (key || table) {
      yield* finish();
      if (key) yield* withKey(file, waiting.splice(0), key);
      if (table) yield* questionsFromTable(file, lines, table, columns?.get('from'));
      passed = (key ?? table)?.last ?? number;
      continue;
    }
    const line = asAnswer(lineOf(raw), reading);
    if (line.kind === 'fence') fence = !fence;
    if (fence || line.kind === 'fence') {
      reading ??= begin(number);
      if (hasRoomFor(raw, reading)) place(reading).push(raw);
      continue;
    }
    if (startsQuestion(line, reading)) {
      yield* finish();
      reading = begin(number, line);
    }
    if (line.kind === 'rule') yield* finish();
    else if (line.kind !== 'blank' || reading) {
      reading ??= begin(number);
      if (hasRoomFor(raw, reading)) take(reading, line, raw);
    }
  }
  yield* finish();
  for (const { found, section } of waiting) if (isQuestion(found)) yield questionFrom(file, found, section);
  if (fence)
    yield refused(
      { file, line: 1 },
      'unclosed-code',
      'a code block opens (```) and is never closed: what follows it was not read as questions',
    );
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
      if (line.text.trim() === '' && found.options.length === 0 && /answers/i.test(raw)) return; // above a list of options
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
  if (isGiven(line, found) && zone === 'options') {
    found.answers.push(line.text);
    reading.zone = 'reason';
  } else if (option) {
    found.options.push({ why: [], ...option });
    reading.zone = 'options';
  } else if (line.kind === 'remark' && zone === 'options') found.options.at(-1)?.why.push(line.text);
  else if ((line.kind === 'numbered' || line.kind === 'asked') && zone === 'stem') found.stem.push(line.text);
  else if (zone === 'answer') takeAnswer(reading, line.kind === 'remark' ? line.text : raw);
  else place(reading).push(line.kind === 'remark' ? line.text : raw);
}

/** "A: B" after the options of a "Q: …". */
function isGiven(line: Line, { startedBy, options }: Found): line is Extract<Line, { kind: 'lettered' }> {
  return startedBy === 'asked' && line.kind === 'lettered' && line.label === 'A' && line.hasColon && options.length > 1;
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
