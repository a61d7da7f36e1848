// What the columns of a table hold, by their headings.

/** Names of what a question is made of, and the headings that mean it. */
const HEADINGS: Readonly<Record<string, RegExp>> = {
  question: anyOf(
    'question|question ?text|stem|prompt|text|front',
    'frage|fragetext|énoncé|pregunta|enunciado|domanda|pergunta|quest[aã]o|vraag|вопрос|题目|题干|问题|問題|問題文|設問|문제|질문',
  ),
  answer: anyOf(
    'answers?|ans|correct|correct ?answers?|correct answer ?\\(s\\)|key|keys|answer ?key|right ?answers?|solution|correct ?options?|correct ?choices?|back',
    '(?:richtige )?antwort|richtig|lösung|(?:bonne )?réponse|réponse correcte|respuesta|(?:respuesta )?correcta|solución',
    'risposta|risposta (?:corretta|esatta)|resposta|(?:resposta )?correta|gabarito|antwoord|juiste antwoord',
    '(?:правильный )?ответ|正确答案|正確答案|答案|正解|答え|解答|정답',
  ),
  options: anyOf(
    'options|choices|alternatives',
    'antworten|antwortmöglichkeiten|optionen|choix|opciones|opzioni|opções|opties|варианты(?: ответов)?|选项|選項|選択肢|보기',
  ),
  why: anyOf(
    'why|explanations?|feedback|general ?feedback|rationale|reason|justification',
    'erklärung|begründung|explication|explicación|spiegazione|explicação|uitleg|пояснение|объяснение|解析|解释|解説|説明|해설',
  ),
  topics: anyOf(
    'topics?|category|categories|subject|tags?|domain|section|chapter',
    'thema|kategorie|thème|catégorie|tema|categoría|categoria|тема|категория|分类|类别|カテゴリ|분류',
  ),
  type: /^(type|question ?type|kind)$/,
  level: /^(level|bloom|bloom'?s level)$/,
  unit: /^units?$/,
  tolerance: /^tolerance$/,
  format: /^(format|text ?format)$/,
  id: /^(id|question ?id|#|no\.?|nr\.?|number)$/,
};

/** Headings in English and in some other languages. */
function anyOf(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})$`, 'u');
}

const OPTION_WORDS =
  'options?|opt?|choices?|answers?|alternatives?|sol|antwort|réponse|choix|respuesta|opci[oó]n|risposta|opzione|resposta|opç[aã]o|вариант(?: ответа)?|ответ|选项|選項|选择|選択肢|答案|보기';

const NUMBERED: readonly (readonly [name: string, heading: RegExp])[] = [
  ['option', new RegExp(`^(?:${OPTION_WORDS}) ?(?:text )?([1-9]\\d?|[a-zа-е])$`, 'u')],
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
  /** Whether the answer names options by their places from 1, and by nothing else, as in the template of Kahoot. */
  readonly hasPlaces?: boolean;
  /** How many headings there are; undefined where the user named columns, so that there need be none. */
  readonly width?: number;
}

/** Reads headings; undefined where they do not name a question column, so that they are no headings. */
export function columnsFrom(headings: readonly string[]): Columns | undefined {
  const columns = columnsNamed(headings);
  if (!columns.single.has('question')) return undefined;
  const answer = headingOf(headings[columns.single.get('answer') ?? -1] ?? '');
  return { ...columns, width: headings.length, hasPlaces: /^correct answer ?\(s\)$/.test(answer) };
}

/** What headings, or the names of fields, stand for. */
export function columnsNamed(headings: readonly string[]): Columns {
  const columns = {
    single: new Map<string, number>(),
    options: [] as { label: string; index: number; heading: string }[],
    matches: new Map<string, number>(),
    whys: new Map<string, number>(),
    wrong: [] as number[],
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
  }
  return columns;
}

/** A heading in the one form that is compared: "Option_A" is "option a". */
export function headingOf(raw: string): string {
  return raw
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/ - (max|choose) .*$/, '') // as the template of Kahoot explains its columns
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/\s+/g, ' ');
}

/** The options of one cell or field: each a line, or parted by bars or semicolons. */
export function textsOfList(list: string): string[] {
  const sign = list.includes('\n') ? '\n' : list.includes('|') ? '|' : ';';
  return list
    .split(sign)
    .map((text) => text.trim())
    .filter((text) => text !== '');
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
