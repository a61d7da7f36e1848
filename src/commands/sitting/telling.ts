import { unpacked } from '../../core/packed.ts';
import { result } from '../../core/sitting/result.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import type { Telling } from '../../reports/result.ts';
import { recordsIn } from '../../store/derived/derived.ts';
import type { Past } from './past-session.ts';

/** What the result of a session is told with. */
export async function tellingOf(past: Past, glyphs: Glyphs): Promise<Telling> {
  const { bank, state } = past;
  const blueprint = bank.exams.find(({ id }) => id === state.started.form.profile);
  return { titles: bank.topics, blueprint, glyphs, before: await mocksBefore(past) };
}

/** So many earlier mocks are told beside a result. */
const MOCKS_BESIDE = 2;

/** Percent right of the last mocks before this one, oldest first: those of its profile, as far as neither had twice the questions of the other. */
async function mocksBefore({ context, bank, state }: Past): Promise<number[]> {
  const { policy, form, session } = state.started;
  if (policy.mode !== 'exam') return [];
  const { of } = result(state);
  const endedAt = new Date(state.now.at).toISOString();
  const { mocks } = await recordsIn(context.sessions, bank.id);
  return unpacked(mocks)
    .filter((mock) => mock.session !== session && mock.endedAt < endedAt && mock.profile === (form.profile ?? null))
    .filter((mock) => mock.of < 2 * of && of < 2 * mock.of)
    .slice(-MOCKS_BESIDE)
    .map(({ percent }) => percent);
}
