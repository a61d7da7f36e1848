import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from '../../src/core/evolve.ts';
import { result } from '../../src/core/result.ts';
import type { Event } from '../../src/core/session.ts';
import { Failure } from '../../src/failure.ts';
import { attemptsOf } from '../../src/learning/attempts.ts';
import { localDisk } from '../../src/store/disk.ts';
import { continueJournal, createJournal, parseJournal } from '../../src/store/journal.ts';
import { itemOf } from '../support/arbitraries.ts';
import { folderWith } from '../support/folders.ts';
import { answers, later, paperOf, play, START, sittings, startedWith, step } from '../support/sittings.ts';

const options = ['a', 'b'].map((id) => ({ id, text: `text of ${id}` }));
const items = [
  itemOf('q1', { type: 'single', options, answer: ['a'] }),
  itemOf('q2', { type: 'cloze', answer: { accept: ['späť 🎉'] } }),
];
const { events } = play(paperOf(items), startedWith(items), [
  ...answers(['a'], 'späť 🎉'),
  step({ type: 'flag' }),
  step({ type: 'finish' }),
]);
const opened: Event = { ...START, type: 'opened', pid: 1, host: 'here' };
const moved = (to: number): Event => ({ ...later(START, to), type: 'moved', to });

const read = (path: string) => parseJournal(readFileSync(path, 'utf8'));
const fresh = () => join(folderWith(), 'session.jsonl');

/** A journal on disk as a session leaves it. */
function written(all: readonly Event[] = events): string {
  const path = fresh();
  const journal = createJournal(localDisk, path, 'w1');
  for (const event of all) journal.append([event]);
  journal.close();
  return path;
}

function failureOf(action: () => unknown): Failure {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('no failure');
}

describe('what is written is read', () => {
  test('as it was, a line an event', () => {
    const path = written();
    expect(read(path)).toEqual({ events, damaged: [], torn: [] });
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(events.length);
  });

  test('of any session, whether event by event or all at once', () => {
    fc.assert(
      fc.property(sittings, ({ events }) => {
        const lines = events.map((event) => `${JSON.stringify({ ...event, by: 'w1' })}\n`);
        expect(parseJournal(lines.join(''))).toEqual({ events, damaged: [], torn: [] });
      }),
    );
    const path = fresh();
    const journal = createJournal(localDisk, path, 'w1');
    journal.append(events);
    journal.append([]);
    journal.close();
    expect(read(path).events).toEqual(events);
  });

  test.runIf(process.platform !== 'win32')('by nobody else: the file is its owner’s alone', () => {
    expect(localDisk.statSync(written()).mode & 0o777).toBe(0o600);
  });

  test('empty lines and Windows line ends are no damage', () => {
    const text = readFileSync(written(), 'utf8');
    expect(parseJournal(`\n${text.replaceAll('\n', '\r\n\n')}`)).toEqual({ events, damaged: [], torn: [] });
    expect(parseJournal('')).toEqual({ events: [], damaged: [], torn: [] });
  });

  test('a file that is there already is not started again', () => {
    const path = written();
    expect(failureOf(() => createJournal(localDisk, path, 'w2'))).toMatchObject({ exit: 'disk', code: 'not-saved' });
    expect(read(path).events).toEqual(events);
  });
});

describe('a power cut', () => {
  test('at any byte leaves a journal that reads, with the first events and none that was not written', () => {
    const bytes = readFileSync(written());
    for (let size = 0; size <= bytes.length; size++) {
      const text = bytes.subarray(0, size).toString('utf8');
      const { events: kept, damaged, torn } = parseJournal(text);
      expect(kept).toEqual(events.slice(0, kept.length));
      expect(damaged).toEqual([]);
      const whole = bytes.subarray(0, size).filter((byte) => byte === 10).length;
      const endsWhole = size === 0 || bytes[size - 1] === 10 || bytes[size] === 10;
      expect(kept).toHaveLength(bytes[size] === 10 ? whole + 1 : whole);
      expect(torn).toEqual(endsWhole ? [] : [whole + 1]);
    }
  });

  test('at any byte leaves a journal that can be gone on with, on a line of its own', () => {
    const path = written();
    const bytes = readFileSync(path);
    for (let size = 0; size <= bytes.length; size += 7) {
      writeFileSync(path, bytes.subarray(0, size));
      const before = read(path);
      const journal = continueJournal(localDisk, path, 'w2');
      journal.append([opened]);
      journal.append([moved(1)]);
      journal.close();
      const after = read(path);
      expect(after.events).toEqual([...before.events, opened, moved(1)]);
      expect(after.torn).toEqual(before.torn);
      expect(after.damaged).toEqual([]);
      expect(readFileSync(path, 'utf8').split('\n').slice(0, -1)).not.toContain('');
      expect(readFileSync(path).subarray(0, size)).toEqual(bytes.subarray(0, size)); // nothing is taken away
    }
  });
});

test('a session begun before lines had sums counts whole when it is gone on with', () => {
  const path = written(events.slice(0, 3));
  writeFileSync(path, readFileSync(path, 'utf8').replace(/,"sum":"[0-9a-f]+"\}/g, '}'));
  const journal = continueJournal(localDisk, path, 'w2');
  journal.append([opened]);
  journal.append([moved(1)]);
  journal.close();
  expect(read(path)).toEqual({ events: [...events.slice(0, 3), opened, moved(1)], damaged: [], torn: [] });
});

describe('damage', () => {
  test.each([
    ['a line that is no JSON', '{"type":'],
    ['a line that is no object', '42'],
    ['a line that is nothing', 'null'],
    ['a line that is a list', '[]'],
    ['an object that is no event', '{"a":1}'],
    ['an event without a time', '{"type":"beat"}'],
    ['an event whose time is no number', '{"type":"beat","at":"now","ms":0}'],
    ['an event whose time is endless', '{"type":"beat","at":1e999,"ms":0}'],
    ['an event at a time that no calendar has', '{"type":"beat","at":1e17,"ms":0}'],
    ['an event of a known type without what belongs to it', '{"type":"responded","at":1,"ms":0,"slot":1}'],
    ['an event whose type is no text', '{"type":{},"at":1,"ms":0}'],
  ])('%s is counted and left out, and the others stay', (_, line) => {
    const lines = readFileSync(written(), 'utf8').trimEnd().split('\n');
    lines.splice(2, 0, line);
    expect(parseJournal(`${lines.join('\n')}\n`)).toEqual({ events, damaged: [3], torn: [] });
  });

  test('every flipped bit, cut and splice reads without throwing, gives nothing that was not written, and replays', () => {
    const bytes = readFileSync(written());
    const wounds = fc.array(
      fc.record({ place: fc.nat(bytes.length - 1), bit: fc.nat(7), cut: fc.nat(40), what: fc.constantFrom(0, 1, 2) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(wounds, (wounds) => {
        let wounded = Buffer.from(bytes);
        for (const { place, bit, cut, what } of wounds) {
          if (what === 0) wounded[place] = (wounded[place] ?? 0) ^ (1 << bit);
          if (what === 1) wounded = Buffer.concat([wounded.subarray(0, place), wounded.subarray(place + cut)]);
          if (what === 2) wounded = Buffer.concat([wounded, wounded.subarray(place, place + cut)]);
        }
        const { events: read } = parseJournal(wounded.toString('utf8'));
        for (const event of read) expect(events).toContainEqual(event); // nothing that was not written
        const state = replay(read);
        if (state) expect(result(state).of).toBeLessThanOrEqual(state.slots.length);
        for (const { score, at } of attemptsOf(read)) {
          expect(Number.isFinite(score)).toBe(true);
          expect(() => new Date(at).toISOString()).not.toThrow();
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('any text reads without throwing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json())), (lines) => {
        const { damaged } = parseJournal(lines.join('\n'));
        expect(damaged.length).toBeLessThanOrEqual(lines.join('\n').split('\n').length);
      }),
    );
  });
});

describe('two writers', () => {
  test('the one that opened last owns the session: what an earlier one writes after that does not count', () => {
    const line = (by: string, event: Event) => `${JSON.stringify({ ...event, by })}\n`;
    const [started] = events;
    if (!started) throw new Error('no start');
    const text =
      line('w1', started) + line('w1', moved(2)) + line('w2', opened) + line('w1', moved(1)) + line('w2', moved(2));
    expect(parseJournal(text)).toEqual({ events: [started, moved(2), opened, moved(2)], damaged: [], torn: [] });
  });

  test('an owner who comes back counts again', () => {
    const path = written();
    for (const by of ['w2', 'w1']) {
      const journal = continueJournal(localDisk, path, by);
      journal.append([opened, moved(1)]);
      journal.close();
    }
    expect(read(path).events).toEqual([...events, opened, moved(1), opened, moved(1)]);
  });

  test('whoever lost the session is told at the next write, and writes nothing', () => {
    const path = written();
    const first = continueJournal(localDisk, path, 'w1');
    first.append([opened]);
    const second = continueJournal(localDisk, path, 'w2');
    second.append([opened]);
    const before = readFileSync(path);
    expect(failureOf(() => first.append([moved(1)]))).toMatchObject({ exit: 'busy', code: 'taken-over' });
    expect(readFileSync(path)).toEqual(before);
    second.append([moved(2)]);
    first.close();
    second.close();
    expect(read(path).events).toEqual([...events, opened, opened, moved(2)]);
  });

  test('anything that changes the file behind its back is noticed', () => {
    const path = written();
    const journal = continueJournal(localDisk, path, 'w1');
    appendFileSync(path, '\n');
    expect(failureOf(() => journal.append([moved(1)])).code).toBe('taken-over');
    truncateSync(path, 10);
    expect(failureOf(() => journal.append([moved(1)])).code).toBe('taken-over');
    journal.close();
  });
});
