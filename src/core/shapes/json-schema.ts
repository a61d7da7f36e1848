/** A JSON Schema of draft-07, the latest that editors of YAML read, as far as shapes need it. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
}

/** One schema where the condition holds, the other where not: unlike a choice of several, an editor can say what is wrong. */
export function branch(condition: JsonSchema, then: JsonSchema, otherwise: JsonSchema): JsonSchema {
  return { if: condition, then, else: otherwise };
}

/** A text of ours as an editor sees it, which reads `no`, `012` and `1.10` as values of other types before we do. */
export const textSchema: JsonSchema = { type: ['string', 'number', 'boolean'] };

/** A number; one in quotes is read as well. `pattern` is for those. */
export const numberSchema = {
  type: ['number', 'string'],
  pattern: '^\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*$',
} as const satisfies JsonSchema;

/** A whole number within bounds, both of which count; one in quotes is read as well. */
export function wholeSchema(minimum: number, maximum: number): JsonSchema {
  return { type: ['integer', 'string'], pattern: '^\\s*\\d+\\s*$', minimum, maximum };
}
