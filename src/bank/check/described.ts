// Every sort of problem that `quiz check` can find, with its explanation: errors of form, then the rules.
import { fieldForms } from './forms/field-forms.ts';
import { notesForms } from './forms/notes-forms.ts';
import { textForms } from './forms/text-forms.ts';
import type { Described, Rule } from './rule.ts';
import { rules } from './rules/index.ts';

export const described: readonly (Described | Rule)[] = [...textForms, ...fieldForms, ...notesForms, ...rules];
