// Which questions of a past session are looked at again.
import type { Paper, SlotState, State } from '../../core/sitting/session.ts';
import { type Explained, explainedAt } from '../../core/sitting/view.ts';

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
export function pagesOf(paper: Paper, state: State, options: ReviewOptions): Page[] {
  const pages = state.slots.flatMap((slot, index): Page[] => {
    const explained = explainedAt(paper, state, index + 1);
    return explained && isAskedFor(slot, options) ? [{ slot: index + 1, explained }] : [];
  });
  if (isNarrowed(options) || options.all) return pages;
  const missed = pages.filter(({ explained }) => explained.grading.score < 1);
  return missed.length > 0 ? missed : pages;
}

/** Whether a slot is among those that the flags name; any slot where they name none. */
export function isAskedFor(slot: SlotState, options: ReviewOptions): boolean {
  if (!isNarrowed(options)) return true;
  const { graded, flagged, changes } = slot;
  return Boolean(
    (options.wrong && graded && graded.score < 1) || (options.flagged && flagged) || (options.changed && changes > 0),
  );
}

function isNarrowed({ wrong, flagged, changed, all }: ReviewOptions): boolean {
  return !all && Boolean(wrong || flagged || changed);
}
