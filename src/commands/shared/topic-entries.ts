import { lineage, type Topic } from '../../core/items/item.ts';

/** A topic in a list to choose from. */
interface TopicEntry {
  readonly value: Topic;
  readonly text: string;
  /** Levels below the top of the tree. */
  readonly depth: number;
}

/** The topics by their titles: where several topics have one title, the title of what is above stands behind it. */
export function topicEntries(topics: ReadonlyMap<Topic, string>): TopicEntry[] {
  const titles = [...topics.values()];
  return [...topics].map(([value, title]) => {
    const isOnly = titles.indexOf(title) === titles.lastIndexOf(title);
    const [, ...higher] = lineage(value);
    const above = topics.get(higher[0] ?? '');
    const text = isOnly || above === undefined ? title : `${title} (${above})`;
    return { value, text, depth: higher.length };
  });
}
