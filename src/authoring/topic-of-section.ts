// The topic that a passage of the notes is most likely about.
import { headingsOver, type Notes, titleOf } from '../bank/notes/notes.ts';
import { sectionsNamed } from '../bank/notes/sections.ts';
import type { Topic } from '../core/items/item.ts';

/** The topic by the title of a section's heading, else of the nearest above it; undefined where no heading has the title of a topic. */
export function topicOfSection(
  section: string,
  all: readonly Notes[],
  topics: ReadonlyMap<Topic, string>,
): Topic | undefined {
  const [named] = sectionsNamed(all, section);
  if (!named) return undefined;
  const byTitle = new Map([...topics].toReversed().map(([topic, title]) => [nameOf(title), topic])); // the first of a title stays
  const titles = headingsOver(named.notes, named.heading.first).map(({ title }) => nameOf(title));
  return byTitle.get(titles.findLast((title) => byTitle.has(title)) ?? '');
}

function nameOf(title: string): string {
  return titleOf(title).toLowerCase();
}
