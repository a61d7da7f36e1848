// What was read of an exam afterwards goes into the records: an explanation teaches, also when it comes late.
import type { Topic } from '../../core/items/item.ts';
import type { Event, Moment, Started } from '../../core/sitting/events.ts';
import type { Slot } from '../../core/sitting/form.ts';
import { drillPolicy } from '../../core/sitting/policy.ts';
import { Failure } from '../../failure.ts';
import { isUnread } from '../../learning/learner/history.ts';
import { learnerIn } from '../../store/derived/derived.ts';
import { newSessionName } from '../../store/sessions/sessions.ts';
import { offsetAt } from '../shared/when.ts';
import type { Past } from './past-session.ts';

/**
 * Records that the explanations of these slots of an exam were shown, those that were not read before, as a session of its
 * own in which nothing is graded. Records that cannot be written are no reason not to look back: that is said, and no more.
 */
export async function keepStudied({ context, bank, state }: Past, shown: ReadonlySet<number>): Promise<void> {
  const { policy, form, session } = state.started;
  if (policy.mode !== 'exam' || shown.size === 0) return;
  try {
    const learner = await learnerIn(context.sessions, bank.id);
    const at = Math.max(Date.now(), state.now.at);
    const fresh = form.slots.flatMap((slot, index) => {
      const { graded } = state.slots[index] ?? {};
      const isFresh = shown.has(index + 1) && isUnread(learner, slot);
      return graded && isFresh ? [{ slot, topics: graded.topics }] : [];
    });
    if (fresh.length > 0) context.sessions.keep(studied(state.started, fresh, { at, ms: 0 }, newSessionName(at)));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    context.say(`That you read explanations of session ${session} was not saved: ${error.message}`);
  }
}

/** The lines of such a session. */
function studied(
  { bank, form, session: of }: Started,
  fresh: readonly { readonly slot: Slot; readonly topics: readonly Topic[] }[],
  moment: Moment,
  session: string,
): [Moment & Started, ...Event[]] {
  const review = { title: `Review · ${form.title}`, seed: form.seed, slots: fresh.map(({ slot }) => slot) };
  return [
    { ...moment, type: 'started', v: 1, session, offset: offsetAt(moment.at), bank, form: review, policy: drillPolicy },
    ...fresh.map(({ slot: { item, rev }, topics }): Event => ({ ...moment, type: 'studied', of, item, rev, topics })),
    { ...moment, type: 'closed', reason: 'finished' },
  ];
}
