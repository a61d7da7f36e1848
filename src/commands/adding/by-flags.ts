// Problems of a question that was given by flags, in the words of flags: its author writes no file.
import type { ItemType } from '../../core/items/kinds/index.ts';
import { isError, type Problem } from '../../core/problem.ts';

/** What to type where a rule names what to write into a file. */
const HINTS: Readonly<Record<string, string>> = {
  'no-quote': 'name the passage that proves it: --from notes.md:12',
  'no-explanation': 'say why: --why TEXT, in single and multiple once for each option in their order',
  'option-unexplained': 'say why each is right or wrong here: --why TEXT once for each option in their order',
};

/** The flag that a missing field comes from, and how it is given. */
const FLAGS = {
  topic: 'name it: --topic TOPIC (quiz topics lists them)',
  stem: 'say what is asked: --stem TEXT',
  option: 'give it once for each: --option TEXT --option TEXT',
  pair: 'give it once for each: --pair "LEFT = RIGHT"',
  answer: 'say what is right: --answer ANSWER, the number of an option or a text',
};

type Flag = keyof typeof FLAGS;

/**
 * The problems as somebody meets them who typed flags. `text` is the question as it would be written: an error in one of its lines names the
 * field that the line is of.
 */
export function byFlags(problems: readonly Problem[], text: string, type: ItemType): Problem[] {
  const told = problems.map((problem): Problem => {
    const flag = problem.code === 'missing-field' ? flagOf(problem, type) : undefined;
    if (flag) return { ...problem, message: `--${flag} is missing`, hint: FLAGS[flag] };
    const field = isError(problem) ? fieldAt(text, problem.at.line) : '';
    return { ...problem, message: `${field}${problem.message}`, hint: HINTS[problem.code] ?? problem.hint };
  });
  return told.filter(({ message }, at) => told.findIndex((other) => other.message === message) === at);
}

/** The flag whose field is missing: of an ordering or a matching the answer comes from the parts. */
function flagOf({ message }: Problem, type: ItemType): Flag | undefined {
  const [, field = ''] = /^"(\w+)" is missing$/.exec(message) ?? [];
  const parts: Flag = type === 'matching' ? 'pair' : 'option';
  const flags: Readonly<Record<string, Flag>> = {
    topics: 'topic',
    stem: 'stem',
    options: 'option',
    left: 'pair',
    right: 'pair',
    answer: type === 'matching' || type === 'ordering' ? parts : 'answer',
  };
  return flags[field];
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
