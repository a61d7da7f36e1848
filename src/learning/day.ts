/** Practice after midnight belongs to the evening before. */
const ROLL_OVER_MS = 4 * 3_600_000;
export const DAY_MS = 86_400_000;

/** The learner's day in which something happened, counted since 1970. `offset`: minutes east of UTC where the learner was. */
export function dayOf(at: number, offset = 0): number {
  return Math.floor((at + offset * 60_000 - ROLL_OVER_MS) / DAY_MS);
}
