// bank.yaml: what the bank is, where its notes are, its topics and its exams.
import { type Effort, spend } from '../core/effort.ts';
import { grouped } from '../core/grouped.ts';
import { type Case, lineage, type Topic } from '../core/items/item.ts';
import { limits } from '../core/limits.ts';
import { onceOfEach } from '../core/once.ts';
import { type Blueprint, isMark, type Part } from '../core/papers/blueprint.ts';
import type { Position, Problem } from '../core/problem.ts';
import { list, record, table } from '../core/shapes/composed-shapes.ts';
import { child, itemsOf, keysOf, type Node, placeOf, type TextNode } from '../core/shapes/node.ts';
import { type Intake, optional, type RecordOf, report, required } from '../core/shapes/shape.ts';
import { date, identifier, number, oneOf, text, whereabouts, whole } from '../core/shapes/value-shapes.ts';
import { nearest } from '../core/text/nearest.ts';
import { treeOf } from './topic-tree.ts';

/** What bank.yaml says, with what is usual where it says nothing. It survives JSON, since it is kept for the next start. */
export interface Manifest {
  readonly id: string;
  readonly title: string;
  /** Notes files, relative to the bank. */
  readonly notes: readonly string[];
  /** Every topic with its title, each behind its parent. Undefined: the questions' own topics stand. */
  readonly topics?: readonly (readonly [topic: Topic, title: string])[];
  readonly exams: readonly Blueprint[];
  readonly cases: readonly PlacedCase[];
  /** What the notes say and no question shall ask. */
  readonly uncovered: readonly Omission[];
}

/** A case text, and where its id stands. */
interface PlacedCase extends Case {
  readonly at: Position;
}

/** A statement of the notes that is left out on purpose, with the reason. */
export interface Omission {
  readonly section: string;
  readonly text: string;
  readonly reason: string;
  readonly at: Position;
}

const domain = record({
  title: required(text({ most: 200 }), 'Its name in the exam guide.'),
  weight: required(number(), 'Its share of the exam, in any unit.'),
  topics: optional(
    list(text({ most: 200 }), { loose: true }),
    'The topics of this bank that cover it; none: a gap that is named.',
  ),
});

const examFields = {
  id: required(identifier(), 'Its name on the command line: quiz exam ID.'),
  title: required(text({ most: 200 }), 'Its name on the screen.'),
  questions: required(whole(1, 500), 'How many questions are on the paper.'),
  minutes: required(whole(1, 1440), 'The time limit.'),
  pass: required(number(), 'The pass mark, in percent right.'),
  unscored: optional(whole(0, 499), 'How many of the questions do not count.'),
  weights: optional(table(number()), 'The share of each topic, in any unit.'),
  domains: optional(list(domain, { least: 1 }), 'Instead of weights: the parts of a real exam.'),
  status: optional(oneOf('current', 'beta', 'retired'), 'Whether the real exam is still given.'),
  asOf: optional(date(), 'When that was looked up.'),
  source: optional(whereabouts(), 'Where it was looked up.'),
  remark: optional(text({ most: 500 }), 'What a candidate should know about this profile.'),
};
const examShape = record(examFields);
type ExamFields = RecordOf<typeof examFields>;

const omission = record({
  section: required(text({ most: 500 }), 'The heading it stands under.'),
  text: required(text({ most: 2000 }), 'The words of the notes.'),
  reason: required(text({ most: 500 }), 'Why no question shall ask it.'),
});

export const manifestShape = record({
  id: optional(identifier(), 'The name of the bank in your records: leave it as it is once you practise.'),
  title: optional(text({ most: 200 }), 'The name of the bank on the screen.'),
  notes: optional(list(text({ most: 500 }), { loose: true }), 'Your notes, one file or several, inside this folder.'),
  topics: optional(table(text({ most: 200 })), 'id: title; "/" in the id makes a child of its parent.'),
  exams: optional(list(examShape), 'Exam profiles; the first is the default of quiz exam.'),
  cases: optional(table(text({ most: 20_000 })), 'Texts that several questions share, by id.'),
  uncovered: optional(list(omission), 'Passages of the notes that no question shall ask.'),
});

/**
 * Reads the manifest; what it leaves out comes from the defaults. Undefined where it has errors: those of form and those of what refers to
 * what are told together.
 */
export function readManifest(node: Node, defaults: Manifest): { manifest?: Manifest; problems: readonly Problem[] } {
  const intake: Intake = { problems: [] };
  const fields = manifestShape.parts(node, intake);
  const named = keysOf(child(node, 'topics')).map(({ value }) => value); // a topic whose title is wrong is there all the same
  checkTopicNames(named, placeOf(node, 'topics'), intake);
  const known = [...new Set(named.flatMap(lineage))];
  const written = itemsOf(child(node, 'exams'));
  for (const exam of written) checkExam(exam, known, intake);
  checkExamIds(written, intake);
  if (intake.problems.length > 0) return { problems: intake.problems };
  const topics = fields.topics && [...treeOf(new Map(fields.topics))];
  const titles = new Map(topics);
  const exams = (fields.exams ?? []).map((exam) => blueprint(exam, titles));
  const caseNames = keysOf(child(node, 'cases'));
  const cases = (fields.cases ?? []).map(([id, text], index) => ({ id, text, at: (caseNames[index] ?? node).at }));
  const omitted = itemsOf(child(node, 'uncovered'));
  const uncovered = (fields.uncovered ?? []).map((entry, index) => ({ ...entry, at: (omitted[index] ?? node).at }));
  const { id = defaults.id, title = fields.id ?? defaults.title, notes = defaults.notes } = fields;
  const manifest = { id, title, notes, ...(topics && { topics }), exams, cases, uncovered };
  return { manifest, problems: [] };
}

/** Letters of any script: notes are in the language of whoever learns. */
const TOPIC = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*(\/[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*){0,7}$/u;

function checkTopicNames(topics: readonly Topic[], at: Position, intake: Intake): void {
  const hint = 'write words of letters and digits, with "/" between parent and child';
  for (const topic of topics.filter((name) => !TOPIC.test(name)))
    report(intake, 'wrong-form', at, `"${topic}" cannot name a topic`, hint);
}

function blueprint(
  { weights, domains, status = 'current', unscored = 0, ...rest }: ExamFields,
  titles: ReadonlyMap<Topic, string>,
): Blueprint {
  const parts: Part[] =
    domains?.map(({ title, weight, topics = [] }) => ({ title, weight, topics })) ??
    (weights ?? []).map(([topic, weight]) => ({ title: titles.get(topic) ?? topic, weight, topics: [topic] }));
  return { ...rest, unscored, status, parts };
}

/** What the fields of an exam say together, and of the topics, as far as each of them could be read. */
function checkExam(exam: Node, topics: readonly Topic[], intake: Intake): void {
  const { weights, domains, pass, questions, unscored = 0 } = examShape.parts(exam, { problems: [] }); // the form of each is told already
  const effort = { left: limits.likenessSteps };
  for (const { value, at } of topicsIn(exam)) checkKnown(value.trim(), topics, at, intake, effort);
  const shares = domains?.map(({ weight }) => weight) ?? weights?.map(([, weight]) => weight) ?? [];
  const inParts = domains ? 'domains' : 'weights';
  const refuse = (field: string, message: string, hint: string) =>
    report(intake, 'wrong-number', placeOf(exam, field), message, hint);
  if (shares.some((weight) => weight < 0)) refuse(inParts, 'a weight is below zero', 'write weights from 0 up');
  if (shares.length > 0 && shares.every((weight) => weight === 0))
    refuse(inParts, 'no part has a weight', 'give one part at least a weight above 0');
  if (pass !== undefined && !isMark(pass))
    refuse('pass', 'the pass mark is no percent', 'write 0, or 1 to 100: 72 is 72 %');
  if (questions !== undefined && unscored >= questions)
    refuse('unscored', 'no question would count', 'make unscored less than questions');
}

/** Where an exam names topics: in its domains, else in its weights. */
function topicsIn(exam: Node): readonly TextNode[] {
  const domains = child(exam, 'domains');
  if (!domains) return keysOf(child(exam, 'weights'));
  const lists = itemsOf(domains).flatMap((domain) => child(domain, 'topics') ?? []);
  return lists.flatMap((list) => (list.kind === 'list' ? list.items : [list])).filter((node) => node.kind === 'text');
}

/** An exam is asked for by its id, in capitals or not: of two with one id the second could never be sat. */
function checkExamIds(exams: readonly Node[], intake: Intake): void {
  const ids = exams.flatMap((exam) => child(exam, 'id') ?? []).filter((id) => id.kind === 'text');
  for (const [{ at: first }, ...twins] of grouped(ids, ({ value }) => value.toLowerCase()).values())
    for (const { at, value } of twins) {
      const message = `the id "${value}" is taken by the exam at ${first.file}:${first.line}`;
      report(intake, 'duplicate-id', at, message, 'give each exam an id of its own');
    }
}

const setOf = onceOfEach((topics: readonly Topic[]): ReadonlySet<Topic> => new Set(topics));

/** Reports a topic that is not in the manifest, with the one that may be meant. */
export function checkKnown(topic: Topic, known: readonly Topic[], at: Position, intake: Intake, effort: Effort): void {
  if (known.length === 0 || setOf(known).has(topic)) return;
  const meant = spend(effort, topic.length ** 2 * known.length) ? meantBy(topic, known) : undefined;
  const hint = meant ? `did you mean ${meant}?` : 'add it under topics: in bank.yaml, or use one that is there';
  report(intake, 'unknown-topic', at, `"${topic}" is not a topic of this bank`, hint);
}

/** The topic that is written almost so, else the only one that goes on where this ends, else the only one whose last part it is. */
function meantBy(topic: Topic, known: readonly Topic[]): Topic | undefined {
  const longer = known.filter((one) => one.startsWith(`${topic}-`));
  const last = nearest(topic, known.map(lastPart));
  const below = known.filter((one) => lastPart(one) === last);
  return nearest(topic, known) ?? [longer, below].find(({ length }) => length === 1)?.[0];
}

/** "tiers" of "s3/tiers". */
function lastPart(topic: Topic): string {
  return topic.slice(topic.lastIndexOf('/') + 1);
}
