// Blackboard writes the right parts of a matching in a block of their own, and each left part beside its response.
import { childNamed, descendants, type Element, elementsIn } from '../../markup/xml.ts';

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
