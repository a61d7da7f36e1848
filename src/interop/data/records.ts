// Where the questions of a JSON or YAML document stand: in lists, in lists of lists, by name ("q1", "q2"), or side by side.
import { type Effort, spend } from '../../core/effort.ts';
import { limits } from '../../core/limits.ts';
import { isRecord } from '../../core/shapes/checks.ts';
import { asksByNames, type Data, plainName } from './fields.ts';

/** A value of a document with the name it stands under; what is in it is looked up when it is needed. */
export interface Branch {
  readonly kind: 'list' | 'map' | 'leaf';
  readonly name: string;
  members(): Iterable<Branch>;
}

/** Where lists of questions stand; they are read whatever they hold. */
const LISTS = /^(questions|items|results|quiz|quizzes|data|cards|entries)$/i;
/** What stands beside questions that have names, and is none. */
const BESIDE = /^(meta|metadata|info|bank|settings|config|author|licen[cs]e|cases)$/i;
const DEEPEST = 8;
/** Lists and maps of questions that are looked into: a file may be full of empty ones. */
export const MOST_GROUPS = 20_000;

/** Every value that is meant as a question, right or wrong. Lists without any question in them are none of ours. */
export function* recordsIn<T extends Branch>(top: T): Iterable<T> {
  const effort = { left: MOST_GROUPS };
  yield* recordsOf(top, 0, effort) as Iterable<T>; // the branches of a tree are of its kind
}

function* recordsOf(branch: Branch, depth: number, effort: Effort): Iterable<Branch> {
  if (depth > DEEPEST || branch.kind === 'leaf' || !spend(effort, 1)) return;
  if (branch.kind === 'list') {
    for (const entry of branch.members()) {
      if (effort.left < 0) return;
      yield* entryRecords(entry, depth + 1, effort);
    }
    return;
  }
  if (asks(branch) || asksSideBySide(branch)) {
    yield branch;
    return;
  }
  const areNamed = holdsNamed(branch);
  for (const member of branch.members()) {
    if (member.kind === 'leaf' || BESIDE.test(member.name)) continue;
    if (member.kind === 'list') {
      if (LISTS.test(member.name) || holdsQuestions(member)) yield* recordsOf(member, depth + 1, effort);
    } else if (areNamed) yield* entryRecords(member, depth + 1, effort);
    else yield* recordsOf(member, depth + 1, effort);
  }
}

/** Whether questions stand in a map by name. */
function holdsNamed(map: Branch): boolean {
  for (const member of map.members())
    if (member.kind === 'map' && !BESIDE.test(member.name) && asks(member)) return true;
  return false;
}

/** An entry among questions is one, unless it is a list of them. */
function* entryRecords(entry: Branch, depth: number, effort: Effort): Iterable<Branch> {
  const isGroup =
    entry.kind === 'list' ? holdsQuestions(entry) : !asks(entry) && !asksSideBySide(entry) && hasList(entry);
  if (isGroup) yield* recordsOf(entry, depth, effort);
  else yield entry;
}

/** Whether a list has a question in it, or a list of them. */
export function holdsQuestions(list: Branch): boolean {
  if (list.kind !== 'list') return false;
  for (const entry of list.members()) if (entry.kind === 'map' && (asks(entry) || hasList(entry))) return true;
  return false;
}

function hasList(map: Branch): boolean {
  for (const { kind, name } of map.members()) if (kind !== 'leaf' && LISTS.test(name)) return true;
  return false;
}

/** Whether the texts of questions and their options are lists side by side, below a passage perhaps (see questionsIn). */
function asksSideBySide(map: Branch): boolean {
  const members = [...map.members()].slice(0, limits.importFields);
  const listOf = (form: RegExp, kind: Branch['kind']) => {
    const list = members.find((member) => member.kind === 'list' && form.test(member.name));
    const [first] = list?.members() ?? [];
    return first?.kind === kind;
  };
  return listOf(/^questions$/i, 'leaf') && listOf(/^options$/i, 'list');
}

function asks(map: Branch): boolean {
  if (map.kind !== 'map') return false;
  const names: string[] = [];
  let hasLists = false;
  for (const { kind, name } of map.members()) {
    names.push(name);
    if (names.length > limits.importFields) return false; // a question has fewer fields
    hasLists ||= kind !== 'leaf' && LISTS.test(name);
  }
  return asksByNames(names, hasLists);
}

/** The questions of an entry: one, or of lists side by side one for each place. Lists of different lengths stay together, and are refused. */
export function questionsIn(entry: unknown): unknown[] {
  if (!isRecord(entry)) return [entry];
  const lists = Object.entries(entry).filter(([name]) => SINGULAR.has(plainName(name)));
  const [texts] = lists.flatMap(([name, list]) => (plainName(name) === 'questions' ? [list] : []));
  const areTexts = Array.isArray(texts) && texts.every((text) => typeof text === 'string');
  if (!areTexts || !lists.every(([, list]) => Array.isArray(list) && list.length === texts.length)) return [entry];
  const around = Object.entries(entry).filter(([name]) => !SINGULAR.has(plainName(name)));
  return texts.map((_, index): Data => {
    const own = lists.map(([name, list]) => [SINGULAR.get(plainName(name)), (list as unknown[])[index]]);
    return Object.fromEntries([...around, ...own]);
  });
}

const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['questions', 'question'],
  ['options', 'options'],
  ['answers', 'answer'],
]);
