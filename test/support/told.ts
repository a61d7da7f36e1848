// What was read of a file, one line a record.
import type { Answer, Question, Taken } from '../../src/interop/format.ts';
import { isRefused } from '../../src/interop/format.ts';
import { takenBy } from './interop.ts';

/** "4 single: Which …? [Mars | *Jupiter]", "9 refused no-key". */
export function told(taken: readonly Taken[]): string[] {
  return taken.map((one) => {
    if (isRefused(one)) return `${one.at.line} refused ${one.code}`;
    const { question, lost } = one;
    const { type, stem, why } = question;
    const notes = [...(why ? [`why: ${why}`] : []), ...lost.map((what) => `lost: ${what}`)].map((note) => ` (${note})`);
    return `${one.at.line} ${type}: ${stem} ${partsOf(question)}${notes.join('')}`;
  });
}

/** The same of what a format takes of a content. */
export async function toldBy(...source: Parameters<typeof takenBy>): Promise<string[]> {
  return told(await takenBy(...source));
}

/** The same without the lines on which it stands. */
export async function toldWithoutLines(...source: Parameters<typeof takenBy>): Promise<string[]> {
  return (await toldBy(...source)).map((line) => line.replace(/^\d+ /, ''));
}

function partsOf({ type, options = [], left = [], right = [], answer }: Question): string {
  if (type === 'matching') {
    const pairs = left.map(
      ({ id, text }) => `${text}=${right.find((part) => part.id === (answer as Record<string, string>)[id])?.text}`,
    );
    return `[${pairs.join(' | ')}] of ${right.length}`;
  }
  if (type === 'cloze') return JSON.stringify(answer);
  const keys = keysOf(answer);
  return `[${options.map(({ id, text, why }) => `${keys.includes(id) && type !== 'ordering' ? '*' : ''}${text}${why ? ` {${why}}` : ''}`).join(' | ')}]`;
}

function keysOf(answer: Answer): readonly string[] {
  return typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
}
