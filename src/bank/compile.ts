// A question file's nodes to items and problems.
import type { Case, Item, Topic } from '../core/items/item.ts';
import { kindNamed } from '../core/items/kinds/index.ts';
import { revisionOf } from '../core/items/revision.ts';
import { limits } from '../core/limits.ts';
import { flaw, isBefore, type Problem } from '../core/problem.ts';
import { child, itemsOf, type Node, placeOf } from '../core/shapes/node.ts';
import { type Intake, report } from '../core/shapes/shape.ts';
import { doubtfulTexts } from './doubtful-texts.ts';
import type { Known, Spent } from './earlier.ts';
import { checkKnown } from './manifest.ts';
import type { Notes } from './notes/notes.ts';
import { type CommonFields, fileShape, itemType, questionShapes, untypedShape } from './question-shapes.ts';
import { newEfforts } from './quotes/anchor.ts';
import { proved, type SearchedNotes } from './quotes/proof.ts';
import { unusedInFile } from './unused-cases.ts';
import type { ChunkedFile } from './yaml/chunked-file.ts';
import { enough } from './yaml/enough.ts';

/** What a question file is read against. */
export interface Surroundings {
  readonly notes: readonly Notes[];
  /** The bank's topics; empty: any topic will do. */
  readonly topics: readonly Topic[];
  readonly cases: ReadonlyMap<string, string>;
}

/** What a question file comes to. */
export interface Compiled {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
  /** Of a file that was read in chunks. */
  readonly spent?: Spent;
}

/**
 * Reads the questions of one file. A question with an error is left out and the others stay. `flaws` are the problems of a
 * document that could not be read whole: a question that has one is left out too, and what else is wrong with it is told.
 */
export function compile(node: Node, around: Surroundings, flaws: readonly Problem[] = []): Compiled {
  const intake: Intake = { problems: [] };
  const { questions, cases = [] } = fileShape.parts(node, intake);
  const nodes = questions ? questionNodes(questions, intake) : [];
  const { within, beside } = attributed(flaws, node, nodes);
  const known = knownTo(around, cases);
  const ofFile = [...beside, ...intake.problems.filter((problem) => !followsFrom(problem, beside))];
  const read = nodes.map((question, index) => readItem(question, known, within[index] ?? []));
  return compiledOf(node, ofFile, read);
}

/**
 * The same of a file that is read in chunks, each of them let go when it is done. Throws `enough` where one has a mistake, and where a file
 * with questions that are known seems to take too much: it may have lost what took most of it.
 */
export function compileChunks(file: ChunkedFile, around: Surroundings, before?: Known): Compiled {
  const intake: Intake = { problems: [] };
  const beside = file.around([]);
  const known = knownTo(around, fileShape.parts(beside, intake).cases ?? []);
  const { quotes, likeness } = known.efforts;
  const most = { quotes: quotes.left, likeness: likeness.left };
  quotes.left -= before?.spent.quotes ?? 0;
  likeness.left -= before?.spent.likeness ?? 0;
  const read = Array.from(file.questions(before?.compiled), (question) =>
    'rev' in question ? { item: question, problems: [] } : readItem(question, known, []),
  );
  if (before && Math.min(quotes.left, likeness.left) < 0) throw enough;
  const spent = { weight: file.weight(), quotes: most.quotes - quotes.left, likeness: most.likeness - likeness.left };
  return { ...compiledOf(beside, intake.problems, read), spent };
}

function knownTo(around: Surroundings, cases: readonly (readonly [string, string])[]): Surroundings & SearchedNotes {
  return { ...around, cases: new Map([...around.cases, ...cases]), efforts: newEfforts() };
}

function compiledOf(file: Node, ofFile: readonly Problem[], questions: readonly ReadItem[]): Compiled {
  const items = questions.flatMap(({ item }) => item ?? []);
  const problems = [...ofFile, ...questions.flatMap((question) => question.problems)];
  return { items, problems: [...problems, ...unusedInFile(file, { items, problems })] };
}

function questionNodes(questions: Node, intake: Intake): readonly Node[] {
  const tooMany = `there are more than ${limits.questionsInFile} questions here`;
  if (questions.kind !== 'list')
    report(intake, 'wrong-kind', questions.at, 'questions is not a list', 'start each question with "- id: …"');
  else if (questions.items.length > limits.questionsInFile)
    report(intake, 'too-large', questions.at, tooMany, 'spread them over several files');
  else return questions.items;
  return [];
}

/** The flaws of each question, which reach to the next one or to the field after the list, and those of the rest of the file. */
function attributed(flaws: readonly Problem[], file: Node, questions: readonly Node[]) {
  const last = questions.at(-1)?.at;
  const next = file.kind === 'map' && last && file.entries.find(({ key }) => isBefore(last, key.at))?.key.at;
  const within = questions.map((): Problem[] => []);
  const beside: Problem[] = [];
  for (const flaw of flaws) {
    const isOutside = flaw.code === 'yaml-syntax' || (next && !isBefore(flaw.at, next));
    const index = isOutside ? -1 : questions.findLastIndex(({ at }) => !isBefore(flaw.at, at));
    (within[index] ?? beside).push(flaw);
  }
  return { within, beside };
}

type ReadItem = ReturnType<typeof readItem>;

/** The question, where nothing is wrong with it, and all that is. */
function readItem(node: Node, around: Surroundings & SearchedNotes, flaws: readonly Problem[]) {
  const idNode = child(node, 'id');
  const named = idNode?.kind === 'text' && idNode.value !== '' && { item: idNode.value };
  const intake: Intake = { problems: [], ...named };
  const item = build(node, around, intake);
  const own = flaws.map((flaw) => ({ ...flaw, ...named }));
  const doubtful = [...doubtfulTexts(node), ...repeatedTopics(node)].map((problem) => ({ ...problem, ...named }));
  const problems = [...own, ...intake.problems.filter((problem) => !followsFrom(problem, own)), ...doubtful];
  return { item: flaws.length === 0 ? item : undefined, problems };
}

/** A topic counts once, however often it stands there; but another one may have been meant. */
function repeatedTopics(question: Node): Problem[] {
  const names = itemsOf(child(question, 'topics')).filter((item) => item.kind === 'text');
  const seen = new Set<string>();
  const repeated = names.filter(({ value }) => seen.has(value) || !seen.add(value));
  const hint = 'take it out, or write the topic that was meant';
  return repeated.map(({ value, at }) =>
    flaw('repeated-topic', at, `the topic "${value}" stands here twice`, hint, 'warning'),
  );
}

/** What could not be read is empty, and what is no key is missing: that needs no telling again. */
function followsFrom({ code, at }: Problem, flaws: readonly Problem[]): boolean {
  const isSame = flaws.some((flaw) => flaw.at.line === at.line && flaw.at.column === at.column);
  return isSame || (code === 'missing-field' && flaws.some((flaw) => flaw.code === 'bad-key'));
}

function build(node: Node, around: Surroundings & SearchedNotes, intake: Intake): Item | undefined {
  const typeNode = child(node, 'type');
  const type = typeNode ? itemType.read(typeNode, intake) : 'single';
  const kind = type && kindNamed(type);
  const fields = (type ? questionShapes[type] : untypedShape()).parts(node, intake);
  const parts = fields as Partial<CommonFields>; // the kind's fields come on top of these
  const hasBody = kind && Object.keys(kind.fields).every((name) => name in fields);
  const body = hasBody ? kind.body(fields, node, intake) : undefined;
  for (const topic of parts.topics ?? [])
    checkKnown(topic, around.topics, placeOf(node, 'topics'), intake, around.efforts.likeness);
  const shared = parts.case === undefined ? undefined : caseNamed(parts.case, node, around, intake);
  const isSound = body !== undefined && intake.problems.length === 0;
  const quotes = proved(parts.quotes ?? [], node, around, intake);
  if (!isSound) return undefined;
  const common = parts as CommonFields; // without a problem none is missing
  const { id, topics, level, scenario, stem, why, dated, family, enemies, waive } = common;
  return {
    id,
    rev: revisionOf(stem, body),
    topics: [...new Set(topics)] as [Topic, ...Topic[]], // the shape asks for one at least
    ...(level && { level }),
    ...(scenario && { scenario }),
    stem,
    quotes,
    ...(why && { why }),
    ...(dated && { dated: { asOf: dated.asOf, says: dated.says, ...(dated.source && { source: dated.source }) } }),
    ...(family && { family }),
    ...(enemies && { enemies }),
    ...(shared && { case: shared }),
    ...(waive && { waive: Object.fromEntries(waive) }),
    at: node.at,
    body,
  };
}

function caseNamed(id: string, node: Node, { cases }: Surroundings, intake: Intake): Case | undefined {
  const shared = cases.get(id);
  if (shared !== undefined) return { id, text: shared };
  const hint = 'add its text under cases: in this file or in bank.yaml';
  return report(intake, 'unknown-case', placeOf(node, 'case'), `there is no case "${id}"`, hint);
}
