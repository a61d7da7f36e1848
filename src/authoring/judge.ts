// Questions that are not written yet, judged as `quiz check` will judge them.
import { checkItems } from '../bank/check/check-items.ts';
import { compile, type Surroundings } from '../bank/compile.ts';
import { NO_ID } from '../bank/question-shapes.ts';
import { readYaml } from '../bank/yaml/read.ts';
import type { Item } from '../core/items/item.ts';
import { flaw, inReadingOrder, type Problem } from '../core/problem.ts';
import type { Node } from '../core/shapes/node.ts';

export interface Judged {
  readonly items: readonly Item[];
  /** Of form and of content; those of content only where the form is right. */
  readonly problems: readonly Problem[];
}

/** The bank that questions are judged against, with those that it has already. */
export interface Against {
  readonly around: Surroundings;
  readonly items: readonly Item[];
  /** Ids of all of them, broken ones too, in lower case. */
  readonly taken: ReadonlySet<string>;
}

/** What is wrong with the questions of a file's text. */
export function judge(file: string, text: string, against: Against): Judged {
  const read = readYaml(file, text);
  if ('node' in read) return judgeNode(read.node, against);
  const { rest, problems } = read;
  return rest ? judgeNode(rest, against, problems) : { items: [], problems };
}

/** What is wrong with the questions of a file that is read already; `flaws` are the problems of one that could not be read whole. */
export function judgeNode(
  node: Node,
  { around, items: others, taken }: Against,
  flaws: readonly Problem[] = [],
): Judged {
  const { items, problems } = compile(node, around, flaws);
  const own = new Set(items.map(({ id }) => id));
  const found = checkItems([...others, ...items], around.notes).problems;
  const ofOwn = found.filter(({ item }) => item !== undefined && own.has(item));
  const twins = items.filter(({ id }) => taken.has(id.toLowerCase())).map(idTaken);
  return { items, problems: [...inReadingOrder([...problems, ...ofOwn]), ...twins].map(asUnwritten) };
}

/** `quiz check --fix` mends the files of a bank, and these questions are in none yet: their author mends them. */
function asUnwritten({ fixable: _, ...problem }: Problem): Problem {
  return problem.hint === NO_ID ? { ...problem, hint: 'add id: …, or a stem, of which one is made' } : problem;
}

function idTaken({ id, at }: Item): Problem {
  return { ...flaw('duplicate-id', at, `the id "${id}" is taken`, 'give each question an id of its own'), item: id };
}
