// A learner with a skill for each topic, that grows with explained questions and fades in three traces.
import type { Random } from '../../src/core/random.ts';
import { FADES, left, marked, type Person, portions, sigmoid, type Traits } from './people.ts';
import { normal, type Task, type World } from './world.ts';

interface Skill {
  readonly base: number;
  traces: [number, number, number];
  at: number;
  /** Practice of late in this topic, fading within hours: more of the same at once teaches less. */
  massed: number;
}

interface Seen {
  times: number;
  at: number;
  /** Days after which a third of the memory of the very question is left. */
  stability: number;
}

export function skilled(world: World, traits: Traits, start: number, next: Random): Person {
  const { topics, practice, services } = world;
  const service = Array.from({ length: services }, () => 0.6 * traits.spread * normal(next));
  const skills = topics.map((topic): Skill => {
    const base = start + (service[topic.service] ?? 0) + 0.8 * traits.spread * normal(next);
    return { base, traces: [0, 0, 0], at: 0, massed: 0 };
  });
  const first = topics.map(({ service: own }) => topics.findIndex((topic) => topic.service === own));
  const seen = new Map<number, Seen>();
  const shares = portions(traits);
  const slopes = new Map<number, number>();

  const level = (topic: number, time: number): number => {
    const skill = skills[topic];
    if (!skill) return 0;
    const own = skill.base + left(skill.traces, Math.max(0, time - skill.at));
    const root = first[topic] ?? topic;
    if (!traits.prerequisites || root === topic) return own;
    return Math.min(own, level(root, time) + 1);
  };
  const knowing = (task: Task, time: number, index?: number): number => {
    const mean = task.topics.reduce((sum, topic) => sum + level(topic, time), 0) / task.topics.length;
    const trace = index === undefined ? undefined : seen.get(index);
    const memory = trace ? 3.2 * (1 + (time - trace.at) / trace.stability) ** -0.7 : 0;
    return sigmoid(mean - task.difficulty + memory);
  };
  const rightly = (known: number, chance: number) => chance + (1 - chance - traits.slip) * known;
  /** Logits that an explained answer adds to one of the question's topics. */
  const lesson = (index: number, topic: number, known: number, time: number): number => {
    const skill = skills[topic];
    const massed = skill ? skill.massed * Math.exp(-(time - skill.at) / 0.25) : 0;
    const repeats = seen.get(index)?.times ?? 0;
    const novelty = 0.7 ** repeats;
    return (
      (traits.rate * novelty * (1.15 - 0.7 * known)) /
      (1 + 0.25 * massed) /
      (practice[index]?.topics.length ?? 1) ** 0.4
    );
  };
  const settle = (skill: Skill, time: number, amount: number) => {
    const days = Math.max(0, time - skill.at);
    const kept = skill.traces.map((trace, part) => trace * Math.exp(-days / (FADES[part] ?? 1)));
    skill.traces = [0, 1, 2].map((part) => (kept[part] ?? 0) + amount * (shares[part] ?? 0)) as [
      number,
      number,
      number,
    ];
    skill.massed = skill.massed * Math.exp(-days / 0.25);
    skill.at = time;
  };
  return {
    probability: (task, time, index) => rightly(knowing(task, time, index), task.chance),
    answer(index, time) {
      const task = practice[index];
      if (!task) return { right: false };
      slopes.clear();
      const known = knowing(task, time, index);
      const knows = next() < known;
      const right = knows ? next() >= traits.slip : next() < task.chance;
      const confidence = marked(traits, knows, next);
      for (const topic of task.topics) {
        const amount = lesson(index, topic, known, time);
        const skill = skills[topic];
        if (!skill) continue;
        settle(skill, time, amount);
        skill.massed += 1 / task.topics.length;
        for (const near of topics.keys()) {
          const other = skills[near];
          if (other && near !== topic && topics[near]?.service === topics[topic]?.service)
            settle(other, time, 0.1 * amount);
        }
      }
      const before = seen.get(index);
      const spaced = before ? Math.min(3, 1 + (time - before.at) / before.stability) : 1;
      seen.set(index, { times: (before?.times ?? 0) + 1, at: time, stability: (before?.stability ?? 2) * spaced });
      return { right, ...(confidence && { confidence }) };
    },
    gain(index, time, exam) {
      const task = practice[index];
      if (!task) return 0;
      const known = knowing(task, time, index);
      return task.topics.reduce((sum, topic) => {
        const amount = lesson(index, topic, known, time);
        const lasting = left(
          shares.map((share) => share * amount),
          exam - time,
        );
        return sum + slope(topic, exam) * lasting;
      }, 0);
    },
  };

  /** What a logit more in a topic adds to the exam's score. */
  function slope(topic: number, exam: number): number {
    const kept = slopes.get(topic);
    if (kept !== undefined) return kept;
    const own = level(topic, exam);
    const found = world.hidden.reduce((sum, task) => {
      if (task.topics[0] !== topic) return sum;
      const known = sigmoid(own - task.difficulty);
      return sum + task.weight * (1 - task.chance) * known * (1 - known);
    }, 0);
    slopes.set(topic, found);
    return found;
  }
}
