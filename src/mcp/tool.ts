/** What an assistant can call. Knows nothing of the protocol. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What it does and when to call it, for whoever chooses among tools. */
  readonly description: string;
  /** The properties of its arguments as JSON Schema; arguments that do not fit never arrive. */
  readonly input: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  /** Whether calling it leaves bank and records as they were. */
  readonly isReadOnly: boolean;
  /** A document for the caller. A failure is told to the caller; any other error ends the program. */
  run(given: Given): Promise<unknown>;
}

export type Given = Readonly<Record<string, unknown>>;

/** A text that was given, if it was: the schema has seen to its type. */
export function textIn(given: Given, name: string): string | undefined {
  const value = given[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
