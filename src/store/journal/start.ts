// The start of a session where its line is not what was written: used as it stands where it still reads, made anew from the other
// lines where it does not.

import type { Slot } from '../../core/sitting/form.ts';
import { drillPolicy } from '../../core/sitting/policy.ts';
import { parseObject } from '../../core/text/parse-object.ts';
import { type JournalEntry, RECORD_FORMAT, readLoosely } from './entry.ts';

/** The bank of a session whose journal does not say it any more. */
export const UNKNOWN_BANK = '';

/** More slots than any form has: a number that is higher is none of a slot. */
const MOST_SLOTS = 500;

/**
 * The start as a damaged first line tells it; undefined where it does not read at all. Its time and its bank are taken from the other lines
 * and its name from the file's, `session`, where there is one.
 */
export function doubtfulStart(
  line: string,
  others: readonly JournalEntry[],
  session: string,
): JournalEntry | undefined {
  const entry = readLoosely(line);
  if (entry?.type !== 'started') return undefined;
  const bank = { ...entry.bank, id: bankIn(others) ?? entry.bank.id };
  const { at, ms } = others[0] ?? entry;
  return { ...entry, at, ms, v: RECORD_FORMAT, session: session || entry.session, bank };
}

/**
 * A start made of the lines that have answers, which count as practice; undefined where there are none. The bank is that of `opened`, else
 * what is legible of it in the damaged first line, else unknown: then it counts in every bank.
 */
export function rebuiltStart(line: string, others: readonly JournalEntry[], session: string): JournalEntry | undefined {
  const [first] = others;
  if (!first || !others.some(({ type }) => type === 'graded' || type === 'studied')) return undefined;
  const { at, ms, by } = first;
  const bank = { id: bankIn(others) ?? legibleBank(line) ?? UNKNOWN_BANK, folder: '' };
  const form = { title: 'Practice', seed: '', slots: slotsIn(others) };
  return { at, ms, type: 'started', v: RECORD_FORMAT, session, bank, form, policy: drillPolicy, by };
}

/** Whoever opens a session repeats its bank. Journals of before that do not. */
function bankIn(entries: readonly JournalEntry[]): string | undefined {
  const [first] = entries.flatMap((entry) => (entry.type === 'opened' ? (entry.bank ?? []) : []));
  return first;
}

/** What a line that does not read says of the bank, where that part of it is whole. */
function legibleBank(line: string): string | undefined {
  const [, text = ''] = /"bank":(\{"id":"(?:[^"\\]|\\.){1,200}")/.exec(line) ?? [];
  const id = parseObject(`${text}}`)?.id;
  return typeof id === 'string' ? id : undefined;
}

/** The slots that were graded; those between them hold nothing. */
function slotsIn(entries: readonly JournalEntry[]): Slot[] {
  const graded = entries.flatMap((entry) =>
    entry.type === 'graded' && entry.slot >= 1 && entry.slot <= MOST_SLOTS ? [entry] : [],
  );
  const bySlot = new Map(graded.map(({ slot, item, rev }) => [slot, { item, rev, order: [] }]));
  const length = Math.max(0, ...bySlot.keys());
  return Array.from({ length }, (_, index) => bySlot.get(index + 1) ?? { item: '', rev: '', order: [] });
}
