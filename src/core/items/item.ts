import type { Position } from '../problem.ts';
import { type Body, kindOf } from './kinds/index.ts';
import type { Response } from './kinds/kind.ts';

/** Stable name of an item: editing the text keeps the learner's history. */
export type ItemId = string;
/** Fingerprint of what is asked and what is right, not of explanations: a new one means a changed question. */
export type Rev = string;
/** A topic's path: "s3/encryption" is a child of "s3". */
export type Topic = string;
export type OptionId = string;

/** What it takes to answer, after Bloom, the least first. */
export const cognitiveLevels = ['recall', 'understand', 'apply', 'analyse'] as const;
export type CognitiveLevel = (typeof cognitiveLevels)[number];

/** A choice, step or side of a pair. */
export interface Option {
  readonly id: OptionId;
  readonly text: string;
  /** What the option stands for, so that "chosen instead" can be counted across items. */
  readonly concept?: string;
  /** The rationale: why it is right, or wrong here. */
  readonly why?: string;
}

/** A passage of the notes that was found there, word for word. */
export interface Quote {
  readonly text: string;
  readonly section: string;
  /** The notes file, relative to the bank. */
  readonly file: string;
  /** First and last line of the passage. */
  readonly lines: readonly [number, number];
  /** Whether it is code, in which no sign is a mark. */
  readonly isCode?: true;
  /** What of each line is quoted, without marks, where there are several; of code the lines as they are written. */
  readonly rows?: readonly (readonly [line: number, text: string])[];
  /** Headings from the top one to the nearest above the passage. */
  readonly path: readonly string[];
  /** The nearest line of text before and after the passage, for the eye; of rows of a table its head, with the line it stands in. */
  readonly context: {
    readonly head?: readonly [line: number, text: string];
    readonly before?: string;
    readonly after?: string;
  };
}

/** A remark where the world has moved on since the notes were written. */
export interface Dated {
  readonly asOf: string;
  readonly says: string;
  readonly source?: string;
}

/** What every item has, of whatever kind. */
export interface Common {
  readonly id: ItemId;
  readonly rev: Rev;
  readonly topics: readonly [home: Topic, ...others: Topic[]];
  readonly level?: CognitiveLevel;
  readonly scenario?: boolean;
  readonly stem: string;
  readonly quotes: readonly Quote[];
  /** One rationale for the whole item, where options have none of their own. */
  readonly why?: string;
  readonly dated?: Dated;
  /** Near-variants share a family: never two in one exam. */
  readonly family?: string;
  /** Items that give this one away: never both in one exam. */
  readonly enemies?: readonly ItemId[];
  /** The case text it shares with others. */
  readonly case?: Case;
  /** Rules of `quiz check` that the author sets aside here, each with the reason. */
  readonly waive?: Readonly<Record<string, string>>;
  readonly at: Position;
}

/** A text that several items stand under. */
export interface Case {
  readonly id: string;
  readonly text: string;
}

/** A question: what all have, and what its kind has. */
export type Item = Common & { readonly body: Body };

/** What can be known of an item without loading its texts. */
export interface ItemFacts extends Pick<Common, 'id' | 'rev' | 'topics' | 'family' | 'enemies'> {
  readonly type: Body['type'];
  /** Chance that a blind guess is right, 0 to 1. */
  readonly chance?: number;
  /** Id of its case. */
  readonly case?: string;
}

/** What is known of an item without its texts. */
export function factsOf({ id, rev, topics, body, family, enemies, case: shared }: Item): ItemFacts {
  return {
    id,
    rev,
    topics,
    type: body.type,
    chance: kindOf(body).chance(body),
    ...(family && { family }),
    ...(enemies && { enemies }),
    ...(shared && { case: shared.id }),
  };
}

/** The parts a question is made of besides its stem, whatever its kind. */
export function partsOf({ body }: Pick<Item, 'body'>): readonly Option[] {
  if (body.type === 'cloze') return [];
  return body.type === 'matching' ? [...body.left, ...body.right] : body.options;
}

/** The part of an explanation that belongs to one option. */
export interface Rationale {
  readonly id: OptionId;
  readonly why: string;
}

/** Everything shown once an item is graded. */
export interface Explanation {
  readonly key: Response;
  readonly options: readonly Rationale[];
  readonly why?: string;
  readonly quotes: readonly Quote[];
  readonly dated?: Dated;
}

/** The given topic and all above it: "s3/encryption" gives "s3/encryption" and "s3". */
export function lineage(topic: Topic): Topic[] {
  const parts = topic.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** Whether a topic is the other one or lies below it. */
export function isWithin(topic: Topic, ancestor: Topic): boolean {
  return topic.startsWith(ancestor) && (topic.length === ancestor.length || topic[ancestor.length] === '/');
}
