// Whose a session is, told from what is appended to its journal. Of those who take it up in the same instant it is whoever opened it last,
// and of one time whose line stands last in the file; journal-text.ts reads by the same rule, so that all of them come to the same one.
import { type JournalEntry, readEntry } from './entry.ts';

/**
 * How a writer stands to the session: `ours`, while nobody opened it after them; `taken`, where somebody did; `changed`, where the file was
 * changed in another way than by whole lines behind its end.
 */
export type Hold = 'ours' | 'taken' | 'changed';

/** What one writer knows of it. */
export interface Possession {
  /** The byte up to which the file was taken in: there the last good line ends. */
  end(): number;
  /**
   * Before a write: takes in what others appended. A writer that is about to open the session finds it taken once somebody has begun to sit
   * it meanwhile; others who only opened it are not in the way.
   */
  before(opens: boolean): Hold;
  /** After a write of so many bytes, in which the writer opened the session at a time (milliseconds since 1970 UTC) or did not. */
  after(own: number, openedAt: number | undefined): Hold;
}

/** The journal's file: how long it is now, and its bytes from a place on. */
export interface Grown {
  size(): number;
  from(place: number): Buffer;
}

/** What the writer `by` knows who has read the file up to the byte `known`. What `file` throws comes through. */
export function possession(by: string, known: number, file: Grown): Possession {
  let end = known;
  let holder: Claim | undefined; // as far as lines were taken in
  /** What came in beside so many bytes of our own; undefined where the file was changed in another way than by lines. */
  const takeIn = (own: number, openedAt?: number): readonly JournalEntry[] | undefined => {
    const size = file.size();
    if (size === end + own) {
      end = size; // most writes: what we wrote ourselves is not read again
      if (openedAt !== undefined) holder = laterOf(holder, [{ by, at: openedAt }]);
      return [];
    }
    const appended = size < end ? undefined : file.from(end);
    const entries = appended && entriesIn(appended.toString('utf8'));
    if (!entries) return undefined;
    const claims = entries.filter(({ type }) => type === 'opened');
    holder = laterOf(holder, claims);
    end += appended.length;
    return entries;
  };
  const isOurs = () => holder === undefined || holder.by === by;
  return {
    end: () => end,
    before(opens) {
      const between = takeIn(0);
      if (!between) return 'changed';
      const isFree = opens ? between.every(({ type }) => type === 'opened') : isOurs();
      return isFree ? 'ours' : 'taken';
    },
    after(own, openedAt) {
      if (!takeIn(own, openedAt)) return 'changed';
      return isOurs() ? 'ours' : 'taken';
    },
  };
}

/** That a writer opened the session, and when. */
type Claim = Pick<JournalEntry, 'by' | 'at'>;

/** Undefined where something is no line of a journal. */
function entriesIn(text: string): readonly JournalEntry[] | undefined {
  if (text === '') return [];
  const lines = text.trim().split('\n');
  const entries = lines.flatMap((line) => readEntry(line).entry ?? []);
  return entries.length === lines.length ? entries : undefined;
}

/** Who holds the session after these claims. */
function laterOf(before: Claim | undefined, claims: readonly Claim[]): Claim | undefined {
  return [...(before ? [before] : []), ...claims].toSorted((a, b) => a.at - b.at).at(-1);
}
