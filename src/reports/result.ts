// What a session came to, for the eye. The figures are core/sitting/result.ts; here they become sentences.

import type { Topic } from '../core/items/item.ts';
import { type Blueprint, coveredShare } from '../core/papers/blueprint.ts';
import { type Result, result as resultOf } from '../core/sitting/result.ts';
import { type Paper, ranOutUnseen, type State, wasGivenUp } from '../core/sitting/state.ts';
import type { Glyphs } from '../core/text/glyphs.ts';
import { type Block, blank, type Line, line, span } from '../core/text/styled.ts';
import { count, inPercent } from '../core/text/wording.ts';
import { conductLines } from './conduct.ts';
import { givenUpInWords } from './given-up.ts';
import { pauseLines } from './pauses.ts';
import { detailBlocks, partsTable, tableNotes } from './result-topics.ts';

/** What a result is told with: the bank's words, and the profile the exam was drawn from while the bank has it. */
export interface Telling {
  readonly titles: ReadonlyMap<Topic, string>;
  readonly blueprint?: Blueprint | undefined;
  readonly glyphs: Glyphs;
  /** Percent right of the last mocks like this one, oldest first. */
  readonly before?: readonly number[];
}

/** The result of a session that is over, from its figures to its pace. */
export function resultBlocks(state: State, paper: Paper, { titles, blueprint, glyphs, before = [] }: Telling): Block[] {
  const result = resultOf(state);
  if (result.of === 0) return [line(nothingGraded(state))];
  return [
    ...verdict(result, before),
    ...outcomeLines(state, blueprint, glyphs),
    blank,
    partsTable(result, titles, glyphs),
    ...tableNotes(state, result),
    ...conductLines(paper, state),
    ...challengedLines(state),
    ...detailBlocks(result, titles),
  ];
}

function nothingGraded(state: State): string {
  if (wasGivenUp(state)) return givenUpInWords(state);
  return state.started.policy.mode === 'drill' ? 'No question was answered.' : 'Nothing was graded.';
}

function challengedLines(state: State): Line[] {
  return challengedIn(state).map(({ slot, text }) => line(span(`Reported, question ${slot}  `, 'strong'), text));
}

/** What was said to be wrong with questions, in the order of the paper. */
export function challengedIn({ slots }: State): readonly { readonly slot: number; readonly text: string }[] {
  return slots.flatMap(({ challenge }, index) => (challenge?.text ? [{ slot: index + 1, text: challenge.text }] : []));
}

const SEEN_END = 'The time ran out; what was answered by then counts.';
const UNSEEN_END = 'The time ran out while nobody was there; what was answered before counts.';

/** The result in sentences: the score with its range, what it is a measure of, and what it was not; an exam that was given up measured nothing. */
export function outcomeLines(state: State, blueprint: Blueprint | undefined, glyphs: Glyphs): Line[] {
  if (wasGivenUp(state)) return [line(givenUpInWords(state))];
  const { right, of, percent, interval, reason, unscored } = resultOf(state);
  const range = `${Math.round(interval[0])}${glyphs.dash}${Math.round(interval[1])} %`;
  return [
    line(`${right} of ${of} right (${percent} %). A true level anywhere in ${range} could give this score.`),
    ...hinted(state),
    ...scale(state, blueprint),
    ...unfinished(state),
    ...(reason === 'timeout' ? [line(ranOutUnseen(state) ? UNSEEN_END : SEEN_END)] : []),
    ...uncounted(unscored),
    ...pauseLines(state),
  ];
}

function verdict({ pass, passed, percent }: Result, before: readonly number[]): Block[] {
  if (pass === undefined) return [];
  const word = passed ? span('passed', 'right') : span('not yet', 'missed');
  const earlier = before.length > 0 ? [`   before: ${before.map((one) => `${one} %`).join(', ')}`] : [];
  return [line(span(`${percent} %`, 'strong'), `   pass line ${pass} %   `, word, ...earlier)];
}

function uncounted(unscored: Result['unscored']): Line[] {
  if (!unscored) return [];
  const { right, of } = unscored;
  return [line(`${count(of, 'question')} of the paper did not count (${right} right), as in the real exam.`)];
}

/** How many of the right answers had help. */
function hinted({ slots }: State): Line[] {
  const helped = slots.filter(({ graded }) => graded?.score === 1 && graded.hints).length;
  return helped > 0 ? [line(`${helped} of them with a hint.`)] : [];
}

/** What the figure is a measure of: no vendor's scale, and only what the notes cover. */
function scale({ started }: State, blueprint: Blueprint | undefined): Line[] {
  if (started.policy.mode === 'drill') return [];
  return [line(["Percent right, on no vendor's scale.", ...coverageNote(blueprint)].join(' '))];
}

/** How much of a blueprint the bank covers, in a sentence; none where that is all. */
export function coverageNote(blueprint: Blueprint | undefined): string[] {
  const share = blueprint === undefined ? 1 : coveredShare(blueprint);
  if (share === 1) return [];
  return [`All questions come from the ${inPercent(share)} of the exam that these notes cover; the rest has none.`];
}

/** Blanks and incomplete answers: those of an exam count as wrong, those of a drill do not count. Unscored questions are told of elsewhere. */
function unfinished({ slots, started, closed }: State): Line[] {
  if (started.policy.mode === 'drill') {
    const left = slots.filter(({ graded }) => !graded).length;
    return left > 0 ? [line(`${left} not answered: not counted.`)] : [];
  }
  const open = slots.filter(
    ({ graded, response }, index) => graded && response === null && !started.form.slots[index]?.unscored,
  );
  const incomplete = open.filter(({ draft }) => draft !== null).length;
  const blanks = open.length - incomplete;
  const withdrawn = closed ? slots.filter(({ graded }) => !graded).length : 0;
  const parts = [
    ...(blanks > 0 ? [`${blanks} unanswered`] : []),
    ...(incomplete > 0 ? [`${incomplete} incomplete`] : []),
  ];
  return [
    ...(parts.length > 0 ? [line(`${parts.join(', ')}: counted as wrong.`)] : []),
    ...(withdrawn > 0
      ? [line(`Changed or removed in the bank before the end, and not counted: ${count(withdrawn, 'question')}.`)]
      : []),
  ];
}
