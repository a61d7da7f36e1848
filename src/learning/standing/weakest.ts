// The one rule for which topics are called the weakest: what `quiz` names, `quiz stats` lists and `quiz drill --weak` asks.
import { isWithin, type Topic } from '../../core/items/item.ts';
import { isWeak, PROBABLY_WEAK, type Standing } from './standing.ts';

/** A standing as far as the rule needs it. */
type StandingFacts = Pick<Standing, 'topic' | 'answers' | 'right' | 'weak' | 'verdict'>;

/** The topics that are named as weak, or as the likeliest to be, and on what ground. */
export interface Weakest {
  /** The weakest first, a parent never above its weak child. */
  readonly topics: readonly Topic[];
  /**
   * `evidence`: these topics are weak or probably weak. `thin`: there are too few answers to call any topic weak; these are
   * the likeliest to be, none where nothing was answered. `none`: no topic looks weak; these are the least sure.
   */
  readonly ground: 'evidence' | 'thin' | 'none';
}

/** So many topics are named where none is known to be weak (docs/learning.md, "Standings"). */
const LIKELIEST = 3;

/** The weakest of some topics, which come in the order of `standingsOn`: the lowest expectation first. */
export function weakestOf(standings: readonly StandingFacts[]): Weakest {
  const weak = weakTopics(standings);
  if (weak.length > 0) return { topics: weak, ground: 'evidence' };
  const asked = standings.filter(({ topic, answers }) => answers > 0 && !hasAskedChild(topic, standings));
  const likeliest = asked
    .toSorted((a, b) => Number(hasMiss(b)) - Number(hasMiss(a)) || b.weak - a.weak)
    .slice(0, LIKELIEST);
  const [first] = likeliest;
  const looksWeak = first === undefined || (first.weak >= PROBABLY_WEAK && hasMiss(first)); // but too few answers of its own say so
  return { topics: likeliest.map(({ topic }) => topic), ground: looksWeak ? 'thin' : 'none' };
}

/** Nobody calls a topic weak in which all was right. */
function hasMiss({ answers, right }: StandingFacts): boolean {
  return right < answers;
}

/**
 * Weak and probably weak topics in the given order, but a parent waits until all its weak children have been named: what is named first
 * is the weakest of those that have no part that is called weak.
 */
export function weakTopics(standings: readonly Pick<StandingFacts, 'topic' | 'verdict'>[]): Topic[] {
  const waiting = new Set(standings.filter(({ verdict }) => isWeak(verdict)).map(({ topic }) => topic));
  const named: Topic[] = [];
  const isReady = (topic: Topic) => ![...waiting].some((other) => other !== topic && isWithin(other, topic));
  while (waiting.size > 0) {
    const next = [...waiting].find(isReady);
    if (next === undefined) return named;
    waiting.delete(next);
    named.push(next);
  }
  return named;
}

function hasAskedChild(topic: Topic, standings: readonly StandingFacts[]): boolean {
  return standings.some((other) => other.answers > 0 && other.topic !== topic && isWithin(other.topic, topic));
}
