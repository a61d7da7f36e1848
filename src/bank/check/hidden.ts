// Which problems may still be there although they are not reported: those of what cannot be read or judged just now.
import { isError, type Problem } from '../../core/problem.ts';
import { DECIDED_BY_MANIFEST } from '../defaults.ts';
import { textForms } from './forms/text-forms.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** What `quiz check` could look at, and what it found. */
interface Looked {
  readonly problems: readonly Problem[];
  /** Ids of the questions that all rules were asked about. */
  readonly judged: ReadonlySet<string>;
  /** Whether the manifest has errors, so that no rule was asked. */
  readonly isWithoutManifest: boolean;
  /** The problems that are new since the look before. A question with a new error may not have been read beyond it. */
  readonly fresh: readonly Problem[];
  /** What was hidden at the look before. */
  readonly hidden: readonly Problem[];
}

/** Whether a problem that is not reported any more is only hidden by another error. If its question is gone, it is mended. */
export function isHidden(problem: Problem, now: Looked): boolean {
  const { code, at, item } = problem;
  const errors = now.problems.filter(isError);
  const near = errors.filter((error) => error.at.file === at.file);
  const stray = near.filter((error) => error.item === undefined || UNREADABLE.includes(error.code));
  const own = errors.filter((error) => item !== undefined && error.item === item);
  const isCovered = (by: readonly Problem[]) =>
    by.length > 0 && (now.hidden.includes(problem) || by.some((error) => now.fresh.includes(error)));
  const rule = rules.find((one) => one.code === code);
  if (now.isWithoutManifest && (rule || HANGS_ON_MANIFEST.includes(code))) return true;
  if (isOfBank(problem, rule)) return errors.some((error) => error.item === undefined || !now.judged.has(error.item));
  if (item === undefined) return stray.some((error) => UNREADABLE.includes(error.code)) || isCovered(stray);
  if (now.judged.has(item)) return code === OF_QUOTES && isCovered(own);
  if (own.length === 0) return stray.length > 0 || now.fresh.some((other) => isLike(other, problem)); // its id may be another one now
  return rule !== undefined || own.some((error) => error.code === 'yaml-syntax') || isCovered(own);
}

function isLike(one: Problem, other: Problem): boolean {
  return one.code === other.code && one.message === other.message && one.at.file === other.at.file;
}

/** Of a question that lost its quote all is judged but this. */
const OF_QUOTES = 'key-not-in-notes';
const UNREADABLE = textForms.map(({ code }) => code);
const LEFT_OUT = ['left-out-not-found', 'left-out-but-quoted'];
const HANGS_ON_MANIFEST = [...DECIDED_BY_MANIFEST, ...LEFT_OUT];

/** Whether a problem is found by looking at all questions together, so that none may be missing. */
function isOfBank({ code, item }: Problem, rule: Rule | undefined): boolean {
  return code === 'left-out-but-quoted' || rule?.scope === 'bank' || (rule !== undefined && item === undefined);
}
