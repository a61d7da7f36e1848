// Enemies: an id that keeps two questions apart has to be that of a question.
import type { BankRule } from '../rule.ts';

const unknownEnemy: BankRule = {
  code: 'unknown-enemy',
  scope: 'bank',
  source: "docs/rules.md B12 (this project's own)",
  severity: 'warning',
  title: 'an enemy that is no other question',
  why: 'An id that is misspelt, of a question that went, or its own, keeps nothing apart, and whoever reads it believes it does.',
  shows: 'questions',
  bad: [
    '- id: lake-columns',
    '  enemies: [lake-catalog]',
    '  stem: The lake of the weather service has new files each hour. Which service lists their columns?',
    '- id: lake-catalogue',
    '  stem: Nobody wants to write down by hand what the readings hold. What finds that out on its own here?',
  ],
  good: [
    '- id: lake-columns',
    '  enemies: [lake-catalogue]',
    '  stem: The lake of the weather service has new files each hour. Which service lists their columns?',
    '- id: lake-catalogue',
    '  stem: Nobody wants to write down by hand what the readings hold. What finds that out on its own here?',
  ],
  check(items) {
    const ids = new Set(items.map(({ id }) => id));
    return items.flatMap((item) => {
      const { id: own, enemies = [] } = item;
      const wrong = enemies.filter((id) => id === own || !ids.has(id));
      return wrong.map((id) => ({
        message: `enemies: names "${id}", which is ${id === own ? 'itself' : 'no question of this bank'}`,
        hint: 'write the id of the question that gives this one away, or take it out',
        item,
      }));
    });
  },
};

export const enemyRules = [unknownEnemy] as const;
