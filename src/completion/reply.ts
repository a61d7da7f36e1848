// What a shell is told: one word a line with its meaning after a tab, and last what else it may do: ":nothing", ":files", ":folders",
// and " ordered" where the order means something.
import { beginning } from '../core/text/beginning.ts';
import { safe } from '../core/text/safe.ts';

export type Otherwise = 'nothing' | 'files' | 'folders';

export interface Candidate {
  readonly word: string;
  readonly meaning?: string;
}

export interface Reply {
  readonly candidates: readonly Candidate[];
  /** What the shell offers where no candidate fits. */
  readonly otherwise: Otherwise;
  /** Whether the order means something; else the shell sorts. */
  readonly isOrdered?: boolean;
}

/**
 * A word that means itself in every shell. Bash inserts candidates as they are, and Enter would run a topic such as `$(rm -rf ~)`:
 * what a bank says is offered only where a shell has nothing to do with it.
 */
const PLAIN = /^-{0,2}[\p{L}\p{N}][\p{L}\p{N}._/@+-]*$/u;

/** Most words, told without the tables of Unicode: loading them takes as long as the rest of a reply. */
const PLAIN_ASCII = /^-{0,2}[a-z0-9][a-z0-9._/@+-]*$/i;

/** A title of the length of an exam's is told from the next one by its end. */
const LONGEST_MEANING = 80;

/** The lines for the candidates that begin as the word does. */
export function replyText({ candidates, otherwise, isOrdered }: Reply, word: string): string {
  const begun = word.replace(/^--[^=]+=/, '');
  const fitting = candidates.filter(({ word }) => word.startsWith(begun) && isPlain(word));
  const lines = fitting.map(({ word, meaning = '' }) => (meaning === '' ? word : `${word}\t${inOneLine(meaning)}`));
  return [...lines, `:${otherwise}${isOrdered ? ' ordered' : ''}`, ''].join('\n');
}

function isPlain(word: string): boolean {
  return PLAIN_ASCII.test(word) || PLAIN.test(word);
}

function inOneLine(text: string): string {
  return beginning(safe(text.replace(/\s+/g, ' ').trim()), LONGEST_MEANING);
}
