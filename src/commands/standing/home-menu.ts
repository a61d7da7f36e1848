// What home offers, each behind a key.
import type { Bank } from '../../bank/bank.ts';
import { count } from '../../core/text/text.ts';
import { minutesEach } from '../../learning/learner/pace.ts';
import { dayAndTime } from '../shared/when.ts';
import { type OpenExam, progressInWords } from '../sitting/open-sessions.ts';
import { USUAL_QUESTIONS } from './aim.ts';
import { type HomeFacts, mockInWords, NAMED_AS } from './home-standing.ts';

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

/** The exams that no other terminal has open, the one last worked on first. */
export function resumable(open: readonly OpenExam[]): OpenExam[] {
  return open.filter(({ isRunning }) => !isRunning);
}

export interface MenuRow {
  readonly wish: Offered;
  readonly text: string;
  readonly aside: string;
}

/** What home offers, the most helpful first. */
export function menu(bank: Bank, { learner, weakest, open, missed, flagged, lastMock }: HomeFacts): MenuRow[] {
  const [latest, ...older] = resumable(open);
  const [exam] = bank.exams;
  const first = learner.answers === 0 && open.length === 0 && !lastMock;
  const questions = Math.min(first ? FIRST_QUESTIONS : USUAL_QUESTIONS, bank.catalogue.subjects.length);
  return [
    {
      wish: 'drill',
      text: first ? 'Your first question' : 'Practise what helps most',
      aside: `${count(questions, 'question')}, about ${Math.ceil(questions * minutesEach(learner))} min`,
    },
    ...(latest
      ? [
          {
            wish: 'resume' as const,
            text: older.length > 0 ? 'Resume an exam' : `Resume the exam of ${dayAndTime(latest.startedAt)}`,
            aside: older.length > 0 ? `${older.length + 1} open` : progressInWords(latest),
          },
        ]
      : []),
    ...(weakest
      ? [
          {
            wish: 'weakest' as const,
            text: `${NAMED_AS[weakest.ground]}: ${weakest.title}`,
            aside: `${weakest.right} of ${weakest.answers} right`,
          },
        ]
      : []),
    ...(exam
      ? [
          {
            wish: 'exam' as const,
            text: exam.title,
            aside: `${count(exam.questions, 'question')}, ${exam.minutes} min`,
          },
        ]
      : []),
    { wish: 'topic', text: 'Pick a topic', aside: count(bank.topics.size, 'topic') },
    ...(missed > 0 ? [{ wish: 'missed' as const, text: 'Missed questions', aside: String(missed) }] : []),
    ...(flagged > 0 ? [{ wish: 'flagged' as const, text: 'Flagged questions', aside: String(flagged) }] : []),
    ...(lastMock
      ? [{ wish: 'look-back' as const, text: 'Look back on the last mock', aside: mockInWords(lastMock) }]
      : []),
    { wish: 'notes', text: 'Read your notes', aside: '' },
    { wish: 'stats', text: 'Where you stand', aside: '' },
  ];
}
