// Which problems may still be there although nothing tells them: those of what cannot be read or judged just now.
import { isError, type Problem } from '../../core/problem.ts';
import { DECIDED_BY_MANIFEST } from '../defaults.ts';
import { rules } from './index.ts';
import { textForms } from './text-forms.ts';

/** What `quiz check` could look at, and what it found. */
export interface Looked {
  readonly problems: readonly Problem[];
  /** Ids of the questions that all rules were asked about. */
  readonly judged: ReadonlySet<string>;
  /** Whether the manifest has errors, so that no rule was asked. */
  readonly isWithoutManifest: boolean;
}

/** Whether a problem that is told no more is only hidden by another error. What is gone together with its question is mended. */
export function isHidden({ code, at, item }: Problem, now: Looked): boolean {
  const errors = now.problems.filter(isError);
  const stray = errors.filter((error) => error.item === undefined && error.at.file === at.file);
  const own = errors.filter((error) => item !== undefined && error.item === item);
  const rule = rules.find((one) => one.code === code);
  if (now.isWithoutManifest && (rule || HANGS_ON_MANIFEST.includes(code))) return true;
  if (isOfBank(code, item)) return errors.some((error) => error.item === undefined || !now.judged.has(error.item));
  if (item === undefined) return stray.some((error) => UNREADABLE.includes(error.code));
  if (now.judged.has(item)) return false;
  if (own.length === 0) return stray.length > 0;
  return rule !== undefined || own.some((error) => error.code === 'yaml-syntax');
}

const UNREADABLE = textForms.map(({ code }) => code);
const LEFT_OUT = ['left-out-not-found', 'left-out-but-quoted'];
const HANGS_ON_MANIFEST = [...DECIDED_BY_MANIFEST, ...LEFT_OUT];

/** Whether it is found by looking at all questions together, of which none may be missing. */
function isOfBank(code: string, item: string | undefined): boolean {
  const rule = rules.find((one) => one.code === code);
  return code === 'left-out-but-quoted' || rule?.scope === 'bank' || (rule !== undefined && item === undefined);
}
