import { conductOf } from '../core/sitting/conduct.ts';
import { result } from '../core/sitting/result.ts';
import type { Paper, State } from '../core/sitting/session.ts';
import { unshownAt } from '../core/sitting/unshown.ts';
import { gradingAt } from '../core/sitting/view.ts';

/** A past session as a document: `slot` counts from 1, times are ISO 8601 UTC, `ms` milliseconds. */
export function reportDocument(state: State, paper: Paper) {
  const { started, startedAt, now, slots, pauses } = state;
  const { session, right, of, percent, interval, pass, passed, reason, topics, unscored } = result(state);
  return {
    schema: 1,
    session,
    mode: started.policy.mode,
    profile: started.form.profile ?? null,
    title: started.form.title,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(now.at).toISOString(),
    reason,
    right,
    of,
    percent,
    interval,
    pass: pass ?? null,
    passed: passed ?? null,
    unscored: unscored ?? null,
    pauses: { count: pauses.count, lost: pauses.lost, last: pauses.last, unknown: pauses.unknown },
    conduct: conductOf(paper, state),
    topics,
    slots: slots.map(({ response, graded, spent, flagged, changes, first, struck, hints, challenge }, index) => ({
      slot: index + 1,
      item: started.form.slots[index]?.item ?? null,
      response: graded?.response ?? response,
      key: gradingAt(paper, state, index + 1)?.explanation.key ?? null,
      score: graded?.score ?? (unshownAt(paper, state, index + 1) ? null : 0),
      ms: spent,
      flagged,
      changes,
      first,
      struck,
      ...(hints.length > 0 && { hints: hints.length }),
      ...(challenge?.text && { challenge: challenge.text }),
      scored: !started.form.slots[index]?.unscored,
      notShown: unshownAt(paper, state, index + 1), // left out of the document where it is undefined
    })),
  };
}
