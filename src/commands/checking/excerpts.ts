// The lines that problems stand in, to be shown beside what is wrong with them.
import { spansIn } from '../../bank/yaml/spans.ts';
import type { Problem } from '../../core/problem.ts';
import { unlessFailed } from '../../failure.ts';
import type { Excerpt } from '../../reports/problems.ts';
import type { CheckedBank } from './checked-bank.ts';
import { type CheckTarget, textIn } from './targets.ts';

/** The line of a problem; undefined where there is none to show. */
export type ExcerptOf = (problem: Problem) => Excerpt | undefined;

/** Of the problems that are shown of some banks; each file is read once. */
export function excerptsOf(checked: readonly CheckedBank[], shown: readonly Problem[]): ExcerptOf {
  const places = new Map<string, { readonly target: CheckTarget; readonly file: string }>();
  for (const { target, problems } of checked)
    for (const { at } of problems) places.set(target.nameOf(at.file), { target, file: at.file });
  const read = new Map<string, ExcerptOf>();
  return (problem) => {
    const name = problem.at.file;
    const place = places.get(name);
    if (!place || isAboutTheBank(problem)) return undefined;
    const lines = () => new Set(shown.filter(({ at }) => at.file === name).map(({ at }) => at.line));
    const excerptOf = read.get(name) ?? excerptsInFile(place.target, place.file, lines());
    read.set(name, excerptOf);
    return excerptOf(problem);
  };
}

/** What is true of all questions stands at the head of the manifest, whose first line says nothing about it. */
function isAboutTheBank({ at, severity }: Problem): boolean {
  return severity === 'warning' && at.line === 1 && at.column === 1 && /bank\.ya?ml$/i.test(at.file);
}

/** Of problems in one file of a target, or of a bank; none where it cannot be read; `lines`: those that they are in, where that is known. */
export function excerptsInFile(
  target: Pick<CheckTarget, 'folder' | 'only'>,
  file: string,
  lines?: ReadonlySet<number>,
): ExcerptOf {
  const text = unlessFailed(() => textIn(target, file));
  if (text === undefined) return () => undefined;
  return /\.ya?ml$/i.test(file) ? excerptsIn(text, lines) : excerptsBy(text, () => 1);
}

/** Of problems in one text of YAML. */
export function excerptsIn(text: string, lines?: ReadonlySet<number>): ExcerptOf {
  return excerptsBy(text, spansIn(text, lines));
}

function excerptsBy(text: string, lengthOf: (problem: Problem) => number): ExcerptOf {
  const lines = text.split(/\r\n|\n/);
  return (problem) => {
    const source = lines[problem.at.line - 1];
    return source === undefined ? undefined : { source, length: lengthOf(problem) };
  };
}
