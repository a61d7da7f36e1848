// The passages that prove a question: looked for in the notes, and told where they do not stand there.
import type { Quote } from '../../core/items/item.ts';
import { flaw, type Problem } from '../../core/problem.ts';
import { child, itemsOf, type Node, placeOf, textsIn } from '../../core/shapes/node.ts';
import type { Intake } from '../../core/shapes/shape.ts';
import type { Notes } from '../notes/notes.ts';
import { type Anchored, anchor, type Efforts } from './anchor.ts';
import { ASKING_FIELDS, changesWhatIsAsked, quoteProblem } from './problems.ts';

/** Where quotes are looked for. */
export interface SearchedNotes {
  readonly notes: readonly Notes[];
  /** What the quotes of the file may still take. */
  readonly efforts: Efforts;
}

/** The quotes that stand in the notes. One that does not is a problem; the question stays, without it. */
export function proved(
  quotes: readonly { section: string; text: string }[],
  node: Node,
  { notes, efforts }: SearchedNotes,
  intake: Intake,
): Quote[] {
  const nodes = itemsOf(child(node, 'quotes'));
  return quotes.flatMap(({ section, text }, index) => {
    if (efforts.quotes.left < 0) return []; // told at the first of them
    const anchored = unlessAsked(anchor(notes, section, text, efforts), text, node);
    const quoteNode = nodes[index] ?? node;
    const isSought = efforts.quotes.left >= 0 || 'quote' in anchored;
    const sought = isSought ? quoteProblem(anchored, section, quoteNode) : unsought(quoteNode);
    const found = notes.length === 0 ? withoutNotes(quoteNode) : sought;
    if (found) intake.problems.push({ ...found, ...(intake.item && { item: intake.item }) });
    return 'quote' in anchored ? [anchored.quote] : [];
  });
}

/** A passage that changed in what the question asks about is shown, and not taken for certain. */
function unlessAsked(anchored: Anchored, text: string, node: Node): Anchored {
  if ('quote' in anchored || !anchored.restored) return anchored;
  const asked = ASKING_FIELDS.flatMap((field) => textsIn(child(node, field)).map(({ value }) => value));
  if (!changesWhatIsAsked(text, anchored.restored.text, asked)) return anchored;
  const { restored, ...rest } = anchored;
  return { ...rest, asked: restored };
}

function withoutNotes(node: Node): Problem {
  const hint = 'put them beside the questions as notes.md; where bank.yaml has notes:, name them there';
  return flaw('unknown-section', placeOf(node, 'section'), 'there are no notes that it could stand in', hint);
}

function unsought(node: Node): Problem {
  const message = 'the quotes from here on are not looked for: those before them took too much';
  const hint = 'spread the questions over several files, and quote passages that stand once in the notes';
  return flaw('too-large', placeOf(node, 'text'), message, hint);
}
