// `quiz report --html`: a past session on one page. It is over, so that everything may be shown.
import { handlingOf } from '../../core/sitting/conduct.ts';
import { type Paper, type SlotState, type State, slotState, wasGivenUp } from '../../core/sitting/state.ts';
import { type Explained, explainedAt } from '../../core/sitting/view.ts';
import { plainText } from '../../core/text/styled.ts';
import { count } from '../../core/text/wording.ts';
import { isolated, type Markup, markup } from '../../html/markup.ts';
import { pageOf } from '../../html/page.ts';
import { conductInWords } from '../conduct.ts';
import { isWholeExam } from '../given-up.ts';
import { reportDocument } from '../report.ts';
import { challengedIn, outcomeLines, type Telling } from '../result.ts';
import type { Typed } from '../typed.ts';
import { remarkInWords, unshownRemarks } from '../unshown.ts';
import { type Paced, pacingChart } from './pacing.ts';
import { questionDetails } from './question.ts';
import { FOOTER, section, timeOf } from './sections.ts';
import { REPORT_STYLE } from './style.ts';
import { resultTopicsChart } from './topics.ts';

/** `when` tells a moment in ISO 8601 as the reader's clock would. */
export function reportPage(
  state: State,
  paper: Paper,
  telling: Telling,
  when: (iso: string) => string,
  typed: Typed,
): string {
  const document = reportDocument(state, paper);
  const { title, session, startedAt, mode, topics, pass, of } = document;
  const isWhole = isWholeExam(state);
  const challenged = challengedIn(state);
  const sentences = outcomeLines(state, telling.blueprint, telling.glyphs).map(
    (line) => markup`<p>${plainText(line)}</p>\n`,
  );
  return pageOf({
    title: `${title}, ${when(startedAt)}`,
    style: REPORT_STYLE,
    body: markup`<header>
<h1>${isolated(title)}</h1>
<p class="quiet">${mode === 'drill' ? 'Drill' : isWhole ? 'Mock exam' : 'Exam, given up'}, ${timeOf(startedAt, when)}, session ${isolated(session)}</p>
</header>
<main>
${section('result', 'Result', markup`${!wasGivenUp(state) && score(document)}${sentences}`)}
${of > 0 && section('by-topic', 'By topic', resultTopicsChart(topics, telling.titles, pass === null ? undefined : pass / 100))}
${conduct(state, paper)}
${challenged.length > 0 && section('reported', 'You reported', reports(challenged))}
${section('questions', 'Questions', markup`${unshown(state, paper, typed)}${questionList(state, paper)}`)}
</main>
${FOOTER}`,
  });
}

type ReportDocument = ReturnType<typeof reportDocument>;

function score({ percent, pass, passed }: ReportDocument): Markup {
  const verdict = passed
    ? markup`<span class="verdict right">&check; passed</span>`
    : markup`<span class="verdict missed">not yet</span>`;
  return markup`<p class="score">${percent} %</p>
${pass !== null && markup`<p>pass line ${pass} %, ${verdict}</p>`}
`;
}

/** How it was sat, where there is something to say; whole exams have a pace. */
function conduct(state: State, paper: Paper): Markup | false {
  const rows = conductInWords(paper, state).map(([name, text]) => markup`<dt>${name}</dt><dd>${text}</dd>\n`);
  if (rows.length === 0) return false;
  const paced = state.slots.map((slot) => {
    return { ms: slot.spent, outcome: outcomeOf(slot), handling: handlingOf(slot).join(', ') };
  });
  const told = markup`<dl>${rows}</dl>
${isWholeExam(state) && pacingChart(paced)}`;
  return section('conduct', 'How you sat it', told);
}

/** Each under its number alone: its question may be gone from the bank. */
function reports(challenged: ReturnType<typeof challengedIn>): Markup {
  const rows = challenged.map(({ slot, text }) => markup`<dt>Question ${slot}</dt><dd>${isolated(text)}</dd>\n`);
  return markup`<dl>${rows}</dl>
`;
}

function outcomeOf({ graded, draft }: SlotState): Paced['outcome'] {
  if (!graded) return 'withdrawn';
  if (graded.response === null) return draft === null ? 'unanswered' : 'incomplete';
  return graded.score === 1 ? 'right' : 'missed';
}

/** Every question that was graded and is still in the bank as it was asked; what was missed first, as one looks back for that. */
function questionList(state: State, paper: Paper): Markup {
  const explained = state.slots.flatMap((_, index) => explainedAt(paper, state, index + 1) ?? []);
  const details = (one: Explained) => questionDetails(one, handlingOf(slotState(state, one.grading.slot)).join(', '));
  const missed = explained.filter(({ grading }) => grading.score < 1);
  const right = explained.filter(({ grading }) => grading.score === 1);
  const group = (title: string, some: readonly Explained[]) =>
    some.length > 0 &&
    markup`<h3>${title}: ${count(some.length, 'question')}</h3>
${some.map(details)}`;
  return markup`${group('Missed', missed)}${group('Right', right)}`;
}

/** What is said of the questions that are not listed. */
function unshown(state: State, paper: Paper, typed: Typed): Markup[] {
  const slots = state.slots.map((_, index) => index + 1);
  return unshownRemarks(paper, state, slots, typed).map((remark) => markup`<p>${remarkInWords(remark)}</p>\n`);
}
