// The banks that there are sessions of, by the heads of their files alone: there may be thousands.
import { closeSync, openSync, readSync } from 'node:fs';
import { firstOfEach } from '../../core/grouped.ts';
import type { Started } from '../../core/sitting/events.ts';
import { parseObject } from '../../core/text/parse-object.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { localDisk } from '../disk/disk.ts';
import { sessionList } from './session-list.ts';

type BankNamed = Started['bank'];

/** Each bank and folder once. Throws a disk failure where a folder of the records cannot be read. */
export function banksPractised(data: string): BankNamed[] {
  const head = Buffer.alloc(HEAD_BYTES);
  const banks = sessionList(data, localDisk)
    .files()
    .flatMap(({ path }) => bankNamedIn(path, head) ?? []);
  return firstOfEach(banks, ({ id, folder }) => JSON.stringify([id, folder]));
}

/** A line begins with its times, its type, its session and the bank; the longest path of a folder has 4 KB. */
const HEAD_BYTES = 8192;

function bankNamedIn(path: string, head: Buffer): BankNamed | undefined {
  return ifPossible(() => {
    if (!localDisk.lstatSync(path)?.isFile()) return undefined; // a link or a pipe is no session
    const descriptor = openSync(path, 'r');
    try {
      const text = head.toString('utf8', 0, readSync(descriptor, head, 0, HEAD_BYTES, 0));
      const [, bank = ''] = /^[^\n]*?"bank":(\{"id":"(?:[^"\\]|\\.)*","folder":"(?:[^"\\]|\\.)*"\})/.exec(text) ?? [];
      return parseObject(bank) as BankNamed | undefined; // the pattern says so
    } finally {
      closeSync(descriptor);
    }
  });
}
