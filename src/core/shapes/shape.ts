// Shapes describe what an author may write. Reading a node through a shape gives a value, or problems with their place; the
// same shape as a JSON Schema lets an editor complete and underline.
import { flaw, type Position, type Problem } from '../problem.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Node } from './node.ts';

/** Collects the problems of one document while it is read. */
export interface Intake {
  readonly problems: Problem[];
  /** Id of the question being read, for the problems in it. */
  item?: string;
}

/** What may stand at a place of a file. */
export interface Shape<T> {
  /** The value, or undefined after adding at least one problem to the intake. */
  read(node: Node, intake: Intake): T | undefined;
  /** The same rules for an editor, as far as JSON Schema can say them. */
  schema(): JsonSchema;
}

/** A field of a record: its shape, and what authors are told of it. */
export interface Field<T> {
  readonly shape: Shape<T>;
  readonly required: boolean;
  /** What the field is for, in a few words: shown by editors. */
  readonly about?: string;
  /** What to do where it is missing, if more than to add it. */
  readonly lacking?: string;
}
export type Fields = Readonly<Record<string, Field<unknown>>>;
type RequiredKeys<F extends Fields> = { [K in keyof F]: F[K] extends { required: true } ? K : never }[keyof F];
type ValueOf<F> = F extends Field<infer T> ? T : never;
/** What is read of a record with these fields. */
export type RecordOf<F extends Fields> = { readonly [K in RequiredKeys<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]>;
};

/** A field that must be there. */
export function required<T>(shape: Shape<T>, about?: string, lacking?: string): Field<T> & { required: true } {
  return { shape, required: true, ...(about && { about }), ...(lacking && { lacking }) };
}

/** A field that may be left out. */
export function optional<T>(shape: Shape<T>, about?: string): Field<T> & { required: false } {
  return { shape, required: false, ...(about && { about }) };
}

/** A node that is read later, by rules of its own, which `schema` tells. */
export function unread(schema: () => JsonSchema): Shape<Node> {
  return { read: (node) => node, schema };
}

/** Adds a problem with a node's form to the intake. Undefined, which is what a shape then has read. */
export function report(intake: Intake, code: string, at: Position, message: string, hint: string): undefined {
  intake.problems.push({ ...flaw(code, at, message, hint), ...(intake.item && { item: intake.item }) });
}

/** Reports a node of another kind than the shape can read. */
export function wrongKind(node: Node, wanted: string, intake: Intake): undefined {
  const found = { text: 'a text', list: 'a list', map: 'keys with values' }[node.kind];
  return report(intake, 'wrong-kind', node.at, `this is ${found}`, `write ${wanted} here`);
}
