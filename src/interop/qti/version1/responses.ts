// The things that an item asks for, each with what may be chosen for it.
import type { RefusalReason } from '../../format.ts';
import { childrenNamed, descendants, type Element } from '../../markup/xml.ts';
import type { Choice } from '../choices.ts';
import type { ToText } from './texts.ts';

export interface Response {
  readonly id: string;
  readonly element: Element;
  readonly isTyped: boolean;
  /** A text of its own, beside that of the question. */
  readonly prompt: string;
  readonly choices: readonly Choice[];
}

const RESPONSE = /^response_(lid|grp|str|num|xy)$/;

/** What an item asks for, in its order. `whys`: feedback by the id of what is chosen. */
export function responsesOf(
  presentation: Element,
  whys: ReadonlyMap<string, readonly string[]>,
  read: ToText,
): Response[] {
  return descendants(presentation, RESPONSE).map((element) => ({
    id: element.attributes.ident ?? element.attributes.respident ?? '',
    element,
    isTyped: /^response_(str|num)$/.test(element.name),
    prompt: childrenNamed(element, 'material').map(read).join('\n\n'),
    choices: descendants(element, /^response_label$/).map((label) => {
      const { ident: id = '' } = label.attributes;
      return { id, text: read(label), why: whys.get(id)?.join('\n') ?? '' };
    }),
  }));
}

/** The names under which a response is scored: for what is typed, some tools take that of its field. */
export function namesOf({ id, isTyped, choices }: Response): string[] {
  return isTyped ? [id, ...choices.map((choice) => choice.id)] : [id];
}

/** Why an item is refused that has several gaps to be typed into. */
export function severalGaps(count: number): RefusalReason {
  return { code: 'several-gaps', message: `the text has ${count} gaps to be typed into; one can be taken in` };
}
