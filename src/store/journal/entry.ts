// One line of a journal: an event, who wrote it, and a sum over both that shows when a byte of it has changed since.
import { shortSum } from '../../core/fingerprint.ts';
import type { Event } from '../../core/sitting/events.ts';
import { isSound } from '../../core/sitting/sound.ts';
import { parseObject } from '../../core/text/parse-object.ts';

/** The version of the record format that this program writes. */
export const RECORD_FORMAT = 1;

/** An event with the word of whoever wrote it, which is drawn anew each time a session is opened. */
export type JournalEntry = Event & { readonly by: string };

/** What reading a line gave; `isSummed` says whether it carries a sum. */
export interface LineRead {
  readonly entry?: JournalEntry;
  readonly isSummed: boolean;
}

const MARK = ',"sum":"';
const TAIL = MARK.length + '01234567"}'.length;

/**
 * An event as a line of JSON, with its line end. The sum over the rest comes last; it is left out only where the journal is of the time
 * before there were any, since all lines of one have a sum or none has.
 */
export function encodeEntry(event: Event, by: string, isSummed = true): string {
  const body = JSON.stringify({ ...event, by });
  if (!isSummed) return `${body}\n`;
  return `${body.slice(0, -1)}${MARK}${shortSum(body)}"}\n`;
}

/** Reads a line, with or without its end. No entry where it is no sound event, or its sum does not fit. Throws nothing, whatever it is given. */
export function readEntry(line: string): LineRead {
  const text = line.trimEnd();
  const isSummed = text.startsWith(MARK, text.length - TAIL);
  const body = isSummed ? `${text.slice(0, -TAIL)}}` : text;
  if (isSummed && text.slice(-TAIL) !== `${MARK}${shortSum(body)}"}`) return { isSummed };
  const value = parseObject(body);
  // isSound says that it is one.
  return value && isSound(value as unknown as Event)
    ? { isSummed, entry: value as unknown as JournalEntry }
    : { isSummed };
}

/** What a line holds whose sum does not fit, or is gone, as long as it is a sound event all the same; else undefined. */
export function readLoosely(line: string): JournalEntry | undefined {
  const { sum: _sum, ...value } = parseObject(line.trim()) ?? {};
  const entry = value as unknown as JournalEntry; // isSound says whether it is one
  return isSound(entry) ? { ...entry, by: String(value.by) } : undefined;
}
