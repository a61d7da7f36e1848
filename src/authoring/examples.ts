// One example of each type of question, made of what stands in the notes. They ask where and in which words something stands,
// which can be told without understanding it: they show the form, and wait to be replaced.
import type { Topic } from '../core/items/item.ts';
import { type ItemType, itemTypes } from '../core/items/kinds/index.ts';
import { exampleOfChoice } from './example-choice.ts';
import { exampleOfCloze } from './example-cloze.ts';
import { exampleOfMatching } from './example-matching.ts';
import { exampleOfOrdering } from './example-ordering.ts';
import type { Proposed } from './outline.ts';
import type { Passage } from './passages.ts';
import type { Sketch } from './sketch.ts';

/** An example as it stands in a file. */
export interface ExampleQuestion {
  readonly id: string;
  readonly type: ItemType;
  readonly topics: readonly Topic[];
  readonly [field: string]: unknown;
}

/** What an example needs of the notes, for those whose notes are too short for it. */
export const needs: Readonly<Record<ItemType, string>> = {
  single: 'passages under two headings',
  multiple: 'two passages under one heading, and two under others',
  ordering: 'three passages under one heading',
  matching: 'three lines like "term: meaning", or passages under three headings',
  cloze: 'one sentence of up to 160 characters with a word or number to leave out',
};

const makers: Readonly<Record<ItemType, (passages: readonly Passage[]) => Sketch | undefined>> = {
  single: (passages) => exampleOfChoice(passages, 1),
  multiple: (passages) => exampleOfChoice(passages, 2),
  ordering: exampleOfOrdering,
  matching: exampleOfMatching,
  cloze: exampleOfCloze,
};

/** The examples that the passages allow, in the order of the types. Every question names one of the topics. */
export function examplesFrom(passages: readonly Passage[], topics: readonly Proposed[]): ExampleQuestion[] {
  const [anyTopic] = topics;
  if (!anyTopic) return [];
  const onTopic = passages.filter((passage) => topicOf(passage, topics)); // what stands before all topics greets the reader
  return itemTypes.flatMap((type) => {
    const sketch = makers[type](onTopic) ?? makers[type](passages);
    const [first] = sketch?.proof ?? [];
    if (!sketch || !first) return [];
    const quotes = sketch.proof.map(({ section, text }) => ({ section, text }));
    const topic = topicOf(first, topics) ?? anyTopic;
    return { id: `example-${type}`, type, topics: [topic.id], level: 'recall', ...sketch.parts, quotes };
  });
}

/** The deepest topic that a passage stands in. */
function topicOf({ file, line }: Passage, topics: readonly Proposed[]): Proposed | undefined {
  return topics.findLast((topic) => topic.file === file && topic.first <= line && line <= topic.last);
}
