// The mock exam that a new bank begins with: as large as the bank, and smaller than it once that has grown.
import type { ItemFacts } from '../core/items/item.ts';
import { type Blueprint, EXAM_MINUTES } from '../core/papers/blueprint.ts';
import { draw } from '../core/papers/draw.ts';

/** What a mock asks for in the end; until there are that many questions, it has all there are. */
const FULL_MOCK = 20;

/** So many are drawn to see how many go on one paper. */
const LARGEST = 2 * FULL_MOCK;

/** Where this stands beside the number of questions, nobody has chosen it. */
const SO_FAR = 'all there are so far';

/** The lines of a mock that say how large it is. */
export function mockSizeLines(questions: number): string[] {
  const asked = questions > 0 ? Math.min(questions, FULL_MOCK) : FULL_MOCK;
  const remark =
    asked < FULL_MOCK ? ` # ${SO_FAR}: raise it, and the minutes, as you add (${FULL_MOCK} make a good mock)` : '';
  return [`    questions: ${asked}${remark}`, `    minutes: ${asked * EXAM_MINUTES}`];
}

/** A mock that its bank has outgrown. */
export interface Outgrown {
  /** Where it says so in bank.yaml, from 1. */
  readonly line: number;
  /** How many questions it asks, and how many it could, in how many minutes. */
  readonly asked: number;
  readonly possible: number;
  readonly minutes: number;
  /** How many of all questions go on one paper: of a family one, and no enemies. */
  readonly together: number;
}

/**
 * The mock that asks for no more than a bank began with, where twice as many questions go on one paper by now; `manifest` is the text
 * of bank.yaml. Undefined where the remark of the beginning is gone: then the size is its author's wish.
 */
export function outgrownMock(
  manifest: string,
  { exams, facts }: { readonly exams: readonly Blueprint[]; readonly facts: readonly ItemFacts[] },
): Outgrown | undefined {
  const lines = manifest.split('\n');
  const index = lines.findIndex((text) => text.includes(`# ${SO_FAR}`));
  const asked = Number(/^\s*questions:\s*(\d{1,3})\s*#/.exec(lines[index] ?? '')?.[1] ?? Number.NaN);
  const mock = exams.find(({ questions }) => questions === asked);
  if (!mock || asked >= FULL_MOCK) return undefined;
  const together = draw(mock, facts, Math.min(facts.length, LARGEST), '').items.length;
  if (together < 2 * asked) return undefined;
  const possible = Math.min(together, FULL_MOCK);
  return { line: index + 1, asked, possible, minutes: possible * EXAM_MINUTES, together };
}
