// The registry of rules. A new rule is a value in the file of its family; a new family is a line here.

import type { Rule } from '../rule.ts';
import { absoluteRules } from './absolutes.ts';
import { amountRules } from './amounts.ts';
import { balanceRules } from './balance.ts';
import { caseRules } from './cases.ts';
import { cueingBetweenRules } from './cueing-between.ts';
import { cueingWithinRules } from './cueing-within.ts';
import { duplicateRules } from './duplicates.ts';
import { enemyRules } from './enemies.ts';
import { explanationRules } from './explanations.ts';
import { gapRules } from './gaps.ts';
import { keyRules } from './keys.ts';
import { lengthRules } from './length.ts';
import { markRules } from './marks.ts';
import { nameRules } from './names.ts';
import { negationRules } from './negations.ts';
import { numberRules } from './numbers.ts';
import { optionRules } from './options.ts';
import { solverRules } from './solvers.ts';
import { stemRules } from './stems.ts';
import { supportRules } from './support.ts';
import { waiverRules } from './waivers.ts';

const ofContent: readonly Rule[] = [
  ...keyRules,
  ...supportRules,
  ...explanationRules,
  ...markRules,
  ...cueingWithinRules,
  ...lengthRules,
  ...absoluteRules,
  ...negationRules,
  ...amountRules,
  ...optionRules,
  ...stemRules,
  ...gapRules,
  ...numberRules,
  ...duplicateRules,
  ...caseRules,
  ...enemyRules,
  ...cueingBetweenRules,
  ...solverRules,
  ...nameRules,
  ...balanceRules,
];

export const rules: readonly Rule[] = [...ofContent, ...waiverRules(ofContent)];
