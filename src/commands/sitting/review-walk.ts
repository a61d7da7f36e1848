// The walk through the questions of a past session, one a screen, with the quotes that prove each answer.
import { handlingOf } from '../../core/sitting/conduct.ts';
import { type State, slotState } from '../../core/sitting/state.ts';
import { blank, type Line, line, span } from '../../core/text/styled.ts';
import type { Remark } from '../../reports/unshown.ts';
import { footerKeys, heading, type Screen, type Size } from '../../terminal/painting/layout.ts';
import type { Look } from '../../terminal/painting/look.ts';
import { feedbackScreen } from '../../terminal/screens/feedback.ts';
import { fitsInOneRow, wayOn } from '../../terminal/screens/way-on.ts';
import { type App, run, type Terminal } from '../../terminal/terminal.ts';
import { withKeys } from '../../terminal/with-keys.ts';
import type { Past } from './past-session.ts';
import { openQuote } from './quote-reader.ts';
import type { ReviewPage, ReviewPages } from './review-pages.ts';

export interface Walk extends Past, ReviewPages {
  /** The slots that came to the screen are put in here. */
  readonly shown: Set<number>;
  /** Remarks that the screen has no room for are put in here, to be printed after it. */
  readonly later: Set<Remark>;
}

/** Walks through the pages until the learner has enough. */
export function walk(what: Walk, terminal: Terminal, look: Look): Promise<void> {
  return run<void>(terminal, (done) => walker(what, terminal, look, done), undefined);
}

function walker(
  { context, bank, state, pages, unshown, remarks, shown, later }: Walk,
  terminal: Terminal,
  look: Look,
  done: () => void,
): App {
  let at = 0;
  const last = pages.length - (remarks.length > 0 ? 0 : 1); // the remarks have a page of their own, behind the others
  const turn = (by: number) => {
    at = Math.min(last, Math.max(0, at + by));
    terminal.turnPage();
  };
  const goOn = () => {
    if (at >= last) done();
    else turn(1);
  };
  const app: App = withKeys(
    {
      scrolling: () => 'rows',
      screen(size) {
        const page = pages[at];
        if (!page) {
          for (const remark of remarks) if (!hasRoomFor(remark, size)) later.add(remark);
          return remarksScreen(remarks, unshown, state, look, size);
        }
        shown.add(page.slot);
        const place = `${at + 1} of ${pages.length}${unshown > 0 ? `, ${unshown} not shown` : ''}`;
        return pageScreen(page, { place, isFirst: at === 0, isLast: at >= last }, state, look, size);
      },
      press({ name }) {
        const [quote] = pages[at]?.explained.grading.explanation.quotes ?? [];
        if (name === 'leave') done();
        else if (name === 'left') turn(-1);
        else if (name === 'notes' && quote) void openQuote(context, bank, quote, terminal, look, app);
        else if (name === 'space' && terminal.hasMoreBelow()) terminal.scrollDown();
        else if (['enter', 'right', 'space'].includes(name)) goOn();
      },
    },
    'review',
    look,
    terminal,
  );
  return app;
}

interface Position {
  readonly place: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function pageScreen({ slot, explained }: ReviewPage, position: Position, state: State, look: Look, size: Size): Screen {
  const { glyphs, keys } = look;
  const facts = factsOf(state, slot);
  const header: Line[] = [
    ...heading(`Review · ${state.started.form.title}`, size, glyphs, `question ${slot} · ${position.place}`),
    ...(facts ? [line(span(facts, 'quiet'))] : []),
  ];
  const hasQuote = explained.grading.explanation.quotes.length > 0;
  const hints = [
    ...(position.isLast ? [] : ['Enter next']),
    ...(position.isFirst ? [] : ['← back']),
    ...(hasQuote ? [`${keys.notes} notes here`] : []),
    `${position.isLast ? 'Enter, ' : ''}${keys.leave} done`,
    `${keys.keys} keys`,
  ];
  return feedbackScreen(explained, { header, hints, again: true }, look, size);
}

function remarksScreen(
  remarks: readonly Remark[],
  unshown: number,
  { started }: State,
  { glyphs, keys }: Look,
  size: Size,
): Screen {
  return {
    header: heading(`Review · ${started.form.title}`, size, glyphs, `${unshown} not shown`),
    body: remarks.flatMap((remark) => [blank, ...remarkLines(remark, size)]),
    footer: [footerKeys(`← back  ${keys.leave} done  ${keys.keys} keys`)],
  };
}

function remarkLines({ told, way }: Remark, { columns }: Size): Line[] {
  if (!way) return [line(told)];
  return [line(told), ...wayOn(`${way.aim}:`, way.command, columns, 'The command for it is told as you leave.')];
}

function hasRoomFor({ way }: Remark, { columns }: Size): boolean {
  return !way || fitsInOneRow(way.command, columns);
}

/** What the candidate did with the question: "flagged, changed once, 2 options crossed out". */
function factsOf(state: State, slot: number): string {
  return [
    ...(state.started.form.slots[slot - 1]?.unscored ? ['did not count'] : []),
    ...handlingOf(slotState(state, slot)),
  ].join(', ');
}
