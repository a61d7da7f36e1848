// How options are written in a bank, whatever the kind.
import type { Position } from '../../problem.ts';
import { record } from '../../shapes/composed-shapes.ts';
import { type Intake, optional, report, required } from '../../shapes/shape.ts';
import { identifier, text } from '../../shapes/value-shapes.ts';
import type { Option } from '../item.ts';

export const option = record({
  id: required(identifier(), 'A short name for the key and for records; never shown.'),
  text: required(text({ most: 2000 }), 'What is shown.'),
  concept: optional(
    identifier(),
    'What it stands for, the same word in all questions: so that mix-ups can be counted.',
  ),
  why: optional(text({ most: 20_000 }), 'Why it is right, or what makes it wrong here.'),
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
