// What the exam would give today, as a document and in lines.
import type { Glyphs } from '../core/text/glyphs.ts';
import { type Block, labelled, line, span } from '../core/text/styled.ts';
import { count, inPercent } from '../core/text/wording.ts';
import type { ExamSize, Readiness } from '../learning/standing/readiness.ts';
import { round } from './topics.ts';

/** Readiness at the pass mark, and what it would be if the mark were three points lower or higher: marks are assumptions. */
export interface Prospect {
  readonly profile: string;
  /** The exam's, where the bank has several or its author named the one. */
  readonly title?: string;
  readonly exam: ExamSize;
  /** Days since the last answer. */
  readonly idle: number;
  /** The last pause, as long as it shows: its days, and how many answers will have told what it cost. */
  readonly pause?: { readonly days: number; readonly answersToGo: number };
  readonly now: Readiness;
  readonly lower: Readiness;
  readonly higher: Readiness;
  /** What would be left after some days without study. */
  readonly later: readonly { readonly days: number; readonly readiness: Readiness }[];
}

/** What the exam would give, as data. */
export function prospectDocument({ profile, title, exam, now, lower, higher, later }: Prospect) {
  return {
    profile,
    title: title ?? null,
    pass: exam.pass,
    questions: exam.questions,
    score: round(now.score),
    low: round(now.low),
    high: round(now.high),
    passProbability: round(now.pass),
    passProbabilityAt: { threePointsLower: round(lower.pass), threePointsHigher: round(higher.pass) },
    covered: round(now.covered),
    withoutStudy: later.map(({ days, readiness }) => ({
      days,
      score: round(readiness.score),
      passProbability: round(readiness.pass),
    })),
  };
}

export type ProspectDocument = ReturnType<typeof prospectDocument>;

/** Solid to the low end, shaded through the likely range, with the pass line in it. */
function gauge({ low, high }: Readiness, pass: number, glyphs: Glyphs): string {
  const cells = Array.from({ length: GAUGE }, (_, cell) => {
    const share = (cell + 0.5) / GAUGE;
    return share < low ? glyphs.full : share < high ? glyphs.likely : glyphs.empty;
  });
  cells.splice(Math.round(pass * GAUGE), 0, glyphs.mark);
  return cells.join('');
}

const GAUGE = 24;

/** From so many days without practice on they are told: then they show in the figures. */
const LONG_IDLE = 7;

/** What the exam would give, in words, with a gauge where there are signs for one. */
export function prospectLines({ title, exam, idle, pause, now }: Prospect, glyphs: Glyphs): Block[] {
  const expected = `${title ?? 'The exam'} today, on questions you have not seen: about ${inPercent(now.score)} right (likely ${inPercent(now.low)} to ${inPercent(now.high)})`;
  const chance = `, ${chanceInWords(now.pass)} chance to reach the pass line of ${inPercent(exam.pass)}.`;
  return [
    ...(glyphs.full === '' ? [] : [labelled([span('Ready   ', 'quiet')], gauge(now, exam.pass, glyphs))]),
    line(span(expected, 'strong'), chance),
    ...idleLines(idle, pause),
  ];
}

/** The pause that lasts, else the last one. */
function idleLines(idle: number, pause: Prospect['pause']): Block[] {
  if (idle >= LONG_IDLE) return [line(`Nothing was practised for ${idle} days, and that is counted in.`)];
  if (!pause || pause.days < LONG_IDLE) return [];
  const answers = count(pause.answersToGo, 'answer');
  return [line(`You paused for ${pause.days} days; the next ${answers} will tell what that cost.`)];
}

/** A probability as far as it can be told: "less than 1 %", "63 %". */
export function chanceInWords(chance: number): string {
  if (chance < 0.01) return 'less than 1 %';
  return chance > 0.99 ? 'more than 99 %' : inPercent(chance);
}
