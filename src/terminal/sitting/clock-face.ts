// The clock as the candidate wants to see it, hidden or shown, and the notice that it told last.
import type { View } from '../../core/sitting/view.ts';

/** With this little left a hidden clock comes back by itself. */
const LAST_MINUTES = 5;

export interface ClockFace {
  shown(): { readonly clockHidden: boolean; readonly notice?: string };
  /** Hides or shows the clock; the sentence is why it cannot be hidden now. */
  toggle(view: View): string | undefined;
  /** Time has passed; `due` is the notice that fell due by it. */
  passTime(view: View, due: string | undefined): void;
}

/** A clock in sight, with nothing told yet. */
export function clockFace(): ClockFace {
  let clockHidden = false;
  let notice: string | undefined;
  return {
    shown: () => ({ clockHidden, ...(notice !== undefined && { notice }) }),
    toggle({ remainingMs }) {
      if (remainingMs === undefined) return 'There is no time limit.';
      const stays = !clockHidden && isLate(remainingMs);
      clockHidden = !clockHidden && !isLate(remainingMs);
      return stays ? `The clock stays in the last ${LAST_MINUTES} minutes.` : undefined;
    },
    passTime({ remainingMs = 0 }, due) {
      notice = due ?? notice;
      if (isLate(remainingMs)) clockHidden = false;
    },
  };
}

function isLate(remainingMs: number): boolean {
  return remainingMs <= LAST_MINUTES * 60_000;
}
