// bank.yaml: what the bank is, where its notes are, its topics and its exams.
import { type Effort, spend } from '../core/effort.ts';
import type { Topic } from '../core/items/item.ts';
import { limits } from '../core/limits.ts';
import { onceOfEach } from '../core/once.ts';
import type { Blueprint, Part } from '../core/papers/blueprint.ts';
import type { Position, Problem } from '../core/problem.ts';
import { list, record, table } from '../core/shapes/composed-shapes.ts';
import { child, type Node, placeOf } from '../core/shapes/node.ts';
import { type Intake, optional, type RecordOf, report, required } from '../core/shapes/shape.ts';
import { date, identifier, number, oneOf, text, whereabouts, whole } from '../core/shapes/value-shapes.ts';
import { nearest } from '../core/text/nearest.ts';

export interface Manifest {
  readonly id: string;
  readonly title: string;
  /** Notes files, relative to the bank. */
  readonly notes: readonly string[];
  /** Titles by topic, in the author's order. Undefined: the questions' own topics stand. */
  readonly topics?: ReadonlyMap<Topic, string>;
  readonly exams: readonly Blueprint[];
  /** Case texts by id. */
  readonly cases: ReadonlyMap<string, string>;
  /** What the notes say and no question shall ask. */
  readonly uncovered: readonly Omission[];
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
  exams: optional(list(record(examFields)), 'Exam profiles; the first is the default of quiz exam.'),
  cases: optional(table(text({ most: 20_000 })), 'Texts that several questions share, by id.'),
  uncovered: optional(list(omission), 'Passages of the notes that no question shall ask.'),
});

/** Reads the manifest; what it leaves out comes from the defaults. Undefined where it has errors. */
export function readManifest(node: Node, defaults: Manifest): { manifest?: Manifest; problems: readonly Problem[] } {
  const intake: Intake = { problems: [] };
  const fields = manifestShape.read(node, intake);
  if (!fields) return { problems: intake.problems };
  const topics = fields.topics && new Map(fields.topics);
  if (topics) checkTopicNames([...topics.keys()], placeOf(node, 'topics'), intake);
  const exams = (fields.exams ?? []).map((exam, index) =>
    blueprint(exam, topics ?? new Map(), entryOf(node, 'exams', index), intake),
  );
  checkExamIds(exams, child(node, 'exams'), intake);
  const uncovered = (fields.uncovered ?? []).map((entry, index) => ({
    ...entry,
    at: entryOf(node, 'uncovered', index).at,
  }));
  const { id = defaults.id, title = fields.id ?? defaults.title, notes = defaults.notes } = fields;
  const manifest = { id, title, notes, ...(topics && { topics }), exams, cases: new Map(fields.cases), uncovered };
  return intake.problems.length === 0 ? { manifest, problems: [] } : { problems: intake.problems };
}

/** One entry of a list, else the whole. */
function entryOf(node: Node, key: string, index: number): Node {
  const entries = child(node, key);
  return (entries?.kind === 'list' && entries.items[index]) || node;
}

/** Letters of any script: notes are in the language of whoever learns. */
const TOPIC = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*(\/[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*){0,7}$/u;

function checkTopicNames(topics: readonly Topic[], at: Position, intake: Intake): void {
  for (const topic of topics.filter((name) => !TOPIC.test(name))) {
    report(
      intake,
      'wrong-form',
      at,
      `"${topic}" cannot name a topic`,
      'write words of letters and digits, with "/" between parent and child',
    );
  }
}

function blueprint(fields: ExamFields, topics: ReadonlyMap<Topic, string>, exam: Node, intake: Intake): Blueprint {
  const { weights, domains, status = 'current', unscored = 0, ...rest } = fields;
  const parts: Part[] =
    domains?.map(({ title, weight, topics = [] }) => ({ title, weight, topics })) ??
    (weights ?? []).map(([topic, weight]) => ({ title: topics.get(topic) ?? topic, weight, topics: [topic] }));
  const known = [...topics.keys()];
  const effort = { left: limits.likenessSteps };
  for (const topic of parts.flatMap((part) => part.topics))
    checkKnown(topic, known, topicAt(exam, topic), intake, effort);
  const inParts = placeOf(exam, domains ? 'domains' : 'weights');
  if (parts.some(({ weight }) => weight < 0))
    report(intake, 'wrong-number', inParts, 'a weight is below zero', 'write weights from 0 up');
  if (parts.length > 0 && parts.every(({ weight }) => weight === 0))
    report(intake, 'wrong-number', inParts, 'no part has a weight', 'give one part at least a weight above 0');
  if (fields.pass < 0 || fields.pass > 100)
    report(intake, 'wrong-number', placeOf(exam, 'pass'), 'the pass mark is no percent', 'write 0 to 100');
  if (unscored >= fields.questions)
    report(
      intake,
      'wrong-number',
      placeOf(exam, 'unscored'),
      'no question would count',
      'make unscored less than questions',
    );
  return { ...rest, unscored, status, parts };
}

/** Where an exam names a topic. */
function topicAt(exam: Node, topic: Topic): Position {
  const [weights, domains] = [child(exam, 'weights'), child(exam, 'domains')];
  const keys = weights?.kind === 'map' ? weights.entries.map(({ key }) => key) : [];
  const lists = domains?.kind === 'list' ? domains.items.map((part) => child(part, 'topics')) : [];
  const named = lists.flatMap((list) => (list?.kind === 'list' ? list.items : (list ?? [])));
  return [...keys, ...named].find((node) => node.kind === 'text' && node.value.trim() === topic)?.at ?? exam.at;
}

/** An exam is asked for by its id, in capitals or not: of two with one id the second could never be sat. */
function checkExamIds(exams: readonly Blueprint[], list: Node | undefined, intake: Intake): void {
  const firsts = new Map<string, Position>();
  for (const [index, { id }] of exams.entries()) {
    const entry = list?.kind === 'list' ? list.items[index] : undefined;
    if (!entry) continue;
    const at = placeOf(entry, 'id');
    const first = firsts.get(id.toLowerCase());
    if (!first) firsts.set(id.toLowerCase(), at);
    else {
      const message = `the id "${id}" is taken by the exam at ${first.file}:${first.line}`;
      report(intake, 'duplicate-id', at, message, 'give each exam an id of its own');
    }
  }
}

const setOf = onceOfEach((topics: readonly Topic[]): ReadonlySet<Topic> => new Set(topics));

/** Reports a topic that is not in the manifest, with the one that may be meant. */
export function checkKnown(
  topic: Topic,
  known: readonly Topic[],
  at: Position,
  intake: Intake,
  effort: Effort = { left: limits.likenessSteps },
): void {
  if (known.length === 0 || setOf(known).has(topic)) return;
  const meant = spend(effort, (topic.length ** 2 * known.length) / 3) ? meantBy(topic, known) : undefined;
  const hint = meant ? `did you mean ${meant}?` : 'add it under topics: in bank.yaml, or use one that is there';
  report(intake, 'unknown-topic', at, `"${topic}" is not a topic of this bank`, hint);
}

/** The topic that is written almost so, else the only one that goes on where this ends. */
function meantBy(topic: Topic, known: readonly Topic[]): Topic | undefined {
  const longer = known.filter((one) => one.startsWith(`${topic}-`));
  return nearest(topic, known) ?? (longer.length === 1 ? longer[0] : undefined);
}
