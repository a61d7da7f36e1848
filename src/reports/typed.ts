/** A command, as it has to be typed where it is read. */
export type Typed = (verb: string, ...words: readonly string[]) => string;
