// Problems of a question that was given by flags, in the words of flags: its author writes no file.
import { isError, type Problem } from '../../core/problem.ts';

/** What to type where a rule names what to write into a file. */
const HINTS: Readonly<Record<string, string>> = {
  'no-quote': 'name the passage that proves it: --from notes.md:12',
  'no-explanation': 'say why: --why TEXT, in single and multiple once for each option in their order',
  'option-unexplained': 'say why each is right or wrong here: --why TEXT once for each option in their order',
};

/**
 * The problems as somebody meets them who typed flags. `text` is the question as it would be written: an error in one of its lines names the
 * field that the line is of.
 */
export function byFlags(problems: readonly Problem[], text: string): Problem[] {
  return problems.map((problem) => {
    const field = isError(problem) ? fieldAt(text, problem.at.line) : '';
    return { ...problem, message: `${field}${problem.message}`, hint: HINTS[problem.code] ?? problem.hint };
  });
}

/** "stem: " where a line of a question's text belongs to its stem; nothing for the question as a whole. */
function fieldAt(text: string, line: number): string {
  const above = text
    .split('\n')
    .slice(0, line)
    .findLast((one) => /^(?: {2}- | {4}\w+:)/.test(one));
  const field = /^ {4}(\w+):/.exec(above ?? '')?.[1];
  return field === undefined ? '' : `${field}: `;
}
