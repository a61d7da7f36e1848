// What happens in a sitting, as its journal has it: events, which evolve.ts applies. They are the truth; the state follows from them.
import type { ItemId, OptionId, Rev, Topic } from '../items/item.ts';
import type { Hint, Response } from '../items/kinds/kind.ts';
import type { Form } from './form.ts';
import type { Policy } from './policy.ts';

/** When something happened. */
export interface Moment {
  /** Wall time, milliseconds since 1970 UTC. Never goes back within a session. */
  readonly at: number;
  /** Active time: milliseconds in which the session was running. Pauses, suspends and crashes are not in it. */
  readonly ms: number;
}

/** How sure a candidate may say to be. */
export const confidences = ['sure', 'unsure', 'guess'] as const;

export type Confidence = (typeof confidences)[number];

/** `left`: in a drill, that it was ended before its last question; in an exam, that it was given up. */
export type CloseReason = 'finished' | 'timeout' | 'left';

export interface Started {
  readonly type: 'started';
  /** Version of the record format. */
  readonly v: 1;
  readonly session: string;
  /** Minutes east of UTC where it was begun: which day its answers belong to. */
  readonly offset?: number;
  readonly bank: { readonly id: string; readonly folder: string };
  readonly form: Form;
  readonly policy: Policy;
}

/** What can happen in a session; docs/journal.md describes each. Slots count from 1. */
export type Happening =
  | Started
  | Opened
  | { readonly type: 'moved'; readonly to: number }
  | { readonly type: 'flagged'; readonly slot: number; readonly on: boolean }
  | Challenged
  /** The answer, given or still to come, is marked as a guess, or the mark is taken back. */
  | { readonly type: 'guessed'; readonly slot: number; readonly on: boolean }
  | { readonly type: 'struck'; readonly slot: number; readonly option: OptionId; readonly on: boolean }
  | { readonly type: 'hinted'; readonly slot: number; readonly hint: Hint }
  | { readonly type: 'drafted'; readonly slot: number; readonly draft: Response }
  | { readonly type: 'responded'; readonly slot: number; readonly response: Response; readonly confidence?: Confidence }
  | Graded
  /** A drill's last answer is taken back, with its grading. */
  | { readonly type: 'undone'; readonly slot: number }
  | Studied
  | { readonly type: 'away'; readonly lost: number }
  | { readonly type: 'beat' }
  | { readonly type: 'closed'; readonly reason: CloseReason };

/** Somebody sits the session from here on. */
export interface Opened {
  readonly type: 'opened';
  readonly pid: number;
  readonly host: string;
  /** Repeats the bank of the start, which may be damaged one day. */
  readonly bank?: string;
  /** Where the system tells: the start of the machine, the namespace of its process numbers, and when the process began. */
  readonly boot?: string;
  readonly space?: string;
  readonly born?: string;
}

/** The candidate says what is wrong with a question; the last word counts, and an empty one takes it back. */
export interface Challenged {
  readonly type: 'challenged';
  readonly slot: number;
  readonly text: string;
  /** How the question read then, as a fingerprint: tells whether somebody has worked on it since. */
  readonly wording?: string;
}

/** Repeats item, revision and topics on purpose: history can be read without the bank. */
export interface Graded {
  readonly type: 'graded';
  readonly slot: number;
  readonly item: ItemId;
  readonly rev: Rev;
  readonly topics: readonly Topic[];
  readonly response: Response | null;
  readonly score: number;
  /** Active milliseconds spent on the slot. */
  readonly spent: number;
  /** Chance that a blind guess is right, after the hints that were given. */
  readonly chance?: number;
  readonly confidence?: Confidence;
  /** How many hints were given, where there were any. */
  readonly hints?: number;
}

/** The explanation of an exam's answer was shown, after the exam. In a session of its own: the exam's is never changed. */
export interface Studied extends Pick<Graded, 'item' | 'rev' | 'topics'> {
  readonly type: 'studied';
  /** The exam's session. */
  readonly of: string;
}

export type Event = Moment & Happening;
