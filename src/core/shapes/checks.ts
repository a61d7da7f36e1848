// What a value that was read holds: the words in which sound.ts and sound-item.ts say what they expect.

/** Whether a value from outside is what it should be. */
export type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';
export const isFlag: Check = (value) => typeof value === 'boolean';
export const isNumber: Check = Number.isFinite;
export const isWhole: Check = Number.isInteger;
export const isBetween =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
export const isOptional =
  (of: Check): Check =>
  (value) =>
    value === undefined || of(value);
export const isList =
  (of: Check, least = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(of);
export const isOneOf =
  (...words: unknown[]): Check =>
  (value) =>
    words.includes(value);
/** An object and no list: what may be asked for any field. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** An object whose own values, whatever their names, are all such. */
export const isRecordOf =
  (of: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(of);
/** An object with these fields; it may have others. */
export const isA = (fields: Readonly<Record<string, Check>>): Check => {
  const checks = Object.entries(fields); // once, because a history has millions of events
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    // An object may be asked for any field.
    checks.every(([name, check]) => check((value as Readonly<Record<string, unknown>>)[name]));
};
