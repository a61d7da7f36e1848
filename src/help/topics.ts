// Help on things that are no commands: pages by name, and a page for each code of `quiz check`.
import type { Keymap } from '../core/keymap.ts';
import type { Block } from '../core/text/styled.ts';

interface HelpTopic {
  readonly name: string;
  readonly summary: string;
  /** `keys`: those of the learner who asks. */
  page(keys: Keymap): Promise<Block[]>;
}

export const topics: readonly HelpTopic[] = [
  { name: 'keys', summary: 'what each key does', page: async (keys) => (await import('./keys.ts')).keysPage(keys) },
  {
    name: 'codes',
    summary: 'all that quiz check can find',
    page: async () => (await import('./codes.ts')).codesPage(),
  },
  {
    name: 'exit-codes',
    summary: 'what the exit codes mean',
    page: async () => (await import('./exit-codes.ts')).exitCodesPage(),
  },
  {
    name: 'environment',
    summary: 'the variables that are read',
    page: async () => (await import('./environment.ts')).environmentPage(),
  },
  {
    name: 'formats',
    summary: 'what can be imported and exported',
    page: async () => (await import('./formats.ts')).formatsPage(),
  },
  {
    name: 'limits',
    summary: 'how much of anything is taken in',
    page: async () => (await import('./limits.ts')).limitsPage(),
  },
];
