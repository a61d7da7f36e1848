// What a typed line means in a sitting in lines.
import { entryOf } from '../../core/items/kinds/index.ts';
import type { Presentation, Response } from '../../core/items/kinds/kind.ts';
import { nextStep } from '../../core/sitting/navigation.ts';
import type { Command } from '../../core/sitting/session.ts';
import type { View } from '../../core/sitting/view.ts';
import { linearResponse } from './linear-answer.ts';
import { answerText, helpText, lastText, notesText, reviewText, submitText, timeText } from './linear-texts.ts';

/** A command, or something to be said; `asksToSubmit`: the line after it says whether to. */
export type LineMeaning = { readonly command: Command } | { readonly say: string; readonly asksToSubmit?: true };

/** What a trimmed line means; undefined where it means nothing. Where an answer is a text, whatever has no stroke before it is one: `>` and `?` may be what is missing. */
export function lineMeaning(text: string, view: View): LineMeaning | undefined {
  const isText = view.question?.presentation.kind === 'cloze';
  if (isText && !text.startsWith('/')) return answered(text, view);
  const said = text.replace(/^\//, '');
  if (said.startsWith('!')) return challenged(said, view);
  const word = said.toLowerCase();
  if (word === '>' && view.mode === 'exam' && view.slot === view.of) return { say: lastText(view) };
  const command = commandNamed(word, view);
  if (!command && isText && /^\/[a-z]$/i.test(text) && !saidTo(word, view))
    return { say: 'That is no command here. Type /? for help.' };
  return command ? { command } : (saidTo(word, view) ?? answered(text, view));
}

function commandNamed(word: string, view: View): Command | undefined {
  const { mode, slot, question } = view;
  const strike = /^x\s*(\d+)$/.exec(word)?.[1];
  const jump = /^go\s*(\d+)$/.exec(word)?.[1];
  if (strike !== undefined)
    return { type: 'strike', option: question?.presentation.options?.[Number(strike) - 1]?.id ?? strike };
  if (jump !== undefined) return { type: 'move', to: Number(jump) };
  switch (word) {
    case 'f':
      return { type: 'flag' };
    case 'h':
      return mode === 'drill' ? { type: 'hint' } : undefined;
    case 'u':
      return { type: 'undo' };
    case '>':
      return mode === 'exam' ? { type: 'move', to: slot + 1 } : nextStep(view);
    case '<':
      return { type: 'move', to: Math.max(1, slot - 1) };
    case 'clear':
      return mode === 'exam' ? clearing(view) : undefined;
    case 'q':
      return { type: 'leave' };
    default:
      return undefined;
  }
}

function clearing({ question }: View): Command | undefined {
  const { presentation } = question ?? {};
  return presentation && { type: 'draft', draft: entryOf(presentation).start(presentation, null).entered };
}

function saidTo(word: string, view: View): LineMeaning | undefined {
  switch (word) {
    case 't':
      return { say: timeText(view) };
    case 'r':
      return { say: reviewText(view) };
    case '?':
      return { say: helpText(view) };
    case 'h':
    case 'n':
    case 'c':
      return { say: notesText(view) };
    case 's':
      return view.mode === 'exam' ? { say: submitText(view), asksToSubmit: true } : undefined;
    default:
      return undefined;
  }
}

/** In an exam a part of an answer is kept where there is no whole one; in a drill it would be graded at once. */
/** "! the key is wrong", "!< the key is wrong" of the question before, "!-" to take it back. */
function challenged(said: string, { slot }: View): LineMeaning {
  const [, before = '', takesBack = '', text = ''] = /^!(<?)(-?)\s*(.*)$/s.exec(said) ?? [];
  const of = before === '' ? {} : { slot: Math.max(1, slot - 1) };
  if (takesBack === '' && text === '')
    return {
      say: 'Say it behind the sign: ! the key is wrong. Of the question before: !< the key is wrong. To take it back: !-',
    };
  return { command: { type: 'challenge', text: takesBack === '' ? text : '', ...of } };
}

function answered(text: string, { mode, question, response: before }: View): LineMeaning | undefined {
  if (text === '') return undefined;
  const response = question && linearResponse(text, question.presentation);
  if (response === undefined)
    return {
      say: `That is no answer here. ${question ? `${answerText(question.presentation)} ` : ''}Type ? for help.`,
    };
  const isDraft = mode === 'exam' && before === null && isPart(response, question?.presentation);
  return { command: isDraft ? { type: 'draft', draft: response } : { type: 'respond', response } };
}

/** Whether it is possible as far as it goes, and goes not far enough: different options, steps or partners, fewer than are asked for. */
function isPart(
  response: Response,
  { options = [], choose = options.length, left = [] }: Presentation = { kind: '' },
): boolean {
  if (typeof response === 'string') return false;
  const [entered, wanted] = Array.isArray(response) ? [response, choose] : [Object.values(response), left.length];
  return entered.length < wanted && new Set(entered).size === entered.length;
}
