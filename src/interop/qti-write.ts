// QTI 3.0 out: a zip with a manifest and an item a file.
import type { Item, Option } from '../core/item.ts';
import { escapeMarkup } from '../html/markup.ts';
import type { BankContent, Written } from './format.ts';
import { textToHtml } from './html.ts';
import { addCommonLosses, type Losses, losses, wholeStem } from './lossy.ts';
import { zip } from './zip.ts';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const TEMPLATES = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates';

export function writeQti({ id, items }: BankContent): Written {
  const lost = losses();
  const names = items.map((_, index) => `items/item-${String(index + 1).padStart(5, '0')}.xml`);
  const files = Object.fromEntries(items.map((item, index) => [names[index] ?? '', itemXml(item, lost)]));
  return { content: zip({ 'imsmanifest.xml': manifest(id, items, names), ...files }), lossy: lost.lines() };
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
  const { response, body, processing } = partsOf(item, lost);
  const why = item.why
    ? `<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="why" show-hide="show"><qti-content-body><p>${xhtml(item.why)}</p></qti-content-body></qti-modal-feedback>`
    : '';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<qti-assessment-item xmlns="${NAMESPACE}" identifier="${name(item.id)}" title="${escapeMarkup(item.id)}" adaptive="false" time-dependent="false">`,
    response,
    '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>',
    '<qti-outcome-declaration identifier="FEEDBACK" cardinality="multiple" base-type="identifier"/>',
    `<qti-item-body>${body}</qti-item-body>`,
    processing,
    `${why}</qti-assessment-item>\n`,
  ].join('\n');
}

interface Parts {
  readonly response: string;
  readonly body: string;
  readonly processing: string;
}

const BY_TEMPLATE = (template: string) => `<qti-response-processing template="${TEMPLATES}/${template}.xml"/>`;

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
        processing: BY_TEMPLATE('match_correct'),
      };
    }
    case 'ordering':
      return {
        response: declaration('ordered', 'identifier', body.answer.map(name)),
        body: `${stem}<qti-order-interaction response-identifier="RESPONSE" shuffle="true">${body.options.map(simpleChoice).join('')}</qti-order-interaction>`,
        processing: BY_TEMPLATE('match_correct'),
      };
    case 'matching': {
      if ([...body.left, ...body.right].some(({ why }) => why)) lost.add('reasons of single parts are left out');
      const pairs = body.left.map(({ id }) => `L-${id} R-${body.answer[id] ?? ''}`);
      return {
        response: declaration('multiple', 'directedPair', pairs),
        body: `${stem}<qti-match-interaction response-identifier="RESPONSE" max-associations="${pairs.length}" shuffle="true">${matchSet(body.left, 'L-')}${matchSet(body.right, 'R-')}</qti-match-interaction>`,
        processing: BY_TEMPLATE('match_correct'),
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
function clozeParts(stem: string, answer: Extract<Item['body'], { type: 'cloze' }>['answer'], lost: Losses): Parts {
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
      processing: BY_TEMPLATE('map_response'),
    };
  }
  if (answer.unit) lost.add('units of numbers are left out');
  const { number, tolerance } = answer;
  return { response: declaration('single', 'float', [String(number)]), body, processing: withinTolerance(tolerance) };
}

function withinTolerance(tolerance: number): string {
  const equal = `<qti-equal tolerance-mode="absolute" tolerance="${tolerance} ${tolerance}"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal>`;
  const score =
    '<qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value>';
  return `<qti-response-processing><qti-response-condition><qti-response-if>${equal}${score}</qti-response-if></qti-response-condition></qti-response-processing>`;
}

/** XML knows no named entities but five, and closes every element. */
function xhtml(text: string): string {
  return textToHtml(text).replaceAll('&nbsp;', '&#160;').replaceAll('<br>', '<br/>');
}
