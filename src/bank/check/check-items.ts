// Questions judged by all rules: what each rule finds, less what is waived or tolerated, as problems.
import type { Item } from '../../core/items/item.ts';
import { headOf, type Position, type Problem } from '../../core/problem.ts';
import { listed } from '../../core/text/wording.ts';
import type { Notes } from '../notes/notes.ts';
import { type Finding, found, type Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** What rules found in questions. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** How many findings were let pass, by code. */
  readonly tolerated: Readonly<Record<string, number>>;
}

/**
 * Judges items, which stand in reading order, by all rules; `notes` are those of their bank. What is found of no single item stands at the
 * head of its manifest.
 */
export function checkItems(items: readonly Item[], notes: readonly Notes[], manifestFile = 'bank.yaml'): Checked {
  const head = headOf(manifestFile);
  const problems: Problem[] = [];
  const tolerated: Record<string, number> = {};
  for (const [rule, { findings, concerned }] of judged(items, notes)) {
    const standing = findings.filter(({ item }) => item?.waive?.[rule.code] === undefined);
    if (isTolerated(rule, standing.length, concerned)) tolerated[rule.code] = standing.length;
    else problems.push(...told(rule, standing, concerned).map((finding) => asProblem(rule, finding, head)));
  }
  return { problems, tolerated };
}

/** What a rule found, and how many items it could judge. */
interface Judged {
  readonly findings: Finding[];
  concerned: number;
}

/**
 * What each rule found. Of rules for single items at most one finding an item, so that shares are shares of items; item by item, because
 * its words are kept only while it is judged.
 */
function judged(items: readonly Item[], notes: readonly Notes[]): ReadonlyMap<Rule, Judged> {
  const all = new Map<Rule, Judged>(rules.map((rule) => [rule, { findings: [], concerned: 0 }]));
  for (const item of items)
    for (const [rule, found] of all) {
      if (rule.scope === 'bank' || rule.concerns?.(item) === false) continue;
      found.concerned += 1;
      found.findings.push(
        ...rule
          .check(item, notes)
          .slice(0, 1)
          .map((finding) => ({ ...finding, item })),
      );
    }
  for (const [rule, found] of all)
    if (rule.scope === 'bank') {
      found.findings.push(...rule.check(items));
      found.concerned = items.length;
    }
  return all;
}

/**
 * Single findings of a rule with a tolerance are let pass while the bank stays within it. One always is: of ten
 * questions one is a tenth, and says nothing about how the author writes.
 */
function isTolerated(rule: Rule, findings: number, concerned: number): boolean {
  if (rule.scope === 'bank' || rule.tolerance === undefined || findings === 0) return false;
  return findings <= Math.max(1, Math.floor(rule.tolerance * concerned));
}

const FEW = 10;

/** What most items share is a trait of the bank: one warning says so once. Errors are always named one by one. */
function told({ severity }: Rule, findings: readonly Finding[], concerned: number): readonly Finding[] {
  const [first] = findings;
  const isTrait = severity === 'warning' && findings.length > FEW && findings.length > concerned / 2;
  if (!first || !isTrait) return findings;
  const examples = findings.slice(0, 3).flatMap(({ item }) => item?.id ?? []);
  const message = `${findings.length} of ${concerned} questions, such as ${listed(examples)}: ${first.message}`;
  return found(message, first.hint);
}

function asProblem({ code, severity }: Rule, { message, hint, item }: Finding, head: Position): Problem {
  return { code, severity, at: item?.at ?? head, message, hint, ...(item && { item: item.id }) };
}
