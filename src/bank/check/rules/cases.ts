// Questions of one case, which always come together.
import { grouped } from '../../../core/grouped.ts';
import type { Item } from '../../../core/items/item.ts';
import { areKeptApart } from '../likeness.ts';
import type { BankRule, Finding } from '../rule.ts';

const keptApartInCase: BankRule = {
  code: 'kept-apart-in-case',
  scope: 'bank',
  source: "docs/rules.md B11 (this project's own)",
  severity: 'warning',
  title: 'questions of one case that must not come together',
  why: 'A case comes with all of its questions. Two of one family, or enemies, never shall come in one exam; both cannot be.',
  shows: 'questions',
  bad: [
    '- id: lake-columns',
    '  case: lake',
    '  family: columns',
    '  stem: The lake of the weather service has new files each hour. Which service lists their columns?',
    '- id: lake-catalogue',
    '  case: lake',
    '  family: columns',
    '  stem: Nobody wants to write down by hand what the readings hold. What finds that out on its own here?',
  ],
  good: [
    '- id: lake-columns',
    '  case: lake',
    '  stem: The lake of the weather service has new files each hour. Which service lists their columns?',
    '- id: lake-catalogue',
    '  case: lake',
    '  stem: Nobody wants to write down by hand what the readings hold. What finds that out on its own here?',
  ],
  check(items) {
    const inCases = items.filter((item) => item.case !== undefined);
    return [...grouped(inCases, (item) => item.case?.id).values()].flatMap(relativesAmong);
  },
};

/** The later ones of those that are kept apart, each once. */
function relativesAmong(items: readonly Item[]): Finding[] {
  return items.flatMap((item, place) => {
    const relative = items.slice(0, place).find((earlier) => areKeptApart(earlier, item));
    if (!relative) return [];
    const { family } = item;
    const tie = family !== undefined && family === relative.family ? `of the family "${family}"` : 'an enemy';
    return {
      message: `it is in the case "${item.case?.id}" with ${relative.id}, which is ${tie}: they come together all the same`,
      hint: 'take one of them out of the case, or what keeps them apart',
      item,
    };
  });
}

export const caseRules = [keptApartInCase] as const;
