import * as fs from 'node:fs';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/items/item.ts';
import { unpacked } from '../../../src/core/packed.ts';
import type { Event } from '../../../src/core/sitting/events.ts';
import { drillPolicy, examPolicy } from '../../../src/core/sitting/policy.ts';
import { isEdited } from '../../../src/learning/learner/history.ts';
import { reset } from '../../../src/store/care/reset.ts';
import { recordsIn } from '../../../src/store/derived/derived.ts';
import type { Records } from '../../../src/store/derived/folding.ts';
import type { Disk } from '../../../src/store/disk/disk.ts';
import { sessionsIn } from '../../../src/store/sessions/sessions.ts';
import { itemOf } from '../../support/arbitraries.ts';
import { folderWith } from '../../support/folders.ts';
import { tries } from '../../support/laws.ts';
import { answers, later, paperOf, play, START, startedWith, step } from '../../support/sittings.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const items: Item[] = ['q1', 'q2', 'q3'].map((id, index) =>
  itemOf(id, { type: 'single', options, answer: ['a'] }, [index === 0 ? 's3/encryption' : 'glue']),
);

/** The same questions as another machine had them, where the bank was edited on one. */
const olderItems = items.map((item): Item => ({ ...item, rev: 'older' }));

/** A session that starts some hours after the first, and what is answered in it. */
interface Sketch {
  readonly hours: number;
  readonly responses: readonly string[];
  readonly isExam: boolean;
  /** Whether a drill is left at a question that a hint was given for. */
  readonly isHinted?: boolean;
  /** Whether it was sat on a machine where the bank was older. */
  readonly isOlder?: boolean;
  /** Read over afterwards, this many hours after its start, in a session of its own. */
  readonly readAfter?: number;
}

const sketches: fc.Arbitrary<Sketch[]> = fc.uniqueArray(fc.nat(500), { maxLength: 6 }).chain((hours) =>
  fc.tuple(
    ...hours.map((hour) =>
      fc.record({
        hours: fc.constant(hour),
        responses: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
        isExam: fc.boolean(),
        isHinted: fc.boolean(),
        isOlder: fc.boolean(),
        readAfter: fc.integer({ min: 1, max: 400 }),
      }),
    ),
  ),
);

function nameOf({ hours }: Sketch): string {
  return `231114-${String(hours).padStart(6, '0')}-abcdef`;
}

function eventsOf(sketch: Sketch): Event[] {
  const policy = sketch.isExam ? examPolicy({ pass: 72 }) : drillPolicy;
  const asked = sketch.isOlder ? olderItems : items;
  const started = { ...startedWith(asked, policy), session: nameOf(sketch) };
  const end = step({ type: sketch.isExam ? 'finish' : 'leave' });
  const given = answers(...sketch.responses.map((id) => [id]));
  const hint = sketch.isHinted
    ? [step({ type: 'move', to: sketch.responses.length + 1 }, 0), step({ type: 'hint' })]
    : [];
  const { events } = play(paperOf(asked), started, [...given, ...hint, end]);
  return events.map((event) => ({ ...event, at: later({ at: event.at, ms: 0 }, sketch.hours * 3_600_000).at }));
}

function put(folder: string, place: 'open' | 'closed/2023-11', sketch: Sketch): void {
  mkdirSync(join(folder, place), { recursive: true });
  const events = place === 'open' ? eventsOf(sketch).slice(0, -1) : eventsOf(sketch);
  const lines = events.map((event) => `${JSON.stringify({ ...event, by: 'w1' })}\n`);
  writeFileSync(join(folder, place, `${nameOf(sketch)}.jsonl`), lines.join(''));
}

/** What `quiz review` writes after an exam. */
function putReading(folder: string, { readAfter = 1, ...sketch }: Sketch): void {
  const at = START.at + (sketch.hours + readAfter) * 3_600_000;
  const session = nameOf(sketch).replace('abcdef', 'readit');
  const started = { ...startedWith(items, drillPolicy), session };
  const lessons = items.map(({ id, rev, topics }): Event => {
    return { at, ms: 0, type: 'studied', of: nameOf(sketch), item: id, rev, topics };
  });
  sessionsIn(folder).keep([{ at, ms: 0, ...started }, ...lessons, { at, ms: 0, type: 'closed', reason: 'finished' }]);
}

function putFrom(folder: string, bank: { id: string; folder: string }, hours: number): void {
  const at = START.at + hours * 3_600_000;
  const session = nameOf({ hours, responses: [], isExam: false });
  const started = { ...startedWith(items, drillPolicy), session, bank };
  sessionsIn(folder).keep([
    { at, ms: 0, ...started },
    { at, ms: 0, type: 'closed', reason: 'left' },
  ]);
}

async function read(folder: string): Promise<Records> {
  const sessions = sessionsIn(folder);
  const records = await recordsIn(sessions, 'bank');
  await sessions.later.done();
  return records;
}
const plain = ({ learner, mocks }: Records) => JSON.parse(JSON.stringify({ learner, mocks }));

async function afresh(folder: string): Promise<unknown> {
  rmSync(join(folder, 'derived'), { recursive: true, force: true });
  return plain(await read(folder));
}

describe('the records of a bank', () => {
  test('kept up session by session are those made afresh, in whatever order sessions come', async () => {
    await fc.assert(
      fc.asyncProperty(sketches, async (sessions) => {
        const folder = folderWith();
        for (const [place, sketch] of sessions.entries()) {
          if (place % 2 === 0) putReading(folder, sketch);
          await read(folder);
          put(folder, 'closed/2023-11', sketch);
          if (place % 2 === 1) putReading(folder, sketch);
          await read(folder);
        }
        const kept = plain(await read(folder));
        expect(kept).toEqual(await afresh(folder));
      }),
      { numRuns: tries(12) },
    );
  });

  test('know what was answered in the present wording, whatever came of an older one, and when', async () => {
    const folder = folderWith();
    const answer = (hours: number, isOlder: boolean): Sketch => ({ hours, responses: ['a'], isExam: false, isOlder });
    put(folder, 'closed/2023-11', answer(1, false));
    const known = async () => isEdited((await read(folder)).learner, { id: 'q1', rev: items[0]?.rev ?? '' });
    await read(folder);
    put(folder, 'closed/2023-11', answer(2, true)); // merged from the other machine
    expect(await known()).toBe(false);
    put(folder, 'closed/2023-11', answer(0, true)); // the same, and all is made anew
    expect(await known()).toBe(false);
  });

  test('with a session more are written after whoever asked has them; made anew, before', async () => {
    const folder = folderWith();
    const document = () => readFileSync(join(folder, 'derived', readdirSync(join(folder, 'derived'))[0] ?? ''), 'utf8');
    put(folder, 'closed/2023-11', { hours: 1, responses: ['a'], isExam: false });
    await recordsIn(sessionsIn(folder), 'bank');
    const before = document();
    put(folder, 'closed/2023-11', { hours: 2, responses: ['a', 'b'], isExam: false });
    const sessions = sessionsIn(folder);
    expect((await recordsIn(sessions, 'bank')).learner.answers).toBe(3);
    expect(document()).toBe(before);
    await sessions.later.done();
    expect(JSON.parse(document().split('\n')[1] ?? '').learner.answers).toBe(3);
  });

  test('have running sessions on top, and not in the document', async () => {
    const folder = folderWith();
    put(folder, 'closed/2023-11', { hours: 1, responses: ['a', 'b'], isExam: false });
    const ended = plain(await read(folder));
    put(folder, 'open', { hours: 2, responses: ['b'], isExam: false });
    expect((await read(folder)).learner.answers).toBe(3);
    rmSync(join(folder, 'open'), { recursive: true });
    expect(plain(await read(folder))).toEqual(ended);
  });

  test('forget a session whose journal is gone', async () => {
    const folder = folderWith();
    const [first, second] = [1, 2].map((hours): Sketch => ({ hours, responses: ['a'], isExam: false }));
    if (!first || !second) return;
    put(folder, 'closed/2023-11', first);
    const one = plain(await read(folder));
    put(folder, 'closed/2023-11', second);
    await read(folder);
    rmSync(join(folder, 'closed/2023-11', `${nameOf(second)}.jsonl`));
    expect(plain(await read(folder))).toEqual(one);
  });

  test('are the same whether an exam or the reading of it comes to hand first, and the reading teaches', async () => {
    const exam: Sketch = { hours: 1, responses: ['b'], isExam: true, readAfter: 2 };
    const [first, second] = [folderWith(), folderWith()];
    put(first, 'closed/2023-11', exam);
    const before = plain(await read(first));
    putReading(first, exam);
    putReading(second, exam);
    await read(second);
    put(second, 'closed/2023-11', exam);
    const after = plain(await read(first));
    expect(plain(await read(second))).toEqual(after);
    expect(before.learner.items.q1).toMatchObject({ learned: 0, unread: true });
    expect(after.learner.items.q1).toMatchObject({ learned: 0.6, unread: false, answers: 1 });
    expect(before.learner.blank.q2).not.toHaveProperty('read'); // it was left blank
    expect(after.learner.blank.q2).toHaveProperty('read.learned', 0.6);
    expect(after.mocks).toEqual(before.mocks);
  });

  test('hold what runs meanwhile once, whatever else ends and however often they are read', async () => {
    await fc.assert(
      fc.asyncProperty(sketches, fc.infiniteStream(fc.boolean()), async (sessions, isOpen) => {
        const folder = folderWith();
        for (const sketch of sessions) {
          put(folder, isOpen.next().value ? 'open' : 'closed/2023-11', sketch);
          const once = plain(await read(folder));
          expect(plain(await read(folder))).toEqual(once);
        }
        expect(plain(await read(folder))).toEqual(await afresh(folder));
      }),
      { numRuns: tries(12) },
    );
  });

  test('list mocks, oldest first, with their interval', async () => {
    const folder = folderWith();
    put(folder, 'closed/2023-11', { hours: 5, responses: ['a', 'a', 'b'], isExam: true });
    put(folder, 'closed/2023-11', { hours: 1, responses: ['a'], isExam: true });
    put(folder, 'closed/2023-11', { hours: 2, responses: ['a'], isExam: false });
    const { mocks } = await read(folder);
    expect(unpacked(mocks)).toMatchObject([
      { right: 1, of: 3, percent: 33.3, passed: false },
      {
        right: 2,
        of: 3,
        percent: 66.7,
        passed: false,
        endedAt: new Date(START.at + 5 * 3_600_000 + 4000).toISOString(),
      },
    ]);
  });

  test('come back from a damaged document', async () => {
    const folder = folderWith();
    put(folder, 'closed/2023-11', { hours: 1, responses: ['a', 'b'], isExam: false });
    const whole = plain(await read(folder));
    const [name = ''] = readdirSync(join(folder, 'derived'));
    for (const text of ['', '{', '{"format":3}', 'null', '[]']) {
      writeFileSync(join(folder, 'derived', name), text);
      expect(plain(await read(folder))).toEqual(whole);
    }
  });

  test('are the same made afresh where a clock was decades off: two digits of a year name a session', async () => {
    const clocks = [
      ['2099-11', '991114-221320-abcdef', Date.UTC(1999, 10, 14)],
      ['2023-11', '231114-221320-abcdef', START.at],
      ['2098-01', '980119-000000-abcdef', Date.UTC(2098, 0, 19)],
      ['2023-12', '231201-000000-abcdef', START.at + 1_500_000_000],
    ] as const;
    const permuted = fc.shuffledSubarray([...clocks], { minLength: clocks.length });
    await fc.assert(
      fc.asyncProperty(permuted, async (order) => {
        const folder = folderWith();
        let kept: unknown;
        for (const [month, session, at] of order) {
          const events = eventsOf({ hours: 0, responses: ['a', 'b', 'a'], isExam: false });
          const lines = events.map((event) => {
            const moved = { ...event, at: at + event.at - START.at, by: 'w1' };
            return `${JSON.stringify(event.type === 'started' ? { ...moved, session } : moved)}\n`;
          });
          mkdirSync(join(folder, 'closed', month), { recursive: true });
          writeFileSync(join(folder, 'closed', month, `${session}.jsonl`), lines.join(''));
          kept = plain(await read(folder));
        }
        expect(await afresh(folder)).toEqual(kept);
      }),
      { numRuns: tries(10) },
    );
  });

  test('of a folder that is reset while they are read miss nothing, now and later', async () => {
    const folder = folderWith();
    put(folder, 'closed/2023-11', { hours: 1, responses: ['a', 'b'], isExam: false });
    await read(folder);
    for (const hours of [0, 2]) put(folder, 'closed/2023-11', { hours, responses: ['a'], isExam: false }); // one comes before
    let isReset = false;
    const disk = {
      ...fs,
      readFileSync(...args: Parameters<typeof fs.readFileSync>) {
        if (!isReset) reset(folder, Date.now());
        isReset = true;
        return fs.readFileSync(...args);
      },
    } as unknown as Disk;
    const sessions = sessionsIn(folder, disk);
    expect((await recordsIn(sessions, 'bank')).learner.answers).toBe(0);
    expect([isReset, sessions.noted()]).toEqual([true, []]);
    const later = sessionsIn(folder);
    await recordsIn(later, 'bank');
    expect(later.noted()).toEqual([]);
  });

  test('are made afresh from a document in which any one bit has changed, without a word', async () => {
    const folder = folderWith();
    put(folder, 'closed/2023-11', { hours: 1, responses: ['a', 'b'], isExam: true });
    put(folder, 'closed/2023-11', { hours: 2, responses: ['a'], isExam: false });
    const whole = plain(await read(folder));
    const path = join(folder, 'derived', readdirSync(join(folder, 'derived'))[0] ?? '');
    const bytes = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(path, changed);
        const sessions = sessionsIn(folder);
        expect(plain(await recordsIn(sessions, 'bank'))).toEqual(whole);
        expect(sessions.noted()).toEqual([]);
      }),
      { numRuns: tries(100) },
    );
  });
});

test('the records of a bank say where it lay, the last place last, and no place of another bank', async () => {
  const folder = folderWith();
  putFrom(folder, { id: 'bank', folder: '/a' }, 1);
  putFrom(folder, { id: 'bank', folder: '/b' }, 2);
  putFrom(folder, { id: 'other', folder: '/c' }, 3);
  expect((await read(folder)).folders).toEqual(['/a', '/b']);
  putFrom(folder, { id: 'bank', folder: '/a' }, 4);
  expect((await read(folder)).folders).toEqual(['/b', '/a']);
  for (let hours = 5; hours < 20; hours++) putFrom(folder, { id: 'bank', folder: `/${hours}` }, hours);
  expect((await read(folder)).folders).toEqual([12, 13, 14, 15, 16, 17, 18, 19].map((hours) => `/${hours}`));
});
