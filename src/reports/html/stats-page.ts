// `quiz stats --html`: where a learner stands, on one page.
import { count, inPercent, listed } from '../../core/text/wording.ts';
import { isolated, type Markup, markup } from '../../html/markup.ts';
import { pageOf } from '../../html/page.ts';
import type { DueFigures } from '../../learning/choosing/due.ts';
import type { Mock } from '../../store/derived/folding.ts';
import type { ConfusionDocument } from '../confusions.ts';
import { chanceInWords, type ProspectDocument } from '../readiness.ts';
import { beginningWith, type TopicDocument, unansweredInWords } from '../topics.ts';
import type { Typed } from '../typed.ts';
import { confusionsChart } from './confusions.ts';
import { rangeOf } from './figure.ts';
import { type Activity, heatMap } from './heat-map.ts';
import { readinessChart } from './readiness.ts';
import { FOOTER, section, timeOf } from './sections.ts';
import { REPORT_STYLE } from './style.ts';
import { topicsChart } from './topics.ts';
import { trendChart } from './trend.ts';

/** What the page shows of the document of `quiz stats --json`. */
export interface StatsFigures {
  /** ISO 8601, UTC. */
  readonly asOf: string;
  readonly answers: number;
  readonly questionsSeen: number;
  readonly questions: {
    readonly total: number;
    /** Left blank in a mock and not answered since. */
    readonly blank: number;
    readonly check: readonly { readonly id: string }[];
    readonly challenged: readonly { readonly id: string; readonly text: string }[];
  };
  readonly topics: readonly TopicDocument[];
  readonly weak: readonly string[];
  readonly confusions: readonly ConfusionDocument[];
  readonly readiness: ProspectDocument | null;
  readonly mocks: readonly Mock[];
  readonly due: Pick<DueFigures, 'now' | 'tomorrow' | 'week'>;
  readonly activity: readonly Activity[];
}

/** What the figures are about. */
export interface StatsSubject {
  /** The bank's title. */
  readonly title: string;
  /** The title of the topic where only one was asked for, with what is below it. */
  readonly part: string | undefined;
  /** The pass mark of the default exam, 0 to 1. */
  readonly pass: number;
  /** Tells a moment in ISO 8601 as the reader's clock would. */
  readonly when: (iso: string) => string;
  /** The learner's day, counted since 1970. */
  readonly today: number;
  readonly typed: Typed;
}

/** Where the learner stands, as a page of its own. */
export function statsPage(figures: StatsFigures, subject: StatsSubject): string {
  const { title, part, when, typed } = subject;
  const heading = part === undefined ? title : `${title}, ${part}`;
  return pageOf({
    title: `${heading}: where you stand`,
    style: REPORT_STYLE,
    body: markup`<header>
<h1>${isolated(heading)}: where you stand</h1>
<p class="quiet">${timeOf(figures.asOf, when)}${part === undefined && extent(figures)}</p>
</header>
<main>
${figures.answers === 0 ? beginning(figures, typed) : sections(figures, subject)}
</main>
${FOOTER}`,
  });
}

function extent({ answers, questionsSeen, questions: { total } }: StatsFigures): string {
  return ` · ${count(answers, 'answer')} · ${questionsSeen} of ${count(total, 'question')} seen`;
}

function beginning({ questions: { blank } }: StatsFigures, typed: Typed): Markup {
  return markup`<p>${unansweredInWords(blank)} Start with: <code>${typed('drill', ...beginningWith(blank))}</code></p>`;
}

/** A part of the bank has its topics alone: the rest is about the whole. */
function sections(figures: StatsFigures, { part, pass, when, today, typed }: StatsSubject): Markup {
  const { topics, readiness, mocks, activity } = figures;
  const own = section('topics', 'Topics', markup`${standing(topics, pass)}${advice(figures, typed)}`);
  if (part !== undefined) return own;
  const confusions = figures.confusions.filter(({ count: times }) => times > 1); // once is chance
  return markup`${section('readiness', 'Readiness', outlook(readiness))}
${own}
${mocks.length > 0 && section('mocks', 'Mocks', trendChart(mocks, pass, when))}
${section('practice', 'Practice', markup`${due(figures)}${heatMap(activity, today)}`)}
${confusions.length > 0 && section('confusions', 'Mixed up', confusionsChart(confusions, typed))}`;
}

function outlook(readiness: ProspectDocument | null): Markup {
  if (!readiness) return markup`<p>Not enough answers yet to say what the exam would give.</p>`;
  const { title, score, low, high, passProbability: chance, pass } = readiness;
  return markup`<p>${isolated(title ?? 'The exam')} today, on questions you have not seen: about <strong>${inPercent(score)}</strong> right (likely ${rangeOf(low, high)}), ${chanceInWords(chance)} chance to reach the pass line of ${inPercent(pass)}.</p>
${readinessChart(readiness)}`;
}

function standing(topics: readonly TopicDocument[], pass: number): Markup {
  if (topics.some(({ answers }) => answers > 0)) return topicsChart(topics, pass);
  return markup`<p>No answers yet.</p>`;
}

function advice({ topics, weak: [weakest], questions: { check, challenged } }: StatsFigures, typed: Typed): Markup {
  const unanswered = topics.filter(({ answers }) => answers === 0).length;
  const names = listed(check.slice(0, 3).map(({ id }) => id));
  return markup`${unanswered > 0 && markup`<p class="quiet">${count(unanswered, 'topic')} not answered yet.</p>`}
${weakest !== undefined && markup`<p>Next: <code>${typed('drill')} ${isolated(weakest)}</code></p>`}
${check.length > 0 && markup`<p>You and the bank disagree more than chance explains: check ${isolated(names)}.</p>`}
${challenged.length > 0 && markup`<p>You reported:</p><ul>${challenged.map(({ id, text }) => markup`<li><code>${id}</code> ${isolated(text)}</li>`)}</ul>`}`;
}

function due({ due: { now, tomorrow, week } }: StatsFigures): Markup {
  return markup`<dl><dt>Due now</dt><dd>${now}</dd><dt>By tomorrow</dt><dd>${tomorrow}</dd><dt>In 7 days</dt><dd>${week}</dd></dl>`;
}
