// Where a text stops being JSON.
import { lastWhere } from '../last-where.ts';
import { placeAt } from './place-at.ts';

/** The place of the first character that JSON cannot have there, counting lines and characters from 1. */
export function jsonFault(text: string): ReturnType<typeof placeAt> {
  return placeAt(text, faultOffset(text));
}

/** V8 says where most mistakes are. Of a wrong token it shows the character alone: the last one of the shortest beginning that has it. */
function faultOffset(text: string): number {
  const told = complaint(text);
  const [, position] = / at position (\d+)/.exec(told) ?? [];
  if (position !== undefined) return Number(position);
  if (!told.startsWith('Unexpected token')) return text.length; // it ends too early
  return lastWhere(0, text.length, (length) => !complaint(text.slice(0, length)).startsWith('Unexpected token'));
}

/** What V8 says of a text; nothing where it is JSON. */
function complaint(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return (error as SyntaxError).message; // JSON.parse throws nothing else
  }
}
