// An example of a choice: passages of one section among some of others.
import { bySection, isNear, type Passage } from './passages.ts';
import { closed, type Sketch } from './sketch.ts';

const SHORT = 90;
const WRONG = 3;

/** "Which of these stands under …": one or two passages of a section among some of others. */
export function exampleOfChoice(passages: readonly Passage[], keys: 1 | 2): Sketch | undefined {
  const firsts = passages.filter(({ line }, index) => passages[index - 1]?.line !== line); // sentences of one line explain nothing apart
  const short = firsts.filter(({ text }) => text.length <= SHORT);
  const pool = short.length > 2 * WRONG ? short : firsts;
  const sections = bySection(pool);
  // Two examples about one section would give each other away.
  const candidates = keys === 1 ? sections : [...sections.slice(1), ...sections.slice(0, 1)];
  for (const section of candidates) {
    const right = section.slice(0, keys);
    const [first] = right;
    const wrong = first ? spread(pool.filter((other) => !isNear(other, first))) : [];
    if (first && right.length === keys && wrong.length >= keys) return choice(first.section, right, wrong);
  }
  return undefined;
}

/** A few passages, each from another section as far as there are several. */
function spread(passages: readonly Passage[]): Passage[] {
  const sections = bySection(passages);
  const firsts = sections.flatMap(([first]) => first ?? []);
  return [...firsts, ...passages.filter((passage) => !firsts.includes(passage))].slice(0, WRONG);
}

function choice(section: string, right: readonly Passage[], wrong: readonly Passage[]): Sketch {
  const asked = right.length === 1 ? 'Which of these stands' : 'Which TWO of these stand';
  const isOfSeveral = new Set([...right, ...wrong].map(({ file }) => file)).size > 1;
  const option = (passage: Passage, index: number) => ({
    id: String.fromCharCode(97 + index),
    text: closed(passage.text),
    why: `It stands under “${passage.section}”, in line ${passage.line}${isOfSeveral ? ` of ${passage.file}` : ''}.`,
  });
  const options = [...wrong.slice(0, 1), ...right, ...wrong.slice(1)].map(option);
  const answer = options.filter(({ text }) => right.some((passage) => closed(passage.text) === text));
  return {
    parts: {
      stem: `${asked} in your notes under the heading “${section}”?`,
      options,
      answer: right.length === 1 ? answer[0]?.id : answer.map(({ id }) => id),
    },
    proof: right,
  };
}
