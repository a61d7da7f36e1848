// How options are written in a bank, whatever the kind.
import type { Option } from '../item.ts';
import type { Position } from '../problem.ts';
import { type Intake, identifier, optional, record, report, required, text } from '../shape.ts';

export const option = record({
  id: required(identifier()),
  text: required(text({ most: 2000 })),
  concept: optional(identifier()),
  why: optional(text({ most: 20_000 })),
});

/** Reports an id that two of the options share. */
export function refuseTwins(options: readonly Option[], at: Position, intake: Intake): void {
  const ids = options.map(({ id }) => id);
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twin !== undefined)
    report(intake, 'duplicate-option', at, `two options have the id "${twin}"`, 'give each its own id');
}

/** The rationales the author wrote. */
export function rationalesOf(options: readonly Option[]): { id: string; why: string }[] {
  return options.flatMap(({ id, why }) => (why ? [{ id, why }] : []));
}
