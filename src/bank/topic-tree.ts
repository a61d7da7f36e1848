import { addTo } from '../core/grouped.ts';
import { lineage, type Topic } from '../core/items/item.ts';

/** The tree of topics, each behind its parent. Parents that the author left out are added under their own name, so that it is whole. */
export function treeOf(titles: ReadonlyMap<Topic, string>): Map<Topic, string> {
  const below = new Map<Topic, [Topic, ...Topic[]]>();
  const known = new Set<Topic>();
  for (const topic of titles.keys()) {
    for (const above of lineage(topic).reverse()) {
      if (known.has(above)) continue;
      known.add(above);
      addTo(below, above.slice(0, Math.max(0, above.lastIndexOf('/'))), above);
    }
  }
  const tree = new Map<Topic, string>();
  const grow = (topic: Topic) => {
    tree.set(topic, titles.get(topic) ?? topic.slice(topic.lastIndexOf('/') + 1));
    below.get(topic)?.forEach(grow);
  };
  below.get('')?.forEach(grow);
  return tree;
}
