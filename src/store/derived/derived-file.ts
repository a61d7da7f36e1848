// How a derived document lies on disk. In a file of them stand, one after the other:
//   a first line, which says how long the head is;
//   the head, twice: a line of JSON, and behind it the mocks;
//   the ledger's sessions, month after month, twice: a start reads the latest of them, and there may be years.
// What is not JSON lies there as it is, because JSON would be read to its end.
import type { Adapter } from 'lowdb';
import { headEnd, headed, readHead } from '../../system/headed.ts';
import { HeldFile } from '../../system/held-file.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { twice } from '../../system/twice.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { Ledger } from './ledger.ts';

const MARK = 'quiz-records';

/** A document of this or another version; those that hold nothing but losses have no ledger. */
interface Document {
  readonly mocks?: string;
  readonly ledger?: Ledger;
}

/** In the line of JSON: when the month's folder changed, and how many bytes its sessions take. */
type Outline = Readonly<Record<string, readonly [changedAt: number, bytes: number]>>;

/** The file of a derived document, which stays open for the months of what was read. */
interface DerivedFile<T> extends Adapter<T> {
  close(): void;
}

/** lowdb's way to a derived document. Reads null where there is none, or a byte of its head has changed since it was written. */
export function derivedFile<T extends Document>(path: string): DerivedFile<T> {
  let held: HeldFile | undefined;
  return {
    async read() {
      try {
        held = new HeldFile(path);
        return decode(held) as T | null; // whoever asked for it checks it
      } catch {
        return null; // missing or damaged
      }
    },
    write: (document) => replaceFile(path, encode(document)),
    close() {
      held?.close();
      held = undefined;
    },
  };
}

function encode({ ledger, mocks = '', ...document }: Document): Buffer {
  const months = Object.entries(ledger ?? {}).map(([month, { changedAt, sessions }]) => {
    return { month, changedAt, bytes: Buffer.from(sessions) };
  });
  const outline = Object.fromEntries(months.map(({ month, changedAt, bytes }) => [month, [changedAt, bytes.length]]));
  const line = JSON.stringify({ ...document, ...(ledger && { months: outline }) });
  const head = headed(MARK, Buffer.from(`${line}\n${mocks}`));
  return Buffer.concat([head, twice(Buffer.concat(months.map(({ bytes }) => bytes)))]);
}

function decode(file: HeldFile): Document | null {
  const head = readHead(file, MARK);
  if (!head) return null;
  const end = head.indexOf('\n');
  const { months, ...document }: Document & { readonly months?: Outline } = JSON.parse(head.toString('utf8', 0, end));
  if (!months) return document;
  let next = headEnd(head.length);
  const toSpare = Object.values(months).reduce((sum, [, bytes]) => sum + bytes, 0);
  if (next + 2 * toSpare !== file.size) return null;
  const ledger: Record<string, Ledger[string]> = {};
  for (const [month, [changedAt, bytes]] of Object.entries(months)) {
    const place = next;
    next += bytes;
    ledger[month] = {
      changedAt,
      get sessions() {
        return sessionsAt(file, bytes, place, place + toSpare);
      },
    };
  }
  return { ...document, mocks: head.toString('utf8', end + 1), ledger };
}

/** Sessions that stand at two places. None where they are damaged, or are not given any more: then all are news, and the document is made anew. */
function sessionsAt(file: HeldFile, bytes: number, place: number, spare: number): string {
  const [first, second] = [place, spare].map((one) => ifPossible(() => file.read(bytes, one))); // it may be another file by now
  return first && second?.equals(first) ? first.toString('utf8') : '';
}
