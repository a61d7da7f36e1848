// What was made from a bank's files, kept for the next start. It holds what it was made from, so nothing can be stale; a cache
// that is missing, torn, foreign or read-only changes the time a start takes, never what is asked.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from '../../core/fingerprint.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { fromRegular } from '../../system/regular.ts';
import { ofTwo } from '../../system/twice.ts';
import { version } from '../../version.ts';

/** What makes it: the built program's files are named by their content, so that two builds of one version are told apart. */
const MAKER = `${version} ${basename(__filename)}`;

/** How many characters a kept name has. */
export const KEY = 16;

/** The name of what is kept for a folder: another name each for other folders and other programs. */
export function keptName(folder: string, maker: string = MAKER): string {
  return fingerprint(`${maker}\n${folder}`);
}

/** A small document that was kept under the name and made from these very bytes; undefined where there is none. */
export function keptDocument<T>(folder: string, name: string, madeFrom: Uint8Array): T | undefined {
  return ifPossible(() => {
    const bytes = fromRegular(documentPath(folder, name), ({ descriptor }) => readFileSync(descriptor));
    const start = startOf(madeFrom);
    const document = bytes.subarray(0, start.length).equals(start) ? ofTwo(bytes.subarray(start.length)) : undefined;
    return document && (JSON.parse(document.toString('utf8')) as T); // it is as we wrote it
  });
}

/** The file of a small document that is kept under the name. */
export function documentPath(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}

/** What a document begins with: its length comes first, so that it cannot go on into what follows. */
export function startOf(madeFrom: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${madeFrom.length}\n`), madeFrom]);
}
