/** A share with the range that could have given it. All from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 97.5 % point of the normal distribution: two-sided 95 % intervals. */
const Z95 = 1.959964;

/**
 * The Wilson score interval (Wilson 1927) for `right` of `of`: honest for few answers and for shares near 0 and 1,
 * where the usual ± breaks down. Nothing asked: everything is possible.
 */
export function wilson(right: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = right / of;
  const centre = share + Z95 ** 2 / (2 * of);
  const half = Z95 * Math.sqrt((share * (1 - share)) / of + Z95 ** 2 / (4 * of ** 2));
  const scale = 1 + Z95 ** 2 / of;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}
