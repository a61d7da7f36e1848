// Parts of a question with the numbers they are shown with: written in one way, wherever a part is named.
import { inSentence } from '../text/code-lines.ts';
import type { ShownOption } from './kinds/kind.ts';

/** "2)": the sign keeps the number apart from a text that begins with one, and no sentence ends with it. */
export function labelOf(place: number | string): string {
  return `${place})`;
}

/** "2) Amazon Athena", in a sentence */
export function numbered(id: string, parts: readonly ShownOption[]): string {
  const at = parts.findIndex((part) => part.id === id);
  return `${labelOf(at + 1)} ${inSentence(parts[at]?.text ?? id)}`;
}

/** Several of them, in the order in which they are shown. */
export function numberedAsShown(ids: readonly string[], parts: readonly ShownOption[]): string[] {
  const placeOf = (id: string) => parts.findIndex((part) => part.id === id);
  return ids.toSorted((a, b) => placeOf(a) - placeOf(b)).map((id) => numbered(id, parts));
}
