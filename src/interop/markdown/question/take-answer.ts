// What gives the answer of the question that is being read: a line with its word, what stands below that, or a collapsed part.
import { LETTER, labelledLine } from '../../words/labels.ts';
import { sameText } from '../../words/readings.ts';
import { besideSummary, summaryIn } from '../lines/details.ts';
import { answerIn, opensReason, saysSolution, withoutVotes } from '../lines/line-words.ts';
import { lineOf, type MarkdownLine } from '../lines/lines.ts';
import { type Found, hasAnswer, hasReason } from './found.ts';
import { type OpenQuestion, place } from './open.ts';

/** A line with the word for an answer, and the text behind it. */
export function takeAnswer(reading: OpenQuestion, text: string, raw: string): void {
  const { found } = reading;
  const isSaid = text.trim() !== '';
  if (!isSaid && found.options.length === 0 && /answers/i.test(raw)) return; // above a list of options
  if (isSolution(text, raw, found)) {
    reading.zone = 'reason';
    found.reason.push(text);
    return;
  }
  if (found.answers.length > 0 && hasReason(found)) found.isAnsweredTwice = true;
  reading.zone = isSaid ? 'reason' : 'answer';
  found.answers.push(text);
}

/** "Solution: …" below an answer is its reason, and so is what follows "Solution:" alone, unless it names an option too. */
function isSolution(text: string, raw: string, found: Found): boolean {
  if (!hasAnswer(found) || !saysSolution(raw)) return false;
  const bare = text.replace(/[*_`().\s]/g, '');
  if (bare === '') return true;
  return bare.length > 2 && !found.options.some((option) => sameText(option.text.join(' '), text));
}

/** What stands on the line of <details> besides the summary. */
export function takeHidden(reading: OpenQuestion, raw: string): void {
  takeSummary(reading, raw);
  const rest = besideSummary(raw);
  const line = lineOf(rest);
  if (line.kind === 'answer') takeAnswer(reading, line.text, rest);
  else if (rest.trim() !== '' && reading.zone === 'reason') place(reading).push(rest);
  else if (rest.trim() !== '') takeBelow(reading, rest);
  if (/<\/details>/i.test(raw)) closeHidden(reading);
}

/** Below a hint that stands above the options and the answer, the text goes on. */
export function closeHidden(reading: OpenQuestion): void {
  const { found, zone } = reading;
  reading.isHidden = false;
  if (zone === 'reason' && found.options.length === 0 && !hasAnswer(found)) reading.zone = 'stem';
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
export function takeBelow(reading: OpenQuestion, raw: string): void {
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
export function furtherAnswer(line: MarkdownLine, { found, zone }: OpenQuestion): string | undefined {
  if (zone !== 'reason' || found.answers.length === 0 || hasReason(found)) return undefined;
  if (line.kind === 'bullet' && found.listsAnswers) return line.text;
  if (line.kind === 'text') return LONE_LABEL.test(line.text.trim()) ? line.text.trim() : undefined;
  if (line.kind !== 'lettered') return undefined;
  const option = found.options.find(({ label }) => label === line.label);
  return option && sameText(option.text.join(' '), line.text) ? `${line.label}) ${line.text}` : undefined;
}

/** Below an answer on a line of its own it is one more; below one on the line of the word, nobody can tell. */
export function takeFurther(found: Found, answer: string): void {
  if (found.listsAnswers) found.answers[found.answers.length - 1] += `; ${answer}`;
  else found.broken ??= 'another option stands below the answer: write all that are right on its line';
}

/** "B", "**C**": a letter alone. */
const LONE_LABEL = new RegExp(`^[*_(]*${LETTER}[*_).]*$`, 'u');
