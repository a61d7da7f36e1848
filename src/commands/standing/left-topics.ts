// Answers that a topic left behind under another id.
import type { Bank } from '../../bank/bank.ts';
import type { Topic } from '../../core/items/item.ts';
import { count, listedFew } from '../../core/text/wording.ts';
import { wasAnswered } from '../../learning/learner/history.ts';
import type { Learner } from '../../learning/learner/learner.ts';

/** So many topics are named. */
const MOST_NAMED = 3;

/**
 * What to say where topics have no answers though their questions were answered, and others have answers and are in the bank no more: then
 * an id was changed. Undefined once the new one has answers.
 */
export function leftTopics({ topics, facts }: Bank, learner: Learner): string | undefined {
  const answersOf = (topic: Topic) => learner.topics[topic]?.answers ?? 0;
  const isPlace = (topic: Topic) => topic !== '' && !topic.startsWith('@'); // neither the root nor a domain
  const gone = Object.keys(learner.topics).filter(
    (topic) => isPlace(topic) && answersOf(topic) > 0 && !topics.has(topic),
  );
  if (gone.length === 0) return undefined;
  const answered = new Set(facts.flatMap(({ id, topics }) => (wasAnswered(learner, id) ? topics : [])));
  const begun = [...answered].filter((topic) => answersOf(topic) === 0);
  if (begun.length === 0) return undefined;
  const lowest = gone.filter((topic) => !gone.some((other) => other.startsWith(`${topic}/`)));
  const left = lowest.map((topic) => `${topic} (${count(answersOf(topic), 'answer')})`);
  const begin = begun.length === 1 ? 'begins' : 'begin';
  return `${listedFew(begun, MOST_NAMED)} ${begin} anew, because answers stay with a topic's id. The bank has no topic ${listedFew(left, MOST_NAMED)} any more: where only the name was to be another, write the old id in bank.yaml, with the new title behind it.`;
}
