// How a derived document lies on disk: a line of JSON, and behind it the ledger's sessions, month after month as they are, because a start
// reads the latest of them, and JSON would be read to its end. All of it twice, so that damage shows.
import type { Adapter } from 'lowdb';
import { ofTwo, twice } from '../../system/twice.ts';
import { replacedFile } from '../disk/atomic.ts';
import type { Ledger } from './ledger.ts';

/** A document of this or another version; those that hold nothing but losses have no ledger. */
interface Document {
  readonly ledger?: Ledger;
}

/** In the line of JSON: when the month's folder changed, and how many bytes its sessions take. */
type Outline = Readonly<Record<string, readonly [changedAt: number, bytes: number]>>;

/** lowdb's way to a derived document. Reads null where there is none, or a byte of it has changed since it was written. */
export function derivedFile<T extends Document>(path: string): Adapter<T> {
  return replacedFile(path, (bytes) => decode(ofTwo(bytes) ?? unsummed(bytes)) as T, encode); // whoever asked for it checks it
}

function encode({ ledger, ...document }: Document): Buffer {
  const months = Object.entries(ledger ?? {}).map(([month, { changedAt, sessions }]) => {
    return { month, changedAt, bytes: Buffer.from(sessions) };
  });
  const outline = Object.fromEntries(months.map(({ month, changedAt, bytes }) => [month, [changedAt, bytes.length]]));
  const line = JSON.stringify({ ...document, ...(ledger && { months: outline }) });
  return twice(Buffer.concat([Buffer.from(`${line}\n`), ...months.map(({ bytes }) => bytes)]));
}

function decode(bytes: Buffer): Document {
  const end = bytes.indexOf('\n');
  const line = bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
  const { months, ...document }: Document & { readonly months?: Outline } = JSON.parse(line);
  if (!months) return document; // of an earlier version, or without a ledger
  let from = end + 1;
  const ledger: Record<string, StoredMonth> = {};
  for (const [month, [changedAt, length]] of Object.entries(months)) {
    ledger[month] = new StoredMonth(changedAt, bytes.subarray(from, from + length));
    from += length;
  }
  return { ...document, ledger };
}

class StoredMonth {
  readonly changedAt: number;
  readonly #bytes: Buffer;

  constructor(changedAt: number, bytes: Buffer) {
    this.changedAt = changedAt;
    this.#bytes = bytes;
  }

  get sessions(): string {
    return this.#bytes.toString('utf8');
  }
}

const MARK = ',"sum":"';
const TAIL = MARK.length + '01234567"}'.length;

/** Earlier versions wrote one line once, with a CRC-32 over all before it as its last field, or without. Throws where that does not fit. */
function unsummed(bytes: Buffer): Buffer {
  if (bytes.includes('\n')) throw new Error('not what was written');
  const tail = bytes.toString('latin1', bytes.length - TAIL);
  if (!tail.startsWith(MARK)) return bytes;
  const body = bytes.subarray(0, -TAIL);
  const sum = process.getBuiltinModule('node:zlib').crc32(body).toString(16).padStart(8, '0');
  if (tail !== `${MARK}${sum}"}`) throw new Error('not what was written');
  return Buffer.concat([body, Buffer.from('}')]);
}
