// Where a quote stands in notes that may have changed since it was copied: found, found elsewhere, or missing with a likeness.
import type { Effort } from '../core/effort.ts';
import type { Quote } from '../core/item.ts';
import type { Passage } from '../core/problem.ts';
import { closestAnywhere, closestTo, likenessEffort } from './closest.ts';
import { likelyPassages } from './likely.ts';
import { locate, passageAt, placesOf, quoteEffort, quoteOn } from './locate.ts';
import { headingsOver, type Notes, sectionsNamed } from './notes.ts';

export type Anchored = { readonly quote: Quote; readonly movedTo?: string } | Missing;

export interface Missing {
  readonly missing: 'section' | 'text';
  readonly closest?: Passage;
  /** Where the words stand, in sections that are not the one named; the first of several. */
  readonly stray?: Passage;
  /** Of an unknown section, whose closest is a heading: the line most like the words. */
  readonly alike?: Passage;
  readonly restored?: Restored;
  /** Whether its like was no longer looked for. */
  readonly isLeft?: true;
}

/** What the quotes of one file may still take. */
export interface Efforts {
  /** To find them. Where it is below zero, the last one was not looked for to the end. */
  readonly quotes: Effort;
  /** To find what the lost ones became, or what is closest to them. */
  readonly likeness: Effort;
}

export function newEfforts(): Efforts {
  return { quotes: quoteEffort(), likeness: likenessEffort() };
}

/** The words that the notes have now, and the section they stand in. Only where there is one candidate. */
export interface Restored {
  readonly section: string;
  readonly text: string;
  readonly at: Passage;
}

/**
 * Finds a quote. Where its section does not hold the words, and they stand exactly once elsewhere, the quote has moved. Where
 * they stand nowhere, a passage that differs in typography, encoding or a letter of a few words is what they became. Else what is
 * closest is named, as long as the effort lasts.
 */
export function anchor(
  all: readonly Notes[],
  section: string,
  text: string,
  efforts: Efforts = newEfforts(),
): Anchored {
  const found = standing(all, section, text, efforts);
  if ('quote' in found || found.restored || found.stray) return found;
  const closest = closestTo(all, { section, text, missing: found.missing }, efforts.likeness);
  const alike = found.missing === 'section' ? closestAnywhere(all, text, efforts.likeness) : undefined;
  const isLeft = !closest && efforts.likeness.left < 0;
  return { ...found, ...(closest && { closest }), ...(alike && { alike }), ...(isLeft && { isLeft }) };
}

/** The same without what is closest, which nothing certain follows from. */
function standing(all: readonly Notes[], section: string, text: string, efforts: Efforts): Anchored {
  const { quotes: effort, likeness } = efforts;
  const located = locate(all, section, text, effort);
  if ('quote' in located) return located;
  const elsewhere = all.flatMap((notes) => placesOf(notes, text, effort).map((lines) => ({ notes, lines })));
  if (effort.left < 0) return located; // there may be more places than were found
  const [only] = elsewhere;
  if (only && elsewhere.length === 1) {
    const movedTo = sectionHolding(all, only.notes, only.lines[0], text, effort);
    if (movedTo !== undefined) return { quote: quoteOn(only.notes, only.lines, movedTo, text), movedTo };
  }
  if (only && elsewhere.length > 1) {
    const stray = passageAt(only.notes, only.lines[0]);
    return { ...located, stray, closest: stray };
  }
  const restored = elsewhere.length === 0 ? restoredIn(all, section, text, likeness) : undefined;
  return { ...located, ...(restored && { restored, closest: restored.at }) };
}

/** The nearest section above a line by whose name the text is found there. */
function sectionHolding(
  all: readonly Notes[],
  notes: Notes,
  line: number,
  text: string,
  effort: Effort,
): string | undefined {
  const above = headingsOver(notes, line).toReversed();
  return above
    .map(({ title }) => title)
    .find((title) => title !== '' && standsAt(all, title, text, notes, line, effort));
}

function standsAt(
  all: readonly Notes[],
  section: string,
  text: string,
  { file }: Notes,
  line: number,
  effort: Effort,
): boolean {
  const located = locate(all, section, text, effort);
  return 'quote' in located && located.quote.file === file && located.quote.lines[0] === line;
}

/** One candidate in the section, or one in the notes where the section has none. */
function restoredIn(all: readonly Notes[], section: string, text: string, effort: Effort): Restored | undefined {
  const likely = likelyPassages(all, text, effort);
  const sections = sectionsNamed(all, section);
  const inside = likely.filter(({ notes, line }) =>
    sections.some((one) => one.notes === notes && one.heading.first <= line && line <= one.heading.last),
  );
  const [only, ...others] = inside.length > 0 ? inside : likely;
  if (!only || others.length > 0) return undefined;
  const { notes, line } = only;
  const home = inside.length > 0 ? section : sectionHolding(all, notes, line, only.text, effort);
  if (home === undefined || !standsAt(all, home, only.text, notes, line, effort)) return undefined; // nor where the effort ended: there may be more
  return { section: home, text: only.text, at: passageAt(notes, line) };
}

export interface Correction {
  readonly section?: string;
  readonly text?: string;
}

/** What a quote has to change to stand in the notes again; undefined where it stands, or where that is not certain. */
export function correctionOf(
  notes: readonly Notes[],
  section: string,
  text: string,
  efforts: Efforts = newEfforts(),
): Correction | undefined {
  const anchored = standing(notes, section, text, efforts);
  if ('quote' in anchored) return anchored.movedTo === undefined ? undefined : { section: anchored.movedTo };
  const { restored } = anchored;
  if (!restored) return undefined;
  return { text: restored.text, ...(restored.section !== section && { section: restored.section }) };
}
