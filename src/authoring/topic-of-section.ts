// The topic that a passage of the notes is most likely about.
import { headingsOver, type Notes, titleOf, titleOfFile } from '../bank/notes/notes.ts';
import { sectionsNamed } from '../bank/notes/sections.ts';
import { lineage, type Topic } from '../core/items/item.ts';

/**
 * The topic by the title of a section's heading, else of the nearest above it, else of its file; one whose parents are named above it
 * too goes before others. Undefined where no heading has the title of a topic.
 */
export function topicOfSection(
  section: string,
  all: readonly Notes[],
  topics: ReadonlyMap<Topic, string>,
): Topic | undefined {
  const [named] = sectionsNamed(all, section);
  if (!named) return undefined;
  const { notes, heading } = named;
  const over = [titleOfFile(notes.file), ...headingsOver(notes, heading.first).map(({ title }) => title)].map(nameOf);
  const depthOf = (topic: Topic) => over.lastIndexOf(nameOf(topics.get(topic) ?? ''));
  const isUnderItsOwn = (topic: Topic) => lineage(topic).every((parent) => !topics.has(parent) || depthOf(parent) >= 0);
  const called = [...topics.keys()].filter((topic) => depthOf(topic) >= 0);
  const own = called.filter(isUnderItsOwn);
  return (own.length > 0 ? own : called).toSorted((a, b) => depthOf(b) - depthOf(a))[0];
}

function nameOf(title: string): string {
  return titleOf(title).toLowerCase();
}
