// What a typed line means in a sitting in lines.
import { entryOf } from '../../core/items/kinds/index.ts';
import type { Presentation, Response } from '../../core/items/kinds/kind.ts';
import { type Action, actionOn, type Keymap } from '../../core/keymap.ts';
import type { Command } from '../../core/sitting/command.ts';
import { nextStep } from '../../core/sitting/navigation.ts';
import type { View } from '../../core/sitting/view.ts';
import { responding } from '../sitting/answer-sheet.ts';
import { linearResponse } from './answer.ts';
import { answerText, giveUpText, helpText, lastText, notesText, reviewText, submitText, timeText } from './texts.ts';

/** A command, or something to be said. `asksFor`: what the next line says yes or no to. */
export type LineMeaning =
  | { readonly command: Command }
  | { readonly say: string; readonly asksFor?: 'finish' | 'abandon' };

/**
 * What a line means; undefined where it means nothing. Where an answer is a text, only a line with a stroke before it is a command,
 * since `>` or `?` may be the answer.
 */
export function lineMeaning(line: string, view: View, keys: Keymap): LineMeaning | undefined {
  const text = line.trim();
  const { kind, accepts } = view.question?.presentation ?? {};
  const isText = kind === 'cloze';
  if (isText && accepts === 'number' && isNamed(text, view, keys))
    return { say: `Commands begin with / here: type /${text}.` }; // no number, so it was meant as one
  if (isText && !text.startsWith('/')) return answered(text, view, keys);
  const said = text.replace(/^\//, '');
  const problem = problemIn(said, keys.report);
  if (problem !== undefined) return challenged(problem, view, keys.report);
  const word = said.toLowerCase();
  if (word === '>' && view.mode === 'exam' && view.slot === view.of) return { say: lastText(view, keys) };
  if (word === 'give up' && view.mode === 'exam') return { say: giveUpText(view), asksFor: 'abandon' };
  const guess = guessIn(said, keys.guess);
  if (guess !== undefined && view.question)
    return guess === '' ? { command: { type: 'guess' } } : answered(guess, { ...view, isGuess: true }, keys);
  const command = commandNamed(word, view, keys);
  const meaning = command ? { command } : meaningOf(actionOn(view.mode, word, keys), view, keys);
  if (!meaning && isText && /^\/[a-z]$/i.test(text))
    return { say: `That is no command here. Type /${keys.keys} for help.` };
  return meaning ?? answered(text, view, keys);
}

/** Whether a command is typed by this letter or sign alone. */
function isNamed(text: string, view: View, keys: Keymap): boolean {
  return /^[<>]$/.test(text) || actionOn(view.mode, text.toLowerCase(), keys) !== undefined;
}

/** Commands that are no key of an action, or have a number behind it. */
function commandNamed(word: string, view: View, keys: Keymap): Command | undefined {
  const { mode, slot, question } = view;
  const { options, right = [] } = question?.presentation ?? {};
  const [, sign, number = ''] = /^(.)\s*(\d+)$/u.exec(word) ?? [];
  const jump = /^go\s*(\d+)$/.exec(word)?.[1];
  if (sign === keys['cross-out'])
    return { type: 'strike', option: (options ?? right)[Number(number) - 1]?.id ?? number };
  if (jump !== undefined) return { type: 'move', to: Number(jump) };
  switch (word) {
    case '>':
      return mode === 'exam' ? { type: 'move', to: slot + 1 } : nextStep(view);
    case '<':
      return { type: 'move', to: Math.max(1, slot - 1) };
    case 'clear':
      return mode === 'exam' ? clearing(view) : undefined;
    default:
      return undefined;
  }
}

function meaningOf(action: Action | undefined, view: View, keys: Keymap): LineMeaning | undefined {
  switch (action) {
    case 'flag':
    case 'undo':
    case 'leave':
      return { command: { type: action } };
    case 'hint':
      return view.mode === 'drill' ? { command: { type: 'hint' } } : { say: notesText(view) };
    case 'notes':
    case 'compare':
      return { say: notesText(view) };
    case 'cross-out':
      if (!(view.question?.presentation.options ?? view.question?.presentation.right)) return undefined;
      return { say: `Say which behind it: ${keys['cross-out']} 2 crosses out option 2.` };
    case 'clock':
      return { say: timeText(view) };
    case 'review':
      return { say: reviewText(view) };
    case 'keys':
      return { say: helpText(view, keys) };
    case 'submit':
      return { say: submitText(view), asksFor: 'finish' };
    default:
      return undefined;
  }
}

function clearing({ question }: View): Command | undefined {
  const { presentation } = question ?? {};
  return presentation && { type: 'draft', draft: entryOf(presentation).start(presentation, null).entered };
}

/** What stands behind the letter by which a guess is marked, with a space between: "g2" may be a pair. */
function guessIn(said: string, letter: string): string | undefined {
  const behind = said.slice(letter.length);
  return said.slice(0, letter.length).toLowerCase() === letter && /^(\s|$)/.test(behind) ? behind.trim() : undefined;
}

/** What stands behind the sign by which a problem is reported. A letter is that sign where no word begins with it. */
function problemIn(said: string, sign: string): string | undefined {
  const behind = said.slice(sign.length);
  const isSign = said.slice(0, sign.length).toLowerCase() === sign && !/^\p{L}{2}/u.test(said);
  return isSign ? behind : undefined;
}

/** "! the key is wrong", "!< the key is wrong" of the question before, "!-" to take it back. */
function challenged(problem: string, { slot }: View, sign: string): LineMeaning {
  const [, before = '', takesBack = '', text = ''] = /^(<?)(-?)\s*(.*)$/s.exec(problem) ?? [];
  const of = before === '' ? {} : { slot: Math.max(1, slot - 1) };
  if (takesBack === '' && text === '')
    return {
      say: `Say it behind the sign: ${sign} the key is wrong. Of the question before: ${sign}< the key is wrong. To take it back: ${sign}-`,
    };
  return { command: { type: 'challenge', text: takesBack === '' ? text : '', ...of } };
}

/** A line that is no command is an answer. In an exam part of one is kept as a draft, where there is no whole one yet. */
function answered(
  text: string,
  { mode, question, response: before, isGuess }: View,
  keys: Keymap,
): LineMeaning | undefined {
  if (text === '') return undefined;
  if (!question) return { say: `That is no answer here. Type ${keys.keys} for help.` };
  const { presentation } = question;
  const response = linearResponse(text, presentation);
  if (response === undefined)
    return { say: `That is no answer here. ${answerText(presentation)} Type ${keys.keys} for help.` };
  const isDraft = mode === 'exam' && before === null && isPart(response, presentation);
  return { command: isDraft ? { type: 'draft', draft: response } : responding(response, isGuess) };
}

/** Whether a response is part of an answer: options, steps or partners that differ, but fewer than are asked for. */
function isPart(response: Response, { options = [], choose = options.length, left = [] }: Presentation): boolean {
  if (typeof response === 'string') return false;
  const [entered, wanted] = Array.isArray(response) ? [response, choose] : [Object.values(response), left.length];
  return entered.length < wanted && new Set(entered).size === entered.length;
}
