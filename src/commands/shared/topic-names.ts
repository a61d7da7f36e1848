import { lineage, type Topic } from '../../core/items/item.ts';

/** The titles of topics for a list to choose from: where several topics have one title, the title of what is above stands behind it. */
export function topicNames(topics: ReadonlyMap<Topic, string>): Map<Topic, string> {
  const titles = [...topics.values()];
  return new Map(
    [...topics].map(([topic, title]) => {
      const isOnly = titles.indexOf(title) === titles.lastIndexOf(title);
      const [, parent] = lineage(topic);
      const above = parent === undefined ? undefined : topics.get(parent);
      return [topic, isOnly || above === undefined ? title : `${title} (${above})`];
    }),
  );
}
