// The figures of `quiz stats` to look at. In a window that is too small for all of them, what does not fit is left out and named.

import type { Bank } from '../../bank/bank.ts';
import type { Topic } from '../../core/items/item.ts';
import { once, remembered } from '../../core/once.ts';
import { unpacked } from '../../core/packed.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { type Block, blank, line, span } from '../../core/text/styled.ts';
import { count, listed } from '../../core/text/wording.ts';
import { dueFigures } from '../../learning/choosing/due.ts';
import { scheduleInWords } from '../../learning/choosing/schedule.ts';
import type { Board } from '../../learning/learner/board.ts';
import { blankAmong, seenAmong } from '../../learning/learner/history.ts';
import { type OpenChallenge, openChallenges } from '../../learning/standing/challenges.ts';
import { suspects } from '../../learning/standing/item-figures.ts';
import { activityLines, activityStrip, dueLine, trendLine } from '../../reports/activity.ts';
import { confusionLines } from '../../reports/confusions.ts';
import { challengeLines, suspectDetails, suspectLines } from '../../reports/questions.ts';
import { prospectLines } from '../../reports/readiness.ts';
import { type TopicDocument, topicBlocks } from '../../reports/topics.ts';
import type { Records } from '../../store/derived/folding.ts';
import { asTypedInPieces, commandPiece } from '../../system/command-line.ts';
import { hasWindow } from '../../system/output.ts';
import type { Size } from '../../terminal/painting/layout.ts';
import type { Context } from '../context.ts';
import { dayAt } from '../shared/when.ts';
import { answersIn, confusionsOf, isAnyUnder, planOf, prospectOf, weakestIn } from './standing.ts';

/** What the screen is about: the whole bank, or what lies at and below a topic. */
export interface Scene {
  readonly bank: Bank;
  readonly board: Board;
  readonly records: Records;
  readonly topics: readonly TopicDocument[];
  readonly root: Topic | undefined;
}

/** A part of the screen that is left out where there is no room. */
interface Picture {
  readonly name: string;
  /** The ways to show it, the tallest first. */
  readonly forms: readonly (readonly Block[])[];
}

const MOST_PAIRS = 3;
/** Pictures are left out before fewer topics than this are shown. */
const LEAST_TOPICS = 5;
/** So many topics are shown even where that takes scrolling. */
const FEWEST_TOPICS = 3;

/**
 * What is shown in a window of a given size. Where there is no room for everything, topics are cut and pictures left out until the
 * rest fits, and the screen says so. A page (`isPage`) scrolls: there topics are cut too, but no picture is left out, and the topics
 * have numbers.
 */
export async function statsScreen(
  context: Context,
  scene: Scene,
  { isPage = false } = {},
): Promise<(size: Size) => readonly Block[]> {
  const { glyphs, palette } = await context.look();
  const { heightOf, NARROW } = await import('../../terminal/painting/layout.ts');
  const { topics, records, root } = scene;
  const table = remembered((shown: number) => tableOf(scene, shown, isPage && root === undefined, glyphs));
  if (records.learner.answers === 0) return () => [...table(topics.length), ...challengeLines(challengedIn(scene))];
  const next = nextLines(scene);
  const mixedUp = once(() => confusionsOf(scene.bank, records.learner));
  const outlookWith = remembered((pairs: number) =>
    outlook(context, scene, glyphs, () => confusionLines(mixedUp(), pairs)),
  );
  const screen = (shown: number, pairs: number, { some, hidden }: PictureChoice) => [
    ...table(shown),
    ...outlookWith(pairs),
    ...some.flat(),
    ...hiddenLines(hidden),
    ...next,
  ];
  return ({ columns, rows }) => {
    const pictures = root === undefined ? picturesOf(scene, columns < NARROW ? 4 : 12, glyphs) : [];
    const tallest = pictures.map(({ forms: [tallest = []] }) => tallest);
    const whole = { some: tallest, hidden: [] };
    if (!hasWindow() || context.isLinear) return screen(topics.length, MOST_PAIRS, whole);
    const height = (blocks: readonly Block[]) => heightOf(blocks, columns, palette);
    const tableHeight = remembered((shown: number) => height(table(shown)));
    for (const [least, pairs] of isPage ? FRUGALITY.slice(0, 1) : FRUGALITY) {
      for (const choice of choicesOf(pictures)) {
        if (isPage && choice.hidden.length > 0) continue;
        const rest = height([...outlookWith(pairs), ...choice.some.flat(), ...hiddenLines(choice.hidden), ...next]);
        for (let shown = topics.length; shown >= Math.min(least, topics.length); shown--)
          if (tableHeight(shown) + rest < rows) return screen(shown, pairs, choice);
      }
    }
    if (isPage) return screen(Math.min(LEAST_TOPICS, topics.length), MOST_PAIRS, whole);
    return screen(Math.min(FEWEST_TOPICS, topics.length), 0, { some: [], hidden: pictures.map(({ name }) => name) });
  };
}

/** Pictures that are shown, and the names of those that are not. */
interface PictureChoice {
  readonly some: readonly (readonly Block[])[];
  readonly hidden: readonly string[];
}

/** The fewest topics and the most mixed-up pairs that are shown. Each row is tried only where nothing fits with the one before. */
const FRUGALITY = [
  [LEAST_TOPICS, MOST_PAIRS],
  [LEAST_TOPICS, 1],
  [LEAST_TOPICS, 0],
  [FEWEST_TOPICS, 0],
] as const;

/** What pictures to try, one choice after the other: all of them, then with the last one smaller, then without it, and so on. */
function choicesOf(pictures: readonly Picture[]): PictureChoice[] {
  const choices: PictureChoice[] = [];
  for (let kept = pictures.length; kept > 0; kept--) {
    const before = pictures.slice(0, kept - 1).map(({ forms: [tallest = []] }) => tallest);
    const hidden = pictures.slice(kept).map(({ name }) => name);
    for (const form of pictures[kept - 1]?.forms ?? []) choices.push({ some: [...before, form], hidden });
  }
  return [...choices, { some: [], hidden: pictures.map(({ name }) => name) }];
}

/** From the top: the mocks, what is due, the days of practice in so many weeks. */
function picturesOf({ records: { learner, mocks }, board }: Scene, weeks: number, glyphs: Glyphs): Picture[] {
  const now = Date.now();
  const today = dayAt(now);
  const due = dueFigures(board, now);
  const percents = unpacked(mocks).map(({ percent }) => percent);
  const map = [blank, ...activityLines(learner.days, today, weeks, glyphs)];
  return [
    ...(percents.length > 0 ? [{ name: 'mocks', forms: [trendLine(percents, glyphs)] }] : []),
    { name: 'due', forms: [[dueLine(due, commandPiece)]] },
    { name: 'days of practice', forms: [map, activityStrip(learner.days, today, glyphs)] },
  ];
}

function hiddenLines(names: readonly string[]): Block[] {
  if (names.length === 0) return [];
  return [line(span(`No room here for: ${listed(names)}. A taller window shows more.`, 'quiet'))];
}

function tableOf({ bank, records, topics, root }: Scene, shown: number, isNumbered: boolean, glyphs: Glyphs): Block[] {
  const { learner } = records;
  const facts = bank.facts.filter(({ topics: own }) => isAnyUnder(root, own));
  const counts = { answers: answersIn(root, learner), seen: seenAmong(facts, learner), of: facts.length };
  const extent = { ...counts, blank: blankAmong(facts, learner), typed: commandPiece, isNumbered };
  return topicBlocks(topics, extent, shown, glyphs);
}

/** Of the whole bank: readiness, the plan, what is mixed up. Of a topic: the questions that the answers make suspect. */
function outlook(context: Context, scene: Scene, glyphs: Glyphs, mixedUp: () => Block[]): Block[] {
  const { bank, board, root } = scene;
  const suspected = suspects(board, bank.load);
  const challenged = challengedIn(scene);
  if (root !== undefined) {
    const inside = bank.load(suspected.map(({ item }) => item));
    const own = suspected.filter(({ item }) => isAnyUnder(root, inside.get(item)?.topics ?? []));
    const due = scene.topics.find(({ id }) => id === root)?.due ?? 0;
    return [
      ...(due > 0 ? [line(`${count(due, 'question')} due.`)] : []),
      ...suspectDetails(own, inside),
      ...challengeLines(challenged),
    ];
  }
  const prospect = prospectOf(bank, board);
  const thin = line(span('Not enough answers yet to say what the exam would give.', 'quiet'));
  return [
    blank,
    ...(prospect ? prospectLines(prospect, glyphs) : [thin]),
    line(span(asTypedInPieces(scheduleInWords(planOf(context, board))), 'quiet')),
    ...mixedUp(),
    ...suspectLines(suspected),
    ...challengeLines(challenged),
  ];
}

/** The learner's challenges of questions that the screen is about. */
function challengedIn({ bank, records: { learner }, root }: Scene): OpenChallenge[] {
  return openChallenges(learner, bank.load).filter(({ item }) => isAnyUnder(root, item.topics));
}

function nextLines({ bank, board, root }: Scene): Block[] {
  const { topics, ground } = weakestIn(bank, board, root === undefined ? [] : [root]);
  const named = ground === 'evidence' ? topics[0] : root;
  return [blank, line('Next: ', span(commandPiece('drill', ...(named === undefined ? [] : [named])), 'strong'))];
}
