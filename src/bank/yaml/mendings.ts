// What is usually wrong within a line of YAML, and the line as it would have to be.

export interface Mending {
  /** The line as it would have to be. */
  readonly line: string;
  /** What is wrong with it as it is; the column is from 1. */
  readonly slip: { readonly column: number; readonly message: string; readonly hint: string };
}

/** No line that a person wrote is longer; the forms below would look for their ends in it again and again. */
const LONGEST_LINE = 2000;

/** What may be wrong within a line, the likeliest first. Whether it is, shows when it is mended. */
export function changesIn(line: string): Mending[] {
  if (line.length > LONGEST_LINE) return [];
  const values = [...valueOfLine(line), ...valuesInside(line)];
  return [
    ...values.map((value) => quoted(line, value)),
    ...unclosed(line),
    ...widened(line),
    ...unspaced(line),
    ...uncoloned(line),
  ];
}

/** Whether a line opens a quotation mark, a brace or a bracket that it does not close. */
export function isOpen(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  return [...valueOfLine(line), ...valuesInside(line)].some(isUnclosed) || unclosed(line).length > 0;
}

/** A text behind the name of a field. */
interface Value {
  readonly text: string;
  /** Where it begins in its line, from 0. */
  readonly from: number;
}

/** `stem: Which one?`: the text of a field that has a line of its own. */
function valueOfLine(line: string): Value[] {
  const [, start = '', text = ''] = /^(\s*(?:- +)?[\w-]+: +)([^\s[{|>].*)$/.exec(line.trimEnd()) ?? [];
  return text === '' ? [] : [{ text, from: start.length }];
}

/** So many texts of a line are tried: each try parses the question again. */
const MOST_TRIED = 4;

/** `{ id: a, text: One: two }`: the texts inside braces that may not stand there as they are. */
function valuesInside(line: string): Value[] {
  const fields = [...line.matchAll(/[{,]\s*[\w-]+: +/g)];
  const values = fields.map((field, index) => {
    const next = fields[index + 1];
    const from = field.index + field[0].length;
    const rest = line.slice(from, next?.index);
    const text = next?.[0].startsWith(',') ? rest : rest.replace(/\}[^}]*$/, '');
    return { text: text.trimEnd(), from };
  });
  return values.filter(({ text }) => !isSound(text)).slice(0, MOST_TRIED);
}

/** Whether a text can stand inside braces as it is. */
function isSound(text: string): boolean {
  if (/^["']/.test(text)) return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(text);
  return text !== '' && !/^[#@`%*&!|>?-]|:(?:\s|$)|\s#|^[^[{].*[[\]{}]/.test(text);
}

function isUnclosed({ text }: Value): boolean {
  const [mark] = /^["']/.exec(text) ?? [];
  return (
    mark !== undefined &&
    !text
      .slice(1)
      .replace(/\\.|''/g, '')
      .includes(mark)
  );
}

/** The line with a text in quotes that hold it. */
function quoted(line: string, value: Value): Mending {
  const { text, from } = value;
  const put = (instead: string) => line.slice(0, from) + instead + line.slice(from + text.length);
  const column = from + 1;
  const [mark] = /^["']/.exec(text) ?? [];
  if (mark !== undefined && isUnclosed(value)) {
    const slip = { column, message: 'a quotation mark opens here and is not closed', hint: `close it with ${mark}` };
    return { line: put(text + mark), slip };
  }
  const hint = `put the whole text in quotes: ${mark === '"' ? "'…'" : '"…"'}`;
  return { line: put(`'${text.replaceAll("'", "''")}'`), slip: { column, message: faultOf(text, mark), hint } };
}

function faultOf(text: string, mark: string | undefined): string {
  if (mark === undefined)
    return /: /.test(text) ? 'a colon and a space stand inside this text' : 'this text cannot stand without quotes';
  return text.endsWith(mark) ? 'a quotation mark stands inside this text' : 'text follows the closing quotation mark';
}

/** `- { id: a, text: One`, `answer: [a, b`: a brace or a bracket that nothing closes. */
function unclosed(line: string): Mending[] {
  const [, start = '', sign] = /^(\s*(?:- +)?(?:[\w-]+: +)?)(\{(?!.*\})|\[(?!.*\]))/.exec(line) ?? [];
  if (sign === undefined) return [];
  const [name, end] = sign === '{' ? ['brace', '}'] : ['bracket', ']'];
  const message = `a ${name} opens here and is not closed`;
  return [
    { line: `${line.trimEnd()} ${end}`, slip: { column: start.length + 1, message, hint: `close it with ${end}` } },
  ];
}

/** `stem:Which one?`: no space behind the colon. */
function unspaced(line: string): Mending[] {
  const [, start = '', value = ''] = /^(\s*(?:- +)?[A-Za-z_-]+:)(\S.*)$/.exec(line) ?? [];
  if (value === '') return [];
  const message = 'a space is missing after the colon';
  return [{ line: `${start} ${value}`, slip: { column: start.length, message, hint: `write ${start.trim()} …` } }];
}

/** `stem： Which one?`: the wide colon of Chinese and Japanese, which YAML takes for a letter. */
function widened(line: string): Mending[] {
  const [, start = '', name = '', rest = ''] = /^(\s*(?:- +)?)([A-Za-z_-]+)：\s*(.*)$/.exec(line) ?? [];
  if (name === '') return [];
  const column = start.length + name.length + 1;
  const slip = { column, message: `a wide colon stands behind ${name}`, hint: `write ${name}: …` };
  return [{ line: `${start}${name}: ${rest}`, slip }];
}

/** `stem Which one?`: no colon behind a name that fields of a question have. */
function uncoloned(line: string): Mending[] {
  const [, start = '', name, rest = ''] =
    /^(\s*(?:- +)?)(id|type|topics|level|stem|options|answer|why|quotes)(\s.*)?$/.exec(line) ?? [];
  if (name === undefined) return [];
  const slip = {
    column: start.length + name.length,
    message: `a colon is missing behind ${name}`,
    hint: `write ${name}: …`,
  };
  return [{ line: `${start}${name}:${rest}`, slip }];
}
