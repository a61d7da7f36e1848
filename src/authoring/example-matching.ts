// An example of matching: terms with what they mean where the notes have such lines, else headings with a passage each.
import { bySection, isNear, type Passage } from './passages.ts';
import { closed, type Sketch } from './sketch.ts';

const PAIRS = { least: 3, most: 4 };
const DEFINITION = /^(\p{L}[^:;.–—]{1,38}[^:;.–—\s])\s*(?::|\s[-–—])\s+(\S.{6,110})$/u;
/** The same in scripts without blanks: "长安：唐朝的首都". */
const DENSE_DEFINITION = /^(\p{L}[^：；。]{1,20})：\s*(\S.{3,110})$/u;

interface Pair {
  readonly term: string;
  readonly meaning: string;
  readonly proof: Passage;
}

/** Terms to be matched with their definitions; undefined where the notes define too few. */
export function exampleOfMatching(passages: readonly Passage[]): Sketch | undefined {
  const defined = passages.flatMap((proof): Pair[] => {
    const [, term, meaning] = DEFINITION.exec(proof.text) ?? DENSE_DEFINITION.exec(proof.text) ?? [];
    return term && meaning ? [{ term, meaning: closed(meaning), proof }] : [];
  });
  const pairOf = (proof: Passage) => defined.filter((pair) => pair.proof === proof);
  const sections = [...bySection(defined.map(({ proof }) => proof)).map((some) => some.flatMap(pairOf)), defined];
  const definitions = sections.map(unlike).find(({ length }) => length >= PAIRS.least);
  if (definitions) return sketch('Match each term with what your notes say of it.', definitions);
  const headings = unlike(apart(passages));
  return headings.length < PAIRS.least
    ? undefined
    : sketch('Match each heading of your notes with what stands under it.', headings);
}

/** The first passage of each section that holds none of the others. */
function apart(passages: readonly Passage[]): Pair[] {
  const chosen: Passage[] = [];
  for (const passage of passages) if (!chosen.some((other) => isNear(other, passage))) chosen.push(passage);
  return chosen.map((proof) => ({ term: proof.section, meaning: closed(proof.text), proof }));
}

/** Pairs that nobody can mix up because they read alike. */
function unlike(pairs: readonly Pair[]): Pair[] {
  const seen = new Set<string>();
  return pairs.filter(({ term, meaning }) => {
    const names = [`t ${term.toLowerCase()}`, `m ${meaning.toLowerCase()}`];
    const isNew = names.every((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    return isNew;
  });
}

function sketch(stem: string, pairs: readonly Pair[]): Sketch {
  const chosen = pairs.slice(0, PAIRS.most);
  return {
    parts: {
      stem,
      left: chosen.map(({ term }, index) => ({ id: `term-${index + 1}`, text: term })),
      right: chosen.map(({ meaning }, index) => ({ id: `meaning-${index + 1}`, text: meaning })),
      answer: Object.fromEntries(chosen.map((_, index) => [`term-${index + 1}`, `meaning-${index + 1}`])),
      why: 'So they stand in your notes.',
    },
    proof: chosen.map(({ proof }) => proof),
  };
}
