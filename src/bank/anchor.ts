// Where a quote stands in notes that may have changed since it was copied: found, found elsewhere, or missing with a likeness.
import type { Quote } from '../core/item.ts';
import type { Passage } from '../core/problem.ts';
import { likelyPassages } from './likely.ts';
import { locate, type Notes, placesOf, quoteAt, sectionsNamed } from './notes.ts';

export type Anchored =
  | { readonly quote: Quote; readonly movedTo?: string }
  | { readonly missing: 'section' | 'text'; readonly closest?: Passage; readonly restored?: Restored };

/** The words that the notes have now, and the section they stand in. Only where there is one candidate. */
export interface Restored {
  readonly section: string;
  readonly text: string;
  readonly at: Passage;
}

/**
 * Finds a quote. Where its section does not hold the words, and they stand exactly once elsewhere, the quote has moved. Where
 * they stand nowhere, a passage that differs in typography, encoding or a letter of a few words is what they became.
 */
export function anchor(all: readonly Notes[], section: string, text: string): Anchored {
  const located = locate(all, section, text);
  if ('quote' in located) return located;
  const elsewhere = all.flatMap((notes) => placesOf(notes, text).map((lines) => ({ notes, lines })));
  const [only] = elsewhere;
  if (only && elsewhere.length === 1) {
    const movedTo = sectionHolding(all, only.notes, only.lines[0], text);
    if (movedTo !== undefined) return { quote: quoteAt(only.notes, only.lines, movedTo, text), movedTo };
  }
  const restored = elsewhere.length === 0 ? restoredIn(all, section, text) : undefined;
  return { ...located, ...(restored && { restored, closest: restored.at }) };
}

/** The nearest section above a line by whose name the text is found there. */
function sectionHolding(all: readonly Notes[], notes: Notes, line: number, text: string): string | undefined {
  const above = notes.headings.filter(({ first, last }) => first <= line && line <= last).toReversed();
  return above.map(({ title }) => title).find((title) => title !== '' && standsAt(all, title, text, notes, line));
}

function standsAt(all: readonly Notes[], section: string, text: string, { file }: Notes, line: number): boolean {
  const located = locate(all, section, text);
  return 'quote' in located && located.quote.file === file && located.quote.lines[0] === line;
}

/** One candidate in the section, or one in the notes where the section has none. */
function restoredIn(all: readonly Notes[], section: string, text: string): Restored | undefined {
  const likely = likelyPassages(all, text);
  const sections = sectionsNamed(all, section);
  const inside = likely.filter(({ notes, line }) =>
    sections.some((one) => one.notes === notes && one.heading.first <= line && line <= one.heading.last),
  );
  const [only, ...others] = inside.length > 0 ? inside : likely;
  if (!only || others.length > 0) return undefined;
  const { notes, line } = only;
  const home = inside.length > 0 ? section : sectionHolding(all, notes, line, only.text);
  if (home === undefined || !standsAt(all, home, only.text, notes, line)) return undefined;
  return { section: home, text: only.text, at: { file: notes.file, line, text: notes.lines[line - 1]?.trim() ?? '' } };
}

export interface Correction {
  readonly section?: string;
  readonly text?: string;
}

/** What a quote has to change to stand in the notes again; undefined where it stands, or where that is not certain. */
export function correctionOf(notes: readonly Notes[], section: string, text: string): Correction | undefined {
  const anchored = anchor(notes, section, text);
  if ('quote' in anchored) return anchored.movedTo === undefined ? undefined : { section: anchored.movedTo };
  const { restored } = anchored;
  if (!restored) return undefined;
  return { text: restored.text, ...(restored.section !== section && { section: restored.section }) };
}
