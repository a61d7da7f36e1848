// Sessions that are over: found by name, the last one where none is named, and what their results are told with.
import type { Bank } from '../../bank/bank.ts';
import { unpacked } from '../../core/packed.ts';
import { replay } from '../../core/sitting/evolve.ts';
import { result } from '../../core/sitting/result.ts';
import type { State } from '../../core/sitting/session.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { Failure } from '../../failure.ts';
import type { Telling } from '../../reports/result.ts';
import { recordsIn } from '../../store/derived.ts';
import type { SessionFile } from '../../store/read-session.ts';
import type { Sessions } from '../../store/sessions.ts';
import type { Context } from '../context.ts';
import { begunBy, unknown } from '../shared/values.ts';

/** What the result of a session is told with. */
export async function tellingOf(context: Context, bank: Bank, state: State, glyphs: Glyphs): Promise<Telling> {
  const blueprint = bank.exams.find(({ id }) => id === state.started.form.profile);
  return { titles: bank.topics, blueprint, glyphs, before: await mocksBefore(context, bank, state) };
}

/** So many earlier mocks are told beside a result. */
const MOCKS_BESIDE = 2;

/** Percent right of the last mocks before this one, oldest first: those of its profile, as far as neither had twice the questions of the other. */
async function mocksBefore({ sessions }: Context, bank: Bank, state: State): Promise<number[]> {
  const { policy, form, session } = state.started;
  if (policy.mode !== 'exam') return [];
  const { of } = result(state);
  const endedAt = new Date(state.now.at).toISOString();
  const { mocks } = await recordsIn(sessions, bank.id);
  return unpacked(mocks)
    .filter((mock) => mock.session !== session && mock.endedAt < endedAt && mock.profile === (form.profile ?? null))
    .filter((mock) => mock.of < 2 * of && of < 2 * mock.of)
    .slice(-MOCKS_BESIDE)
    .map(({ percent }) => percent);
}

/** Throws a usage failure where there is none. */
export function pastSession(sessions: Sessions, bank: Bank, name: string | undefined): State {
  const state = sessionFound(sessions, bank, name);
  const { id, folder } = state.started.bank;
  if (!sessions.origins.has(id)) sessions.origins.set(id, [folder]);
  return state;
}

function sessionFound(sessions: Sessions, bank: Bank, name: string | undefined): State {
  const files = [...sessions.closed(), ...sessions.open()];
  const found = name === undefined ? lastEnded(sessions, bank, files) : sessionNamed(sessions, files, name);
  if (found) return found;
  throw new Failure('usage', 'no-session', 'there is no session to look back on yet', 'practise first: quiz drill');
}

function sessionNamed(sessions: Sessions, files: readonly SessionFile[], name: string): State {
  const names = files.map(({ session }) => session);
  const session = begunBy(name, 'session', names);
  const file = files.find((one) => one.session === session);
  const state = file && stateOf(sessions, file);
  if (!state) throw unknown('session', name, names, 'quiz report --list shows them all');
  if (state.closed) return state;
  const hint = `finish it first: quiz exam --resume ${session}`;
  throw new Failure('usage', 'still-open', `session ${session} is not over`, hint);
}

/** So many of the sessions that were begun last, and of the files that were written last, are looked at: an exam may have been begun long ago. */
const LATEST = 50;

/** The session that ended last, of those that have something graded. */
function lastEnded(sessions: Sessions, bank: Bank, files: readonly SessionFile[]): State | undefined {
  const changedAt = new Map(files.map((file) => [file, sessions.mark(file)[1]]));
  const byChange = files.toSorted((a, b) => (changedAt.get(a) ?? 0) - (changedAt.get(b) ?? 0));
  for (let from = files.length; from > 0; from -= LATEST) {
    const some = new Set([
      ...byChange.slice(Math.max(0, from - LATEST), from),
      ...files.slice(Math.max(0, from - LATEST), from),
    ]);
    const [last] = [...some]
      .flatMap((file) => stateOf(sessions, file) ?? [])
      .filter(
        ({ closed, started, slots }) => closed && started.bank.id === bank.id && slots.some(({ graded }) => graded),
      )
      .sort((a, b) => b.now.at - a.now.at);
    if (last) return last;
  }
  return undefined;
}

function stateOf(sessions: Sessions, file: SessionFile): State | undefined {
  return replay(sessions.read(file).events);
}
