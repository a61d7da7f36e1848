// What home offers, each behind a key.
import type { Bank } from '../../bank/bank.ts';
import { count, duration } from '../../core/text/wording.ts';
import { minutesEach } from '../../learning/learner/pace.ts';
import { dayAndTime } from '../shared/when.ts';
import { type OpenExam, progressInWords, resumable } from '../sitting/open-exams.ts';
import { USUAL_QUESTIONS } from './aim.ts';
import { type HomeFacts, mockInWords, rightInWords, weakestInWords } from './home-standing.ts';

/** What Enter brings, and what has a key of its own, which is that action's. */
type Offered =
  | 'drill'
  | 'weakest'
  | 'exam'
  | 'resume'
  | 'topic'
  | 'missed'
  | 'flagged'
  | 'look-back'
  | 'notes'
  | 'stats';

export type Wish = 'quit' | Offered;

/** The first drill is a taste. */
export const FIRST_QUESTIONS = 5;

export interface MenuRow {
  readonly wish: Offered;
  readonly text: string;
  readonly aside: string;
}

/** What home offers, the most helpful first. */
export function menu(bank: Bank, facts: HomeFacts): MenuRow[] {
  const { weakest, open, missed, flagged, lastMock } = facts;
  const [exam] = bank.exams;
  const rows: MenuRow[] = [drillRow(bank, facts), ...resumeRow(resumable(open))];
  if (weakest) rows.push({ wish: 'weakest', text: weakestInWords(weakest), aside: rightInWords(weakest) });
  if (exam) {
    const aside = `${count(exam.questions, 'question')}, ${duration(exam.minutes * 60_000)}`;
    rows.push({ wish: 'exam', text: exam.title, aside });
  }
  rows.push({ wish: 'topic', text: 'Pick a topic', aside: count(bank.topics.size, 'topic') });
  if (missed > 0) rows.push({ wish: 'missed', text: 'Missed questions', aside: String(missed) });
  if (flagged > 0) rows.push({ wish: 'flagged', text: 'Flagged questions', aside: String(flagged) });
  if (lastMock) rows.push({ wish: 'look-back', text: 'Look back on the last mock', aside: mockInWords(lastMock) });
  rows.push({ wish: 'notes', text: 'Read your notes', aside: '' });
  rows.push({ wish: 'stats', text: 'Where you stand', aside: '' });
  return rows;
}

/** What Enter brings: a drill, of few questions for whoever is new. */
function drillRow({ catalogue }: Bank, { learner, open, lastMock }: HomeFacts): MenuRow {
  const isNew = learner.answers === 0 && open.length === 0 && !lastMock;
  const questions = Math.min(isNew ? FIRST_QUESTIONS : USUAL_QUESTIONS, catalogue.subjects.length);
  return {
    wish: 'drill',
    text: isNew ? 'Your first question' : 'Practise what helps most',
    aside: `${count(questions, 'question')}, about ${Math.ceil(questions * minutesEach(learner))} min`,
  };
}

function resumeRow([latest, ...older]: readonly OpenExam[]): MenuRow[] {
  if (!latest) return [];
  if (older.length > 0) return [{ wish: 'resume', text: 'Resume an exam', aside: `${older.length + 1} open` }];
  const text = `Resume the exam of ${dayAndTime(latest.startedAt)}`;
  return [{ wish: 'resume', text, aside: progressInWords(latest) }];
}
