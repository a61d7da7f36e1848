// What the last word of a command line could become. Pure: the words in, the kind of word out.
import type { Flag, Operand, Verb } from './verbs.ts';

export type Wanted =
  | { readonly kind: 'verb' }
  | { readonly kind: 'flag'; readonly verb: Verb }
  | { readonly kind: 'value'; readonly verb: Verb; readonly flag: Flag }
  | {
      readonly kind: 'operand';
      readonly verb: Verb;
      readonly operand: Operand;
      /** The words without a dash before it, the verb aside. */
      readonly given: readonly string[];
    };

/** `words` follow the program's name; the last is the one to complete and may be empty. Undefined where nothing fits. */
export function wantedIn(words: readonly string[], verbs: readonly Verb[]): Wanted | undefined {
  const [root] = verbs;
  if (!root) return undefined;
  const last = words.at(-1) ?? '';
  const { verb, given, open } = verbIn(words.slice(0, -1), root, verbs);
  if (!verb) return undefined;
  if (open) return { kind: 'value', verb, flag: open };
  const assigned = /^(--[^=]+)=/.exec(last)?.[1];
  if (assigned !== undefined) {
    const flag = flagNamed(verb, assigned);
    return flag?.takesValue ? { kind: 'value', verb, flag } : undefined;
  }
  if (last.startsWith('-')) return { kind: 'flag', verb };
  if (verb === root) return { kind: 'verb' };
  const operand = verb.operands[given.length] ?? verb.operands.findLast(({ isRepeated }) => isRepeated);
  return operand && { kind: 'operand', verb, operand, given };
}

interface Before {
  /** Undefined where the verb is not known. */
  readonly verb: Verb | undefined;
  readonly given: readonly string[];
  /** The flag that waits for its value. */
  readonly open: Flag | undefined;
}

function verbIn(before: readonly string[], root: Verb, verbs: readonly Verb[]): Before {
  let verb: Verb | undefined = root;
  let open: Flag | undefined;
  const given: string[] = [];
  for (const word of before) {
    if (open) open = undefined;
    else if (word.startsWith('-')) {
      const flag = verb && flagNamed(verb, word);
      if (flag?.takesValue) open = flag;
    } else if (verb === root) verb = verbs.find(({ name }) => name === word);
    else given.push(word);
  }
  return { verb, given, open };
}

function flagNamed({ flags }: Verb, name: string): Flag | undefined {
  return flags.find(({ names }) => names.includes(name));
}

/** The value of a flag on a command line that is being written. */
export function valueIn(words: readonly string[], name: string): string | undefined {
  const at = words.findLastIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = words[at];
  if (word === undefined) return undefined;
  return word === name ? words[at + 1] || undefined : word.slice(name.length + 1) || undefined;
}
