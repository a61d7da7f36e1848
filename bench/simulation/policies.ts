// Ways to choose the next question: the engine's and the ones it is measured against. Equal numbers of questions for all.
import { type Random, random } from '../../src/core/random.ts';
import { nextOn } from '../../src/learning/choosing/next.ts';
import type { Board } from '../../src/learning/learner/board.ts';
import { DAY_MS } from '../../src/learning/learner/day.ts';
import { dueAt, type Memory, remember } from '../../src/learning/learner/memory.ts';
import type { Person } from './people.ts';
import { order, type World } from './world.ts';

/** What a policy may look at. Times are milliseconds. */
export interface Room {
  readonly world: World;
  readonly board: Board;
  readonly person: Person;
  readonly seed: string;
  readonly examAt: number;
  readonly aDay: number;
}

export interface Policy {
  choose(now: number): number;
  told(index: number, right: boolean, now: number): void;
}

const GAP = 15;

function recently(): { has: (index: number) => boolean; add: (index: number) => void } {
  let latest: number[] = [];
  return {
    has: (index) => latest.includes(index),
    add: (index) => {
      latest = [...latest, index].slice(-GAP);
    },
  };
}

function anyBut(size: number, has: (index: number) => boolean, next: Random): number {
  for (;;) {
    const index = Math.floor(next() * size);
    if (!has(index)) return index;
  }
}

function atRandom({ world, seed }: Room): Policy {
  const next = random(`${seed}/random`);
  const latest = recently();
  return {
    choose: () => anyBut(world.practice.length, latest.has, next),
    told: latest.add,
  };
}

function sequential({ world, seed }: Room): Policy {
  const queue = order(world.practice.length, `${seed}/order`);
  let place = 0;
  return { choose: () => queue[place++ % queue.length] ?? 0, told: () => undefined };
}

/** One pass, then the missed ones, the longest ago first; when none is left, any. */
function wrongOnly({ world, seed }: Room): Policy {
  const queue = order(world.practice.length, `${seed}/order`);
  const next = random(`${seed}/random`);
  const latest = recently();
  const wrong = new Set<number>();
  let place = 0;
  return {
    choose() {
      if (place < queue.length) return queue[place++] ?? 0;
      for (const index of wrong) if (!latest.has(index)) return index;
      return anyBut(world.practice.length, latest.has, next);
    },
    told(index, right) {
      latest.add(index);
      wrong.delete(index);
      if (!right) wrong.add(index);
    },
  };
}

/** What is due first (longest overdue), then new ones in random order, then what is due next. */
function dueFirst({ world, seed }: Room, due: (index: number, right: boolean, now: number) => number): Policy {
  const queue = order(world.practice.length, `${seed}/order`);
  const latest = recently();
  const dues = new Map<number, number>();
  let place = 0;
  return {
    choose(now) {
      const ranked = [...dues].filter(([index]) => !latest.has(index)).sort(([, a], [, b]) => a - b);
      const [first] = ranked;
      if (first && first[1] <= now) return first[0];
      if (place < queue.length) return queue[place++] ?? 0;
      return first?.[0] ?? 0;
    },
    told(index, right, now) {
      latest.add(index);
      dues.set(index, due(index, right, now));
    },
  };
}

const BOX_DAYS = [0, 0.01, 1, 2, 4, 8, 16];

function leitner(room: Room): Policy {
  const boxes = new Map<number, number>();
  return dueFirst(room, (index, right, now) => {
    const box = right ? Math.min(BOX_DAYS.length - 1, (boxes.get(index) ?? 1) + 1) : 1;
    boxes.set(index, box);
    return now + (BOX_DAYS[box] ?? 1) * DAY_MS;
  });
}

/** SM-2 (Wozniak 1990): a right answer is a 4, a wrong one a 1. */
function sm2(room: Room): Policy {
  const cards = new Map<number, { ease: number; days: number; streak: number }>();
  return dueFirst(room, (index, right, now) => {
    const card = cards.get(index) ?? { ease: 2.5, days: 0, streak: 0 };
    const streak = right ? card.streak + 1 : 0;
    const days = !right || streak === 1 ? 1 : streak === 2 ? 6 : card.days * card.ease;
    cards.set(index, { ease: Math.max(1.3, card.ease + (right ? 0 : -0.54)), days, streak });
    return now + days * DAY_MS;
  });
}

function fsrs(room: Room): Policy {
  const memories = new Map<number, Memory>();
  return dueFirst(room, (index, right, now) => {
    const memory = remember(memories.get(index), { right, chance: 0, known: 1, explained: true, at: now });
    memories.set(index, memory);
    return dueAt(memory);
  });
}

function planner({ board, seed, examAt, aDay }: Room): Policy {
  return { choose: (now) => nextOn(board, { now, seed, examAt, aDay })?.index ?? 0, told: () => undefined };
}

/** Reads the learner's mind: asks what adds most to the exam's score. A ceiling, not a rival. */
function omniscient({ world, person, examAt }: Room): Policy {
  const latest = recently();
  const exam = examAt / DAY_MS;
  return {
    choose(now) {
      let top = 0;
      let height = Number.NEGATIVE_INFINITY;
      world.practice.forEach((_, index) => {
        if (latest.has(index)) return;
        const gain = person.gain(index, now / DAY_MS, exam);
        if (gain > height) [top, height] = [index, gain];
      });
      return top;
    },
    told: latest.add,
  };
}

export const POLICIES: Readonly<Record<string, (room: Room) => Policy>> = {
  random: atRandom,
  sequential,
  'wrong-only': wrongOnly,
  Leitner: leitner,
  'SM-2': sm2,
  'FSRS due-first': fsrs,
  planner,
  omniscient,
};
