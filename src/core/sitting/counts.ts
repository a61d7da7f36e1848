// How many questions of a sitting stand how: in figures, and in words for whoever is about to leave or to submit.
import { count } from '../text/wording.ts';
import type { Mark, View } from './view.ts';

/** How many questions have each status, and how many are flagged. */
export function countsOf({ marks }: Pick<View, 'marks'>): Readonly<Record<Mark['status'] | 'flagged', number>> {
  const tally = (status: Mark['status']) => marks.filter((mark) => mark.status === status).length;
  return {
    answered: tally('answered'),
    incomplete: tally('incomplete'),
    blank: tally('blank'),
    right: tally('right'),
    missed: tally('missed'),
    withdrawn: tally('withdrawn'),
    flagged: marks.filter(({ flagged }) => flagged).length,
  };
}

/** What is still to be done: "3 unanswered, 1 incomplete, 3 flagged". */
export function unfinishedInWords(view: Pick<View, 'marks' | 'of'>): string {
  const { incomplete, blank, flagged } = countsOf(view);
  return (
    [
      ...(blank > 0 ? [`${blank} unanswered`] : []),
      ...(incomplete > 0 ? [`${incomplete} incomplete`] : []),
      ...(flagged > 0 ? [`${flagged} flagged`] : []),
    ].join(', ') || `all ${count(view.of, 'question')} answered`
  );
}
