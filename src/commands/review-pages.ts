// Which questions of a past session are looked at again.
import type { Paper, State } from '../core/session.ts';
import { type Explained, explainedAt } from '../core/view.ts';

/** Which questions; several wishes are met by any of them. */
export interface ReviewOptions {
  readonly wrong?: boolean;
  readonly flagged?: boolean;
  readonly changed?: boolean;
  readonly all?: boolean;
}

export interface Page {
  readonly slot: number;
  readonly explained: Explained;
}

/** The questions to walk through: the missed ones unless asked otherwise; all where none was missed. */
export function pagesOf(paper: Paper, state: State, { wrong, flagged, changed, all }: ReviewOptions): Page[] {
  const pages = state.slots.flatMap((_, index): Page[] => {
    const explained = explainedAt(paper, state, index + 1);
    return explained ? [{ slot: index + 1, explained }] : [];
  });
  const isMissed = ({ explained }: Page) => explained.grading.score < 1;
  const isMeant = (page: Page) => {
    const { flagged: hasFlag = false, changes = 0 } = state.slots[page.slot - 1] ?? {};
    return (wrong && isMissed(page)) || (flagged && hasFlag) || (changed && changes > 0);
  };
  if (all) return pages;
  if (wrong || flagged || changed) return pages.filter(isMeant);
  const missed = pages.filter(isMissed);
  return missed.length > 0 ? missed : pages;
}
