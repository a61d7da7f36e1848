// What there is to say about a quote that does not stand where it should.
import type { Quote } from '../../core/items/item.ts';
import { flaw, type Position, type Problem } from '../../core/problem.ts';
import { child, type Node, placeOf } from '../../core/shapes/node.ts';
import { scalarText } from '../yaml/write.ts';
import type { Anchored, Missing, NamedPlace, Restored } from './anchor.ts';
import { MOST_LINES } from './locate.ts';

/** Errors of a question that can be asked all the same, since it lacks nothing but the proof. */
export const MISSING_QUOTE = ['quote-not-found', 'unknown-section'];

/** The error of a question that has its proof: the words stand once in the notes, but not in the section that it names. */
export const MOVED_QUOTE = 'quote-moved';

/** The problem of one quote, at its section or its words; undefined where it stands as written. */
export function quoteProblem(anchored: Anchored, section: string, node: Node): Problem | undefined {
  if ('quote' in anchored) {
    const at = placeOf(node, 'section');
    if (anchored.movedTo !== undefined) return movedProblem(anchored.movedTo, section, at, 'error');
    return anchored.rival && ambiguousProblem(anchored.quote, anchored.name, anchored.rival, at);
  }
  const { missing, closest, restored } = anchored;
  const code = missing === 'section' ? 'unknown-section' : 'quote-not-found';
  const problem = flaw(code, placeOf(node, missing), messageOf(anchored, section), hintOf(anchored, node));
  return { ...problem, ...(closest && { closest }), ...(restored && { fixable: true }) };
}

function messageOf({ missing, isLong }: Missing, section: string): string {
  if (missing === 'section') return `the notes have no section "${section}"`;
  if (isLong) return `this quote spans more than ${MOST_LINES} lines of the notes`;
  return `this quote does not stand in the section "${section}"`;
}

function hintOf({ missing, strays, alike, restored, asked, isLong, isLeft }: Missing, node: Node): string {
  if (restored) return change(node, restored);
  if (asked) return `${change(node, asked)}; the question says it as the quote does: look at both`;
  if (isLong) return `quote the lines that prove the answer: ${MOST_LINES} at most`;
  if (strays) return `these words stand in several other places: name the section that is meant${among(strays)}`;
  if (missing === 'section')
    return `name a heading of the notes${alike ? `; most like the words is ${alike.file}:${alike.line} "${alike.text}"` : ''}`;
  return `copy the words from the notes${isLeft ? '; what is closest is named for the first lost ones of a file only' : ''}`;
}

/** ": A (a.md:3) or B › C (b.md:5)"; nothing where none has a name that tells it from the others. */
function among(places: readonly NamedPlace[]): string {
  const named = places.flatMap(({ at, section }) =>
    section === undefined ? [] : [`${section} (${at.file}:${at.line})`],
  );
  return named.length === 0 ? '' : `: ${named.join(' or ')}`;
}

/** Words that stand in two sections of the name that is given: the first was taken, and the other may be meant. */
function ambiguousProblem(
  { section, file, lines, text }: Quote,
  name: string | undefined,
  rival: NamedPlace,
  at: Position,
): Problem {
  const here = { at: { file, line: lines[0], text }, ...(name !== undefined && { section: name }) };
  const names = among([here, rival]);
  const message = `these words stand at ${file}:${lines[0]} and at ${rival.at.file}:${rival.at.line}, both under "${section}"`;
  const hint =
    names === '' ? 'give one of the headings another name, or quote more' : `name the section that is meant${names}`;
  return flaw('quote-ambiguous', at, message, hint, 'warning');
}

/** Words that stand once in the notes, in another section than the one named. */
export function movedProblem(to: string, section: string, at: Position, severity: Problem['severity']): Problem {
  const message = `these words stand under "${to}", not under "${section}"`;
  return { ...flaw(MOVED_QUOTE, at, message, `write section: ${scalarText(to)}`, severity), fixable: true };
}

/** The words that differ: all that an author has to look at. */
function change(node: Node, { text, section }: Restored): string {
  const written = textAt(node, 'text');
  const differs = differences(written, text);
  const words = differs ? `the notes have "${differs.there}" where the quote has "${differs.here}"` : '';
  const home = textAt(node, 'section') === section ? '' : `the words stand under "${section}"`;
  return [words, home].filter(Boolean).join(', and ') || 'copy the words from the notes';
}

function textAt(node: Node, key: string): string {
  const value = child(node, key);
  return value?.kind === 'text' ? value.value.trim() : '';
}

/** The fields of a question that the candidate sees and answers. */
export const ASKING_FIELDS = ['stem', 'options', 'answer', 'left', 'right'];

/**
 * Whether a word that the notes no longer have stands in the question too: then it may be the fact that changed, not its
 * spelling, and only the author can tell.
 */
export function changesWhatIsAsked(before: string, after: string, asked: readonly string[]): boolean {
  const { here = '', there = '' } = differences(before, after) ?? {};
  const kept = new Set(wordsIn(there));
  const gone = new Set(wordsIn(here).filter((word) => !kept.has(word)));
  return asked.some((text) => wordsIn(text).some((word) => gone.has(word)));
}

const SHORTEST_WORD = 4;

function wordsIn(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= SHORTEST_WORD);
}

/** The words between what both texts begin and end with. */
export function differences(here: string, there: string): { here: string; there: string } | undefined {
  const [mine, theirs] = [here.split(/\s+/), there.split(/\s+/)];
  const shorter = Math.min(mine.length, theirs.length);
  let start = 0;
  while (start < shorter && mine[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < shorter - start && mine.at(-1 - end) === theirs.at(-1 - end)) end += 1;
  const middle = (words: readonly string[]) => words.slice(start, words.length - end).join(' ');
  return middle(mine) === middle(theirs) ? undefined : { here: middle(mine), there: middle(theirs) };
}
