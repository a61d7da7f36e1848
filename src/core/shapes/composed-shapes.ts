// Shapes made of other shapes: lists, tables, records with fields of their own.
import { once } from '../once.ts';
import { nearest } from '../text/nearest.ts';
import { count, inWords } from '../text/wording.ts';
import { branch, type JsonSchema } from './json-schema.ts';
import type { MapNode, Node } from './node.ts';
import { type Field, type Fields, type Intake, type RecordOf, report, type Shape, wrongKind } from './shape.ts';

interface ListLimits {
  /** Entries. */
  readonly least?: number;
  readonly most?: number;
  /** Whether a single value may stand for a list of one. */
  readonly loose?: boolean;
}

/** A list of values of one shape. */
export function list<T>(of: Shape<T>, options: ListLimits = {}): Shape<T[]> {
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
        const upTo = least === most ? inWords(least) : `${least} to ${most}`;
        const range = most === Number.POSITIVE_INFINITY ? `at least ${least}` : upTo;
        const message = `this list has ${count(nodes.length, 'entry', 'entries')}`;
        return report(intake, 'wrong-count', node.at, message, `give it ${range}`);
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
    if (node.kind !== 'map') return wrongKind(node, `keys with values (${keysOf(fields)})`, intake) ?? {};
    const meant = refuseUnknown(node, fields, intake);
    const values: Record<string, unknown> = {};
    for (const [name, field] of named()) {
      const entry = node.entries.find(({ key }) => key.value === name);
      const value = entry && field.shape.read(entry.value, intake);
      if (value !== undefined) values[name] = value;
      if (!entry && field.required && !meant.includes(name))
        report(intake, 'missing-field', node.at, `"${name}" is missing`, field.lacking ?? `add ${name}: …`);
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

/** "id: …, text: …": what has to be there; of a mapping that may be empty, all it can have. */
function keysOf(fields: Fields): string {
  const names = Object.keys(fields);
  const needed = names.filter((name) => fields[name]?.required);
  return (needed.length > 0 ? needed : names).map((name) => `${name}: …`).join(', ');
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
  if (/[“”„«»]/.test(name)) return 'typographic marks are no quotes of YAML: put the whole text in "…"';
  if (/\s/.test(name)) return 'a comma inside { } ends a text: put the whole text in quotes';
  return `the fields here are ${known.join(', ')}`;
}

function allOrNone<T>(values: readonly (T | undefined)[]): T[] | undefined {
  const read = values.filter((value) => value !== undefined);
  return read.length === values.length ? read : undefined;
}
