// Which questions of a past session are looked at again.
import type { Paper, State } from '../core/session.ts';
import { type Explained, explainedAt } from '../core/view.ts';

export interface ReviewOptions {
  readonly flagged?: boolean;
  readonly changed?: boolean;
  readonly all?: boolean;
}

export interface Page {
  readonly slot: number;
  readonly explained: Explained;
}

/** The questions to walk through: the missed ones unless asked otherwise; all where none was missed. */
export function pagesOf(paper: Paper, state: State, { flagged, changed, all }: ReviewOptions): Page[] {
  const pages = state.slots.flatMap((_, index): Page[] => {
    const explained = explainedAt(paper, state, index + 1);
    return explained ? [{ slot: index + 1, explained }] : [];
  });
  const slotState = ({ slot }: Page) => state.slots[slot - 1];
  if (all) return pages;
  if (flagged) return pages.filter((page) => slotState(page)?.flagged);
  if (changed) return pages.filter((page) => (slotState(page)?.changes ?? 0) > 0);
  const missed = pages.filter(({ explained }) => explained.grading.score < 1);
  return missed.length > 0 ? missed : pages;
}
