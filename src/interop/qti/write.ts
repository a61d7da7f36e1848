// QTI 3.0 out: a zip with a manifest and an item a file.
import type { Item, Option } from '../../core/items/item.ts';
import type { ClozeBody } from '../../core/items/kinds/cloze.ts';
import { escapeMarkup } from '../../html/markup.ts';
import type { BankContent, Written } from '../format.ts';
import { textToHtml } from '../markup/html.ts';
import { addCommonLosses, decimal, type Losses, losses, UNITS_LEFT, wholeStem } from '../writing.ts';
import { zip } from './zip.ts';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const TEMPLATES = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates';

export function writeQti({ id, items }: BankContent): Written {
  const lost = losses();
  const names = items.map((_, index) => `items/item-${String(index + 1).padStart(5, '0')}.xml`);
  const files = Object.fromEntries(items.map((item, index) => [names[index] ?? '', itemXml(item, lost)]));
  return { content: zip({ 'imsmanifest.xml': manifest(id, items, names), ...files }), ...lost.told() };
}

function manifest(id: string, items: readonly Item[], names: readonly string[]): string {
  const resources = items.map((_, index) => {
    const href = names[index] ?? '';
    return `<resource identifier="item-${index + 1}" type="imsqti_item_xmlv3p0" href="${href}"><file href="${href}"/></resource>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="${name(id)}">`,
    '<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>',
    '<organizations/>',
    `<resources>${resources.join('')}</resources>`,
    '</manifest>\n',
  ].join('\n');
}

/** Names of XML start with a letter. */
function name(id: string): string {
  return /^[A-Za-z]/.test(id) ? id : `i-${id}`;
}

function itemXml(item: Item, lost: Losses): string {
  addCommonLosses(item, lost);
  const { response, body, scoring } = partsOf(item, lost);
  const shown = reasonsOf(item);
  const why = item.why
    ? `<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="${WHOLE}" show-hide="show"><qti-content-body><p>${xhtml(item.why)}</p></qti-content-body></qti-modal-feedback>`
    : '';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<qti-assessment-item xmlns="${NAMESPACE}" identifier="${name(item.id)}" title="${escapeMarkup(item.id)}" adaptive="false" time-dependent="false">`,
    response,
    '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>',
    ...(shown.length > 0
      ? ['<qti-outcome-declaration identifier="FEEDBACK" cardinality="multiple" base-type="identifier"/>']
      : []),
    `<qti-item-body>${body}</qti-item-body>`,
    processingOf(scoring, shown),
    `${why}</qti-assessment-item>\n`,
  ].join('\n');
}

interface Parts {
  readonly response: string;
  readonly body: string;
  readonly scoring: Scoring;
}

/** How a response is scored: by a template of the standard, for which these are the rules, or by rules alone. */
interface Scoring {
  readonly template?: 'match_correct' | 'map_response';
  readonly rules: string;
}

const MATCH: Scoring = {
  template: 'match_correct',
  rules: scoreIf('<qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>'),
};

const MAP: Scoring = {
  template: 'map_response',
  rules: scoreIf(
    '<qti-not><qti-is-null><qti-variable identifier="RESPONSE"/></qti-is-null></qti-not>',
    '<qti-map-response identifier="RESPONSE"/>',
  ),
};

function scoreIf(condition: string, score = '<qti-base-value base-type="float">1</qti-base-value>'): string {
  const set = (value: string) => `<qti-set-outcome-value identifier="SCORE">${value}</qti-set-outcome-value>`;
  const none = '<qti-base-value base-type="float">0</qti-base-value>';
  return `<qti-response-condition><qti-response-if>${condition}${set(score)}</qti-response-if><qti-response-else>${set(none)}</qti-response-else></qti-response-condition>`;
}

/** The names of the reasons that an item shows once it is answered. */
function reasonsOf({ body, why }: Item): string[] {
  const ofOptions = 'options' in body ? body.options.flatMap((option) => (option.why ? [name(option.id)] : [])) : [];
  return why ? [...ofOptions, WHOLE] : ofOptions;
}

const WHOLE = 'why';

/** The templates of the standard score and do no more: where there are reasons, the rules stand in the item and show them. */
function processingOf({ template, rules }: Scoring, shown: readonly string[]): string {
  if (template && shown.length === 0) return `<qti-response-processing template="${TEMPLATES}/${template}.xml"/>`;
  const names = shown.map((reason) => `<qti-base-value base-type="identifier">${reason}</qti-base-value>`).join('');
  const show =
    names &&
    `<qti-set-outcome-value identifier="FEEDBACK"><qti-multiple>${names}</qti-multiple></qti-set-outcome-value>`;
  return `<qti-response-processing>${rules}${show}</qti-response-processing>`;
}

function declaration(cardinality: string, type: string, values: readonly string[], mapping = ''): string {
  const correct = values.map((value) => `<qti-value>${escapeMarkup(value)}</qti-value>`).join('');
  return `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${correct}</qti-correct-response>${mapping}</qti-response-declaration>`;
}

function partsOf(item: Item, lost: Losses): Parts {
  const { body } = item;
  const stem = `<p>${xhtml(wholeStem(item))}</p>`;
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const most = body.type === 'single' ? 1 : body.answer.length;
      const options = body.options.map(simpleChoice).join('');
      return {
        response: declaration(body.type, 'identifier', body.answer.map(name)),
        body: `${stem}<qti-choice-interaction response-identifier="RESPONSE" max-choices="${most}" shuffle="true">${options}</qti-choice-interaction>`,
        scoring: MATCH,
      };
    }
    case 'ordering':
      return {
        response: declaration('ordered', 'identifier', body.answer.map(name)),
        body: `${stem}<qti-order-interaction response-identifier="RESPONSE" shuffle="true">${body.options.map(simpleChoice).join('')}</qti-order-interaction>`,
        scoring: MATCH,
      };
    case 'matching': {
      const pairs = body.left.map(({ id }) => `L-${id} R-${body.answer[id] ?? ''}`);
      return {
        response: declaration('multiple', 'directedPair', pairs),
        body: `${stem}<qti-match-interaction response-identifier="RESPONSE" max-associations="${pairs.length}" shuffle="true">${matchSet(body.left, 'L-')}${matchSet(body.right, 'R-')}</qti-match-interaction>`,
        scoring: MATCH,
      };
    }
    case 'cloze':
      return clozeParts(wholeStem(item), body.answer, lost);
  }
}

function simpleChoice({ id, text, why }: Option): string {
  const reason = why
    ? `<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="${name(id)}" show-hide="show">${xhtml(why)}</qti-feedback-inline>`
    : '';
  return `<qti-simple-choice identifier="${name(id)}">${xhtml(text)}${reason}</qti-simple-choice>`;
}

function matchSet(parts: readonly Option[], prefix: string): string {
  const choices = parts.map(
    ({ id, text }) =>
      `<qti-simple-associable-choice identifier="${prefix}${id}" match-max="1">${xhtml(text)}</qti-simple-associable-choice>`,
  );
  return `<qti-simple-match-set>${choices.join('')}</qti-simple-match-set>`;
}

const ENTRY = '<qti-text-entry-interaction response-identifier="RESPONSE"/>';

/** The gap stands where the stem has one, else in a paragraph of its own. */
function clozeParts(stem: string, answer: ClozeBody['answer'], lost: Losses): Parts {
  const [before = '', ...after] = stem.split('____');
  const body =
    after.length > 0
      ? `<p>${xhtml(before)}${ENTRY}${xhtml(after.join('____'))}</p>`
      : `<p>${xhtml(stem)}</p><p>${ENTRY}</p>`;
  if ('accept' in answer) {
    const entries = answer.accept.map(
      (text) => `<qti-map-entry map-key="${escapeMarkup(text)}" mapped-value="1" case-sensitive="false"/>`,
    );
    const mapping = `<qti-mapping default-value="0">${entries.join('')}</qti-mapping>`;
    return {
      response: declaration('single', 'string', answer.accept.slice(0, 1), mapping),
      body,
      scoring: MAP,
    };
  }
  if (answer.unit) lost.add(UNITS_LEFT);
  const { number, tolerance } = answer;
  return { response: declaration('single', 'float', [decimal(number)]), body, scoring: withinTolerance(tolerance) };
}

function withinTolerance(tolerance: number): Scoring {
  const off = decimal(tolerance);
  const equal = `<qti-equal tolerance-mode="absolute" tolerance="${off} ${off}"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal>`;
  return { rules: scoreIf(equal) };
}

/** XML knows no named entities but five, and closes every element. */
function xhtml(text: string): string {
  return textToHtml(text).replaceAll('&nbsp;', '&#160;').replaceAll('<br>', '<br/>');
}
