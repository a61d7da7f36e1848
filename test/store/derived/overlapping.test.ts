// Sessions that overlap: in two terminals, on two machines, or one that was left open for days. Each answer counts at the time it was
// given, and the same journals make the same beliefs, in whatever order they came.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event } from '../../../src/core/sitting/events.ts';
import { drillPolicy, examPolicy, type Policy } from '../../../src/core/sitting/policy.ts';
import { tracesOf } from '../../../src/learning/learner/attempts.ts';
import { learn, newLearner } from '../../../src/learning/learner/learner.ts';
import { mergeRecords } from '../../../src/store/care/merge.ts';
import { recordsIn } from '../../../src/store/derived/derived.ts';
import { encodeEntry } from '../../../src/store/journal/entry.ts';
import { newSessionName, sessionsIn } from '../../../src/store/sessions/sessions.ts';
import { itemOf } from '../../support/arbitraries.ts';
import { folderWith } from '../../support/folders.ts';
import { tries } from '../../support/laws.ts';
import { paperOf, play, START, type Step, startedWith, step } from '../../support/sittings.ts';

const HOUR_MS = 3_600_000;
const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const items = ['q1', 'q2', 'q3'].map((id, index) =>
  itemOf(id, { type: 'single', options, answer: ['a'] }, [index === 0 ? 's3/encryption' : 'glue']),
);

/** A session: when it begins, and what is done in it, each so many hours after the one before. */
interface Sketch {
  readonly hours: number;
  readonly policy: Policy;
  readonly deeds: readonly (readonly [hours: number, Step['command']])[];
  readonly left: number;
}

const deed = fc.constantFrom<Step['command']>(
  { type: 'respond', response: ['a'] },
  { type: 'respond', response: ['b'], confidence: 'sure' },
  { type: 'flag' },
  { type: 'hint' },
  { type: 'undo' },
  { type: 'challenge', text: 'odd' },
  { type: 'move', to: 1 },
  { type: 'move', to: 2 },
  { type: 'move', to: 3 },
);
const sketch: fc.Arbitrary<Sketch> = fc.record({
  hours: fc.nat(60),
  policy: fc.constantFrom(drillPolicy, { ...drillPolicy, cram: true } as const, examPolicy({ pass: 72 })),
  deeds: fc.array(fc.tuple(fc.nat(30), deed), { maxLength: 6 }),
  left: fc.nat(30),
});
const history = fc.array(sketch, { minLength: 2, maxLength: 5 });

/** Its journal. `apart`: milliseconds that no other session shares; none, where moments may be the same. */
function eventsOf({ hours, policy, deeds, left }: Sketch, apart: number): readonly Event[] {
  const began = START.at + hours * HOUR_MS;
  const session = newSessionName(began);
  const end = step({ type: policy.mode === 'exam' ? 'finish' : 'leave' }, 0, left * HOUR_MS);
  const steps = [...deeds.map(([after, command]) => step(command, 0, after * HOUR_MS)), end];
  const { events } = play(paperOf(items), { ...startedWith(items, policy), session }, steps);
  return events.map((event) => ({ ...event, at: event.at - START.at + began + apart }));
}

function put(folder: string, events: readonly Event[]): void {
  const [first] = events;
  if (first?.type !== 'started') throw new Error('a session begins with its start');
  const month = join(folder, 'closed', `20${first.session.slice(0, 2)}-${first.session.slice(2, 4)}`);
  mkdirSync(month, { recursive: true });
  writeFileSync(join(month, `${first.session}.jsonl`), events.map((event) => encodeEntry(event, 'w')).join(''));
}

async function read(folder: string) {
  const sessions = sessionsIn(folder);
  const { learner, mocks } = await recordsIn(sessions, 'bank');
  await sessions.later.done();
  return JSON.parse(JSON.stringify({ learner, mocks }));
}

test('the same journals make the same beliefs, in whatever order they came and were looked at', async () => {
  const shuffled = history.chain((sketches) => {
    const journals = sketches.map((one) => eventsOf(one, 0));
    return fc.tuple(fc.constant(journals), fc.shuffledSubarray(journals, { minLength: journals.length }));
  });
  await fc.assert(
    fc.asyncProperty(shuffled, async ([journals, order]) => {
      const [kept, afresh] = [folderWith(), folderWith()];
      for (const events of order) {
        put(kept, events);
        await read(kept);
      }
      for (const events of journals) put(afresh, events);
      expect(await read(kept)).toEqual(await read(afresh));
    }),
    { numRuns: tries(10) },
  );
});

test('two machines believe the same once each took in the other, whichever did so first', async () => {
  await fc.assert(
    fc.asyncProperty(history, history, async (mine, theirs) => {
      const [one, other] = [folderWith(), folderWith()];
      for (const sketched of mine) put(one, eventsOf(sketched, 0));
      for (const sketched of theirs) put(other, eventsOf(sketched, 1));
      await read(one);
      await read(other);
      mergeRecords(one, other);
      mergeRecords(other, one);
      expect(await read(one)).toEqual(await read(other));
    }),
    { numRuns: tries(5) },
  );
});

test('each answer counts at the time it was given, whichever session ended first', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (sketches) => {
      const folder = folderWith();
      const journals = sketches.map(eventsOf);
      for (const events of journals) put(folder, events);
      const learner = newLearner();
      const attempts = journals.flatMap((events) => tracesOf(events).attempts);
      for (const attempt of attempts.toSorted((a, b) => a.at - b.at)) learn(learner, attempt);
      const { learner: found } = await read(folder);
      const { answers, topics, items: memories, habits, latest, days } = JSON.parse(JSON.stringify(learner));
      expect(found).toMatchObject({ answers, topics, items: memories, habits, latest, days });
    }),
    { numRuns: tries(20) },
  );
});

test('a drill that lasted while another was sat and left is a review where it was one, as if both had been one', async () => {
  const answer = (hours: number, response: string) => [hours, { type: 'respond', response: [response] }] as const;
  const long: Sketch = { hours: 0, policy: drillPolicy, deeds: [answer(1, 'a')], left: 90 };
  const short: Sketch = { hours: 48, policy: drillPolicy, deeds: [answer(1, 'a')], left: 1 };
  const folder = folderWith();
  for (const [index, one] of [short, long].entries()) {
    put(folder, eventsOf(one, index));
    await read(folder);
  }
  const { items: known } = (await read(folder)).learner;
  const alone = folderWith();
  put(alone, eventsOf(long, 1));
  const { items: first } = (await read(alone)).learner;
  expect(known.q1).toMatchObject({ answers: 2, right: 2 });
  expect(known.q1.stability).toBeGreaterThan(first.q1.stability);
});
