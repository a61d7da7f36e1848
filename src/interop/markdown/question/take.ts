// A line into the question that is being read: its text, its options, its answer or its reason.
import { optionsOnLine } from '../../words/lettered.ts';
import type { MarkdownLine } from '../lines/lines.ts';
import { headsOptions, namesTopic } from '../lines/titles.ts';
import { type Found, hasStem } from './found.ts';
import { isTooLong, type OpenQuestion, place } from './open.ts';
import {
  beginsBelowAnswer,
  beginsOptions,
  brokenLabels,
  isBelowOption,
  isGiven,
  optionOf,
  standsAside,
  takeBack,
} from './options.ts';
import { closeHidden, furtherAnswer, takeAnswer, takeBelow, takeFurther, takeHidden } from './take-answer.ts';

/** Takes a line into the question that is being read. What goes beyond a record's length is passed over. */
export function take(reading: OpenQuestion, line: MarkdownLine, raw: string): void {
  reading.length += raw.length + 1;
  if (isTooLong(reading)) return;
  reading.lines.push(line.kind === 'code' ? line.text : raw);
  if (line.kind === 'code') place(reading).push(line.text);
  else takeLine(reading, line, raw);
}

function takeLine(reading: OpenQuestion, line: MarkdownLine, raw: string): void {
  const { found } = reading;
  const isAside = standsAside(reading, line, raw);
  reading.wasBlank = line.kind === 'blank';
  if (isAside) {
    found.aside.push(raw);
    return;
  }
  switch (line.kind) {
    case 'meta':
      found.meta = line.text;
      return;
    case 'choice':
    case 'votes':
      found.hasChoices = true;
      return;
    case 'heading':
      if (found.heading === undefined && !reading.isHidden) found.heading = { depth: line.depth, title: line.text };
      else if (!reading.isHidden || line.text !== '') place(reading).push(line.text);
      return;
    case 'open-details':
      reading.isHidden = true;
      reading.zone = 'answer';
      takeHidden(reading, raw);
      return;
    case 'close-details':
      closeHidden(reading);
      return;
    case 'answer':
      takeAnswer(reading, line.text, raw);
      return;
    case 'reason':
      reading.zone = 'reason';
      found.listsAnswers = false; // points below it are its own
      found.reason.push(line.text);
      return;
    case 'row':
      if (found.meta !== undefined) found.rows.push(line.cells);
      else if (reading.zone !== 'options') place(reading).push(raw);
      return;
    case 'blank':
      if ((reading.zone !== 'stem' || hasStem(found)) && place(reading).at(-1) !== '') place(reading).push('');
      return;
    default:
      takePart(reading, line, raw);
  }
}

/** An option, or a line that goes on with what stands before it. */
function takePart(reading: OpenQuestion, line: MarkdownLine, raw: string): void {
  if (beginsBelowAnswer(line, reading)) reading.zone = 'options';
  const { found, zone, isHidden } = reading;
  if (zone === 'stem' && !hasStem(found) && namesTopic(raw)) return;
  const further = furtherAnswer(line, reading);
  const areOptions = !isHidden && (zone === 'stem' || zone === 'options');
  if (areOptions && beginsOptions(line, found)) backToStem(reading, line.kind === 'lettered');
  const mayBeOption = areOptions && (hasStem(found) || found.heading !== undefined);
  const option = mayBeOption && !isBelowOption(line, reading) ? optionOf(line, found) : undefined;
  const broken = areOptions && zone === 'options' ? brokenLabels(line, found) : undefined;
  if (broken !== undefined) found.broken ??= broken;
  if (isGiven(line, found) && zone === 'options') {
    found.answers.push(line.text);
    reading.zone = 'reason';
  } else if (option) {
    takeBack(found);
    const several = found.options.length === 0 ? optionsOnLine(raw) : undefined;
    for (const { label, text } of several ?? []) found.options.push({ why: [], ...option, label, text: [text] });
    if (!several) found.options.push({ why: [], ...option });
    reading.zone = 'options';
  } else if (zone === 'options' && (isRemark(line, found) || isBelowOption(line, reading)) && 'text' in line)
    found.options.at(-1)?.why.push(line.text.replace(FEEDBACK, ''));
  else if (line.kind === 'text' && zone === 'stem' && headsOptions(raw)) return;
  else if ((line.kind === 'numbered' || line.kind === 'asked' || isStart(line, found)) && zone === 'stem')
    found.stem.push(line.text);
  else if (zone === 'answer') takeBelow(reading, line.kind === 'remark' ? line.text : raw);
  else if (further !== undefined) takeFurther(found, further);
  else place(reading).push(line.kind === 'remark' ? line.text : raw);
}

/** A quote below an option is its reason, and so is "... No, since", as text2qti has it; below the heading that is an option's letter it is the option. */
function isRemark(line: MarkdownLine, { options }: Found): boolean {
  const isFeedback = line.kind === 'text' && FEEDBACK.test(line.text);
  return (line.kind === 'remark' || isFeedback) && !options.at(-1)?.isHeaded;
}

const FEEDBACK = /^\s*\.\.\.\s+(?=\S)/;

/** The point of a list that a question begins with. */
function isStart(line: MarkdownLine, { startedBy, stem }: Found): line is Extract<MarkdownLine, { kind: 'bullet' }> {
  return line.kind === 'bullet' && startedBy === 'bullet' && stem.length === 0;
}

/** `isUnsure` where the list could be the options as well, unless an answer names a letter. */
function backToStem(reading: OpenQuestion, isUnsure: boolean): void {
  const { found } = reading;
  for (const { label, text, why } of found.options.splice(0)) {
    const [first = '', ...more] = text;
    found.stem.push(
      `${label === undefined ? '-' : `${label}.`} ${first}`,
      ...more,
      ...why.map((line) => `  - ${line}`),
    );
  }
  found.stem.push(...found.aside.splice(0));
  if (isUnsure) found.hasList = true;
  reading.zone = 'stem';
}
