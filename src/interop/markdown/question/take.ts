// A line into the question that is being read: its text, its options, its answer or its reason.

import { LETTER, labelledLine } from '../../words/labels.ts';
import { optionsOnLine } from '../../words/lettered.ts';
import { sameText } from '../../words/readings.ts';
import { answerIn, opensReason, saysSolution, withoutVotes } from '../lines/line-words.ts';
import { lineOf, type MarkdownLine } from '../lines/lines.ts';
import { besideSummary, headsOptions, namesTopic, summaryIn } from '../lines/titles.ts';
import { type Found, isTooLong, type OpenQuestion, place, saysAnything } from './found.ts';
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
      if ((reading.zone !== 'stem' || saysAnything(found.stem)) && place(reading).at(-1) !== '')
        place(reading).push('');
      return;
    default:
      takePart(reading, line, raw);
  }
}

/** An option, or a line that goes on with what stands before it. */
function takePart(reading: OpenQuestion, line: MarkdownLine, raw: string): void {
  if (beginsBelowAnswer(line, reading)) reading.zone = 'options';
  const { found, zone, isHidden } = reading;
  if (zone === 'stem' && !saysAnything(found.stem) && namesTopic(raw)) return;
  const further = furtherAnswer(line, reading);
  const areOptions = !isHidden && (zone === 'stem' || zone === 'options');
  if (areOptions && beginsOptions(line, found)) backToStem(reading, line.kind === 'lettered');
  const mayBeOption = areOptions && (saysAnything(found.stem) || found.heading !== undefined);
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

/** A line with the word for an answer, and the text behind it. */
function takeAnswer(reading: OpenQuestion, text: string, raw: string): void {
  const { found } = reading;
  const isSaid = text.trim() !== '';
  if (!isSaid && found.options.length === 0 && /answers/i.test(raw)) return; // above a list of options
  if (isSolution(text, raw, found)) {
    reading.zone = 'reason';
    found.reason.push(text);
    return;
  }
  if (found.answers.length > 0 && saysAnything(found.reason)) found.isAnsweredTwice = true;
  reading.zone = isSaid ? 'reason' : 'answer';
  found.answers.push(text);
}

/** "Solution: …" below an answer is its reason, and so is what follows "Solution:" alone, unless it names an option too. */
function isSolution(text: string, raw: string, found: Found): boolean {
  if (!saysAnything(found.answers) || !saysSolution(raw)) return false;
  const bare = text.replace(/[*_`().\s]/g, '');
  if (bare === '') return true;
  return bare.length > 2 && !found.options.some((option) => sameText(option.text.join(' '), text));
}

/** What stands on the line of <details> besides the summary. */
function takeHidden(reading: OpenQuestion, raw: string): void {
  takeSummary(reading, raw);
  const rest = besideSummary(raw);
  const line = lineOf(rest);
  if (line.kind === 'answer') takeAnswer(reading, line.text, rest);
  else if (rest.trim() !== '' && reading.zone === 'reason') place(reading).push(rest);
  else if (rest.trim() !== '') takeBelow(reading, rest);
  if (/<\/details>/i.test(raw)) closeHidden(reading);
}

/** Below a hint that stands above the options and the answer, the text goes on. */
function closeHidden(reading: OpenQuestion): void {
  const { found, zone } = reading;
  reading.isHidden = false;
  if (zone === 'reason' && found.options.length === 0 && !saysAnything(found.answers)) reading.zone = 'stem';
}

/** A summary that announces a reason or a hint, or has the letter of the answer in it: what is behind it is no answer. */
function takeSummary(reading: OpenQuestion, raw: string): boolean {
  const summary = summaryIn(raw);
  const said = answerIn(summary ?? '')?.trim() ?? '';
  const isLetter = LONE_LABEL.test(said) || labelledLine(said) !== undefined;
  if (isLetter) reading.found.answers.push(said);
  if (summary !== undefined && (isLetter || opensReason(summary))) reading.zone = 'reason';
  return summary !== undefined;
}

/** The first line with text after "Answer:" or in a collapsed block is the answer, what follows the reason. */
function takeBelow(reading: OpenQuestion, raw: string): void {
  const text = withoutVotes(raw.replace(/<\/?(details|summary|p|b|strong|div)\b[^>]*>/gi, '')).trim();
  const said = answerIn(text);
  if (said !== undefined && said.trim() !== '') {
    reading.found.answers.push(said);
    reading.zone = 'reason';
    return;
  }
  if (
    text === '' ||
    takeSummary(reading, raw) ||
    /^(show |see |view |click )?.{0,20}\b(answers?|solution)\b.{0,10}$/i.test(text)
  )
    return;
  const point = /^[-*+]\s+(\S.*)$/.exec(text)?.[1];
  reading.found.answers.push(point ?? text);
  reading.found.listsAnswers = point !== undefined || labelledLine(text) !== undefined || LONE_LABEL.test(text);
  reading.zone = 'reason';
}

/** What stands right below an answer and may be one too: a point of a list, a letter, or an option again. */
function furtherAnswer(line: MarkdownLine, { found, zone }: OpenQuestion): string | undefined {
  if (zone !== 'reason' || found.answers.length === 0 || saysAnything(found.reason)) return undefined;
  if (line.kind === 'bullet' && found.listsAnswers) return line.text;
  if (line.kind === 'text') return LONE_LABEL.test(line.text.trim()) ? line.text.trim() : undefined;
  if (line.kind !== 'lettered') return undefined;
  const option = found.options.find(({ label }) => label === line.label);
  return option && sameText(option.text.join(' '), line.text) ? `${line.label}) ${line.text}` : undefined;
}

/** Below an answer on a line of its own it is one more; below one on the line of the word, nobody can tell. */
function takeFurther(found: Found, answer: string): void {
  if (found.listsAnswers) found.answers[found.answers.length - 1] += `; ${answer}`;
  else found.broken ??= 'another option stands below the answer: write all that are right on its line';
}

/** "B", "**C**": a letter alone. */
const LONE_LABEL = new RegExp(`^[*_(]*${LETTER}[*_).]*$`, 'u');
