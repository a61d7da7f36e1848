// Waivers: what an author sets aside has to be a rule.
import { nearest } from '../../../core/text/nearest.ts';
import { found, type ItemRule, nothing, type Rule } from '../rule.ts';

/** The rule about waivers of the other rules. It is a warning: a bank may still waive a rule that a later version has given up. */
export function waiverRules(others: readonly Rule[]): readonly ItemRule[] {
  const unknownWaiver: ItemRule = {
    code: 'unknown-waiver',
    scope: 'item',
    source: 'docs/rules.md W26',
    severity: 'warning',
    title: 'a waiver for a rule that there is not',
    why: 'A name that is misspelt sets nothing aside, and whoever reads it believes it does.',
    bad: ['waive: { longest-is-rigth: "the official name is long" }'],
    good: ['waive: { longest-is-right: "the official name is long" }'],
    check({ waive = {} }) {
      const codes = [...others.map(({ code }) => code), unknownWaiver.code];
      const unknown = Object.keys(waive).find((code) => !codes.includes(code));
      if (unknown === undefined) return nothing;
      const meant = nearest(unknown, codes);
      return found(
        `waive: names "${unknown}", which is no rule for questions`,
        meant ? `did you mean ${meant}?` : 'quiz help codes lists them; errors of form cannot be waived',
      );
    },
  };
  return [unknownWaiver];
}
