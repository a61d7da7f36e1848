// What a command says at its end about records that are damaged: the rest of them counted, and nothing was changed.
import { isError, type Problem } from '../../core/problem.ts';
import { count } from '../../core/text/wording.ts';
import { Failure } from '../../failure.ts';
import { backupWith } from '../../store/care/backups.ts';
import type { Context } from '../context.ts';
import { SHARED_ID } from './shared-id.ts';

/** What a command makes of the records: practice goes on with damaged ones; a report of them ends with 4. */
export type Use = 'practice' | 'history';

/** Says what is wrong with the records that were looked at. Throws a store failure where the command needs sound ones. */
export function judgeRecords(context: Context, use: Use): void {
  const noted = context.sessions.noted();
  for (const note of noted.filter((one) => !isError(one)))
    context.say(note.code === SHARED_ID ? `${note.message}; ${note.hint}.` : `${placeOf(note)}: ${note.message}.`);
  const errors = noted.filter(isError);
  const [first] = errors;
  if (!first) return;
  const more = errors.length > 1 ? ` (and ${count(errors.length - 1, 'finding')} more)` : '';
  const remedy = remedyFor(context, errors);
  if (use === 'practice')
    context.say(`Your records are damaged: ${placeOf(first)}: ${first.message}${more}. ${remedy}`);
  else throw new Failure('store', first.code, `${first.message}${more}`, remedy, first.at);
}

function placeOf({ at: { file, line } }: Problem): string {
  return `${file}:${line}`;
}

/** A command ends its line, so that it can be copied. */
function remedyFor({ places }: Context, errors: readonly Problem[]): string {
  const backup = backupWith(places.data, [...new Set(errors.map(({ at }) => at.file))]);
  return backup === undefined
    ? 'No backup has it whole. See all: quiz doctor\nGo on without it: quiz data repair'
    : `See all: quiz doctor\nBring it back: quiz data restore ${backup}`;
}
