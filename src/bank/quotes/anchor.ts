// Where a quote stands in notes that may have changed since it was copied: found, found elsewhere, or missing with a likeness.
import type { Effort } from '../../core/effort.ts';
import type { Quote } from '../../core/items/item.ts';
import type { NotesLine } from '../../core/problem.ts';
import type { Notes } from '../notes/notes.ts';
import { namesOfSection, sectionsNamed } from '../notes/sections.ts';
import { closestAnywhere, closestTo, likenessEffort } from './closest.ts';
import { likelyPassages } from './likely.ts';
import { locate, notesLineAt, placesOf, quoteEffort, quoteOn, rivalOf } from './locate.ts';

export type Anchored = Found | Missing;

export interface Found {
  readonly quote: Quote;
  /** The section where it stands, which is not the one named. */
  readonly movedTo?: string;
  /** Where it stands too, in another section of that name. */
  readonly rival?: NamedPlace;
  /** The name that tells its section from that one. */
  readonly name?: string;
}

/** A place of the notes with a name for its section that no other section has which holds the words; none where there is no such. */
export interface NamedPlace {
  readonly at: NotesLine;
  readonly section?: string;
}

export interface Missing {
  readonly missing: 'section' | 'text';
  readonly closest?: NotesLine;
  /** Where the words stand, in sections that are not the one named: the first of several. */
  readonly strays?: readonly NamedPlace[];
  /** Of an unknown section, whose closest is a heading: the line most like the words. */
  readonly alike?: NotesLine;
  readonly restored?: Restored;
  /** The same, where the question asks about what changed: only its author can tell which of the two is right. */
  readonly asked?: Restored;
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
  readonly at: NotesLine;
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
  if ('quote' in found) return { ...found, ...rivalry(all, found.quote, efforts.likeness) };
  if (found.restored || found.strays) return found;
  const closest = closestTo(all, { section, text, missing: found.missing }, efforts.likeness);
  const alike = found.missing === 'section' ? closestAnywhere(all, text, efforts.likeness) : undefined;
  const isLeft = !closest && efforts.likeness.left < 0;
  return { ...found, ...(closest && { closest }), ...(alike && { alike }), ...(isLeft && { isLeft }) };
}

/** The other place that a quote may mean, where its section is one of several of that name. */
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
    const strays = elsewhere
      .slice(0, MOST_STRAYS)
      .map(({ notes, lines }) => namedPlace(all, notes, lines[0], text, likeness));
    return { ...located, strays, closest: notesLineAt(only.notes, only.lines[0]) };
  }
  const restored = elsewhere.length === 0 ? restoredIn(all, section, text, likeness) : undefined;
  return { ...located, ...(restored && { restored, closest: restored.at }) };
}

/** So many of the places are named. */
const MOST_STRAYS = 3;

/** A name for the section of a line by which the text is found there, and nowhere else. */
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
  return { section: home, text: only.text, at: notesLineAt(notes, line) };
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
