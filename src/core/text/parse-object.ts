/** The object that a text of JSON is; undefined where it is another value, or no JSON. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^\s*\{/.test(text)) return undefined; // sooner than a parser that throws, where a file is full of other things
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
