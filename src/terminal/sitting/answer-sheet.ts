// The answer to the open question while it is put together, as functions from a sheet and a key to what comes of them.
// In an exam every change is sent at once, in a drill only the whole answer.
import { entryOf } from '../../core/items/kinds/index.ts';
import type { Draft, Presentation, Press, Response } from '../../core/items/kinds/kind.ts';
import type { Command } from '../../core/sitting/command.ts';
import type { View } from '../../core/sitting/view.ts';
import { inWords } from '../../core/text/wording.ts';

export interface AnswerSheet {
  readonly draft: Draft;
  /** Whether the next answer is given as a guess. */
  readonly isGuess: boolean;
  /** Whether the candidate was told what a second press of the key does: that is said once for each question. */
  readonly isWarned: boolean;
  /** Whether a typed text was changed since it was given: the view, which may be behind the hand, does not tell. */
  readonly isRetyped?: boolean;
}

/** What comes of a key: the sheet as it is then, what is sent, and what is said. */
export interface SheetStep {
  readonly sheet: AnswerSheet;
  readonly command?: Command;
  readonly say?: string;
}

/** The sheet of a question that was just opened: it begins with what was entered before, complete or not. */
export function freshSheet({ question, response, draft, isGuess }: View): AnswerSheet {
  const entry = question && entryOf(question.presentation).start(question.presentation, response ?? draft);
  return { draft: entry ?? { cursor: -1, entered: [] }, isGuess, isWarned: false };
}

/** A key that means something to the entry. */
export function edit(sheet: AnswerSheet, press: Press, { mode, question }: View): SheetStep {
  if (!question) return { sheet };
  const { presentation } = question;
  const entry = entryOf(presentation);
  const draft = entry.press(sheet.draft, press, presentation);
  const { entered } = draft;
  const isChanged = JSON.stringify(entered) !== JSON.stringify(sheet.draft.entered);
  const edited = { ...sheet, draft, ...(isChanged && entry.typed && { isRetyped: true }) };
  const isComplete = entry.isComplete(entered, presentation);
  const isAnswer = press.type === 'pick' && presentation.choose === 1 && isComplete;
  const why = whyNothing(press, presentation, isComplete && !isChanged);
  return {
    sheet: edited,
    ...(mode === 'exam' && isChanged && { command: saving(edited, isComplete && !entry.typed) }),
    ...(mode === 'drill' && isAnswer && { command: submitting(edited) }),
    ...(why !== undefined && { say: why }),
  };
}

/** Enter in a drill: the answer is submitted, with the option in focus where one is to be chosen. */
export function answer(sheet: AnswerSheet, view: View): SheetStep {
  const chosen = hasFocus(sheet, view) ? edit(sheet, { type: 'tick' }, view).sheet : sheet;
  if (!isUntouched(chosen.draft.entered)) return { sheet: chosen, command: submitting(chosen) };
  return { sheet: chosen, ...(view.question && { say: firstStep(view.question.presentation) }) };
}

/** Enter in an exam goes on and chooses nothing. A candidate who has an option in focus, and no answer yet, is told so once. */
export function goOnFrom(sheet: AnswerSheet, view: View): SheetStep {
  if (!hasFocus(sheet, view) || !isUntouched(sheet.draft.entered)) return { sheet };
  return warned(sheet, 'Space chooses the option in focus. Enter goes on without an answer.');
}

/** Makes a typed text the response when its question is left, not at each letter. If it cannot be one, the candidate is warned once. */
export function settle(sheet: AnswerSheet, { mode, question, response }: View): SheetStep {
  const { entered } = sheet.draft;
  if (mode !== 'exam' || !question || (entered === response && !sheet.isRetyped)) return { sheet };
  const entry = entryOf(question.presentation);
  if (!entry.typed) return { sheet };
  if (entry.isComplete(entered, question.presentation))
    return { sheet: { ...sheet, isRetyped: false }, command: saving(sheet, true) };
  if (isUntouched(entered)) return { sheet };
  return warned(sheet, 'A number is wanted here. Left like this it counts as unanswered; press again to go on.');
}

function isUntouched(entered: Response): boolean {
  return typeof entered === 'string' ? entered.trim() === '' : Object.keys(entered).length === 0;
}

function warned(sheet: AnswerSheet, consequence: string): SheetStep {
  return sheet.isWarned ? { sheet } : { sheet: { ...sheet, isWarned: true }, say: consequence };
}

/** Whether the focus is on an option of which one is to be chosen. */
function hasFocus({ draft }: AnswerSheet, { question }: View): boolean {
  return question?.presentation.choose === 1 && draft.cursor >= 0;
}

/** A complete entry is kept as the response, an incomplete one as a draft. */
function saving(sheet: AnswerSheet, isComplete: boolean): Command {
  return isComplete ? submitting(sheet) : { type: 'draft', draft: sheet.draft.entered };
}

function submitting({ draft, isGuess }: AnswerSheet): Command {
  return responding(draft.entered, isGuess);
}

/** The command that gives an answer, marked as a guess or not. */
export function responding(response: Response, isGuess: boolean): Command {
  return { type: 'respond', response, ...(isGuess && { confidence: 'guess' }) };
}

/** Why a key changed nothing: a set that is full, a number that no option has, or one where a text is wanted. */
function whyNothing(press: Press, { kind, choose = 1, options, right = [] }: Presentation, isFull: boolean) {
  if (isFull && choose > 1 && (press.type === 'pick' || press.type === 'tick'))
    return `Choose ${inWords(choose)}: take one back first.`;
  if (press.type === 'pick' && kind === 'cloze') return 'Tab first; then type the answer.';
  const parts = (options ?? right).length;
  return press.type === 'pick' && press.number > parts ? `There are ${parts} to choose from.` : undefined;
}

/** What Enter says where nothing was entered yet. */
function firstStep({ kind, choose = 1 }: Presentation): string {
  if (kind === 'cloze') return 'Type an answer first.';
  if (kind === 'ordering') return 'Put them in order first: the number of each, one after the other.';
  if (kind === 'matching') return 'Pair them first: arrows to a row, and the number of its partner.';
  if (choose > 1) return `Choose ${inWords(choose)} first: their numbers, or arrows and Space.`;
  return 'Choose first: a number, or arrows and Enter.';
}
