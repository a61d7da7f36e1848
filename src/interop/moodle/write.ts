// Moodle XML out. Texts are HTML in CDATA, as Moodle's own exports are.
import type { Item, Option } from '../../core/items/item.ts';
import type { ClozeBody } from '../../core/items/kinds/cloze.ts';
import { inOrder } from '../../core/items/kinds/kind.ts';
import { escapeMarkup } from '../../html/markup.ts';
import type { BankContent, Written } from '../format.ts';
import { textForEither, textToHtml } from '../markup/html.ts';
import type { Pair } from '../reading/told.ts';
import { addCommonLosses, decimal, losses, pairsOf, wholeStem } from '../writing.ts';

export function writeMoodleXml({ items }: BankContent): Written {
  const lost = losses();
  const parts: string[] = [];
  let category = '';
  for (const item of items) {
    addCommonLosses(item, lost, { topics: 'all' });
    if (item.topics[0] !== category) {
      category = item.topics[0];
      parts.push(
        `<question type="category"><category><text>$course$/top/${escapeMarkup(category)}</text></category></question>`,
      );
    }
    parts.push(questionOf(item));
  }
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`;
  return { content, ...lost.told() };
}

function questionOf(item: Item): string {
  const tags = item.topics.slice(1).map((topic) => `<tag><text>${escapeMarkup(topic)}</text></tag>`);
  return [
    `<question type="${typeOf(item)}">`,
    `<name><text>${escapeMarkup(item.id)}</text></name>`,
    `<questiontext format="html"><text>${html(wholeStem(item))}</text></questiontext>`,
    `<generalfeedback format="html"><text>${item.why ? html(item.why) : ''}</text></generalfeedback>`,
    '<defaultgrade>1</defaultgrade>',
    `<idnumber>${escapeMarkup(item.id)}</idnumber>`,
    ...answersOf(item),
    ...(tags.length > 0 ? [`<tags>${tags.join('')}</tags>`] : []),
    '</question>',
  ].join('\n');
}

function typeOf({ body }: Item): string {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return 'multichoice';
    case 'cloze':
      return 'accept' in body.answer ? 'shortanswer' : 'numerical';
    default:
      return body.type;
  }
}

function answersOf({ body }: Item): string[] {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const share = Number((100 / body.answer.length).toFixed(5));
      const wrong = body.type === 'single' ? 0 : -100;
      return [
        `<single>${body.type === 'single'}</single>`,
        '<shuffleanswers>true</shuffleanswers>',
        ...body.options.map((option) => answer(option, body.answer.includes(option.id) ? share : wrong)),
      ];
    }
    case 'ordering': {
      const steps = inOrder(body.options, body.answer);
      return [
        '<layouttype>VERTICAL</layouttype>',
        '<selecttype>ALL</selecttype>',
        '<gradingtype>ALL_OR_NOTHING</gradingtype>',
        ...steps.map((step, index) => answer(step, index + 1)),
      ];
    }
    case 'matching':
      return pairsOf(body).map(pairXml);
    case 'cloze':
      return clozeAnswers(body.answer);
  }
}

function answer({ text, why = '' }: Option, fraction: number): string {
  return `<answer fraction="${fraction}" format="html"><text>${html(text)}</text><feedback format="html"><text>${html(why)}</text></feedback></answer>`;
}

/** Moodle keeps right parts as plain text: escaped here only where they would be taken for HTML on the way back. */
function pairXml({ left, right }: Pair): string {
  return `<subquestion format="html"><text>${html(left)}</text><answer><text>${cdata(textForEither(right))}</text></answer></subquestion>`;
}

function clozeAnswers(answer: ClozeBody['answer']): string[] {
  if ('accept' in answer)
    return [
      '<usecase>0</usecase>',
      ...answer.accept.map(
        (text) =>
          `<answer fraction="100" format="plain_text"><text>${cdata(text.replace(/\*/g, '\\*'))}</text></answer>`,
      ),
    ];
  const { number, tolerance, unit } = answer;
  const units = unit
    ? [`<units><unit><multiplier>1</multiplier><unit_name>${escapeMarkup(unit)}</unit_name></unit></units>`]
    : [];
  return [
    `<answer fraction="100"><text>${decimal(number)}</text><tolerance>${decimal(tolerance)}</tolerance></answer>`,
    ...units,
  ];
}

function html(text: string): string {
  return text === '' ? '' : cdata(textToHtml(text));
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
