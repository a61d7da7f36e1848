// The topics of a bank by the names that other tools give them.
import { grouped } from '../../core/grouped.ts';
import type { Topic } from '../../core/items/item.ts';
import { topicFrom } from '../../interop/reading/texts.ts';

/**
 * Finds the topic that a source names: by its id, else its title, else the last part of its id, in capitals or not. Where several are
 * called so it is none of them.
 */
export function topicFinder(topics: ReadonlyMap<Topic, string>): (name: string) => Topic | undefined {
  const names = [
    ([id]: [Topic, string]) => id,
    ([, title]: [Topic, string]) => topicFrom(title), // as the readers of sources write it
    ([id]: [Topic, string]) => id.replace(/^.*\//, ''),
  ];
  const ways = names.map((nameOf) => grouped(topics, (topic) => nameOf(topic).toLowerCase()));
  return (name) => {
    if (topics.has(name)) return name;
    const called = ways.map((way) => way.get(name.toLowerCase())).find((found) => found !== undefined);
    return called?.length === 1 ? called[0][0] : undefined;
  };
}
