// Which questions of a past session are looked at again.
import { missedIn } from '../../core/sitting/result.ts';
import type { Paper, SlotState, State } from '../../core/sitting/state.ts';
import { unshownAt } from '../../core/sitting/unshown.ts';
import { type Explained, explainedAt } from '../../core/sitting/view.ts';
import { type Remark, unshownRemarks } from '../../reports/unshown.ts';
import { commandPiece } from '../../system/command-line.ts';

/** The flags of `quiz review`. Where several are given, a question that any of them names is shown. */
export interface ReviewOptions {
  readonly wrong?: boolean;
  readonly flagged?: boolean;
  readonly changed?: boolean;
  readonly all?: boolean;
}

export interface ReviewPage {
  readonly slot: number;
  readonly explained: Explained;
}

/** The questions that are looked at again, and what is said of those that cannot be shown as they were asked. */
export interface ReviewPages {
  readonly pages: readonly ReviewPage[];
  /** How many cannot be shown. */
  readonly unshown: number;
  readonly remarks: readonly Remark[];
}

/** The questions to walk through: the missed ones unless asked otherwise; all where none was missed. */
export function pagesOf(paper: Paper, state: State, options: ReviewOptions): ReviewPages {
  const slots = slotsMeant(state, options);
  return {
    pages: slots.flatMap((slot) => {
      const explained = explainedAt(paper, state, slot);
      return explained ? [{ slot, explained }] : [];
    }),
    unshown: slots.filter((slot) => unshownAt(paper, state, slot)).length,
    remarks: unshownRemarks(paper, state, slots, commandPiece),
  };
}

function slotsMeant(state: State, options: ReviewOptions): number[] {
  const missed = options.all || isNarrowed(options) ? [] : missedIn(state);
  return missed.length > 0 ? missed : slotsNamed(state, options);
}

/** The slots that the flags name; all where they name none. */
export function slotsNamed({ slots }: State, options: ReviewOptions): number[] {
  const isNamed = ({ graded, flagged, changes }: SlotState) =>
    !isNarrowed(options) ||
    (options.wrong && graded && graded.score < 1) ||
    (options.flagged && flagged) ||
    (options.changed && changes > 0);
  return slots.flatMap((slot, index) => (isNamed(slot) ? [index + 1] : []));
}

function isNarrowed({ wrong, flagged, changed, all }: ReviewOptions): boolean {
  return !all && Boolean(wrong || flagged || changed);
}
