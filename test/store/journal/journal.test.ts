import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/sitting/events.ts';
import { replay } from '../../../src/core/sitting/evolve.ts';
import { result } from '../../../src/core/sitting/result.ts';
import { Failure } from '../../../src/failure.ts';
import { type Disk, localDisk } from '../../../src/store/disk/disk.ts';
import { encodeEntry } from '../../../src/store/journal/entry.ts';
import { continueJournal, createJournal } from '../../../src/store/journal/journal.ts';
import { parseJournal } from '../../../src/store/journal/journal-text.ts';
import { itemOf, optionsNamed } from '../../support/arbitraries.ts';
import { folderWith } from '../../support/folders.ts';
import { tries } from '../../support/laws.ts';
import { attemptsOf } from '../../support/learning.ts';
import { answers, later, paperOf, play, START, sittings, startedWith, step } from '../../support/sittings.ts';

const options = optionsNamed('ab');
const items = [
  itemOf('q1', { type: 'single', options, answer: ['a'] }),
  itemOf('q2', { type: 'cloze', answer: { accept: ['späť 🎉'] } }),
];
const { events } = play(paperOf(items), startedWith(items), [
  ...answers(['a'], 'späť 🎉'),
  step({ type: 'flag' }),
  step({ type: 'finish' }),
]);
/** What happens after those events, step by step: within a session time never goes back. */
const afterwards = (step: number) => later(events.at(-1) ?? START, step);
const openedAt = (step: number): Event => ({ ...afterwards(step), type: 'opened', pid: 1, host: 'here', bank: 'bank' });
const opened = openedAt(1);
const moved = (to: number, step = 1 + to): Event => ({ ...afterwards(step), type: 'moved', to });

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

  test('at any byte after its start leaves a journal that can be gone on with, on a line of its own', () => {
    const path = written();
    const bytes = readFileSync(path);
    for (let size = bytes.indexOf('\n'); size <= bytes.length; size += 17) {
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
        const [first] = read; // a start may be damaged and count as it stands, or be made of the other lines
        for (const event of read) if (event !== first) expect(events).toContainEqual(event); // nothing that was not written
        const state = replay(read);
        if (state) expect(result(state).of).toBeLessThanOrEqual(state.slots.length);
        for (const { score, at } of attemptsOf(read)) {
          expect(Number.isFinite(score)).toBe(true);
          expect(() => new Date(at).toISOString()).not.toThrow();
        }
      }),
      { numRuns: tries(500) },
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

describe('a damaged first line', () => {
  const answersOf = (text: string) =>
    attemptsOf(parseJournal(text, '231114-221320-abcdef').events).map(({ session, item, rev, response, score }) => {
      return { session, item, rev, response, score };
    });
  const text = events
    .toSpliced(1, 0, { ...openedAt(0), ...START })
    .map((event) => encodeEntry(event, 'w1'))
    .join('');
  const whole = answersOf(text);

  test('is skipped over where it is nothing but a byte order mark', () => {
    expect(whole).toHaveLength(2);
    expect(parseJournal(`\ufeff${text}`)).toEqual(parseJournal(text));
  });

  test('with any one bit flipped costs no answer, no owner and no bank, and is told', () => {
    const bytes = Buffer.from(text);
    for (let bit = 0; bit < bytes.indexOf('\n') * 8; bit += 3) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const read = parseJournal(flipped.toString('utf8'));
      expect([bit, answersOf(flipped.toString('utf8'))]).toEqual([bit, whole]);
      expect(read.events[0]).toMatchObject({ type: 'started', bank: { id: 'bank' } });
      expect([read.damaged.length > 0, read.start !== undefined, read.newer]).toEqual([true, true, undefined]);
    }
  });

  test.each([
    ['is gone', ''],
    ['is nothing but zeros', `${'\0'.repeat(300)}\n`],
    ['is cut in half', `${text.slice(0, text.indexOf('\n') / 2)}\n`],
  ])('that %s costs no answer: they count as practice of the same bank', (_, line) => {
    const rest = text.slice(text.indexOf('\n') + 1);
    const { events: read, start } = parseJournal(line + rest);
    expect(start).toBe('rebuilt');
    expect(read[0]).toMatchObject({ type: 'started', at: START.at, bank: { id: 'bank' }, policy: { mode: 'drill' } });
    expect(answersOf(line + rest)).toEqual(whole);
  });

  test('and a second one that is damaged too leave the answers, and the bank where a part of the line still says it', () => {
    const [first = '', , ...rest] = text.split('\n');
    const bankOf = (line: string) => parseJournal([line, ...rest].join('\n')).events[0];
    expect(answersOf(['', ...rest].join('\n'))).toEqual(whole);
    expect(bankOf(first.replace('"form"', 'form'))).toMatchObject({ bank: { id: 'bank' } });
    expect(bankOf('nothing')).toMatchObject({ bank: { id: '' } });
  });

  test('is no start where no answer follows it', () => {
    expect(parseJournal(text.split('\n').slice(1, 4).join('\n')).events[0]).not.toMatchObject({ type: 'started' });
  });

  test('of a later version is known by its sum: one that fits is no damage', () => {
    const later = `{"v":3,"type":"started","at":1,"ms":0,"by":"w1"`;
    expect(parseJournal(`${later}}\n`).newer).toBe(3);
    expect(parseJournal(text.replace('"v":1', '"v":3')).newer).toBeUndefined();
    expect(parseJournal(text.replace('"v":1', '"v":2')).newer).toBe(2);
  });
});

test('lines in any order, of a session that was opened several times, give the same answers', () => {
  const line = (by: string) => (event: Event) => `${JSON.stringify({ ...event, by })}`;
  fc.assert(
    fc.property(sittings, fc.nat(), fc.nat(), fc.infiniteStream(fc.nat()), ({ events }, first, second, draws) => {
      const cuts = [first, second].map((cut) => 1 + (cut % events.length)).sort((a, b) => a - b);
      const owners = [events.slice(0, cuts[0]), events.slice(cuts[0], cuts[1]), events.slice(cuts[1])];
      const lines = owners.flatMap((part, owner) => {
        const [begin] = part;
        const opened: Event[] =
          begin && owner > 0 ? [{ at: begin.at, ms: begin.ms, type: 'opened', pid: 1, host: 'h' }] : [];
        return [...opened, ...part].map(line(`w${owner}`));
      });
      const order = new Map(lines.map((text) => [text, draws.next().value]));
      const shuffled = lines.toSorted((a, b) => Number(order.get(a)) - Number(order.get(b)));
      const answers = (all: readonly string[]) =>
        attemptsOf(parseJournal(all.join('\n')).events)
          .map(({ item, response, score }) => JSON.stringify({ item, response, score }))
          .sort();
      expect(answers(shuffled)).toEqual(answers(lines));
    }),
  );
});

test('a write that was torn, and the opening after it that was torn too, are no damage', () => {
  const path = written(events.slice(0, 3));
  const half = (event: Event) => JSON.stringify(event).slice(0, 30);
  appendFileSync(path, `${half(moved(1))}\n${half(opened)}`);
  expect(read(path)).toMatchObject({ damaged: [], torn: [4, 5] });
  const journal = continueJournal(localDisk, path, 'w2');
  journal.append([opened]);
  journal.close();
  expect(read(path)).toMatchObject({ events: [...events.slice(0, 3), opened], damaged: [], torn: [4, 5] });
});

test('an end that was cut off says so itself, or by all that was graded before it; anything else may have been an answer', () => {
  const text = readFileSync(written(), 'utf8');
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  for (let size = end + 1; size < text.length - 1; size++)
    expect([size, parseJournal(text.slice(0, size)).tornEnd]).toEqual([size, 'finished']);
  const before = text.lastIndexOf('\n', end - 2) + 1;
  for (let size = before + 1; size < end - 1; size++)
    expect([size, parseJournal(text.slice(0, size)).tornEnd]).toEqual([size, undefined]);
});

describe('two writers', () => {
  test('the one that opened last owns the session: what an earlier one writes after that does not count', () => {
    const line = (by: string, event: Event) => `${JSON.stringify({ ...event, by })}\n`;
    const [started] = events;
    if (!started) throw new Error('no start');
    const before: Event = { ...START, type: 'moved', to: 2 };
    const text =
      line('w1', started) + line('w1', before) + line('w2', opened) + line('w1', moved(1)) + line('w2', moved(2));
    expect(parseJournal(text)).toEqual({ events: [started, before, opened, moved(2)], damaged: [], torn: [] });
  });

  test('an owner who comes back counts again', () => {
    const path = written();
    const steps = [
      ['w2', openedAt(1), moved(1, 2)],
      ['w1', openedAt(3), moved(1, 4)],
    ] as const;
    for (const [by, ...lines] of steps) {
      const journal = continueJournal(localDisk, path, by);
      journal.append(lines);
      journal.close();
    }
    expect(read(path).events).toEqual([...events, openedAt(1), moved(1, 2), openedAt(3), moved(1, 4)]);
  });

  test('an answer that an earlier owner was told is saved counts, whoever opened the session meanwhile', () => {
    const line = (by: string, event: Event) => `${JSON.stringify({ ...event, by })}\n`;
    const [started] = events;
    if (!started) throw new Error('no start');
    const answer: Event = { ...afterwards(2), type: 'responded', slot: 1, response: ['b'] };
    const text = line('w1', started) + line('w2', opened) + line('w1', answer) + line('w1', moved(1, 3));
    expect(parseJournal(text).events).toEqual([started, opened, answer]);
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

  test('one that comes while a line is written has the session, and the line is not told as saved', () => {
    const path = written();
    const writeSync = (descriptor: number, bytes: Buffer) => {
      appendFileSync(path, encodeEntry(openedAt(2), 'w2'));
      return localDisk.writeSync(descriptor, bytes);
    };
    const first = continueJournal(localDisk, path, 'w1');
    first.append([opened]);
    first.close();
    const size = statSync(path).size;
    const again = continueJournal({ ...localDisk, writeSync } as Disk, path, 'w1', size);
    expect(failureOf(() => again.append([moved(1)]))).toMatchObject({ exit: 'busy', code: 'taken-over' });
    again.close();
  });

  test('anything that changes the file behind its back is noticed, and told with its path', () => {
    const path = written();
    const journal = continueJournal(localDisk, path, 'w1');
    appendFileSync(path, '\n');
    const told = {
      exit: 'busy',
      code: 'changed-under',
      message: expect.stringContaining(`${path} was moved, replaced`),
    };
    expect(failureOf(() => journal.append([moved(1)]))).toMatchObject(told);
    truncateSync(path, 10);
    expect(failureOf(() => journal.append([moved(1)]))).toMatchObject(told);
    journal.close();
  });
});
