// How much work a file may ask for: counted in steps and never in time, so that the same file always ends the same.

/** Steps that may still be taken. One takes some ten nanoseconds. */
export interface Effort {
  left: number;
}

/** Takes steps. Whether there were so many left. */
export function spend(effort: Effort, steps: number): boolean {
  effort.left -= steps;
  return effort.left >= 0;
}
