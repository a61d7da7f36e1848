// `quiz config …`: what is set, where each value comes from, and how to change it.
import { statSync } from 'node:fs';
import { findBank } from '../bank/bank.ts';
import { safe } from '../core/text/safe.ts';
import { span, type Table } from '../core/text/styled.ts';
import { Failure } from '../failure.ts';
import { calendarDayOf } from '../learning/learner/day.ts';
import { layout } from '../store/disk/paths.ts';
import { requireKnownFormat } from '../store/sessions/records.ts';
import { type SettingKey, settingKeys, settings } from '../store/settings/settings.ts';
import { changeSetting } from '../store/settings/settings-files.ts';
import { currentFolder } from '../system/given-folders.ts';
import { print } from '../system/output.ts';
import type { Context } from './context.ts';
import { type Decided, decided } from './shared/decided.ts';
import { requireKeymap } from './shared/require-keymap.ts';
import { badValue, oneNamed, unknown } from './shared/values.ts';
import { noonOf, offsetAt } from './shared/when.ts';

/** How many words each action takes: a setting, and its value. */
const TAKEN: Readonly<Record<string, number>> = { list: 0, get: 1, set: 2, unset: 1, path: 0 };

export const ACTIONS = Object.keys(TAKEN);

export async function config(
  context: Context,
  action: string,
  key: string | undefined,
  value: string | undefined,
): Promise<void> {
  refuseSurplus(action, [key, value]);
  switch (action) {
    case 'list':
      return list(context);
    case 'path':
      return print(`${safe(layout(context.places.data).settings)}\n`);
    case 'get':
      return print(`${safe(settled(context, settingNamed(key)).value)}\n`);
    case 'set':
      return set(context, settingNamed(key), value);
    case 'unset':
      return unset(context, settingNamed(key));
    default:
      throw unknown('action', action, ACTIONS, `quiz config takes ${ACTIONS.join(', ')}`);
  }
}

function refuseSurplus(action: string, words: readonly (string | undefined)[]): void {
  const taken = TAKEN[action] ?? words.length;
  const surplus = words[taken];
  if (surplus === undefined) return;
  const enough = ['quiz config', action, ...words.slice(0, taken)].join(' ');
  throw new Failure('usage', 'surplus', `quiz config ${action}: "${surplus}" is one word too many`, enough);
}

function settingNamed(name: string | undefined): SettingKey {
  const hint = `the settings are ${settingKeys.join(', ')}`;
  if (name === undefined) throw new Failure('usage', 'no-key', 'name a setting', hint);
  return oneNamed('setting', name, settingKeys, hint);
}

async function set(context: Context, key: SettingKey, value: string | undefined): Promise<void> {
  const { form, fits } = settings[key];
  if (key === 'keys' && value !== undefined) requireKeymap(value);
  const example = `write ${form}: quiz config set ${key} …`;
  if (value === undefined) throw new Failure('usage', 'bad-value', `the value of ${key} is missing`, example);
  if (!fits(value)) throw badValue(key, value, example);
  if (key === 'exam-date' && daysUntil(value) > FARTHEST_DAYS)
    throw badValue(
      key,
      value,
      `that day is more than ${FARTHEST_YEARS} years away; write a nearer one: quiz config set ${key} …`,
    );
  const kept = key === 'bank' ? bankFolder(value) : value;
  await change(context, key, kept);
  context.say(`${key} is ${kept} from now on.`);
  if (key === 'exam-date' && daysUntil(kept) < 0)
    context.say('That day is over: there is a plan once you set a later one.');
}

async function unset(context: Context, key: SettingKey): Promise<void> {
  await change(context, key, undefined);
  context.say(`${key} is not set from now on.`);
}

/** The folder with its whole path: the same bank, wherever it is used from. */
function bankFolder(value: string): string {
  const folder = findBank(value, currentFolder());
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new Failure(
    'usage',
    'bad-value',
    `bank cannot be "${value}": there is no such folder`,
    'name a folder with question files: quiz config set bank DIR',
  );
}

/** Nobody has the day of an exam sooner: what is farther away is a slip of the hand, and no plan could do anything with it. */
const FARTHEST_YEARS = 5;
const FARTHEST_DAYS = FARTHEST_YEARS * 366;

/** Days from today; negative where the day is over. */
function daysUntil(day: string): number {
  const [noon, now] = [noonOf(day), Date.now()];
  return calendarDayOf(noon, offsetAt(noon)) - calendarDayOf(now, offsetAt(now));
}

async function change({ places, say }: Context, key: SettingKey, value: string | undefined): Promise<void> {
  requireKnownFormat(places.data);
  const hasKept = await changeSetting(places.data, key, value);
  if (hasKept) say(`What stood there before is kept in ${layout(places.data).setAside}.`);
}

/** A value and who decides it. Where nobody names a bank, the one that would be opened. */
function settled({ globals, settings: chosen }: Context, key: SettingKey): Decided {
  const { value, source } = decided(key, { globals, env: process.env, chosen });
  return key === 'bank' && value === ''
    ? { value: findBank(undefined, currentFolder()), source: 'default' }
    : { value, source };
}

async function list(context: Context): Promise<void> {
  const rows = settingKeys.map((key) => ({ key, ...settled(context, key) }));
  if (context.globals.json) {
    context.printJson({
      schema: 1,
      settings: rows.map(({ key, value, source }) => ({ key, value: value || null, source })),
    });
    return;
  }
  const table: Table = {
    columns: [
      { title: 'setting', align: 'left' },
      { title: 'value', align: 'left', whole: true, wraps: true, below: true },
      { title: 'from', align: 'left' },
      { title: 'what it is', align: 'left', optional: true },
    ],
    rows: rows.map(({ key, value, source }) => [
      span(key),
      span(value || '-'),
      span(source),
      span(settings[key].meaning, 'quiet'),
    ]),
  };
  await context.print([table]);
}
