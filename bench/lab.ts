// The learning engine driven over JSON lines by somebody else's clock and learners: a translation of the lab's bank and
// messages into the modules that the program itself uses, and nothing more. Protocol: docs/learning.md, "The lab".

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Subject } from '../src/core/items/catalogue.ts';
import { catalogueOf } from '../src/core/items/catalogue.ts';
import { type Body, kindOf } from '../src/core/items/kinds/index.ts';
import type { Response } from '../src/core/items/kinds/kind.ts';
import type { Confidence } from '../src/core/sitting/events.ts';
import { parseObject } from '../src/core/text/parse-object.ts';
import { nextOn } from '../src/learning/choosing/next.ts';
import type { Aim } from '../src/learning/choosing/search.ts';
import { type Board, boardFor, levelAt, record } from '../src/learning/learner/board.ts';
import { newLearner } from '../src/learning/learner/learner.ts';
import { expectedShare, probabilityBelow } from '../src/learning/learner/mastery.ts';
import { syllabusOf } from '../src/learning/learner/syllabus.ts';
import { estimate } from '../src/learning/standing/readiness.ts';
import { ifPossible } from '../src/system/if-possible.ts';
import { whyInNumbers } from './why.ts';

interface LabItem {
  readonly id: string;
  readonly type: 'single' | 'multi' | 'ordering' | 'matching';
  readonly domain?: string;
  readonly topics?: readonly string[];
  readonly choose?: number;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly answer: readonly string[];
}

export interface LabBank {
  readonly passMark?: number;
  readonly examLength?: number;
  readonly domains?: readonly { readonly id: string; readonly weight: number }[];
  readonly items: readonly LabItem[];
}

export interface Hello {
  readonly type: 'hello';
  readonly bank: string;
  readonly now: string;
  readonly examDate?: string | null;
  readonly examLength?: number;
  readonly passMark?: number;
  readonly questionsPerDay?: number;
  readonly seed?: number | string;
}

export type Request =
  | Hello
  | { readonly type: 'next'; readonly now: string }
  | {
      readonly type: 'answer';
      readonly id: string;
      readonly chosen: readonly string[] | null;
      readonly latencyMs?: number;
      readonly confidence?: Confidence | null;
      readonly now: string;
    }
  | { readonly type: 'report'; readonly now: string }
  | { readonly type: 'bye' };

/** One learner in the lab. */
export interface Lab {
  readonly board: Board;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly hello: Hello;
  readonly pass: number;
  readonly questions: number;
  readonly titles: ReadonlyMap<string, string>;
}

export function openLab(hello: Hello, bank: LabBank): Lab {
  const domains = bank.domains ?? [];
  const subjects = bank.items.map(subjectOf);
  const numbers = new Map(domains.map(({ id }, index) => [id, index]));
  const weights =
    domains.length === 0
      ? { parts: [1], partOf: () => 0 }
      : {
          parts: domains.map(({ weight }) => weight),
          partOf: ({ domain }: Pick<Subject, 'domain'>) => numbers.get(domain ?? '') ?? -1,
        };
  const tags = new Set(bank.items.flatMap(({ topics = [] }) => topics));
  return {
    board: boardFor(syllabusOf(catalogueOf(subjects), weights), newLearner()),
    bodies: new Map(bank.items.map((item) => [item.id, bodyOf(item)])),
    hello,
    pass: hello.passMark ?? bank.passMark ?? 0.72,
    questions: hello.examLength ?? bank.examLength ?? 65,
    titles: new Map([...tags].map((tag) => [pathOf(tag), tag])),
  };
}

function subjectOf(item: LabItem): Subject {
  const { id, domain, topics = [] } = item;
  const body = bodyOf(item);
  const chance = isTold(item) ? kindOf(body).chance(body) : 1 / (2 ** item.options.length - 1);
  return { id, rev: '', topics: topics.map(pathOf), chance, ...(domain !== undefined && { domain }) };
}

/** Whether the candidate is told how many options to choose. */
function isTold({ type, choose }: LabItem): boolean {
  return type !== 'multi' || choose !== undefined;
}

function pathOf(tag: string): string {
  return tag.replaceAll('.', '/');
}

/** In the lab a matching question names the options in slot order: slot 1, slot 2 … stand on the left. */
function bodyOf({ type, options, answer }: LabItem): Body {
  switch (type) {
    case 'single':
      return { type, options, answer };
    case 'multi':
      return { type: 'multiple', options, answer };
    case 'ordering':
      return { type, options, answer };
    case 'matching': {
      const left = answer.map((_, slot) => ({ id: `${slot}`, text: `${slot}` }));
      return { type, left, right: options, answer: pairs(answer) };
    }
    default:
      return type satisfies never;
  }
}

function pairs(ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id, slot) => [`${slot}`, id]));
}

/** The one reply to a request; undefined for `bye`. */
export function reply(lab: Lab, request: Exclude<Request, Hello>): object | undefined {
  switch (request.type) {
    case 'next': {
      const aim = aimAt(lab, request.now);
      const turn = nextOn(lab.board, aim);
      if (!turn) return { type: 'error', message: 'the bank has no questions' };
      const why = whyInNumbers(lab.board, aim, turn, lab.pass, lab.titles);
      return { type: 'question', id: lab.board.syllabus.subjects.at(turn.index)?.id, why };
    }
    case 'answer':
      return { type: 'result', id: request.id, correct: take(lab, request), explained: true };
    case 'report':
      return report(lab);
    case 'bye':
      return undefined;
    default:
      return request satisfies never;
  }
}

function aimAt({ hello }: Lab, now: string): Aim {
  const { examDate, questionsPerDay, seed } = hello;
  return {
    now: Date.parse(now),
    seed: String(seed ?? ''),
    ...(examDate && { examAt: Date.parse(examDate) }),
    ...(questionsPerDay !== undefined && { aDay: questionsPerDay }),
  };
}

/** Scores and learns an answer; whether it was right. */
function take({ board, bodies }: Lab, request: Extract<Request, { type: 'answer' }>): boolean {
  const body = bodies.get(request.id);
  const place = board.syllabus.indexOf.get(request.id);
  const subject = place === undefined ? undefined : board.syllabus.subjects.at(place);
  if (!body || !subject) return false;
  const chosen = request.chosen ?? [];
  const response: Response = body.type === 'matching' ? pairs(chosen) : chosen;
  const score = kindOf(body).score(body, response);
  const { id, rev, topics, domain, chance = 0 } = subject;
  record(board, {
    ...{ session: '', mode: 'drill', at: Date.parse(request.now), flagged: false, spent: request.latencyMs ?? 0 },
    ...{ item: id, rev, topics, chance, response, score },
    ...(domain !== undefined && { domain }),
    ...(request.confidence && { confidence: request.confidence }),
  });
  return score === 1;
}

function report({ board, pass, questions, titles }: Lab): object {
  const topics = board.syllabus.strands.flatMap(({ topic, chance }, strand) => {
    if (topic === '') return [];
    const level = levelAt(board, strand);
    const { mean, low, high } = expectedShare(level, chance);
    return [
      { topic: titles.get(topic) ?? topic, mean, lo: low, hi: high, pWeak: probabilityBelow(pass, level, chance) },
    ];
  });
  const ready = estimate(board, { pass, questions });
  return {
    type: 'report',
    topics,
    readiness: { score: ready.score, lo: ready.low, hi: ready.high, pPass: ready.pass },
  };
}

/** Speaks the protocol over stdin and stdout until `bye`. */
export async function main(): Promise<void> {
  let lab: Lab | undefined;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const request = parseObject(line) as Request | undefined; // the harness is trusted to name the fields rightly
    if (request?.type === 'bye') break;
    if (!request) refuse('a request is one JSON object on one line');
    else if (request.type === 'hello') {
      const bank = bankAt(request.bank);
      lab = bank && openLab(request, bank);
      if (lab) answer({ type: 'ready' });
      else refuse(`there is no bank that can be read in ${request.bank}`);
    } else if (lab) answer(reply(lab, request) ?? {});
    else refuse('say hello first');
  }
  process.stdin.destroy(); // the harness may keep its end open
}

function bankAt(file: string): LabBank | undefined {
  const bank = ifPossible(() => parseObject(readFileSync(file, 'utf8')));
  return Array.isArray(bank?.items) ? (bank as unknown as LabBank) : undefined; // it is trusted for the rest
}

function refuse(message: string): void {
  answer({ type: 'error', message });
}

function answer(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
