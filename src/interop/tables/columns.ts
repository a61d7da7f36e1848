// What the columns of a table hold: by their headings, or by the one layout without headings that shows itself.
import { LETTER, latinLabel, latinPlace } from '../words/labels.ts';
import { ANSWER_WORDS, OPTION_WORDS, QUESTION_WORDS, REASON_WORDS } from '../words/words.ts';
import type { TableRow } from './rows.ts';

/** Names of what a question is made of, and the headings that mean it. */
const HEADINGS: Readonly<Record<string, RegExp>> = {
  question: anyOf(
    'question ?(?:text|stem|title)?|stem|prompt|text|front|fragetext|énoncé|enunciado|题干|問題文|設問',
    QUESTION_WORDS,
  ),
  answer: anyOf(
    'correct|correct ?answers?|correct answer ?\\(s\\)|keys|answer ?key|correct ?(?:options?|choices?|answers?) ?(?:numbers?|letters?|index|ids?|no\\.?)?',
    '(?:options?|answers?|choices?) ?correct|back|correcta|corret[ao]|corrett[ao]|poprawna|doğru|benar|antwort(?:en)? richtig',
    ANSWER_WORDS,
  ),
  options: anyOf(
    'options|choices|alternatives|(?:answer|possible) ?(?:choices|options|answers)|antworten|antwortmöglichkeiten|optionen|choix|opciones|opzioni|opções|opties',
    'варианты(?: ответов)?|варіанти(?: відповідей)?|odpowiedzi|možnosti|seçenekler|şıklar|pilihan|选项|選項|選択肢|보기',
  ),
  why: anyOf('(?:general|overall) ?(?:feedback|explanation)|answer ?explanations?|explain|comentario', REASON_WORDS),
  topics: anyOf(
    'topics?|category|categories|subject|tags?|domain|section|chapter',
    'thema|kategorie|thème|catégorie|tema|categoría|categoria|тема|категория|分类|类别|カテゴリ|분류',
  ),
  type: /^(type|question ?type|kind)$/,
  level: /^(level|bloom|bloom'?s level)$/,
  unit: /^(units?|einheit|unité|unidad(?:es)?|unità|unidade)$/,
  tolerance: /^(tolerance|toleranz|tolérance|tolerancia|tolleranza|tolerância)$/,
  format: /^(format|text ?format)$/,
  id: /^(id|question ?(id|#|no\.?|number)|#|№|no\.?|nr\.?|number|题号|번호)$/,
};

/** Headings in English and in some other languages. */
function anyOf(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})$`, 'u');
}

const NUMBERED: readonly (readonly [name: string, heading: RegExp])[] = [
  [
    'option',
    new RegExp(`^(?:${OPTION_WORDS})(?: |(?<=[\\u3040-\\u9fff\\uac00-\\ud7af]))(?:text )?(\\d{1,2}|${LETTER})$`, 'u'),
  ],
  ['option', /^(?:options?|answers?|choices?|opt?|opci[oó]n|opç[aã]o|alternativa|pilihan|variant)(?:text)?([a-h])$/],
  ['option', /^([a-z])$/],
  ['match', /^(?:match(?:es|ing)?|right) ?([1-9]\d?)$/],
  ['why', /^(?:why|feedback|explanation|rationale) ?(?:for )?([1-9]\d?|[a-z])$/],
  [
    'wrong',
    /^(?:wrong|incorrect|distractor|wrong answers?|incorrect answers?|falsch|falsche antwort|mauvaise réponse|respuesta incorrecta) ?([1-9]\d?)?$/,
  ],
];

/** The columns of a table by what they hold; indices from 0. */
export interface Columns {
  readonly single: ReadonlyMap<string, number>;
  /** Option columns with their label: "1", "A". */
  readonly options: readonly { readonly label: string; readonly index: number; readonly heading: string }[];
  readonly matches: ReadonlyMap<string, number>;
  readonly whys: ReadonlyMap<string, number>;
  readonly wrong: readonly number[];
  /** Columns that hold nothing known. */
  readonly others: readonly { readonly index: number; readonly name: string }[];
  /** Whether a number in the answer is the place of an option from 1, and nothing else, as in the template of Kahoot. */
  readonly hasPlaces?: boolean;
  /** Whether the answer names no heading by its number: an id, which counts from 0 as often as from 1, or what the user says. */
  readonly hasIds?: boolean;
  /** How many headings there are; undefined where the user named columns, so that there need be none. */
  readonly width?: number;
}

/** Reads headings; undefined where they do not name a question column, so that they are no headings. */
export function columnsFrom(headings: readonly string[]): Columns | undefined {
  const columns = columnsNamed(headings);
  if (!columns.single.has('question')) return undefined;
  const answer = headingOf(headings[columns.single.get('answer') ?? -1] ?? '');
  const hasIds = /\bids?$/.test(answer);
  return { ...columns, width: headings.length, hasIds, hasPlaces: /^correct answer ?\(s\)$/.test(answer) };
}

/** What headings, or the names of fields, stand for. */
export function columnsNamed(headings: readonly string[]): Columns {
  const columns = {
    single: new Map<string, number>(),
    options: [] as { label: string; index: number; heading: string }[],
    matches: new Map<string, number>(),
    whys: new Map<string, number>(),
    wrong: [] as number[],
    others: [] as { index: number; name: string }[],
  };
  for (const [index, raw] of headings.entries()) {
    const heading = headingOf(raw);
    const plain = Object.entries(HEADINGS).find(([name, form]) => form.test(heading) && !columns.single.has(name));
    if (plain) {
      columns.single.set(plain[0], index);
      continue;
    }
    const [name, label] = numbered(heading);
    if (name === 'option') columns.options.push({ label: label.toUpperCase(), index, heading });
    else if (name === 'match') columns.matches.set(label, index);
    else if (name === 'why') columns.whys.set(label.toUpperCase(), index);
    else if (name === 'wrong') columns.wrong.push(index);
    else if (heading !== '') columns.others.push({ index, name: raw.trim() });
  }
  const listed = columns.single.get('answer');
  const key = columns.others.find(({ name }) => HEADINGS.answer?.test(headingOf(name)));
  const isListed = listed !== undefined && SEVERAL.test(headingOf(headings[listed] ?? ''));
  if (!isListed || !key || columns.single.has('options') || columns.options.length > 0) return columns;
  columns.single.set('options', listed).set('answer', key.index);
  return { ...columns, others: columns.others.filter((other) => other !== key) };
}

/** "answers" beside "correct": what is called like several answers holds the options. */
const SEVERAL = /^(?:answers|antworten|réponses|respuestas|risposte|respostas|ответы|відповіді|odpowiedzi|odpovědi)$/;

/** A heading in the one form that is compared: "Option_A" is "option a". */
export function headingOf(raw: string): string {
  return raw
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ [-–] (max|choose) .*$/, '') // as the template of Kahoot explains its columns
    .replace(/ ?\((?:(?:optional|required|max|min|only|letters?|numbers?|index|text)\b|[a-h\d] ?[-–/,])[^()]*\)$/, '') // as those of Blooket and Gimkit do
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/\s+/g, ' ');
}

function numbered(heading: string): [name: string | undefined, label: string] {
  for (const [name, form] of NUMBERED) {
    const found = form.exec(heading);
    if (found) return [name, found[1] ?? ''];
  }
  return [undefined, ''];
}

/** Whether a word names something that a column can hold. */
export function isColumnName(word: string): boolean {
  const heading = headingOf(word);
  return (
    Object.keys(HEADINGS).includes(heading) ||
    numbered(heading)[0] !== undefined ||
    columnsNamed([heading]).single.size > 0
  );
}

/** Fewer rows could be like that by chance. */
const LEAST_ROWS = 3;
/** Questions are longer than a name. */
const LEAST_WORDS = 3;

/**
 * The columns of rows that all have as many cells, of which the last alone is nothing but a letter, and in each row that of one of
 * the cells between the first and itself; the first is a text of several words. As MMLU and its like are given out.
 */
export function headlessColumns(top: readonly TableRow[]): Columns | undefined {
  const rows = top.map((row) => ('cells' in row ? row.cells : []));
  const width = rows[0]?.length ?? 0;
  const options = width - 2;
  if (rows.length < LEAST_ROWS || options < 2 || options > 8) return undefined;
  const isKey = (cells: readonly string[]) => {
    const place = latinPlace((cells[width - 1] ?? '').trim());
    return cells.length === width && place >= 0 && place < options && cells.every((cell) => cell.trim() !== '');
  };
  const asks = (cells: readonly string[]) => (cells[0] ?? '').trim().split(/\s+/).length >= LEAST_WORDS;
  const areLetters = (index: number) => rows.every((cells) => /^[A-Z]$/.test((cells[index] ?? '').trim()));
  const isOther = Array.from({ length: options }, (_, index) => index + 1).some(areLetters);
  const isSaid = new Set(rows.map((cells) => cells[width - 1]?.trim())).size > 1;
  if (!rows.every(isKey) || isOther || !isSaid || rows.filter(asks).length < rows.length * 0.8) return undefined;
  return columnsFrom(['question', ...Array.from({ length: options }, (_, index) => latinLabel(index)), 'answer']);
}
