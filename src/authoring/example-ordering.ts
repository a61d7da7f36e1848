// An example of an order: the items of a numbered list.
import { bySection, type Passage } from './passages.ts';
import { closed, type Sketch } from './sketch.ts';

const STEPS = { least: 3, most: 5 };

/** The items of a numbered list, or else some passages of one section, in their order. */
export function exampleOfOrdering(passages: readonly Passage[]): Sketch | undefined {
  const sections = bySection(passages);
  const numbered = sections.map((section) => firstRun(section.filter(({ ordinal }) => ordinal !== undefined)));
  const run = [...numbered, ...sections].find(({ length }) => length >= STEPS.least)?.slice(0, STEPS.most);
  const [first] = run ?? [];
  if (!run || !first) return undefined;
  const options = run.map(({ text }, index) => ({ id: `step-${index + 1}`, text: closed(text) }));
  return {
    parts: {
      stem: `In which order do these stand in your notes under “${first.section}”?`,
      options,
      answer: options.map(({ id }) => id),
      why: 'That is their order in your notes.',
    },
    proof: run,
  };
}

/** Items 1, 2, 3 … of one list. */
function firstRun(items: readonly Passage[]): Passage[] {
  const start = items.findIndex(({ ordinal }) => ordinal === 1);
  const run = start < 0 ? [] : items.slice(start);
  const end = run.findIndex(({ ordinal }, index) => ordinal !== index + 1);
  return end < 0 ? run : run.slice(0, end);
}
