import { fnv1a } from './fingerprint.ts';

/** A stream of numbers in [0, 1) that a seed decides completely, the same on every machine. */
export type Random = () => number;

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by hashing the text of the seed. */
export function random(seed: string): Random {
  let a = fnv1a(seed, 0x9e3779b9);
  let b = fnv1a(seed, 0x243f6a88);
  let c = fnv1a(seed, 0xb7e15162);
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** A new array in random order (Fisher-Yates). */
export function shuffle<T>(values: readonly T[], next: Random): T[] {
  const shuffled = [...values];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const [a, b] = [shuffled[i], shuffled[j]] as [T, T]; // both indices are inside the array
    shuffled[i] = b;
    shuffled[j] = a;
  }
  return shuffled;
}
