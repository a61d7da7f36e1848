import { PRIME } from './fingerprint.ts';

/** A stream of numbers in [0, 1) that a seed decides completely, the same on every machine. */
export type Random = () => number;

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by what FNV-1a makes of the text of the seed from three bases, in one go. */
export function random(seed: string): Random {
  const { imul } = Math;
  let [a, b, c] = [0x9e3779b9, 0x243f6a88, 0xb7e15162];
  for (let i = 0; i < seed.length; i++) {
    const unit = seed.charCodeAt(i);
    a = imul(a ^ unit, PRIME);
    b = imul(b ^ unit, PRIME);
    c = imul(c ^ unit, PRIME);
  }
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
