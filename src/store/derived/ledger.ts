// Which ended sessions a document holds, by the months they lie in. After years there are twenty thousand of them, and no start
// should ask each for its size. So a month whose folder has not changed is taken to be as it was. Only the latest sessions are asked
// at every start, and all of them once a day.
import { grouped } from '../../core/grouped.ts';
import { monthOf } from '../disk/paths.ts';
import type { SessionFile } from '../sessions/read-session.ts';
import type { FileStamp, SessionList } from '../sessions/session-list.ts';

/** An ended session as it was when it was folded. By its mark one sees, without reading it, whether its journal has changed since. */
export interface Folded {
  readonly session: string;
  readonly mark: FileStamp;
  readonly answers: number;
}

interface Month {
  /** When a file last came into the folder or left it, in milliseconds since 1970 UTC; 0 where another change could have that time. */
  readonly changedAt: number;
  /** A line for each session: its name, its bytes, the time of its last change, its answers. */
  readonly sessions: string;
}

export type Ledger = Readonly<Record<string, Month>>;

/** What has changed since a ledger was written. */
export interface News {
  /** Sessions that are not in it, or not as they are now, oldest first. */
  readonly fresh: readonly SessionFile[];
  /** Whether all that is in it is still there, and as it was. */
  readonly hasOnlyGrown: boolean;
  /** Whether there are so many sessions that not all were looked at, or need not be the next time. */
  readonly isLarge: boolean;
  /** When each month's folder last changed. */
  readonly stamps: ReadonlyMap<string, number>;
}

/** Every start looks at so many of the latest sessions. That covers a few days. */
const ALWAYS_SEEN = 20;
/** Two changes within one tick of a file system's clock have the same time. No clock is coarser than this. */
const COARSEST_FILE_TICK_MS = 2000;

/** Compares a ledger with the journals there are. `isThorough`: each journal is looked at, however many there are. */
export function newsSince(ledger: Ledger, sessions: SessionList, now: number, isThorough: boolean): News {
  const months = sessions.months();
  const stamps = new Map(
    months.map(({ month, changedAt }) => [month, now - changedAt > COARSEST_FILE_TICK_MS ? changedAt : 0]),
  );
  let hasOnlyGrown = Object.keys(ledger).every((month) => stamps.has(month));
  /** Of a session that lies in open/ as well: it has come back in a fuller copy from another machine. */
  const isReopened = ({ session }: SessionFile) => ledger[monthOf(session)]?.sessions.includes(session);
  const reopened = new Set(
    sessions
      .open()
      .filter(isReopened)
      .map(({ session }) => monthOf(session)),
  );
  let seen = 0;
  let isLarge = false;
  const fresh: SessionFile[][] = [];
  for (const { month } of months.toReversed()) {
    const known = ledger[month];
    const isAsItWas = known && known.changedAt > 0 && known.changedAt === stamps.get(month);
    const isBelieved = !isThorough && isAsItWas && !reopened.has(month);
    if (seen >= ALWAYS_SEEN) isLarge = true;
    if (isLarge && isBelieved) continue;
    const files = sessions.closedIn(month);
    const asked = isBelieved ? Math.max(0, ALWAYS_SEEN - seen) : files.length;
    const found = compare(files, foldedIn(known), sessions, asked);
    seen += files.length;
    if (asked < files.length || seen > ALWAYS_SEEN) isLarge = true;
    hasOnlyGrown &&= found.hasOnlyGrown;
    fresh.push(found.fresh);
  }
  return { fresh: fresh.toReversed().flat(), hasOnlyGrown, isLarge, stamps };
}

/** Compares a month's files with what is known of them; `asked`: how many of the latest are asked for their marks. */
function compare(files: readonly SessionFile[], folded: readonly Folded[], sessions: SessionList, asked: number) {
  const known = new Map(folded.map(({ session, mark }) => [session, mark]));
  const fresh: SessionFile[] = [];
  let found = 0;
  let isChanged = false;
  for (const [place, file] of files.entries()) {
    const mark = known.get(file.session);
    if (mark) found += 1;
    if (mark && place < files.length - asked) continue;
    const [bytes, changedAt] = sessions.mark(file);
    if (mark?.[0] === bytes && mark[1] === changedAt) continue;
    if (mark) isChanged = true;
    fresh.push(file);
  }
  return { fresh, hasOnlyGrown: !isChanged && found === known.size };
}

/** The ledger with more sessions, and with the times when its folders last changed. */
export function entered(ledger: Ledger, added: readonly Folded[], stamps: News['stamps']): Ledger {
  const fresh = grouped(added, ({ session }) => monthOf(session));
  const months = new Set([...Object.keys(ledger), ...fresh.keys()]);
  return Object.fromEntries(
    [...months].map((month) => {
      const known = ledger[month];
      const changedAt = stamps.get(month) ?? 0;
      const more = fresh.get(month) ?? [];
      if (known?.changedAt === changedAt && more.length === 0) return [month, known];
      return [month, { changedAt, sessions: [known?.sessions ?? '', ...more.map(lineOf)].join('') }];
    }),
  );
}

function lineOf({ session, mark: [bytes, changedAt], answers }: Folded): string {
  return `${session} ${bytes} ${changedAt} ${answers}\n`;
}

/** The sessions of a month; none where there is no such month. */
export function foldedIn(month: Month | undefined): Folded[] {
  return (month?.sessions ?? '').split('\n').flatMap((line) => {
    const [session, bytes, changedAt, answers] = line.split(' ');
    if (session === undefined || answers === undefined) return [];
    return [{ session, mark: [Number(bytes), Number(changedAt)], answers: Number(answers) }];
  });
}

/** Every session in a ledger. */
export function allFolded(ledger: Ledger): Folded[] {
  return Object.values(ledger).flatMap(foldedIn);
}
