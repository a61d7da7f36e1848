// The things that an item asks for, each with what may be chosen for it. Blackboard writes these apart.
import type { RefusalReason } from '../../format.ts';
import { childNamed, childrenNamed, descendants, type Element, elementsIn } from '../../markup/xml.ts';
import type { Choice } from '../body.ts';
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

/** A presentation as other tools write it: all that belongs to a response stands in it. */
export function withPartsInside(presentation: Element): Element {
  const block = descendants(presentation, /^flow$/).find(isRightBlock);
  return block ? gathered(presentation, elementsIn(block)) : presentation;
}

function isRightBlock({ attributes }: Element): boolean {
  return attributes.class === 'RIGHT_MATCH_BLOCK';
}

function gathered(element: Element, rights: readonly Element[]): Element {
  const response = childNamed(element, 'response_lid');
  if (response) return withParts(response, element, rights);
  const kept = elementsIn(element).filter((child) => !isRightBlock(child));
  return kept.length === 0 ? element : { ...element, children: kept.map((child) => gathered(child, rights)) };
}

function withParts(response: Element, around: Element, rights: readonly Element[]): Element {
  const left = elementsIn(around).filter((child) => child !== response);
  const labels = descendants(response, /^response_label$/).map((label, index) => ({
    ...label,
    children: rights.slice(index, index + 1),
  }));
  return { ...response, children: [{ ...around, name: 'material', children: left }, ...labels] };
}
