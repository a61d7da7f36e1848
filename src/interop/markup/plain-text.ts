// What a text of a source is once it is plain, and what was seen in it besides words.
/** What texts of a source held besides words. */
export interface Seen {
  /** Pictures, sound and the like, which a text cannot carry. */
  readonly media: number;
  /** Whether the HTML of one ends in the middle of a tag. */
  readonly isCut: boolean;
}

/** A text of a source made plain. */
export interface PlainText extends Seen {
  readonly text: string;
}

/** How a text of a source, or what holds one, is made plain. */
export type ToText<Of = string> = (of: Of) => string;

/** A text that is plain already. */
export function asItIs(text: string): PlainText {
  return { text, media: 0, isCut: false };
}

/** A reader that gives the texts alone; `seen` is what all that it has read held besides. */
export function noting<Of extends unknown[]>(read: (...of: Of) => PlainText) {
  const seen = { media: 0, isCut: false };
  const toText = (...of: Of): string => {
    const { text, media, isCut } = read(...of);
    seen.media += media;
    seen.isCut ||= isCut;
    return text;
  };
  return { toText, seen };
}
