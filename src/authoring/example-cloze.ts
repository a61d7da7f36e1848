// An example of a gap to be filled.
import type { Passage } from './passages.ts';
import type { Sketch } from './sketch.ts';

/** A passage with a gap where a word stood: what the author made stand out, else a number, else a long word. */
export function exampleOfCloze(passages: readonly Passage[]): Sketch | undefined {
  const rated = passages.flatMap((passage) => {
    const term = gapIn(passage);
    return term === undefined ? [] : { passage, term, rank: passage.emphasis === term ? 0 : /\d/.test(term) ? 1 : 2 };
  });
  const best = rated.toSorted((a, b) => a.rank - b.rank)[0];
  if (!best) return undefined;
  const { passage, term } = best;
  return {
    parts: {
      stem: `Fill the gap with the words of your notes: ${passage.text.replace(term, '____')}`,
      answer: [term],
      why: `Your notes say so under “${passage.section}”.`,
    },
    proof: [passage],
  };
}

function gapIn({ text, emphasis }: Passage): string | undefined {
  const number = /(?<![\p{L}\p{N}.,])\d[\d.,]*\d|(?<![\p{L}\p{N}.,])\d(?![\p{L}\p{N}])/u.exec(text)?.[0];
  const longest = (text.match(/\p{L}{4,}/gu) ?? []).toSorted((a, b) => b.length - a.length)[0];
  return [emphasis, number, longest].find(
    (term) =>
      term !== undefined && text.split(term).length === 2 && term.trim() === term && term.length < text.length / 2,
  );
}
