// JSON: the machine form of a bank as it is written, complete (docs/formats.md), and what an export of ours tells of the bank itself.
import { plainMock } from '../../bank/defaults.ts';
import type { Item } from '../../core/items/item.ts';
import { isRecord } from '../../core/shapes/checks.ts';
import { parseObject } from '../../core/text/parse-object.ts';
import type { BankContent, BankTold, Format, Written } from '../format.ts';
import { scalar } from './fields.ts';
import { readJson } from './json-read.ts';

export const json: Format = {
  name: 'json',
  carries: 'everything',
  endings: ['.json', '.jsonl', '.ndjson', '.txt'],
  recognises: (text) => /^\s*(?:\[\s*)?\{\s*"[^"\n]{1,60}"\s*:/.test(text),
  reads: readJson,
  bankIn,
  writes: writeJson,
};

/** Our own export begins so; the documents of others are not looked at for a bank. */
const OWN = /^\s*\{\s*"schema"\s*:\s*1\s*,\s*"bank"\s*:/;
/** The list that it ends with. In a text its quotation marks would have a backslash before them. */
const QUESTIONS = /"questions"\s*:\s*\[/;

/** The exams and the titles of topics that the author of the bank wrote; undefined where the text is no export of ours. */
function bankIn(text: string): BankTold | undefined {
  const end = OWN.test(text) ? QUESTIONS.exec(text)?.index : undefined;
  const head = end === undefined ? undefined : parseObject(`${text.slice(0, end)}"questions":[]}`);
  if (!head) return undefined;
  const title = isRecord(head.bank) ? scalar(head.bank.title) : '';
  return {
    exams: setsIn(head.exams).flatMap((exam) => (isPlainMock(exam, title) ? [] : scalar(exam.id))),
    titles: setsIn(head.topics).flatMap(({ id, title }) => (isOwnTitle(scalar(id), scalar(title)) ? scalar(id) : [])),
  };
}

function setsIn(value: unknown) {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The mock of a bank without exams: any bank has it. */
function isPlainMock(exam: Readonly<Record<string, unknown>>, title: string): boolean {
  return JSON.stringify(exam) === JSON.stringify(plainMock({ title }, Number(exam.questions)));
}

/** Without a title a topic has its name for one. */
function isOwnTitle(topic: string, title: string): boolean {
  return title !== topic && title !== topic.slice(topic.lastIndexOf('/') + 1);
}

function writeJson({ id, title, topics, exams, items }: BankContent): Written {
  const cases = Object.fromEntries(items.flatMap(({ case: shared }) => (shared ? [[shared.id, shared.text]] : [])));
  const document = {
    schema: 1,
    bank: { id, title },
    topics: [...topics].map(([topic, name]) => ({ id: topic, title: name })),
    exams,
    cases,
    questions: items.map(questionOf),
  };
  return { content: `${escapeControls(JSON.stringify(document, null, 2))}\n`, lossy: [], leftOut: 0 };
}

/** What is undefined is not written. */
function questionOf({ at, body, ...item }: Item) {
  const { type, answer, ...parts } = body;
  return {
    id: item.id,
    type,
    topics: item.topics,
    level: item.level ?? null,
    scenario: item.scenario || undefined,
    stem: item.stem,
    ...parts,
    answer,
    quotes: item.quotes.map(({ text, section, path, file, lines }) => ({ text, section, path, file, lines })),
    why: item.why,
    dated: item.dated,
    family: item.family,
    enemies: item.enemies,
    case: item.case?.id,
    waive: item.waive,
    file: at.file,
    line: at.line,
  };
}

/** The document stays the same and holds nothing that could drive a terminal. */
function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
