// Notes of Anki's add-on "AllInOne (kprim, mc, sc)": a question, its kind, the options, and a row of 0 and 1 for the right ones.
import type { RefusalReason } from '../format.ts';
import type { ToText } from '../markup/plain-text.ts';
import type { ToldBody } from '../reading/told.ts';

const KIND = /^[012]$/;
const ANSWERS = /^[01](\s+[01])+$/;

export type AllInOne =
  | {
      readonly front: string;
      readonly body: (toText: ToText) => ToldBody;
      /** Sources and extras. */
      readonly why: readonly string[];
      /** Whether a title stands beside the question. */
      readonly hasTitle: boolean;
    }
  | RefusalReason;

/** Whether a note is of the add-on: its type says so, or its fields look so. */
export function isAllInOne(noteType: string, names: readonly string[], cells: readonly string[]): boolean {
  const isNamed =
    /all[ -]?in[ -]?one|kprim/i.test(noteType) || names.some((name) => /^(qtype|q_[1-9])\b/i.test(name.trim()));
  const kind = cells.findIndex((cell) => KIND.test(cell.trim()));
  return isNamed || (kind >= 0 && cells.slice(kind + 3).some((cell) => ANSWERS.test(cell.trim())));
}

/** The question of a note, from its own fields in their order: those of its deck, its type and its tags are left out. */
export function allInOne(cells: readonly string[]): AllInOne {
  const kind = cells.findIndex((cell, index) => index > 0 && KIND.test(cell.trim()));
  const answers = cells.findIndex((cell, index) => index > kind && ANSWERS.test(cell.trim()));
  if (kind < 0 || answers < 0)
    return {
      code: 'no-key',
      message: 'a note of the add-on AllInOne without a row of 0 and 1 that says what is right',
    };
  const between = cells.slice(kind + 1, answers);
  const options = between.slice(0, between.findLastIndex((cell) => cell.trim() !== '') + 1);
  const marks = (cells[answers] ?? '').trim().split(/\s+/);
  if (marks.length !== options.length)
    return {
      code: 'answers-unclear',
      message: `the note has ${options.length} options, and ${marks.length} signs of 0 and 1 for them`,
    };
  const right = marks.filter((mark) => mark === '1').length;
  if (cells[kind]?.trim() === '2' && right > 1)
    return { code: 'several-full-keys', message: `one option is asked for and ${right} are right` };
  return {
    front: cells[0] ?? '',
    body: (toText) => ({
      type: 'choice',
      options: options.map((option, index) => ({ text: toText(option), isKey: marks[index] === '1' })),
    }),
    why: cells.slice(answers + 1),
    hasTitle: cells.slice(1, kind).some((cell) => cell.trim() !== ''),
  };
}
