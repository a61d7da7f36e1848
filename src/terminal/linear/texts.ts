// What the sitting in lines says: each as whole sentences, for ears.
import { hintInWords, isRuledOut } from '../../core/items/hints.ts';
import type { Hint, Presentation } from '../../core/items/kinds/kind.ts';
import { labelOf, numbered, numberedAsShown } from '../../core/items/numbered.ts';
import type { Keymap } from '../../core/keymap.ts';
import { unfinishedInWords } from '../../core/sitting/counts.ts';
import type { Event } from '../../core/sitting/events.ts';
import { restInWords } from '../../core/sitting/notices.ts';
import type { View } from '../../core/sitting/view.ts';
import { blanksUnder, hasCode, inSentence, labelledWithCode } from '../../core/text/code-lines.ts';
import { type Line, labelled, line, span } from '../../core/text/styled.ts';
import { inWords, listed, sentence } from '../../core/text/wording.ts';
import { GIVING_UP } from '../screens/exam-end.ts';
import { NO_NOTES } from '../sitting/question-keys.ts';

const GONE = 'This question is no longer in the bank. It does not count. Type > for the next one.';

/** The open question: its place, what is asked, the hints that were given, and what stands as answer. */
export function questionLines(view: View): Line[] {
  const { mode, slot, of, question, remainingMs, why, flagged, isGuess, struck, hints } = view;
  const place = `${mode === 'exam' ? 'Question' : 'Drill, question'} ${slot} of ${of}.`;
  if (!question) return [place, GONE].map((text) => line(text));
  const { choose } = question.presentation;
  const rest = remainingMs === undefined ? '' : ` ${restInWords(remainingMs)} left.`;
  const state = (id: string) => [
    ...(isChosen(view, id) ? ['selected'] : []),
    ...(isRuledOut(id, hints) ? ['not right'] : []),
    ...(struck.includes(id) ? ['crossed out'] : []),
  ];
  const marks = `${flagged ? ' Flagged.' : ''}${isGuess ? ' Marked as a guess.' : ''}`;
  return [
    line(
      `\n${place}${choose && choose > 1 ? ` Choose ${inWords(choose)}.` : ''}${rest}${marks}${why ? ` (${why})` : ''}`,
    ),
    ...partLines(question, state),
    ...hints.filter((hint) => !('wrong' in hint)).map((hint) => line(hintText(hint, question))), // that one stands beside its option
    ...standing(view),
  ];
}

/** A question line by line: case, stem and what is chosen from; `state` says what is the matter with an option. */
export function partLines(
  { caseText, stem, presentation }: NonNullable<View['question']>,
  state: (id: string) => readonly string[] = () => [],
): Line[] {
  const { options = [], left = [], right = [] } = presentation;
  return [
    ...(caseText ? behindLabel('Case: ', caseText) : []),
    ...behindLabel('', stem),
    ...options.flatMap(({ id, text }, index) => behindLabel(`${labelOf(index + 1)} `, text, state(id))),
    ...left.flatMap(({ text }, index) => behindLabel(`${labelOf(String.fromCharCode(97 + index))} `, text)),
    ...(right.length > 0 ? [line('Match with:')] : []),
    ...right.flatMap(({ id, text }, index) => behindLabel(`${labelOf(index + 1)} `, text, state(id))),
  ];
}

/** A text behind its label, and what is the matter with it; below code, of which that would seem to be a part. */
function behindLabel(label: string, text: string, state: readonly string[] = []): Line[] {
  if (!hasCode(text)) return [line([`${label}${text}`, ...state].join(', '))];
  const lead = [span(label)];
  const below = state.length > 0 ? [labelled(blanksUnder(lead), `(${state.join(', ')})`)] : [];
  return [...labelledWithCode(lead, text), ...below];
}

function hintText(hint: Hint, { presentation }: NonNullable<View['question']>): string {
  return `Hint: ${hintInWords(hint, presentation)}`;
}

function isChosen({ response, draft, question }: View, id: string): boolean {
  const entered = response ?? draft;
  return question?.presentation.choose !== undefined && Array.isArray(entered) && entered.includes(id);
}

/** The order, the pairs or the text that was entered; what was chosen stands beside the options. */
function standing(view: View): Line[] {
  const { response, draft, question } = view;
  if (question?.presentation.choose !== undefined || !(response ?? draft)) return [];
  const what = response ? 'Your answer' : 'Your answer so far';
  return [line(sentence(`${what}: ${inShownWords(response ?? draft, view)}`))];
}

/** Whether what is typed is the answer, so that commands begin with a stroke. */
function isTyped({ question }: View): boolean {
  return question?.presentation.kind === 'cloze';
}

/** Commands as they are typed at this question. */
function typed(view: View, command: string): string {
  return isTyped(view) ? `/${command}` : command;
}

/** Said once, before the first question. */
export function keysText(view: View, { flag, review, clock, submit, hint, guess, undo, leave, keys }: Keymap): string {
  const commands =
    view.mode === 'exam'
      ? [`${flag} flag`, '> next', '< back', 'clear', `${review} review`, `${clock} time`, `${submit} submit`]
      : [`${hint} hint`, `${guess} guess`, `${flag} flag`, '> skip', `${undo} undo the last answer`];
  const named = [...commands, `${leave} leave`, `${keys} help`].map((words) => typed(view, words));
  return `Type your answer, or: ${named.join(', ')}.`;
}

/** What is asked for, in front of the cursor. */
export function promptText({ question }: View, keys: Keymap): string {
  switch (question?.presentation.kind) {
    case 'matching':
      return 'Pairs such as a2 b1';
    case 'ordering':
      return 'Numbers in order';
    case 'cloze':
      return `Missing ${question.presentation.accepts ?? 'text'} (commands begin with /, help is /${keys.keys})`;
    default:
      return 'Answer';
  }
}

/** How an answer is typed, with an example. */
export function answerText({ kind, choose, options = [] }: Presentation): string {
  const first = (count: number) => Array.from({ length: count }, (_, index) => index + 1).join(' ');
  switch (kind) {
    case 'multiple':
      return `Type ${choose ? inWords(choose) : 'the'} numbers with a space between, such as ${first(choose ?? 2)}.`;
    case 'ordering':
      return `Type all ${inWords(options.length)} numbers in order, with spaces between.`;
    case 'matching':
      return 'Type pairs with spaces between, such as a2 b1.';
    default:
      return `Type its number, 1 to ${options.length}.`;
  }
}

/** All that can be typed at this question. */
export function helpText(view: View, keys: Keymap): string {
  const { flag, report, hint, guess, undo, review, clock, submit, leave } = keys;
  const own =
    view.mode === 'exam'
      ? `/${guess} marks your answer as a guess, before it or after it. /${review} tells what is open. /go 12 goes to question 12. /${clock} tells the time. /clear takes your answer back. /give up ends the exam for good, without a result. /${submit} submits.`
      : `/${hint} gives a hint. /${guess} marks your next answer as a guess, /${guess} 2 answers 2 as one: it changes what comes next, never the score. /${undo} takes your last answer back.`;
  const any = `/${flag} flags, /${report} and a sentence reports a problem, /${report}< one of the question before. /> and /< go on and back. ${own} /${leave} leaves; everything is saved.`;
  if (isTyped(view))
    return `Type the missing ${view.question?.presentation.accepts ?? 'text'}. Commands begin with a stroke: ${any}`;
  return `Type the number of your answer, or several with spaces between. ${keys['cross-out']} 2 crosses out option 2. ${any.replaceAll('/', '')}`;
}

/** Said where there is no question to go on to. */
export function lastText(view: View, keys: Keymap): string {
  return `This is the last question. Type ${typed(view, keys.review)} to review, ${typed(view, keys.submit)} to submit.`;
}

/** What is said to whoever looks for the notes, or in an exam for a hint. */
export function notesText({ mode }: View): string {
  return mode === 'exam' ? NO_NOTES : 'The notes are quoted after each answer.';
}

/** What is left of the time, or how much went by where there is no limit. */
export function timeText({ remainingMs, activeMs }: View): string {
  return remainingMs === undefined ? `${restInWords(activeMs)} so far, no limit.` : `${restInWords(remainingMs)} left.`;
}

/** The questions that are open or flagged, by their numbers. */
export function reviewText(view: View): string {
  const part = (name: string, test: (mark: View['marks'][number]) => boolean) => {
    const numbers = view.marks.flatMap((mark, index) => (test(mark) ? [String(index + 1)] : []));
    return numbers.length > 0 ? [`${name}: ${listed(numbers)}.`] : [];
  };
  const parts = [
    ...part('Unanswered', ({ status }) => status === 'blank'),
    ...part('Incomplete', ({ status }) => status === 'incomplete'),
    ...part('Flagged', ({ flagged }) => flagged),
  ];
  return parts.length > 0 ? parts.join(' ') : 'Every question has an answer, and none is flagged.';
}

/** Said where an answer took off a flag from before. */
export function unflaggedText(view: View, { flag }: Keymap): string {
  return `Its flag is off now. To keep a flag, type ${typed(view, flag)} twice before you answer.`;
}

/** Asked before an exam is handed in. */
export function submitText(view: View): string {
  return `Submit now? ${unfinishedInWords(view)}. You cannot change answers afterwards. Type y to submit, anything else to keep working.`;
}

/** Asked before an exam is given up. */
export function giveUpText(view: View): string {
  return `Give up this exam for good? ${unfinishedInWords(view)}. ${GIVING_UP.join(' ')} Type y to give up, anything else to keep working.`;
}

/** What is said of something that was decided; undefined where that is nothing. */
export function eventText(event: Event, view: View): string | undefined {
  switch (event.type) {
    case 'responded':
      return sentence(
        `Recorded${event.confidence === 'guess' ? ' as a guess' : ''}: ${inShownWords(view.response, view)}`,
      );
    case 'flagged':
      return event.on ? 'Flagged.' : 'Flag taken back.';
    case 'guessed':
      return event.on ? 'Your answer is marked as a guess.' : 'Your answer is no guess any more.';
    case 'challenged':
      return event.text === ''
        ? `Nothing is reported of question ${event.slot} any more.`
        : `Reported of question ${event.slot}: ${event.text}`;
    case 'hinted':
      return view.question && hintText(event.hint, view.question);
    case 'drafted':
      return view.draft === null ? 'Your answer is taken back.' : draftText(view);
    case 'undone':
      return 'Your last answer is taken back.';
    case 'struck':
      return event.on ? 'Crossed out.' : 'Not crossed out any more.';
    case 'closed':
      return event.reason === 'timeout'
        ? 'Time is up. Your answers as they stood are saved and submitted; what is typed now counts no more.'
        : undefined;
    default:
      return undefined;
  }
}

/** A part of an answer that was kept: what there is of it, what it lacks, and what it counts for. */
function draftText(view: View): string {
  const how = view.question ? ` ${answerText(view.question.presentation)}` : '';
  const kept = sentence(`Incomplete, kept as a draft: ${inShownWords(view.draft, view)}`);
  return `${kept}${how} As it is it counts as unanswered.`;
}

/** A response or a part of one in the words it was shown with. */
function inShownWords(entered: View['response'], { question }: View): string {
  const { kind, options = [], left = [], right = [] } = question?.presentation ?? {};
  if (entered === null) return 'nothing';
  if (typeof entered === 'string') return entered;
  const textOf = (id: string) => inSentence(right.find((part) => part.id === id)?.text ?? id);
  if (Array.isArray(entered)) {
    const isOrder = kind === 'ordering';
    return listed(isOrder ? entered.map((id: string) => numbered(id, options)) : numberedAsShown(entered, options));
  }
  const pairs = entered as Readonly<Record<string, string>>; // what is neither a text nor a list
  const paired = left.filter(({ id }) => Object.hasOwn(pairs, id));
  return listed(paired.map(({ id, text }) => `${inSentence(text)} with ${textOf(pairs[id] ?? '')}`));
}
