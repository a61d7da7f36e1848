// Questions out of a seed: the same ones for the same seed, on every machine.

/** A small generator of numbers in [0, 1) (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = 'bucket stream shard key record table column query index cluster batch window policy role'.split(' ');

/** So many words that stand in no order. */
export function words(next, length) {
  return Array.from({ length }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
}

/** `n` questions with four options, one of which is right. */
export function* records(n) {
  const next = seeded(7);
  for (let i = 0; i < n; i++) {
    const key = Math.floor(next() * 4);
    const options = [0, 1, 2, 3].map((option) => `${words(next, 4)} ${option}`);
    yield { stem: `Number ${i}: which ${words(next, 12)}?`, options, key };
  }
}
