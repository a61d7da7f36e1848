// Years of practice in a data folder, written through the program's own store: drills of fifty with a mock exam now and then, by
// somebody who is right seven times in ten. All from a seed; nothing is synced, because nobody will miss it.

import { openBank } from '../src/bank/bank.ts';
import type { ItemFacts } from '../src/core/items/item.ts';
import { type Random, random } from '../src/core/random.ts';
import type { Event, Moment, Started } from '../src/core/sitting/events.ts';
import { drillPolicy, examPolicy, type Policy } from '../src/core/sitting/policy.ts';
import { type Disk, localDisk } from '../src/store/disk/disk.ts';
import { sessionsIn } from '../src/store/sessions/sessions.ts';

const ANSWERS_A_SESSION = 50;
const MOCK_EVERY = 20;
const QUESTION_MS = 40_000;
/** 2020-01-01, UTC. */
const BEGIN = 1_577_836_800_000;
const HOUR_MS = 3_600_000;

const unsynced: Disk = { ...localDisk, fsyncSync: () => undefined, fdatasyncSync: () => undefined };

/** Fills the data folder with so many answers to the questions of the bank, in sessions `hours` apart. */
export async function main([
  folder = '',
  bankFolder = '',
  answers = '0',
  hours = '2',
]: readonly string[]): Promise<void> {
  const bank = await openBank(bankFolder, undefined);
  const sessions = sessionsIn(folder, unsynced);
  const next = random('history');
  for (let session = 0; session * ANSWERS_A_SESSION < Number(answers); session++) {
    const at = BEGIN + session * Number(hours) * HOUR_MS;
    const policy = session % MOCK_EVERY === 0 ? examPolicy({ pass: 72 }) : drillPolicy;
    sessions.keep(sessionAt(at, session, { id: bank.id, folder: bankFolder }, policy, bank.facts, next));
  }
}

function sessionAt(
  at: number,
  number: number,
  bank: Started['bank'],
  policy: Policy,
  facts: readonly ItemFacts[],
  next: Random,
): [Moment & Started, ...Event[]] {
  const asked = Array.from(
    { length: ANSWERS_A_SESSION },
    (_, slot) => facts[(number * ANSWERS_A_SESSION + slot * 7) % facts.length],
  );
  const items = asked.filter((item) => item !== undefined);
  const slots = items.map(({ id, rev }) => ({ item: id, rev, order: ['o0', 'o1', 'o2', 'o3'] }));
  const started: Started = {
    type: 'started',
    v: 1,
    session: nameOf(at, number),
    bank,
    form: { title: 'Drill', seed: 's', slots },
    policy,
  };
  const events: [Moment & Started, ...Event[]] = [{ at, ms: 0, ...started }];
  items.forEach((item, index) => {
    const ms = (index + 1) * QUESTION_MS;
    const moment = { at: at + ms, ms };
    const right = next() < 0.7;
    const response = right ? ['o0'] : ['o1'];
    const { id, rev, topics, chance = 0 } = item;
    events.push({ ...moment, type: 'responded', slot: index + 1, response });
    events.push({
      ...moment,
      type: 'graded',
      slot: index + 1,
      item: id,
      rev,
      topics,
      response,
      score: right ? 1 : 0,
      spent: QUESTION_MS,
      chance,
    });
  });
  const end = (items.length + 1) * QUESTION_MS;
  events.push({ at: at + end, ms: end, type: 'closed', reason: 'finished' });
  return events;
}

/** As the program names sessions, with the number in place of chance. */
function nameOf(at: number, number: number): string {
  const time = new Date(at).toISOString().replace(/\D/g, '');
  return `${time.slice(2, 8)}-${time.slice(8, 14)}-${number.toString(36).padStart(6, '0')}`;
}
