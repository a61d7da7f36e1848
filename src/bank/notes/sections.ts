// Sections of the notes by their names: the title of a heading, or the path to it where several have that title.
import { normalised } from './flat.ts';
import { headingsOver, type Notes, type Section, sectionsTitled, titleOf } from './notes.ts';

/** Between the parts of a path: as the screen shows it, as it is typed, and as pages of notes link to headings. */
const STEP = /\s*›\s*|\s+>\s+|\s*#\s*/;
const WRITTEN_STEP = ' › ';
/** Of more headings with one title the first are looked at by their path: thousands come of a program, not of an author. */
const MOST_NAMESAKES = 2_000;

/** The sections of that name, in the order of the notes: "Complexity", "LSM tree › Complexity", "lsm.md#Complexity". */
export function sectionsNamed(all: readonly Notes[], section: string): Section[] {
  const named = sectionsTitled(all, section);
  if (named.length > 0) return named;
  const parts = section.split(STEP).filter((part) => part.trim() !== '');
  const title = parts.pop();
  if (title === undefined || parts.length === 0) return [];
  return sectionsTitled(all, title)
    .slice(0, MOST_NAMESAKES)
    .filter((one) => isUnder(one, parts));
}

/** Whether the headings above a section are these, from the top down and with gaps; the first may be its file. */
function isUnder({ notes, heading }: Section, parts: readonly string[]): boolean {
  const above = headingsOver(notes, heading.first)
    .filter((one) => one !== heading)
    .map(({ title }) => title);
  const [first = '', ...others] = parts;
  return standInOrder(parts, above) || (isFile(notes.file, first) && standInOrder(others, above));
}

function standInOrder(parts: readonly string[], above: readonly string[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = above.indexOf(titleOf(part), from);
    from = at + 1;
    return at >= 0;
  });
}

/** By its name or its last part, with or without the ending. */
function isFile(file: string, name: string): boolean {
  const whole = normalised(file);
  const last = whole.replace(/^.*[/\\]/, '');
  return [whole, last].some((one) => one === normalised(name) || one.replace(/\.[A-Za-z]+$/, '') === normalised(name));
}

/**
 * The names by which the section around a line may be known, those that say no more than they have to first: its heading, that
 * heading under one above it, with all above it, under its file, and those above it by themselves.
 */
export function namesOfSection(notes: Notes, line: number): string[] {
  const path = headingsOver(notes, line)
    .map(({ title }) => title)
    .filter((title) => title !== '');
  const title = path.at(-1);
  if (title === undefined) return [];
  const above = path.slice(0, -1).toReversed();
  const names = [
    [title],
    ...above.map((one) => [one, title]),
    path,
    [notes.file, title],
    [notes.file, ...path],
    ...above.map((one) => [one]),
  ];
  return [...new Set(names.map((parts) => parts.join(WRITTEN_STEP)))];
}
