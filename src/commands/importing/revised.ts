// Questions whose text was changed in the source since they were imported: added again they would stand in the bank twice.
import type { Accepted, Refused } from '../../interop/format.ts';
import { brief } from '../../interop/words/readings.ts';
import type { Around } from './place.ts';

/** Whether a record may be one of the bank with another text, which only the whole source can tell. */
export function mayBeRevised({ question, rev, asked }: Accepted, { name, target }: Around): boolean {
  if (question.id !== undefined || target.hasRev(rev) || target.sameAsked(asked)) return false;
  return target.sameOffered(name, asked).length > 0;
}

/**
 * The refusal of a record that is one of the bank with another text: from the source of the same name, with the same parts and the
 * same key, where the source has the text of the bank no more, and no other record could be it.
 */
export function revisedIn(
  { at, asked }: Accepted,
  late: readonly Accepted[],
  { name, target, seen }: Around,
): Refused | undefined {
  const gone = target.sameOffered(name, asked).filter(({ id }) => !seen.has(id.toLowerCase()));
  const alike = late.filter((accepted) => accepted.asked.offers === asked.offers);
  const [first] = gone;
  if (!first || gone.length > 1 || alike.length > 1) return undefined;
  return {
    at,
    code: 'changed-text',
    message: `the bank has it at ${first.place} with another text, "${brief(first.stem)}"; files of the bank are never changed: change it there, or delete it there and import again`,
  };
}
