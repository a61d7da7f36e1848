// The contract of a format, in and out. A line in index.ts makes one known.
import type { CognitiveLevel, Item, Option, OptionId, Topic } from '../core/items/item.ts';
import type { ItemType } from '../core/items/kinds/index.ts';
import type { Blueprint } from '../core/papers/blueprint.ts';
import type { Asked } from './reading/asked.ts';

/** A file to be read: decoded, line ends made one. A zip has bytes and an empty text, a text no bytes. */
export interface Source {
  /** Its name as the user gave it: what problems are shown with. */
  readonly file: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Which column holds what, counted from 1, where the user says it: question=1,answer=5. */
  readonly columns?: ReadonlyMap<string, number>;
  /** Whether the user named columns by their headings, so that the first row holds them. */
  readonly isHeaded?: boolean;
}

export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A question as an author writes it in a bank (docs/authoring.md), without an id unless the source is a bank of ours. */
export interface Question {
  readonly id?: string;
  readonly type: ItemType;
  readonly topics: readonly Topic[];
  readonly level?: CognitiveLevel;
  readonly scenario?: boolean;
  readonly stem: string;
  readonly options?: readonly Option[];
  readonly left?: readonly Option[];
  readonly right?: readonly Option[];
  readonly answer: Answer;
  readonly why?: string;
  readonly quotes?: readonly { readonly section: string; readonly text: string }[];
  readonly dated?: { readonly asOf: string; readonly says: string; readonly source?: string };
  readonly family?: string;
  readonly enemies?: readonly string[];
  readonly case?: string;
  readonly waive?: Readonly<Record<string, string>>;
}

export type Answer =
  | OptionId
  | readonly string[]
  | Readonly<Record<OptionId, OptionId>>
  | { readonly number: number; readonly unit?: string; readonly tolerance?: number };

/** A record that became a question. */
export interface Accepted {
  readonly at: Place;
  readonly question: Question;
  /** Fingerprint of what is asked and what is right: the same for the same content. */
  readonly rev: string;
  readonly asked: Asked;
  /** The text of the case the question stands under. */
  readonly caseText?: string;
  /** What the source holds and a question cannot carry: "pictures". */
  readonly lost: readonly string[];
  readonly size?: Refused['size'];
}

/** Why a record is refused, without its place. */
export type RefusalReason = Pick<Refused, 'code' | 'message'>;

/** A record that did not become a question, and why. */
export interface Refused {
  readonly at: Place;
  readonly code: string;
  readonly message: string;
  /** Characters of the record, where they are not its lines up to the next. */
  readonly size?: number;
}

export type Taken = Accepted | Refused;

/** Whether a record became no question. */
export function isRefused(taken: Taken): taken is Refused {
  return 'code' in taken;
}

/** What is exported. */
export interface BankContent {
  readonly id: string;
  readonly title: string;
  readonly topics: ReadonlyMap<Topic, string>;
  readonly exams: readonly Blueprint[];
  readonly items: readonly Item[];
}

/** What a file tells of the bank its questions are from. */
export interface BankTold {
  /** Ids of its exams. */
  readonly exams: readonly string[];
  /** Topics whose titles are more than their names. */
  readonly titles: readonly Topic[];
}

/** An exported document. */
export interface Written {
  readonly content: string | Uint8Array;
  /** A second document that stands beside the first, such as a key: its mark goes before the ending of the name. */
  readonly beside?: { readonly mark: string; readonly content: string };
  /** What did not go in, one line each. */
  readonly lossy: readonly string[];
  /** How many questions did not go in at all. */
  readonly leftOut: number;
}

export interface Format {
  readonly name: string;
  /** What of a question it carries, in a few words. */
  readonly carries: string;
  /** Endings of file names, with the dot; the first is that of an export. */
  readonly endings: readonly string[];
  /** Whether a text looks like this format, for endings that several share. */
  recognises?(text: string): boolean;
  /** Every record of the source as accepted or refused: nothing is left out, nothing is thrown. */
  reads?(source: Source): AsyncIterable<Taken> | Iterable<Taken>;
  /** What the source tells of the bank itself, which `reads` leaves behind. */
  bankIn?(text: string): BankTold | undefined;
  /** The cells of the first row, of a format that is a table. */
  firstRow?(source: Source): Promise<readonly string[]>;
  /** The bank in this format. `ending` is that of the file asked for. */
  writes?(bank: BankContent, ending?: string): Written;
}
