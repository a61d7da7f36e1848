// A learner who knows single facts or does not. A practice question teaches its facts; the exam asks about the same facts.
import type { Random } from '../../src/core/random.ts';
import { marked, type Person, portions, sigmoid, type Traits } from './people.ts';
import { FACTS, normal, type Task, type World } from './world.ts';

interface Fact {
  /** Whether it was ever learned. */
  known: boolean;
  misconceived: boolean;
  /** Days after which a third of it is left. */
  stability: number;
  at: number;
}

export function factual(world: World, traits: Traits, start: number, next: Random): Person {
  const { topics, practice, hidden, services } = world;
  const service = Array.from({ length: services }, () => 0.6 * traits.spread * normal(next));
  const facts = topics.flatMap((topic) => {
    const level = start + (service[topic.service] ?? 0) + 0.8 * traits.spread * normal(next);
    return Array.from({ length: FACTS }, (): Fact => {
      const known = next() < sigmoid(level + 0.8 * normal(next));
      const misconceived = !known && next() < (traits.misconceptions ?? 0);
      return { known, misconceived, stability: 90 + 200 * next(), at: 0 };
    });
  });
  const [fast, middle] = portions(traits);
  const recall = (fact: number, time: number): number => {
    const state = facts[fact];
    return state?.known ? (1 + (time - state.at) / state.stability) ** -1 : 0;
  };
  const knowing = (task: Task, time: number) => task.facts.reduce((all, fact) => all * recall(fact, time), 1);
  /** A firm wrong belief leaves little to chance. */
  const luck = (task: Task) => (task.facts.some((fact) => facts[fact]?.misconceived) ? 0.3 * task.chance : task.chance);
  const probability = (task: Task, time: number) => {
    const chance = luck(task);
    return chance + (1 - chance - traits.slip) * knowing(task, time);
  };
  /** Days that a newly learned fact lasts: what fades fast, what fades slowly. */
  const first = 2 * fast + 10 * middle + 40 * (1 - fast - middle);
  const learning = (fact: number) => (facts[fact]?.misconceived ? 0.45 * traits.rate : traits.rate);
  /** What knowing a fact is worth in the exam. */
  const worth = new Map<number, number>();
  for (const {
    facts: [fact = -1],
    weight,
    chance,
  } of hidden)
    worth.set(fact, (worth.get(fact) ?? 0) + weight * (1 - chance));
  return {
    probability,
    answer(index, time) {
      const task = practice[index];
      if (!task) return { right: false };
      const found = task.facts.map((fact) => next() < recall(fact, time));
      const knows = found.every(Boolean);
      const right = knows ? next() >= traits.slip : next() < luck(task);
      const firm = task.facts.some((fact) => facts[fact]?.misconceived);
      const confidence = marked(traits, knows || firm, next);
      task.facts.forEach((fact, place) => {
        const state = facts[fact];
        if (!state) return;
        if (found[place]) {
          const spaced = Math.min(1.5, (time - state.at) / state.stability);
          state.stability *= 1.1 + spaced;
          state.at = time;
        } else if (next() < learning(fact)) {
          Object.assign(state, {
            known: true,
            misconceived: false,
            stability: first * (state.known ? 1.3 : 1),
            at: time,
          });
        }
      });
      return { right, ...(confidence && { confidence }) };
    },
    gain(index, time, exam) {
      const task = practice[index];
      if (!task) return 0;
      return task.facts.reduce((sum, fact) => {
        const now = recall(fact, time);
        const later = recall(fact, exam);
        const stability = facts[fact]?.stability ?? 1;
        const grown = (1 + (exam - time) / (stability * 1.5)) ** -1;
        const learned = learning(fact) * (1 + (exam - time) / first) ** -1;
        return sum + (worth.get(fact) ?? 0) * Math.max(0, now * (grown - later) + (1 - now) * (learned - later));
      }, 0);
    },
  };
}
