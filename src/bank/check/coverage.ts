// Which statements of the notes the questions ask: docs/rules.md, Coverage.
import { grouped } from '../../core/grouped.ts';
import type { Item } from '../../core/items/item.ts';
import { flaw, type Problem } from '../../core/problem.ts';
import type { Omission } from '../manifest.ts';
import type { Notes } from '../notes/notes.ts';
import type { Anchored } from '../quotes/anchor.ts';
import { movedProblem } from '../quotes/problems.ts';
import { type Statement, statementsOf } from './statements.ts';
import { quoted } from './words.ts';

/** A statement with the number of questions that quote its line. */
export interface Covered extends Statement {
  readonly questions: number;
  /** How many of them are scenarios. */
  readonly scenarios: number;
  /** Why it is left out, where the manifest says so and nothing quotes it. */
  readonly reason?: string;
}

export interface Coverage {
  /** Weight of the quoted statements over the weight of all: what the author marks weighs three. */
  readonly share: number;
  readonly coveredWeight: number;
  readonly totalWeight: number;
  readonly statements: readonly Covered[];
  /** Sections that state something, of which no line is quoted or left out with a reason. */
  readonly emptySections: readonly { readonly section: string; readonly file: string; readonly line: number }[];
  /** Not quoted, and no reason given. */
  readonly uncovered: readonly Covered[];
  readonly leftOut: readonly Covered[];
  /** Important, and asked by fewer questions than wanted or by no scenario. */
  readonly short: readonly Covered[];
}

/** Marked statements want so many questions, one of them a scenario (docs/rules.md, Coverage). */
const WANTED = 3;

/** An omission with where its text stands in the notes. */
export interface LocatedOmission extends Omission {
  readonly located: Anchored;
}

/** Which statements of the notes the items ask for, which are left out on purpose, and which are neither. */
export function coverageOf(
  items: readonly Item[],
  notes: readonly Notes[],
  omissions: readonly LocatedOmission[],
): Coverage {
  const askers = askersByLine(items);
  const reasons = reasonsByLine(omissions);
  const statements = notes.flatMap(statementsOf).map((statement) => {
    const place = key(statement.file, statement.line);
    const asking = [...(askers.get(place) ?? [])];
    const reason = asking.length === 0 ? reasons.get(place) : undefined;
    const scenarios = asking.filter(({ scenario }) => scenario).length;
    return { ...statement, questions: asking.length, scenarios, ...(reason !== undefined && { reason }) };
  });
  const open = statements.filter(({ questions }) => questions === 0);
  const coveredWeight = weigh(statements.filter(({ questions }) => questions > 0));
  const totalWeight = weigh(statements);
  return {
    share: totalWeight === 0 ? 1 : coveredWeight / totalWeight,
    coveredWeight,
    totalWeight,
    statements,
    emptySections: emptySections(statements),
    uncovered: open.filter(({ reason }) => reason === undefined),
    leftOut: open.filter(({ reason }) => reason !== undefined),
    short: statements.filter(isShort),
  };
}

function isShort({ weight, questions, scenarios, reason }: Covered): boolean {
  return weight > 1 && reason === undefined && (questions < WANTED || scenarios === 0);
}

function weigh(statements: readonly Statement[]): number {
  return statements.reduce((sum, { weight }) => sum + weight, 0);
}

function key(file: string, line: number): string {
  return `${file}\n${line}`;
}

function askersByLine(items: readonly Item[]): Map<string, Set<Item>> {
  const askers = new Map<string, Set<Item>>();
  for (const item of items) {
    for (const { file, lines } of item.quotes) {
      for (const place of places(file, lines)) askers.set(place, (askers.get(place) ?? new Set()).add(item));
    }
  }
  return askers;
}

function places(file: string, [first, last]: readonly [number, number]): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => key(file, first + index));
}

function reasonsByLine(omissions: readonly LocatedOmission[]): Map<string, string> {
  return new Map(
    omissions.flatMap(({ located, reason }) =>
      'quote' in located
        ? places(located.quote.file, located.quote.lines).map((place) => [place, reason] as const)
        : [],
    ),
  );
}

function emptySections(statements: readonly Covered[]): Coverage['emptySections'] {
  const sections = grouped(statements, ({ file, section }) => `${file}\n${section}`);
  return [...sections.values()]
    .filter((own) => own.every(({ questions, reason }) => questions === 0 && reason === undefined))
    .map(([{ section, file, line }]) => ({ section, file, line }));
}

/** Entries of `uncovered:` that are out of date: the notes have their text no longer or in another section, or questions quote it. */
export function omissionProblems(coverage: Coverage, omissions: readonly LocatedOmission[]): Problem[] {
  const asked = new Map(coverage.statements.map((each) => [key(each.file, each.line), each.questions]));
  return omissions.flatMap((omission): Problem[] => {
    const { located, section, at } = omission;
    if ('missing' in located) return [missing(omission, located)];
    if (located.movedTo !== undefined) return [movedProblem(located.movedTo, section, at, 'warning')];
    return isQuoted(asked, located.quote) ? [quotedAfterAll(omission)] : [];
  });
}

function missing(
  { section, text, at }: Omission,
  { missing, closest, restored }: Extract<Anchored, { missing: string }>,
): Problem {
  const message =
    missing === 'section'
      ? `the notes have no section "${section}"`
      : `the section "${section}" does not say ${quoted(text)}, which is left out`;
  const hint = 'copy the words from the notes, or take the entry out';
  const problem = flaw('left-out-not-found', at, message, hint, 'warning');
  return { ...problem, ...(closest && { closest }), ...(restored && { fixable: true }) };
}

/** Whether questions quote every statement on the lines; `asked` says of each by how many. */
function isQuoted(asked: ReadonlyMap<string, number>, { file, lines }: Item['quotes'][number]): boolean {
  const inside = places(file, lines).flatMap((place) => asked.get(place) ?? []);
  return inside.length > 0 && inside.every((questions) => questions > 0);
}

function quotedAfterAll({ text, at }: Omission): Problem {
  const message = `${quoted(text)} is listed as left out, and questions quote it`;
  return flaw('left-out-but-quoted', at, message, 'take the entry out', 'warning');
}
