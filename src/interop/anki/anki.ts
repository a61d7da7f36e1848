// Anki's text export and import (2.1.54 and later): "#key:value" lines at the top, then rows of fields.
import type { Item, Option } from '../../core/items/item.ts';
import { limits } from '../../core/limits.ts';
import type { BankContent, Format, Source, Taken, Written } from '../format.ts';
import { textToHtml } from '../markup/html.ts';
import { ofLines } from '../reading/bounds.ts';
import { fieldLeft } from '../reading/refusals.ts';
import { refused } from '../reading/taken.ts';
import { type Columns, columnsFrom } from '../tables/columns.ts';
import { surplusOf } from '../tables/question-from-row.ts';
import { delimiterOf, rowsOf, rowText } from '../tables/rows.ts';
import { latinLabel } from '../words/labels.ts';
import { addCommonLosses, type Losses, losses, wholeStem } from '../writing.ts';
import { isAllInOne } from './all-in-one.ts';
import { allInOneCard, ankiCard, type Note, rowCard } from './note.ts';

export const anki: Format = {
  name: 'anki',
  carries: 'single, multiple, cloze; reasons, topics as tags',
  endings: ['.txt'],
  recognises: (text) => HEADER.test(text.slice(0, 5000)) || areCards(text),
  reads: ofLines(readAnki),
  writes: writeAnki,
};

const HEADER = /^#(?:separator|html|columns|(?:deck|notetype|tags|guid)(?: column)?):/im;

const MOST_LOOKED_AT = 50;

/** Whether every line is a front, a back and perhaps tags, with tabs between: so Quizlet exports cards, and so did Anki before 2.1.54. */
function areCards(text: string): boolean {
  const lines = text.split('\n', MOST_LOOKED_AT).filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  const cells = first.split('\t').length;
  const isCard = (line: string) => line.split('\t').length === cells && /^[^\t]*\p{Ll}|^[^\t]*\P{ASCII}/u.test(line);
  return lines.length > 1 && (cells === 2 || cells === 3) && lines.every(isCard);
}

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['space', ' '],
  ['pipe', '|'],
  ['colon', ':'],
]);

/** The lines at the top that start with "#", and where the rows begin. */
function headersOf(text: string): { headers: ReadonlyMap<string, string>; rows: string; firstLine: number } {
  const headers = new Map<string, string>();
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const count = end < 0 ? lines.length : end;
  for (const line of lines.slice(0, count)) {
    const [, key = '', value = ''] = /^#([a-z ]+):(.*)$/i.exec(line) ?? [];
    if (key !== '') headers.set(key.toLowerCase(), value.trim() === '' ? value : value.trim());
  }
  return { headers, rows: lines.slice(count).join('\n'), firstLine: count + 1 };
}

async function* readAnki({ file, text }: Source): AsyncIterable<Taken> {
  const { headers, rows, firstLine } = headersOf(text);
  const named = headers.get('separator') ?? '';
  const delimiter = SEPARATORS.get(named.toLowerCase()) ?? (named === '' ? delimiterOf(rows) : (named[0] ?? '\t'));
  const special = ['notetype', 'deck', 'tags', 'guid'].map((name) => Number(headers.get(`${name} column`) ?? 0) - 1);
  const [typeColumn = -1, deckColumn = -1, tagsColumn = -1] = special;
  const markup = markupOf(headers.get('html'));
  const listed = headers.get('columns')?.split(delimiter);
  const headings = listed ? undefined : await headingsOf(rows, delimiter);
  const names = (listed ?? headings ?? []).map((name) => name.trim());
  const places = new Set(special);
  const columns = optionColumns(names.map((name, index) => (places.has(index) ? '' : name)));
  for await (const row of rowsOf(rows, { delimiter, isLoose: true, firstLine })) {
    const at = { file, line: row.line };
    if (headings && row.line === firstLine) continue;
    if ('error' in row) {
      yield refused(at, 'broken-row', row.error);
      continue;
    }
    const surplus = listed && surplusOf(row.cells, listed.length);
    if (surplus) {
      yield refused(at, 'surplus-cells', surplus);
      continue;
    }
    const tags = `${headers.get('tags') ?? ''} ${row.cells[tagsColumn] ?? ''}`.split(/\s+/, limits.importFields);
    const deck = row.cells[deckColumn] ?? headers.get('deck') ?? '';
    const noteType = row.cells[typeColumn] ?? headers.get('notetype') ?? '';
    const topics = [deck, ...tags].map((topic) => topic.replaceAll('::', '/')).filter((topic) => topic !== '');
    const note: Note = { ...namedFields(row.cells, names, places), markup, gaps: gapsOf(noteType), topics };
    const own = row.cells.filter((_, index) => !places.has(index));
    if (isAllInOne(noteType, names, own)) yield allInOneCard(at, note, own);
    else if (columns) yield rowCard(at, note, row.cells, columns);
    else yield* ankiCard(at, note);
  }
}

/** The first row, where it names front and back: a file of cards that is no export of Anki may begin so. */
async function headingsOf(rows: string, delimiter: string): Promise<readonly string[] | undefined> {
  for await (const row of rowsOf(rows, { delimiter, isLoose: true })) {
    if ('error' in row || row.line !== 1) return undefined;
    return columnsFrom(row.cells)?.single.has('answer') ? row.cells : undefined;
  }
  return undefined;
}

/** What the type of a note says of gaps: Anki's own types are called "Basic …" and "Cloze …". */
function gapsOf(noteType: string): Note['gaps'] {
  if (/^basic/i.test(noteType)) return 'none';
  return /cloze|lückentext/i.test(noteType) ? 'always' : 'perhaps';
}

/** Where the file does not say, a field may be either. */
function markupOf(html: string | undefined): Note['markup'] {
  if (html === undefined) return 'either';
  return html.toLowerCase() === 'true' ? 'html' : 'plain';
}

function writeAnki({ items, id }: BankContent): Written {
  const lost = losses();
  const rows = items.flatMap((item) => {
    const card = cardOf(item, lost);
    if (!card) return [];
    addCommonLosses(item, lost, { topics: 'all' });
    const tags = item.topics.map((topic) => topic.replace(/\s+/g, '-').replaceAll('/', '::')).join(' ');
    return [rowText([`${id}:${item.id}`, ...card, tags], '\t')];
  });
  const headers = [
    '#separator:Tab',
    '#html:true',
    '#notetype:Basic',
    '#guid column:1',
    '#tags column:4',
    '#columns:Guid\tFront\tBack\tTags',
  ];
  return { content: `${[...headers, ...rows].join('\n')}\n`, ...lost.told() };
}

/** Front and back of a card: the options as a lettered list, the key by its letters, then the reasons. */
function cardOf(item: Item, lost: Losses): [front: string, back: string] | undefined {
  const { body, why = '' } = item;
  const stem = textToHtml(wholeStem(item));
  const general = why === '' ? '' : `<hr>${textToHtml(why)}`;
  if (body.type === 'single' || body.type === 'multiple') {
    const letters = body.options.flatMap(({ id }, index) => (body.answer.includes(id) ? [latinLabel(index)] : []));
    const reasons = body.options.some((option) => option.why)
      ? list(body.options.map((option) => option.why ?? ''))
      : '';
    return [
      `${stem}${list(body.options.map(({ text }: Option) => text))}`,
      `${letters.join(', ')}${general}${reasons}`,
    ];
  }
  if (body.type !== 'cloze') {
    lost.leaveOut(`a card cannot ask for ${body.type === 'ordering' ? 'an order' : 'pairs'}`);
    return undefined;
  }
  if ('number' in body.answer) {
    lost.add('numbers become texts');
    return [stem, `${body.answer.number}${body.answer.unit ? ` ${body.answer.unit}` : ''}${general}`];
  }
  if (body.answer.accept.length > 1) lost.add('accepted spellings after the first are left out');
  return [stem, `${textToHtml(body.answer.accept[0] ?? '')}${general}`];
}

function list(texts: readonly string[]): string {
  return `<ol type="A">${texts.map((text) => `<li>${textToHtml(text)}</li>`).join('')}</ol>`;
}

/** The columns of a file whose notes have options in fields of their own, as a table has. */
function optionColumns(names: readonly string[]): Columns | undefined {
  const columns = columnsFrom(names);
  const { single, options = [], wrong = [] } = columns ?? {};
  const hasOptions = options.length > 1 || wrong.length > 0 || single?.has('options');
  return single?.has('answer') && hasOptions ? columns : undefined;
}

/** Which field of a note is what: as "#columns" names them, else the first two. `special`: places of its deck, its tags and the like. */
function namedFields(cells: readonly string[], names: readonly string[], special: ReadonlySet<number>) {
  const { single } = columnsFrom(names) ?? {};
  const own = cells.map((_, index) => index).filter((index) => !special.has(index));
  const front = single?.get('question') ?? own[0] ?? -1;
  const back = single?.get('answer') ?? own.find((index) => index !== front) ?? -1;
  const why = single?.get('why') ?? -1;
  const ignored = new Set([front, back, why, single?.get('id') ?? -1, single?.get('topics') ?? -1]);
  const left = own.filter((index) => !ignored.has(index) && (cells[index] ?? '').trim() !== '');
  return {
    front: cells[front] ?? '',
    back: cells[back] ?? '',
    why: cells[why] ?? '',
    left: left.map((index) => (names[index] ? fieldLeft(names[index]) : 'fields after the second')),
  };
}
