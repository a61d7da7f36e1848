// The two curves that estimates are made of: the logistic one, between logits and shares, and the normal one.
import type { Interval } from '../../core/wilson.ts';

/** The share from 0 to 1 that a logit stands for. */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** The logit of a share between 0 and 1: the way back from `sigmoid`. */
export function logitOf(share: number): number {
  return Math.log(share / (1 - share));
}

/** 90 % point of the normal distribution: two-sided 80 % intervals. */
export const Z80 = 1.2816;

/** The 80 % interval of a share that is normally distributed; from 0 to 1, as the share is. */
export function interval80(mean: number, deviation: number): Interval {
  return { low: Math.max(0, mean - Z80 * deviation), high: Math.min(1, mean + Z80 * deviation) };
}

/** The normal distribution function; Abramowitz and Stegun 26.2.17 with its coefficients, absolute error below 7.5e-8. */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    DENSITY_AT_MEAN *
    Math.exp((-z * z) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

/** 1 / √(2π). */
const DENSITY_AT_MEAN = 0.3989422804014327;
