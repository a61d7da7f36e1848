/** The rules of a sitting. Exam and drill are one engine under two policies, and differ in nothing else. */
export interface Policy {
  readonly mode: 'exam' | 'drill';
  /** When an item is graded and explained: at once, or all at the end. */
  readonly feedback: 'immediate' | 'deferred';
  /** What the limit counts: time in which the program runs, or the wall's time, which passes while away. */
  readonly clock: 'active' | 'wall';
  readonly limitMs?: number;
  /** Pass mark in percent right. */
  readonly pass?: number;
  /** The schedule of reviews is left as it is. */
  readonly cram?: true;
}

export const drillPolicy: Policy = { mode: 'drill', feedback: 'immediate', clock: 'active' };

/** The rules of an exam. `pass` in percent right; `strict`: the clock runs on while the program does not. */
export function examPolicy(options: { pass: number; limitMs?: number; strict?: boolean }): Policy {
  const { pass, limitMs, strict = false } = options;
  const clock = strict ? 'wall' : 'active';
  return { mode: 'exam', feedback: 'deferred', clock, pass, ...(limitMs !== undefined && { limitMs }) };
}
