// Values of flags, read strictly: a wrong one says which flag, what is allowed, and ends with exit 2.
import { type CognitiveLevel, cognitiveLevels, type Topic } from '../../core/items/item.ts';
import { type ItemType, itemTypes } from '../../core/items/kinds/index.ts';
import { isMark } from '../../core/papers/blueprint.ts';
import { nearestFew } from '../../core/text/nearest.ts';
import { listed } from '../../core/text/wording.ts';
import { Failure } from '../../failure.ts';

/** A failure for a value that a flag or a setting cannot have; the hint says what it can be. */
export function badValue(name: string, value: string, hint: string): Failure {
  return new Failure('usage', 'bad-value', `${name} cannot be "${value}"`, hint);
}

/** Undefined where the flag was not given. */
export function wholeNumber(flag: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw badValue(flag, value, `write a whole number from ${least} to ${most}`);
}

/** How many questions `--questions` asks for. */
export function questionsWanted({ questions }: { readonly questions?: string }): number | undefined {
  return wholeNumber('--questions', questions, 1, 500);
}

const SHORTEST_MS = 10_000;
export const LONGEST_MS = 24 * 3_600_000;
const TIME = 'write a time from 10s to 24h, such as 90s, 45m or 1h30m';

/** "90s", "45m", "1h30m"; a bare number is minutes. From 10 seconds to 24 hours. */
export function durationMs(flag: string, value: string, hint = TIME): number {
  const parts = /^\d+$/.test(value) ? `${value}m` : value;
  const [, h = 0, m = 0, s = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(parts) ?? [];
  const ms = (Number(h) * 3600 + Number(m) * 60 + Number(s)) * 1000;
  if (ms >= SHORTEST_MS && ms <= LONGEST_MS) return ms;
  throw badValue(flag, value, hint);
}

/** Extra time on top of a limit: a duration, or a share of the limit such as 25%. */
export function extraMs(value: string, limitMs: number): number {
  const share = /^(\d{1,3})%$/.exec(value)?.[1];
  if (share !== undefined && Number(share) <= MOST_EXTRA) return Math.round((limitMs * Number(share)) / 100);
  const hint = `write a time from 10s to 24h, such as 30m, or a share of the limit from 0% to ${MOST_EXTRA}%, such as 25%`;
  if (!value.endsWith('%')) return durationMs('--extra-time', value, hint);
  throw badValue('--extra-time', value, hint);
}

/** Of extra time, in percent of the limit. */
const MOST_EXTRA = 900;

export function percentValue(flag: string, value: string): number {
  const number = /^\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (isMark(number)) return number;
  throw badValue(flag, value, 'write a percentage from 0 to 100: 72 is 72 %');
}

/** A seed, which gives the same order and the same choice again: any word or number. Undefined where none was given. */
export function seedFrom({ seed }: { readonly seed?: string }): string | undefined {
  if (seed?.trim() !== '') return seed;
  throw badValue('--seed', seed, 'write a word or a number, or leave it out');
}

/**
 * The name of a file to be written; `-` is standard output. One that begins with a dash is a flag sooner than a file: commander takes
 * whatever follows.
 */
export function fileName(flag: string, value: string): string {
  if (value !== '' && (value === '-' || !value.startsWith('-'))) return value;
  throw badValue(flag, value, 'name a file, or - for standard output; ./ before a name lets it begin with a dash');
}

/** The topics a learner named: by id, by the last part of an id, or by title. */
export function topicsNamed(names: readonly string[], topics: ReadonlyMap<Topic, string>): Topic[] {
  return names.map((name) => topicNamed(name, topics));
}

function topicNamed(name: string, topics: ReadonlyMap<Topic, string>): Topic {
  if (topics.has(name)) return name;
  const wanted = name.toLowerCase();
  const ids = [...topics.keys()];
  const byId = ids.filter((id) => id.toLowerCase() === wanted);
  const byTitle = ids.filter((id) => topics.get(id)?.toLowerCase() === wanted);
  const byEnd = ids.filter((id) => id.toLowerCase().endsWith(`/${wanted}`));
  const found = onlyOne(name, byId) ?? onlyOne(name, byTitle) ?? onlyOne(name, byEnd);
  if (found !== undefined) return found;
  const words = [...topics].flatMap(([id, title]) => [id, id.split('/').at(-1) ?? id, title]);
  throw unknown('topic', name, words, 'quiz topics lists them');
}

/** The only topic that has the name; undefined where none has it. Throws a usage failure where several have. */
function onlyOne(name: string, ids: readonly Topic[]): Topic | undefined {
  if (ids.length < 2) return ids[0];
  throw new Failure('usage', 'ambiguous-topic', `"${name}" is the name of ${ids.length} topics`, nameOneOf(ids));
}

function nameOneOf(names: readonly string[]): string {
  return `name one: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;
}

/** A failure for a name that is not known, with those that come close. */
export function unknown(kind: string, name: string, known: readonly string[], otherwise: string): Failure {
  const near = nearestFew(name, distinct(known), 3);
  const hint = near.length > 0 ? `did you mean ${listed(near, 'or')}? ${otherwise}` : otherwise;
  return new Failure('usage', `unknown-${kind}`, `there is no ${kind} "${name}"`, hint);
}

/** The one of the known names that was given. Throws a usage failure with the hint where it is none of them. */
export function oneNamed<T extends string>(kind: string, name: string, known: readonly T[], hint: string): T {
  const found = known.find((one) => one === name);
  if (found !== undefined) return found;
  throw unknown(kind, name, known, hint);
}

export function typeNamed(name: string): ItemType {
  return oneNamed('type', name, itemTypes, `the types are ${listed(itemTypes)}`);
}

export function levelNamed(name: string): CognitiveLevel {
  return oneNamed('level', name, cognitiveLevels, `the levels are ${listed(cognitiveLevels)}`);
}

/** The only one of the names that begins so; undefined where none does. Throws a usage failure where several do, or the start is empty. */
export function begunBy(start: string, kind: string, names: readonly string[]): string | undefined {
  if (start === '' && names.length > 0)
    throw new Failure('usage', 'bad-value', `an empty name is that of no ${kind}`, nameOneOf(names));
  const fitting = names.filter((name) => name.startsWith(start));
  if (fitting.length < 2) return fitting[0];
  const code = `ambiguous-${kind.replaceAll(' ', '-')}`;
  throw new Failure('usage', code, `"${start}" begins more than one ${kind}`, nameOneOf(fitting));
}

/** The words that differ by more than case, each in its first spelling. */
function distinct(words: readonly string[]): string[] {
  return [...new Map(words.toReversed().map((word) => [word.toLowerCase(), word])).values()].toReversed();
}
