// What an export of ours tells of the bank itself: no question carries it.
import { plainMock } from '../../bank/defaults.ts';
import { isRecord } from '../../core/shapes/checks.ts';
import { parseObject } from '../../core/text/parse-object.ts';
import type { BankTold } from '../format.ts';
import { scalar } from './fields.ts';

/** Our own export begins so; the documents of others are not looked at for a bank. */
const OWN = /^\s*\{\s*"schema"\s*:\s*1\s*,\s*"bank"\s*:/;
/** The list that it ends with. In a text its quotation marks would have a backslash before them. */
const QUESTIONS = /"questions"\s*:\s*\[/;

/** The exams and the titles of topics that the author of the bank wrote; undefined where the text is no export of ours. */
export function bankIn(text: string): BankTold | undefined {
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
