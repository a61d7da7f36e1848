// One question of a session, explained: closed until it is clicked, without a script.
import type { Dated, Item, Quote } from '../../core/items/item.ts';
import { tolerated } from '../../core/items/kinds/cloze.ts';
import { kindOf } from '../../core/items/kinds/index.ts';
import { idsOf, type Presentation, type Response, type ShownOption } from '../../core/items/kinds/kind.ts';
import type { Explained, Grading } from '../../core/sitting/view.ts';
import { withDots } from '../../core/text/beginning.ts';
import { hasCode, withoutFences } from '../../core/text/code-lines.ts';
import { isolated, type Markup, markup } from '../../html/markup.ts';
import { besideWords, proseOf } from '../../html/prose.ts';
import { isBesideKey } from '../explanation.ts';
import { placeOf } from '../quote.ts';

/** `handling` is what was done with it, in a few words; it may be empty. */
export function questionDetails({ item, grading, question }: Explained, handling: string): Markup {
  const { stem, caseText, presentation } = question;
  const { why, quotes, dated } = grading.explanation;
  const hasOptions = presentation.options !== undefined && item.body.type !== 'ordering';
  return markup`<details class="question" id="question-${grading.slot}">
<summary>${grading.slot}. ${verdictOf(grading)} ${isolated(beginningOf(stem))}</summary>
${caseText && proseOf(caseText)}
${proseOf(stem)}
${hasOptions ? optionList(presentation.options ?? [], grading) : answers(item, grading)}
${why && reasonWhole(why)}
${hasOptions ? undefined : partList(presentation, grading)}
${quotes.length === 0 ? markup`<p>No quote from the notes proves this question.</p>` : quotes.map(quoteFigure)}
${dated && datedRemark(dated)}
${handling !== '' && markup`<p>While you sat it: ${handling}.</p>`}
</details>
`;
}

function verdictOf({ score, response, draft }: Grading): Markup {
  if (score === 1) return markup`<span class="verdict right">Right.</span>`;
  const how = response !== null ? '' : draft === null ? ' No answer.' : ' Not complete.';
  return markup`<span class="verdict missed">Not this time.${how}</span>`;
}

const LONGEST = 90;

/** Enough of the stem to know it again. */
function beginningOf(stem: string): string {
  const flat = withoutFences(stem).replace(/\s+/g, ' ').trim();
  return flat.length > LONGEST ? withDots(flat.slice(0, LONGEST).replace(/ \S*$/, '')) : flat;
}

/** The options in the order in which they were shown, each with what it was and why. */
function optionList(options: readonly ShownOption[], { response, draft, explanation }: Grading): Markup {
  const chosen = idsOf(response ?? draft);
  const keys = idsOf(explanation.key);
  const items = options.map(({ id, text }) => {
    const marks = [...(keys.includes(id) ? ['right answer'] : []), ...(chosen.includes(id) ? ['your choice'] : [])];
    const role = keys.includes(id) ? 'right' : 'missed';
    return markup`<li>${besideWords(text)}${marks.length > 0 && markup` <strong class="${role}">${keys.includes(id) ? '✓' : '✗'} ${marks.join(', ')}</strong>`}
${reasonFor(id, explanation.options)}</li>
`;
  });
  return markup`<ol class="options">${items}</ol>`;
}

function reasonFor(id: string, rationales: Grading['explanation']['options']): Markup | undefined {
  const why = rationales.find((rationale) => rationale.id === id)?.why;
  return why === undefined ? undefined : proseOf(why, 'why text');
}

/** The reason that the question has as a whole. */
function reasonWhole(why: string): Markup {
  const name = markup`<strong>Why</strong>`;
  return hasCode(why) ? markup`<p>${name}</p>\n${proseOf(why)}` : markup`<p class="text">${name} ${isolated(why)}</p>`;
}

/** What was entered and what is right, where that is no choice of options. */
function answers(item: Item, grading: Grading): Markup {
  const { body } = item;
  const { response, draft, explanation } = grading;
  const within = body.type === 'cloze' && tolerated(body);
  const entered = response ?? draft;
  const yours = entered === null ? 'none' : answerOf(body, entered);
  return markup`<dl>${isBesideKey(grading, item) && markup`<dt>Your answer</dt><dd>${yours}</dd>`}<dt>Right answer</dt><dd>${answerOf(body, explanation.key)}${within}</dd></dl>`;
}

/** A response in words; place by place where there is code in it, which no sentence holds. */
function answerOf(body: Item['body'], given: Response): Markup {
  const kind = kindOf(body);
  const places = kind.places?.(body, given) ?? [];
  if (!places.some(({ place, text }) => hasCode(place) || hasCode(text))) return isolated(kind.describe(body, given));
  const isOrder = body.type === 'ordering'; // its places are the numbers of the list
  const items = places.map(
    ({ place, text }) => markup`<li>${!isOrder && markup`${besideWords(place)} = `}${besideWords(text)}</li>\n`,
  );
  return isOrder ? markup`<ol class="options">${items}</ol>` : markup`<ul class="options">${items}</ul>`;
}

/** The parts that have a reason of their own. */
function partList({ options = [], left = [], right = [] }: Presentation, { explanation }: Grading): Markup | undefined {
  const reasons = [...options, ...left, ...right].flatMap(({ id, text }) => {
    const reason = reasonFor(id, explanation.options);
    return reason ? [markup`<li>${besideWords(text)}${reason}</li>\n`] : [];
  });
  return reasons.length > 0 ? markup`<ul class="options">${reasons}</ul>` : undefined;
}

/** A row of a table stands under the head of it. */
function quoteFigure(quote: Quote): Markup {
  const head = quote.context.head?.[1];
  return markup`<figure><blockquote dir="auto">${head && markup`<span class="quiet">${head}</span>\n`}${linesOf(quote)}</blockquote>
<figcaption>Your notes, ${isolated(quote.path.join(' › '))}, <code>${isolated(placeOf(quote))}</code></figcaption></figure>
`;
}

/** Line by line as the notes have it. */
function linesOf({ text, rows }: Quote): string {
  return rows ? rows.map(([, content]) => content).join('\n') : text;
}

function datedRemark({ asOf, says, source }: Dated): Markup {
  return markup`<p><strong class="caution">Today (${asOf}):</strong> ${isolated(says)}${source && markup` ${link(source)}`}</p>`;
}

/** Only to the web: whatever else stands there is text. */
function link(source: string): Markup {
  if (!/^https?:\/\/[^\s]+$/i.test(source)) return isolated(source);
  return markup`<a href="${source}" rel="noopener noreferrer">${isolated(source)}</a>`;
}
