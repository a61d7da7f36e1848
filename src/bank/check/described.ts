// Every sort of problem that `quiz check` can find, with its explanation: errors of form, then the rules.
import { fieldForms } from './field-forms.ts';
import { rules } from './index.ts';
import { notesForms } from './notes-forms.ts';
import type { Described, Rule } from './rule.ts';
import { textForms } from './text-forms.ts';

export const described: readonly (Described | Rule)[] = [...textForms, ...fieldForms, ...notesForms, ...rules];
