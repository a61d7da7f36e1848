// What home tells of where the learner stands.

import { type Bank, SHIPPED } from '../../bank/bank.ts';
import { unpacked } from '../../core/packed.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { type Block, type Line, line } from '../../core/text/styled.ts';
import { count } from '../../core/text/wording.ts';
import { examInWords, type Schedule, todayInWords } from '../../learning/choosing/schedule.ts';
import { dueOn } from '../../learning/learner/board.ts';
import { isFlagged, isMissed, seenAmong } from '../../learning/learner/history.ts';
import type { Learner } from '../../learning/learner/learner.ts';
import type { Weakest } from '../../learning/standing/weakest.ts';
import { type Prospect, prospectLines } from '../../reports/readiness.ts';
import type { TopicDocument } from '../../reports/topics.ts';
import { recordsIn } from '../../store/derived/derived.ts';
import type { Mock } from '../../store/derived/folding.ts';
import { asTypedInPieces, commandPiece } from '../../system/command-line.ts';
import type { Context } from '../context.ts';
import { allOpenExams, type OpenExam, openInWords, resumable } from '../sitting/open-exams.ts';
import { boardOf } from './aim.ts';
import { planOf, prospectOf, topicDocumentOf, weakestIn } from './standing.ts';

/** What home shows of the records. */
export interface HomeFacts {
  readonly learner: Learner;
  readonly weakest: Weakling | undefined;
  readonly plan: Schedule;
  readonly due: number;
  readonly prospect: Prospect | undefined;
  readonly open: readonly OpenExam[];
  readonly missed: number;
  readonly flagged: number;
  readonly lastMock: Mock | undefined;
}

/** The topic to name first, and on what ground. */
type Weakling = TopicDocument & Pick<Weakest, 'ground'>;

const NAMED_AS = { evidence: 'Weakest', thin: 'Likeliest to be weak', none: 'Least sure' } as const;

/** "Weakest: Encryption modes". */
export function weakestInWords({ ground, title }: Weakling): string {
  return `${NAMED_AS[ground]}: ${title}`;
}

/** "2 of 7 right". */
export function rightInWords({ right, answers }: Weakling): string {
  return `${right} of ${answers} right`;
}

export async function homeFacts(context: Context, bank: Bank): Promise<HomeFacts> {
  const { learner, mocks } = await recordsIn(context.sessions, bank.id);
  const board = boardOf(bank, learner);
  const { topics, ground } = weakestIn(bank, board);
  const [first] = topics;
  const weakest = first === undefined ? undefined : { ...topicDocumentOf(bank, board, first), ground };
  const missed = bank.facts.filter((question) => isMissed(learner, question)).length;
  const flagged = bank.facts.filter(({ id }) => isFlagged(learner, id)).length;
  const plan = planOf(context, board);
  return {
    learner,
    weakest,
    plan,
    due: dueOn(board, Date.now()).length,
    prospect: prospectOf(bank, board),
    open: allOpenExams(context.sessions).filter(
      (exam) => exam.bank.id === bank.id || exam.bank.folder === bank.folder, // whatever became of the bank, the exam goes on
    ),
    missed,
    flagged,
    lastMock: unpacked(mocks).at(-1),
  };
}

/** "53 of 65 right (81.5 %), passed", or "not yet". */
export function mockInWords({ right, of, percent, passed }: Mock): string {
  const verdict = passed === null ? '' : passed ? ', passed' : ', not yet';
  return `${right} of ${of} right (${percent} %)${verdict}`;
}

/** Without a screen: a line for each. */
export function statusLines(bank: Bank, { learner, weakest, open, missed, plan, due, lastMock }: HomeFacts): Line[] {
  const seen = seenAmong(bank.facts, learner);
  return [
    line(`${bank.title}: ${count(bank.facts.length, 'question')}, ${count(bank.topics.size, 'topic')}`),
    line(`Answers: ${learner.answers}, ${seen} of ${count(bank.facts.length, 'question')} seen`),
    line(`Missed: ${count(missed, 'question')}; due: ${due}`),
    line(weakest ? `${weakestInWords(weakest)}, ${rightInWords(weakest)}` : 'Weakest: no answers yet'),
    ...planLines(plan),
    ...(lastMock ? [line(`Last mock: ${mockInWords(lastMock)}`)] : []),
    line(`Open exams: ${open.length === 0 ? 'none' : latestInWords(open)}`),
    line(nextInWords(open)),
  ];
}

/** What to type next: an exam that was left comes first, where no other terminal has it. */
function nextInWords(open: readonly OpenExam[]): string {
  const [left] = resumable(open);
  return left === undefined
    ? `Next: ${commandPiece('drill')}, or ${commandPiece('exam')}`
    : `Next: ${commandPiece('exam', '--resume', left.session)}, or ${commandPiece('drill')}`;
}

/** So many open exams are told one by one; more would hide what stands below them. */
const MOST_TOLD = 3;

function latestInWords(open: readonly OpenExam[]): string {
  const told = open.slice(0, MOST_TOLD).map(openInWords);
  const rest = open.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more, which ${commandPiece('exam')} lists`] : [])].join('; ');
}

/** The day's share and the exam day, where they are known. */
function planLines(plan: Schedule): Line[] {
  const parts = [examInWords(plan), plan.quota === undefined ? undefined : todayInWords(plan)];
  const told = parts.filter((part) => part !== undefined);
  return told.length > 0 ? [line(asTypedInPieces(`Plan: ${told.join('. ')}`))] : [];
}

/** What stands above the menu. */
export function welcomeLines(facts: HomeFacts, bank: Bank, glyphs: Glyphs): Block[] {
  const { learner, plan, due, prospect, lastMock } = facts;
  if (learner.answers === 0 && !lastMock) {
    return [
      line('Practise for an exam from your own notes. Every answer is explained with a quote from them.'),
      line(`Nothing leaves this computer.${bank.folder === SHIPPED ? ` Your own notes: ${commandPiece('init')}` : ''}`),
      ...planLines(plan),
    ];
  }
  const seen = `${seenAmong(bank.facts, learner)} of ${count(bank.facts.length, 'question')} seen`;
  const waiting = due > 0 && plan.date !== 'known' ? `, ${due} due` : '';
  return [
    line(`${count(learner.answers, 'answer')} so far, ${seen}${waiting}.`),
    ...(prospect ? prospectLines(prospect, glyphs) : []),
    ...planLines(plan),
  ];
}
