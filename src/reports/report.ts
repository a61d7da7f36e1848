import type { Response } from '../core/items/kinds/kind.ts';
import { conductOf, handlingInWords } from '../core/sitting/conduct.ts';
import { result } from '../core/sitting/result.ts';
import type { Paper, State } from '../core/sitting/state.ts';
import { unshownAt } from '../core/sitting/unshown.ts';
import { gradingAt } from '../core/sitting/view.ts';
import type { Table } from '../core/text/styled.ts';
import { recordTable } from './records.ts';

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
      ...(graded?.confidence && { confidence: graded.confidence }),
      ...(challenge?.text && { challenge: challenge.text }),
      scored: !started.form.slots[index]?.unscored,
      notShown: unshownAt(paper, state, index + 1), // left out of the document where it is undefined
    })),
  };
}

/** The questions of such a document as records: number, id, score, seconds, what was answered, the key, and how it was dealt with. */
export function answerRecords(slots: ReturnType<typeof reportDocument>['slots']): Table {
  return recordTable(
    slots.map(({ slot, item, score, ms, response, key, flagged, struck, changes, hints = 0, confidence }) => {
      const isGuess = confidence === 'guess';
      const handling = handlingInWords({ flagged, struck: struck.length, changes, hints, isGuess }).join(', ');
      const seconds = String(Math.round(ms / 1000));
      return [String(slot), item ?? '', String(score ?? ''), seconds, inIds(response), inIds(key), handling];
    }),
  );
}

/** "sse-kms sse-s3", "green=hot black=boiling", or the text that was typed. */
function inIds(response: Response | null): string {
  if (response === null || typeof response === 'string') return response ?? '';
  if (Array.isArray(response)) return response.join(' ');
  return Object.entries(response)
    .map(([left, right]) => `${left}=${right}`)
    .join(' ');
}
