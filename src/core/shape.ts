// Shapes describe what an author may write. Reading a node through a shape gives a value, or problems with their place; the
// same shape as a JSON Schema lets an editor complete and underline.
import { branch, type JsonSchema, numberSchema, textSchema, wholeSchema } from './json-schema.ts';
import { nearest } from './nearest.ts';
import type { MapNode, Node } from './node.ts';
import { once } from './once.ts';
import type { Position, Problem } from './problem.ts';
import { count } from './text.ts';

/** Collects the problems of one document while it is read. */
export interface Intake {
  readonly problems: Problem[];
  /** Id of the question being read, for the problems in it. */
  item?: string;
}

export interface Shape<T> {
  /** The value, or undefined after adding at least one problem to the intake. */
  read(node: Node, intake: Intake): T | undefined;
  /** The same rules for an editor, as far as JSON Schema can say them. */
  schema(): JsonSchema;
}

export interface Field<T> {
  readonly shape: Shape<T>;
  readonly required: boolean;
  /** What the field is for, in a few words: shown by editors. */
  readonly about?: string;
}
export type Fields = Readonly<Record<string, Field<unknown>>>;
type RequiredKeys<F extends Fields> = { [K in keyof F]: F[K] extends { required: true } ? K : never }[keyof F];
type ValueOf<F> = F extends Field<infer T> ? T : never;
export type RecordOf<F extends Fields> = { readonly [K in RequiredKeys<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]>;
};

export function required<T>(shape: Shape<T>, about?: string): Field<T> & { required: true } {
  return { shape, required: true, ...(about && { about }) };
}

export function optional<T>(shape: Shape<T>, about?: string): Field<T> & { required: false } {
  return { shape, required: false, ...(about && { about }) };
}

/** A node that is read later, by rules of its own, which `schema` tells. */
export function unread(schema: () => JsonSchema): Shape<Node> {
  return { read: (node) => node, schema };
}

export function report(intake: Intake, code: string, at: Position, message: string, hint: string): undefined {
  intake.problems.push({ code, severity: 'error', at, message, hint, ...(intake.item && { item: intake.item }) });
}

/** A text as written: `no`, `012` and `1.10` stay what they are. White space at the ends goes. */
export function text(options: { most?: number; pattern?: RegExp; form?: string } = {}): Shape<string> {
  return {
    schema: () => ({
      ...textSchema,
      ...(options.most && { maxLength: options.most }),
      ...(options.pattern && { pattern: options.pattern.source }),
    }),
    read(node, intake) {
      if (node.kind !== 'text') return wrongKind(node, 'a text', intake);
      const value = node.value.trim();
      if (value === '')
        return report(intake, 'empty-text', node.at, 'this text is empty', 'write it, or take the field out');
      if (options.most && value.length > options.most) {
        const message = `this text has ${value.length} characters; ${options.most} is the most`;
        return report(intake, 'too-long', node.at, message, 'shorten it');
      }
      if (options.pattern && !options.pattern.test(value)) {
        return report(intake, 'wrong-form', node.at, `"${value}" cannot stand here`, `write ${options.form}`);
      }
      return value;
    },
  };
}

/** The identifiers of a bank: short, and safe in a shell, a URL and a file. */
export function identifier(): Shape<string> {
  return text({ pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, form: 'letters, digits, ".", "_" and "-", at most 64' });
}

export function number(): Shape<number> {
  return {
    schema: () => numberSchema,
    read(node, intake) {
      const value = node.kind === 'text' && node.value.trim() !== '' ? Number(node.value) : Number.NaN;
      if (Number.isFinite(value)) return value;
      return report(intake, 'wrong-number', node.at, 'this is not a number', 'write digits, with a point for decimals');
    },
  };
}

export function whole(least: number, most: number): Shape<number> {
  return {
    schema: () => wholeSchema(least, most),
    read(node, intake) {
      const value = node.kind === 'text' && /^\d+$/.test(node.value.trim()) ? Number(node.value) : Number.NaN;
      if (value >= least && value <= most) return value;
      return report(
        intake,
        'wrong-number',
        node.at,
        'this is not a number that fits',
        `write a whole number from ${least} to ${most}`,
      );
    },
  };
}

export function flag(): Shape<boolean> {
  return {
    schema: () => ({ type: 'boolean' }),
    read(node, intake) {
      if (node.kind === 'text' && node.value === 'true') return true;
      if (node.kind === 'text' && node.value === 'false') return false;
      return report(intake, 'wrong-form', node.at, 'this is neither true nor false', 'write true or false');
    },
  };
}

export function oneOf<const T extends string>(...known: T[]): Shape<T> {
  return {
    schema: () => ({ enum: known }),
    read(node, intake) {
      const value = node.kind === 'text' ? node.value.trim() : '';
      const match = known.find((word) => word === value);
      if (match) return match;
      const meant = nearest(value, known);
      const hint = meant ? `did you mean ${meant}?` : `write one of: ${known.join(', ')}`;
      return report(intake, 'unknown-word', node.at, `"${value}" is not known here`, hint);
    },
  };
}

/** A list; where `loose`, a single value may stand for a list of one. */
export function list<T>(of: Shape<T>, options: { least?: number; most?: number; loose?: boolean } = {}): Shape<T[]> {
  const { least = 0, most = Number.POSITIVE_INFINITY, loose = false } = options;
  return {
    schema() {
      const one = of.schema();
      const several = {
        type: 'array',
        items: one,
        ...(least > 0 && { minItems: least }),
        ...(most < Number.POSITIVE_INFINITY && { maxItems: most }),
      };
      return loose ? branch({ type: 'array' }, several, one) : several;
    },
    read(node, intake) {
      if (node.kind !== 'list' && !loose) return wrongKind(node, 'a list', intake);
      const nodes = node.kind === 'list' ? node.items : [node];
      if (nodes.length < least || nodes.length > most) {
        const range = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
        return report(
          intake,
          'wrong-count',
          node.at,
          `this list has ${count(nodes.length, 'entry', 'entries')}`,
          `give it ${range}`,
        );
      }
      return allOrNone(nodes.map((item) => of.read(item, intake)));
    },
  };
}

/** The second shape where a mapping stands, else the first. */
export function either<A, B>(shape: Shape<A>, mapping: Shape<B>): Shape<A | B> {
  return {
    schema: () => branch({ type: 'object' }, mapping.schema(), shape.schema()),
    read: (node, intake) => (node.kind === 'map' ? mapping : shape).read(node, intake),
  };
}

/** Keys of the author's choosing, all with the same kind of value, in the order written. */
export function table<T>(of: Shape<T>): Shape<[key: string, value: T][]> {
  return {
    schema: () => ({ type: 'object', additionalProperties: of.schema() }),
    read(node, intake) {
      if (node.kind !== 'map') return wrongKind(node, 'keys with values', intake);
      return allOrNone(
        node.entries.map(({ key, value }) => {
          const read = of.read(value, intake);
          return read === undefined ? undefined : ([key.value, read] as [string, T]);
        }),
      );
    },
  };
}

/** A mapping that can also be read as far as it goes. */
export interface RecordShape<T> extends Shape<T> {
  /** The fields that could be read, for more that can be said of them. What is wrong is added to the intake as by `read`. */
  parts(node: Node, intake: Intake): Partial<T>;
}

/** A mapping with the given fields and no others. Every field is read, so that all its problems show at once. */
export function record<const F extends Fields>(fields: F): RecordShape<RecordOf<F>> {
  const named = once(() => Object.entries(fields)); // a bank asks thousands of times, most starts never
  const parts = (node: Node, intake: Intake): Partial<RecordOf<F>> => {
    if (node.kind !== 'map') return wrongKind(node, 'keys with values', intake) ?? {};
    const meant = refuseUnknown(node, fields, intake);
    const values: Record<string, unknown> = {};
    for (const [name, field] of named()) {
      const entry = node.entries.find(({ key }) => key.value === name);
      const value = entry && field.shape.read(entry.value, intake);
      if (value !== undefined) values[name] = value;
      if (!entry && field.required && !meant.includes(name))
        report(intake, 'missing-field', node.at, `"${name}" is missing`, `add ${name}: …`);
    }
    return values as Partial<RecordOf<F>>; // each was read by the shape of its own field, which is what RecordOf says
  };
  return {
    schema: () => ({
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])),
      required: Object.keys(fields).filter((name) => fields[name]?.required),
      additionalProperties: false,
    }),
    parts,
    read(node, intake) {
      const before = intake.problems.length;
      const values = parts(node, intake);
      return intake.problems.length === before ? (values as RecordOf<F>) : undefined; // without a problem none is missing
    },
  };
}

function fieldSchema({ shape, about }: Field<unknown>): JsonSchema {
  return { ...(about && { description: about }), ...shape.schema() };
}

/** Reports fields that are not known. The names that seem to be meant, which are then not missing as well. */
function refuseUnknown(node: MapNode, fields: Fields, intake: Intake): string[] {
  const unknown = node.entries.filter(({ key }) => !Object.hasOwn(fields, key.value));
  return unknown.flatMap(({ key }) => {
    const known = Object.keys(fields);
    const meant = nearest(key.value, known);
    const hint = fieldHint(key.value, meant, known);
    report(intake, 'unknown-field', key.at, `"${key.value}" is not a field`, hint);
    return meant ? [meant] : [];
  });
}

function fieldHint(name: string, meant: string | undefined, known: readonly string[]): string {
  if (meant) return `did you mean ${meant}?`;
  if (/\s/.test(name)) return 'a comma inside { } ends a text: put the whole text in quotes';
  return `the fields here are ${known.join(', ')}`;
}

function wrongKind(node: Node, wanted: string, intake: Intake): undefined {
  const found = { text: 'a text', list: 'a list', map: 'keys with values' }[node.kind];
  return report(intake, 'wrong-kind', node.at, `this is ${found}`, `write ${wanted} here`);
}

function allOrNone<T>(values: readonly (T | undefined)[]): T[] | undefined {
  const read = values.filter((value) => value !== undefined);
  return read.length === values.length ? read : undefined;
}
