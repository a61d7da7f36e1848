// Topics for a bank, proposed from the headings of the notes.
import { free, plainTitle, topicId } from '../bank/names.ts';
import { type Notes, titleOfFile } from '../bank/notes/notes.ts';
import type { Topic } from '../core/items/item.ts';
import { unsafeCharacter } from '../core/text/safe.ts';

type Heading = Notes['headings'][number];

export interface Proposed {
  readonly id: Topic;
  readonly title: string;
  /** Where its notes stand. */
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

export interface Outline {
  /** What the notes call themselves, where they do. */
  readonly title?: string;
  readonly topics: readonly Proposed[];
  /** Headings that would make more topics than one can keep apart. */
  readonly further: readonly Proposed[];
  /** How many more there are beyond those. */
  readonly beyond: number;
  /** Whether no notes have a heading, so that the names of files stand for them. */
  readonly isFromNames: boolean;
}

/** More topics than this are no help to anybody: each needs questions. */
const MOST_TOPICS = 20;
const MOST_FURTHER = 60;
/** Names that a mapping of a bank may not have as keys. */
const RESERVED = ['constructor', 'prototype'];
const LONGEST_TITLE = 120;

/** A heading with those below it. */
interface Branch {
  readonly file: string;
  readonly heading: Heading;
  readonly below: readonly Branch[];
}
type Growing = Branch & { readonly below: Branch[] };

/**
 * The first level that divides the notes becomes the topics, the level below it their children if all of them are few
 * enough; otherwise those are offered apart.
 */
export function outlineOf(all: readonly Notes[]): Outline {
  const pages = all.map((notes) => (all.length > 1 ? underOneTitle(notes, rootsOf(notes)) : rootsOf(notes)));
  const title = pages.length === 1 ? titleOf(pages[0] ?? []) : undefined; // of several none is the title of all
  const chapters = dividing(pages.flatMap(withoutTitleAlone));
  const taken = new Set(RESERVED);
  const name = ({ file, heading }: Branch, above: string): Proposed => {
    const own = topicId(heading.title) || (above === '' ? 'topic' : 'part');
    return { id: free(above + own, taken), title: titleFor(heading), file, first: heading.first, last: heading.last };
  };
  const named = chapters.slice(0, MOST_TOPICS).map((chapter) => ({ chapter, topic: name(chapter, '') }));
  const count = chapters.length + named.reduce((sum, { chapter }) => sum + chapter.below.length, 0);
  const fits = count <= MOST_TOPICS;
  const children = named.map(({ chapter, topic }) =>
    chapter.below.slice(0, MOST_FURTHER).map((part) => name(part, `${topic.id}/`)),
  );
  const others = chapters.slice(MOST_TOPICS, MOST_TOPICS + MOST_FURTHER).map((chapter) => name(chapter, ''));
  const further = fits ? [] : [...others, ...children.flat()].slice(0, MOST_FURTHER);
  return {
    ...(title && { title }),
    topics: named.flatMap(({ topic }, index) => [topic, ...(fits ? (children[index] ?? []) : [])]),
    further,
    beyond: fits ? 0 : count - named.length - further.length,
    isFromNames: all.every(({ headings }) => headings.every(({ isImplied }) => isImplied)),
  };
}

function isNamed({ title }: Heading): boolean {
  return /[\p{L}\p{N}]/u.test(title) && unsafeCharacter(title) === undefined;
}

function titleFor({ title }: Heading): string {
  return (plainTitle(title) || title).slice(0, LONGEST_TITLE).trim();
}

/** The first heading, unless others of its rank that have parts as it has stand beside it: then it is a chapter. */
function titleOf([first, ...others]: readonly Branch[]): string | undefined {
  if (first?.heading.depth !== 1 || first.heading.isImplied) return undefined;
  const isChapter = others.length > 0 && !isTitleAlone(first, others);
  return isChapter ? undefined : titleFor(first.heading);
}

/** The headings of a file, but a title that stands before its chapters. */
function withoutTitleAlone(roots: readonly Branch[]): readonly Branch[] {
  const [first, ...others] = roots;
  return first?.heading.depth === 1 && isTitleAlone(first, others) ? others : roots;
}

/** Whether a heading without parts stands before some that have them. */
function isTitleAlone(first: Branch, others: readonly Branch[]): boolean {
  return first.below.length === 0 && others.some(({ below }) => below.length > 0);
}

/** The headings of a file as a tree; where none is written, its name. */
function rootsOf({ file, headings }: Notes): Branch[] {
  const written = headings.filter(({ isImplied }) => !isImplied);
  return branches(file, (written.length > 0 ? written : headings).filter(isNamed));
}

/** Of several files one whose headings have no title above them goes by its name, as pages of Obsidian do. */
function underOneTitle({ file, lines, headings }: Notes, roots: readonly Branch[]): readonly Branch[] {
  const isTitled = roots.length < 2 && !headings[0]?.isImplied; // a lone heading with nothing above it
  if (isTitled || roots.some(({ heading }) => heading.depth === 1)) return roots;
  const heading: Heading = { title: titleOfFile(file), depth: 1, first: 1, last: lines.length, isImplied: true };
  return isNamed(heading) ? [{ file, heading, below: roots }] : roots;
}

/** Headings, in reading order, as a tree. */
function branches(file: string, headings: readonly Heading[]): Branch[] {
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const heading of headings) {
    while ((open.at(-1)?.heading.last ?? Number.POSITIVE_INFINITY) < heading.first) open.pop();
    const branch = { file, heading, below: [] };
    (open.at(-1)?.below ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}

/**
 * The headings that divide the notes: those below one that stands for all of them. Where each has one below it at most nothing divides
 * them, and those below the title are taken.
 */
function dividing(roots: readonly Branch[]): readonly Branch[] {
  const [first] = roots;
  if (roots.length !== 1 || !first || first.below.length === 0) return roots;
  const parted = dividing(first.below);
  return parted.length > 1 ? parted : first.below;
}
