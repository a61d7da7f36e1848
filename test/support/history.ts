// A learner's past: mocks and drills over some weeks, as the program would have written them.
import { type Bank, openBank } from '../../src/bank/bank.ts';
import type { Item } from '../../src/core/items/item.ts';
import { kindOf } from '../../src/core/items/kinds/index.ts';
import { idsOf } from '../../src/core/items/kinds/kind.ts';
import { random } from '../../src/core/random.ts';
import type { Event, Moment, Started } from '../../src/core/sitting/events.ts';
import { drillPolicy, examPolicy } from '../../src/core/sitting/policy.ts';
import { newSessionName, sessionsIn } from '../../src/store/sessions/sessions.ts';
import { tempFolder } from './quiz.ts';
import { answers, paperOf, play, START, type Step, startedWith, step } from './sittings.ts';

const DAY_MS = 86_400_000;

/** A data folder with a past in a bank: drills on most days of `weeks`, a mock each week, better and better. `cache`: for the compiled bank. */
export async function pastIn(bankFolder: string, weeks: number, now = Date.now(), cache?: string): Promise<string> {
  const bank = await openBank(bankFolder, cache);
  const folder = tempFolder();
  const next = random('past');
  const items = [...bank.load(bank.facts.map(({ id }) => id)).values()];
  for (let day = 0; day < 7 * weeks; day++) {
    const skill = 0.35 + (0.5 * day) / (7 * weeks);
    const at = now - (7 * weeks - day) * DAY_MS;
    const isMock = day % 7 === 6;
    if (!isMock && next() < 0.3) continue;
    const chosen = items.filter(() => next() < (isMock ? 30 : 4 + 40 * next() ** 3) / items.length);
    if (chosen.length > 0) keep(folder, bank, chosen, { at, skill, isMock, next });
  }
  return folder;
}

interface Sitting {
  readonly at: number;
  /** Chance of a right answer. */
  readonly skill: number;
  readonly isMock: boolean;
  readonly next: () => number;
}

function keep(folder: string, bank: Bank, items: readonly Item[], { at, skill, isMock, next }: Sitting): void {
  const stamp = new Date(at).toISOString().slice(2, 19).replace(/[-:]/g, '').replace('T', '-');
  const [exam] = bank.exams;
  const started: Started = {
    ...startedWith(items, isMock ? examPolicy({ pass: exam?.pass ?? 72 }) : drillPolicy),
    session: `${stamp}-${String(items.length).padStart(6, 'a')}`,
    bank: { id: bank.id, folder: '/bank' },
  };
  const form = {
    ...started.form,
    title: isMock ? (exam?.title ?? 'Mock') : 'Drill',
    ...(exam && { profile: exam.id }),
  };
  const steps = items.flatMap((item, index) => answer(item, index + 1, skill, next));
  const end = step({ type: isMock ? 'finish' : 'leave' });
  const { events } = play(paperOf(items), { ...started, form }, [...steps, end]);
  const [first, ...rest] = events.map((event): Event => ({ ...event, at: event.at - START.at + at }));
  sessionsIn(folder).keep([first as Moment & Started, ...rest]);
}

/** A right answer, another one, or none; now and then flagged or changed. */
function answer(item: Item, slot: number, skill: number, next: () => number): Step[] {
  const kind = kindOf(item.body);
  const right = kind.key(item.body);
  const ids = 'options' in item.body ? item.body.options.map(({ id }) => id) : [];
  const other = random(`${item.id}:${next()}`);
  const wrong = ids.length > 0 ? ids.toSorted(() => other() - 0.5).slice(0, idsOf(right).length) : '0';
  const response = next() < skill ? right : next() < 0.1 ? undefined : wrong;
  const ran = 5000 + Math.round(90_000 * next() ** 2);
  return [
    step({ type: 'move', to: slot }, 0),
    ...(next() < 0.15 ? [step({ type: 'flag' }, 0)] : []),
    ...(next() < 0.1 ? [step({ type: 'respond', response: wrong }, 4000)] : []),
    ...(response === undefined ? [] : [step({ type: 'respond', response }, ran)]),
  ];
}

/** Records a drill of single choices that is over by now, with all answers right or all wrong. */
export function keepDrill(folder: string, bank: Bank, items: readonly Item[], isRight: boolean): void {
  const responses = items.map(({ body }) => {
    const key = idsOf(kindOf(body).key(body));
    const others = 'options' in body ? body.options.map(({ id }) => id).filter((id) => !key.includes(id)) : [];
    return isRight ? key : others.slice(0, 1);
  });
  const named = { session: newSessionName(Date.now()), bank: { id: bank.id, folder: bank.folder } };
  const steps = [...answers(...responses), step({ type: 'finish' }, 0)];
  const { events, moment } = play(paperOf(items), { ...startedWith(items, drillPolicy), ...named }, steps);
  const [first, ...rest] = events.map((event): Event => ({ ...event, at: event.at - moment.at + Date.now() }));
  sessionsIn(folder).keep([first as Moment & Started, ...rest]);
}
