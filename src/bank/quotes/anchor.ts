// Where a quote stands in notes that may have changed since it was copied: as it says, in another section, or nowhere. Of one that
// stands nowhere, what it became, or else what is most like it.
import type { Effort } from '../../core/effort.ts';
import type { Quote } from '../../core/items/item.ts';
import { limits } from '../../core/limits.ts';
import type { NotesLine } from '../../core/problem.ts';
import type { Notes } from '../notes/notes.ts';
import { namesOfSection, sectionsNamed } from '../notes/sections.ts';
import { closestAnywhere, closestTo } from './closest.ts';
import { likelyPassages } from './likely.ts';
import { locate, notesLineAt, placesOf, quoteEffort, quoteOn, rivalOf } from './locate.ts';

/** Where a quote stands in the notes, or what is known of one that does not. */
export type Anchored = Found | Missing;

/** A quote that stands in the notes. */
export interface Found {
  readonly quote: Quote;
  /** The section where it stands, which is not the one named. */
  readonly movedTo?: string;
  /** A second place where it stands, in another section of that name. */
  readonly rival?: NamedPlace;
  /** A name by which its section cannot be taken for the rival's. */
  readonly name?: string;
}

/** A place in the notes where words stand. */
export interface NamedPlace {
  readonly at: NotesLine;
  /** A name for its section, by which the words are found here and nowhere else; none where there is no such name. */
  readonly section?: string;
}

/** A quote that stands nowhere in its section. */
export interface Missing {
  readonly missing: 'section' | 'text';
  readonly closest?: NotesLine;
  /** Where the words stand more than once, but not in the section that is named: the first few of these places. */
  readonly strays?: readonly NamedPlace[];
  /** Where the section is unknown, `closest` is a heading; this is the line most like the words. */
  readonly alike?: NotesLine;
  readonly restored?: Restored;
  /** Instead of `restored` where the question asks about what changed: only its author can tell which of the two is right. */
  readonly asked?: Restored;
  /** The words stand in the section, and span more lines than a quote may. */
  readonly isLong?: true;
  /** What is closest was not looked for, as the effort was used up. */
  readonly isLeft?: true;
}

/** The effort that may still be spent on the quotes of one file. */
export interface Efforts {
  /** To find them. Below zero where the search for the last one was broken off. */
  readonly quotes: Effort;
  /** To find what the missing ones became, or what is closest to them. */
  readonly likeness: Effort;
}

/** What the quotes of one file may take before any was looked for. */
export function newEfforts(): Efforts {
  return { quotes: quoteEffort(), likeness: { left: limits.likenessSteps } };
}

/** What a missing quote became: the words that the notes have now, and their section. Only where there is a single candidate. */
export interface Restored {
  readonly section: string;
  readonly text: string;
  readonly at: NotesLine;
}

/**
 * Finds a quote. If its section does not hold the words and they stand exactly once elsewhere, the quote has moved. If they stand
 * nowhere, they became a passage that differs only in typography, in encoding or in a letter of a few words. If there is no such
 * passage either, what is closest is named, as long as the effort lasts.
 */
export function anchor(all: readonly Notes[], section: string, text: string, efforts: Efforts): Anchored {
  const found = standing(all, section, text, efforts);
  if ('quote' in found) return { ...found, ...rivalry(all, found.quote, efforts.likeness) };
  if (found.restored || found.strays) return found;
  if ('quote' in locate(all, section, text, efforts.likeness, Number.POSITIVE_INFINITY))
    return { ...found, isLong: true };
  const closest = closestTo(all, { section, text, missing: found.missing }, efforts.likeness);
  const alike = found.missing === 'section' ? closestAnywhere(all, text, efforts.likeness) : undefined;
  const isLeft = !closest && efforts.likeness.left < 0;
  return { ...found, ...(closest && { closest }), ...(alike && { alike }), ...(isLeft && { isLeft }) };
}

/** The other place that a quote may mean, if several sections have the name that it gives. */
function rivalry(all: readonly Notes[], quote: Quote, effort: Effort): Pick<Found, 'rival' | 'name'> {
  const at = effort.left < 0 ? undefined : rivalOf(all, quote, effort);
  const there = at && all.find(({ file }) => file === at.file);
  const here = all.find(({ file }) => file === quote.file);
  if (!there || !here) return {};
  const name = sectionHolding(all, here, quote.lines[0], quote.text, effort);
  return { rival: namedPlace(all, there, at.line, quote.text, effort), ...(name !== undefined && { name }) };
}

function namedPlace(all: readonly Notes[], notes: Notes, line: number, text: string, effort: Effort): NamedPlace {
  const section = sectionHolding(all, notes, line, text, effort);
  return { at: notesLineAt(notes, line), ...(section !== undefined && { section }) };
}

/** Finds a quote, or what it certainly became; not what is merely closest. */
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
    const strays = elsewhere
      .slice(0, MOST_STRAYS)
      .map(({ notes, lines }) => namedPlace(all, notes, lines[0], text, likeness));
    return { ...located, strays, closest: notesLineAt(only.notes, only.lines[0]) };
  }
  const restored = elsewhere.length === 0 ? restoredIn(all, section, text, likeness) : undefined;
  return { ...located, ...(restored && { restored, closest: restored.at }) };
}

/** So many of several places are named. */
const MOST_STRAYS = 3;

/** A name for the section of this line by which the text is found on the line and nowhere else. */
export function sectionHolding(
  all: readonly Notes[],
  notes: Notes,
  line: number,
  text: string,
  effort: Effort,
): string | undefined {
  return namesOfSection(notes, line).find((name) => standsAt(all, name, text, notes, line, effort));
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
  return (
    'quote' in located &&
    located.quote.file === file &&
    located.quote.lines[0] === line &&
    rivalOf(all, located.quote, effort) === undefined
  );
}

/** The only candidate in the section; where the section has none, the only one in all notes. */
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
  if (home === undefined || !standsAt(all, home, only.text, notes, line, effort)) return undefined; // so too where the effort ended: there may be more candidates
  return { section: home, text: only.text, at: notesLineAt(notes, line) };
}

export interface Correction {
  readonly section?: string;
  readonly text?: string;
}

/** What has to change in a quote so that it stands in the notes again; undefined if it stands there, or if that is not certain. */
export function correctionOf(
  notes: readonly Notes[],
  section: string,
  text: string,
  efforts: Efforts,
): Correction | undefined {
  const anchored = standing(notes, section, text, efforts);
  if ('quote' in anchored) return anchored.movedTo === undefined ? undefined : { section: anchored.movedTo };
  const { restored } = anchored;
  if (!restored) return undefined;
  return { text: restored.text, ...(restored.section !== section && { section: restored.section }) };
}
