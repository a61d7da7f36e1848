// A row of a table to a question.
import { cognitiveLevels } from '../../core/items/item.ts';
import { limits } from '../../core/limits.ts';
import type { Place, RefusalReason, Taken } from '../format.ts';
import { eitherToText } from '../markup/html.ts';
import { asItIs, noting } from '../markup/plain-text.ts';
import { noTruth, TOO_LONG_TO_TYPE, unsupportedType } from '../reading/refusals.ts';
import { refused, takenFrom } from '../reading/taken.ts';
import { paragraphs } from '../reading/texts.ts';
import { chosen, isTooLongToType, matched, type ToldBody, trueOrFalse } from '../reading/told.ts';
import type { Counting } from '../words/counting.ts';
import { keysOfList, reasonBehind, tooManyOptions } from '../words/keys.ts';
import { unlabelled } from '../words/labels.ts';
import { answersInText, optionsInText } from '../words/lettered.ts';
import { signedAmong } from '../words/marks.ts';
import { ascending, listedNumbers, type Offered, sameText } from '../words/readings.ts';
import { type Columns, headingOf } from './columns.ts';
import { numberFrom } from './number-cells.ts';

/** A row with the means to read its cells. */
interface RowCells {
  readonly columns: Columns;
  readonly cell: (index: number | undefined) => string;
  readonly counting: Counting;
  /** Whether the cells are as a bank has them. */
  readonly isPlain: boolean;
  readonly isRecall: boolean;
}

interface RowReading {
  /** Whether the cells hold no HTML; else a column may say so. */
  readonly isText?: boolean;
  /** Whether a question without options is one to be typed, if its answer is short enough. */
  readonly isRecall?: boolean;
  /** The topics of the source besides those of the row. */
  readonly topics?: readonly string[];
  /** Pictures that were in the row before its cells were texts. */
  readonly media?: number;
}

export function questionFromRow(
  at: Place,
  cells: readonly string[],
  columns: Columns,
  counting: Counting,
  { isText = false, isRecall = false, topics = [], media = 0 }: RowReading = {},
): Taken {
  const surplus = surplusOf(cells, columns.width);
  if (surplus) return refused(at, 'surplus-cells', surplus);
  const { single } = columns;
  const isPlain = isText || /^plain$/i.test(unquoted(cells[single.get('format') ?? -1] ?? '').trim());
  const { toText, seen } = noting(isPlain ? asItIs : eitherToText);
  const cell = (index: number | undefined) => toText(unquoted(cells[index ?? -1] ?? '')).trim();
  const row: RowCells = { columns, cell, counting, isPlain, isRecall };
  const stem = cell(single.get('question'));
  const body = bodyFrom(row);
  const options = 'options' in body ? body.options.map(({ text }) => text) : [];
  const why = paragraphs([reasonBehind(cell(single.get('answer')), options), cell(single.get('why'))]);
  const level = cognitiveLevels.find((known) => known === cell(single.get('level')).toLowerCase());
  const own = cell(single.get('topics')).split(/[;,|\n]/);
  return takenFrom({
    at,
    stem,
    why,
    topics: [...topics, ...own],
    body,
    level,
    seen: { ...seen, media: seen.media + media + picturesIn(cells, columns) },
    lost: columnsLeft(cells, columns),
  });
}

/** A row with more cells than there are headings is shifted somewhere: a separator in a text that is not quoted. */
export function surplusOf(cells: readonly string[], width: number | undefined): string | undefined {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return width !== undefined && filled > width
    ? `this row has ${filled} cells and the headings are ${width}: quote the text that has the separator in it`
    : undefined;
}

/** Spreadsheets are kept from taking a cell for a formula by a quotation mark before it, which is not part of the text. */
function unquoted(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r])/, '');
}

function bodyFrom(row: RowCells): ToldBody | RefusalReason {
  const { columns, cell } = row;
  const type = cell(columns.single.get('type')).toLowerCase();
  if (/^order(ing)?$|^sequence$/.test(type)) return { type: 'ordering', steps: filled(row) };
  if (/^match(ing)?$/.test(type)) return matchingFrom(row);
  const isTyped = /^(cloze|short ?answer|fill.*|text|numeric(al)?|number|gap)$/.test(type);
  const isShort = /^(short|cash)$/.test(type) && filled(row).length === 0; // with options it may be any choice
  if (isTyped || isShort) return clozeFrom(row);
  if (/^(true.?false|boolean|t\/?f|tf)$/.test(type) && filled(row).length === 0)
    return trueFalse(cell(columns.single.get('answer')));
  if (type !== '' && !/choice|single|multi|select|mcq?|mrq?|radio|check|quiz|true|boolean|^duo$|^carr[ée]$/.test(type))
    return unsupportedType(type);
  return choiceFrom(row);
}

interface Filled extends Offered {
  readonly heading: string;
  readonly why: string;
}

/** The options that have a text. An empty cell after the last is no option; one in between stays empty, and is refused. */
function filled({ columns, cell }: RowCells): Filled[] {
  const all = columns.options.map(({ label, index, heading }) => ({
    text: cell(index),
    label,
    heading,
    why: cell(columns.whys.get(label)),
  }));
  const list = columns.single.get('options');
  if (all.length === 0 && list !== undefined)
    return optionsInText(cell(list)).map((option) => ({ ...option, heading: '', why: '' }));
  return all.slice(0, all.findLastIndex(({ text }) => text !== '') + 1);
}

function choiceFrom(row: RowCells): ToldBody | RefusalReason {
  const { columns, cell, counting } = row;
  const answer = cell(columns.single.get('answer'));
  const wrong = columns.wrong.map(cell).filter((text) => text !== '');
  if (wrong.length > 0 && columns.options.length === 0) {
    if (answer === '') return { code: 'no-key', message: 'no answer is given' };
    return {
      type: 'choice',
      options: [{ text: answer, isKey: true }, ...wrong.map((text) => ({ text, isKey: false }))],
    };
  }
  const written = filled(row);
  const bare = row.isPlain ? undefined : unlabelled(written.map(({ text }) => text)); // labels in all cells, in order
  const listed = bare ? withTexts(written, bare) : written;
  const signed = row.isPlain ? undefined : signedAmong(listed.map(({ text }) => text));
  const options = signed ? withTexts(listed, signed.texts) : listed;
  if (options.length === 0 && /^(true|false|t|f)$/i.test(answer)) return trueFalse(answer);
  if (options.length === 0 && row.isRecall)
    return isTooLongToType(answer) ? TOO_LONG_TO_TYPE : { type: 'cloze', accept: [answer] };
  if (options.length === 0)
    return {
      code: 'no-options',
      message: `there are no options; a question to be typed says cloze in a column "type"${row.isPlain ? '' : cardsHint(columns.width)}`,
    };
  if (options.length > limits.options) return tooManyOptions(options.length);
  const isPlace = columns.hasPlaces && listedNumbers(answer) !== undefined;
  const offered = options.map(({ text, label, heading }): Offered => {
    if (isPlace) return { text: '', label };
    const isNamed = !columns.hasIds && heading !== '' && !/^[A-Z]$/.test(label ?? ''); // both kinds of label may be used below letters
    return isNamed ? { text, label } : { text };
  });
  const named = keysOfList(answersInText(answer, offered), offered, isPlace ? (counting ?? 1) : counting);
  const said = (isPlace ? undefined : byHeading(answer, options)) ?? named;
  const keys = answer === '' && signed ? signed : said;
  if ('code' in keys) return keys;
  if (signed && signed.keys.join() !== ascending(keys.keys).join())
    return { code: 'key-ambiguous', message: 'the signs at the options and the answer differ' };
  return chosen(options, keys);
}

/** What a table of two columns may be, or of three where the last has tags. */
export function cardsHint(columns: number | undefined): string {
  return columns === 2 || columns === 3 ? ', and cards with a front and a back are read with --format anki' : '';
}

function withTexts(options: readonly Filled[], texts: readonly string[]): readonly Filled[] {
  return options.map((option, index) => ({ ...option, text: texts[index] ?? '' }));
}

/** "option 2; option 3": the answer names columns by their headings. */
function byHeading(answer: string, options: readonly Filled[]): { keys: number[] } | undefined {
  if (options.some(({ text }) => sameText(text, answer))) return undefined;
  const named = answer.split(/[;,]/).map((part) => {
    const wanted = headingOf(part);
    return options.findIndex(({ heading }) => heading.length > 1 && heading === wanted);
  });
  return named.every((index) => index >= 0) ? { keys: named } : undefined;
}

function trueFalse(answer: string): ToldBody | RefusalReason {
  const isTrue = /^(t|true|yes|1)$/i.test(answer);
  return isTrue || /^(f|false|no|0)$/i.test(answer) ? trueOrFalse(isTrue) : noTruth(answer);
}

function matchingFrom({ columns, cell }: RowCells): ToldBody {
  const pairs = columns.options
    .map(({ label, index }) => ({ left: cell(index), right: cell(columns.matches.get(label)) }))
    .filter(({ left, right }) => left !== '' || right !== '');
  return matched(pairs);
}

/** A number says its tolerance; texts are the answer, and further spellings stand in the option columns. */
function clozeFrom(row: RowCells): ToldBody | RefusalReason {
  const { columns, cell } = row;
  const answer = cell(columns.single.get('answer'));
  const tolerance = cell(columns.single.get('tolerance'));
  const unit = cell(columns.single.get('unit'));
  if (tolerance !== '' || /^numeric|^number/.test(cell(columns.single.get('type')).toLowerCase()))
    return numberFrom({ answer, tolerance, unit }, /^plain$/i.test(cell(columns.single.get('format'))));
  return { type: 'cloze', accept: [answer, ...filled(row).map(({ text }) => text)], isTyped: true };
}

const PICTURE = /\b(?:image|picture|photo|bild|imagen|imagem|immagine|картинка|图片|画像)/i;

/** How many pictures a row names in columns that are called so. */
function picturesIn(cells: readonly string[], { others }: Columns): number {
  return others.filter(({ index, name }) => PICTURE.test(name) && (cells[index] ?? '').trim() !== '').length;
}

/** Columns with a text that have no place in a question; numbers are marks and seconds of the tool that the table is from. */
function columnsLeft(cells: readonly string[], { others }: Columns): string[] {
  return others
    .filter(({ index, name }) => !PICTURE.test(name) && /\p{L}/u.test(cells[index] ?? ''))
    .map(({ name }) => `the column "${name.slice(0, 40)}"`);
}
