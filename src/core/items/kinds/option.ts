// How options are written in a bank, whatever the kind.
import { record } from '../../shapes/composed-shapes.ts';
import { child, itemsOf, type Node, placeOf } from '../../shapes/node.ts';
import { type Intake, optional, report, required } from '../../shapes/shape.ts';
import { identifier, text } from '../../shapes/value-shapes.ts';
import type { Option, OptionId } from '../item.ts';
import type { ShownOption } from './kind.ts';

export const option = record({
  id: required(identifier(), 'A short name for the key and for records; never shown.'),
  text: required(text({ most: 2000 }), 'What is shown.'),
  concept: optional(
    identifier(),
    'What it stands for, the same word in all questions: so that mix-ups can be counted.',
  ),
  why: optional(text({ most: 20_000 }), 'Why it is right, or what makes it wrong here.'),
});

/** Reports each id that an earlier option has too, in capitals or not. `field` of `node` has the list the options were read from. */
export function refuseTwins(options: readonly Option[], node: Node, field: string, intake: Intake): void {
  const items = itemsOf(child(node, field));
  const at = (index: number) => placeOf(items[index] ?? node, 'id');
  const firsts = new Map<string, number>();
  for (const [index, { id }] of options.entries()) {
    const first = firsts.get(id.toLowerCase());
    if (first === undefined) firsts.set(id.toLowerCase(), index);
    else {
      const { file, line, column } = at(first);
      const message = `the id "${id}" is taken by the option at ${file}:${line}:${column}`;
      report(intake, 'duplicate-option', at(index), message, 'give each its own id; upper and lower case are the same');
    }
  }
}

/** Reports that the key of a question is none, at its answer. Undefined, which is what a question then is read as. */
export function refuseKey(node: Node, intake: Intake, message: string, hint: string): undefined {
  return report(intake, 'key-invalid', placeOf(node, 'answer'), message, hint);
}

/** The id of an option, a step or a side of a pair. */
export function idOf({ id }: Option): OptionId {
  return id;
}

/** What is shown of it. */
export function textOf({ text }: Option): string {
  return text;
}

/** An option as a candidate may see it. */
export function shown({ id, text }: Option): ShownOption {
  return { id, text };
}

/** The rationales the author wrote. */
export function rationalesOf(options: readonly Option[]): { id: string; why: string }[] {
  return options.flatMap(({ id, why }) => (why ? [{ id, why }] : []));
}
