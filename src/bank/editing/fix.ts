// What `quiz check --fix` changes: where a quote stands, its words where they are certain, and ids. Nothing else of a question.
import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { nearest } from '../../core/text/nearest.ts';
import type { Notes } from '../notes/notes.ts';
import { correctionOf, type Efforts, newEfforts } from '../quotes/anchor.ts';
import { ASKING_FIELDS, changesWhatIsAsked, differences } from '../quotes/problems.ts';
import { type Batch, batchesOf } from './batches.ts';
import { type Edit, edited, type Path, type Sheet, sheetOf, written } from './edits.ts';
import { type Named, plannedIds } from './fix-ids.ts';

export interface SourceFile {
  readonly file: string;
  readonly source: string;
}

/** A change that was made, with the line on which it stands now. */
export interface Change {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface FixedFile extends SourceFile {
  readonly before: string;
  readonly changes: readonly Change[];
}

/**
 * The files that change, with what changes in them, one after the other. `files` are all files of the bank in reading order, since
 * ids are unique over all of them; `isMeant` says which may be changed. A file with errors of YAML is left alone.
 */
export function* fixFiles(
  files: readonly SourceFile[],
  notes: readonly Notes[],
  isMeant: (file: string) => boolean,
): Iterable<FixedFile> {
  const surveyed = files.map(({ file, source }) => survey(source, isMeant(file) ? notes : undefined));
  const ids = plannedIds(surveyed.flat().flatMap(({ names }) => names));
  let before = 0;
  for (const [index, { file, source }] of files.entries()) {
    const mended = (surveyed[index] ?? []).map((found) => {
      const first = before;
      before += found.names.length;
      return mend(found, isMeant(file) ? ids.slice(first, before) : []);
    });
    if (mended.some(({ edits }) => edits.length > 0)) yield changed(file, source, mended);
  }
}

/** What was found in a batch: the names of its questions, and what has to be put right in its quotes. Its document is not kept. */
interface Survey {
  readonly batch: Batch;
  readonly names: readonly Named[];
  readonly quotes: readonly Edit[];
}

/** Surveys a file, batch by batch; nothing where one of them has errors. Without notes only the names are looked at. */
function survey(source: string, notes: readonly Notes[] | undefined): Survey[] {
  const efforts = newEfforts();
  const surveys: Survey[] = [];
  for (const batch of batchesOf(source)) {
    const sheet = sheetOf(batch.text);
    if (!sheet) return [];
    const questions = questionsOf(sheet, batch);
    const quotes = notes ? quoteEditsOf(sheet, batch, questions, notes, efforts) : [];
    surveys.push({ batch, names: questions.map(({ map }) => namedBy(map)), quotes });
  }
  return surveys;
}

interface Mended {
  readonly batch: Batch;
  /** From top to bottom, with the lines of the batch as it was. */
  readonly edits: readonly (Edit & { readonly line: number })[];
  readonly text: string;
}

/** A batch with its quotes put right and with new ids, as far as that changes nothing else. */
function mend({ batch, quotes }: Survey, ids: readonly (string | undefined)[]): Mended {
  const isDue = quotes.length > 0 || ids.some((id) => id !== undefined);
  const sheet = isDue ? sheetOf(batch.text) : undefined;
  if (!sheet) return { batch, edits: [], text: batch.text };
  const named = questionsOf(sheet, batch).flatMap((question, index) => idEdits(sheet, question, ids[index]));
  const edits = [...named, ...quotes].toSorted((a, b) => a.from - b.from);
  const { text, made } = edited(sheet, edits);
  const isChanged = text !== batch.text;
  return { batch, edits: isChanged ? made.map((edit) => ({ ...edit, line: sheet.lineOf(edit.from) })) : [], text };
}

function changed(file: string, before: string, mended: readonly Mended[]): FixedFile {
  let shift = 0;
  const changes = mended.flatMap(({ batch, edits }) =>
    edits.map(({ from, to, text, line, message }) => {
      const now = batch.above + line + shift;
      shift += breaksIn(text) - breaksIn(batch.text.slice(from, to));
      return { file, line: now, message };
    }),
  );
  return { file, before, source: mended.map(({ text }) => text).join(''), changes };
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

interface Question {
  readonly map: YAMLMap;
  readonly path: Path;
}

function questionsOf({ document: { contents } }: Sheet, { key }: Batch): Question[] {
  if (key !== undefined && key !== 'questions') return [];
  const list = key === undefined && isMap(contents) ? contents.get('questions') : contents;
  const path = key === undefined ? ['questions'] : [];
  return isSeq(list) ? list.items.flatMap((map, index) => (isMap(map) ? [{ map, path: [...path, index] }] : [])) : [];
}

function quoteEditsOf(
  sheet: Sheet,
  { key }: Batch,
  questions: readonly Question[],
  notes: readonly Notes[],
  efforts: Efforts,
): Edit[] {
  const { contents } = sheet.document;
  const omissions = key === undefined && isMap(contents) ? contents.get('uncovered') : key === 'uncovered' && contents;
  return [
    ...questions.flatMap(({ map, path }) =>
      quoteEdits(sheet, map.get('quotes'), [...path, 'quotes'], map, notes, efforts),
    ),
    ...quoteEdits(sheet, omissions, key === undefined ? ['uncovered'] : [], undefined, notes, efforts),
  ];
}

/** A field that may be meant for `id` counts as one: then the author has to put its name right. */
function namedBy(map: YAMLMap): Named {
  const idLike = map.items.find(({ key }) => isScalar(key) && nearest(String(key.value), ['id']));
  const [topic] = textsAt(map, 'topics');
  return {
    id: idLike && (textAt(map, 'id') ?? ''),
    stem: textAt(map, 'stem'),
    topic,
    enemies: textsAt(map, 'enemies'),
  };
}

function textAt(map: YAMLMap, key: string): string | undefined {
  const node = map.get(key, true);
  return isScalar(node) ? String(node.value ?? '').trim() : undefined;
}

function textsAt(map: YAMLMap, key: string): string[] {
  const node = map.get(key, true) as unknown; // a list, a text, or nothing
  if (isScalar(node)) return [String(node.value)];
  return isSeq(node) ? node.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : [])) : [];
}

function idEdits(sheet: Sheet, { map, path }: Question, id: string | undefined): Edit[] {
  if (id === undefined) return [];
  const old = textAt(map, 'id');
  if (old !== undefined) return valueEdit(sheet, map, path, 'id', id, `the id ${old} is now ${id}`);
  const from = (map.range?.[0] ?? 0) + (map.flow ? 1 : 0);
  const lineStart = sheet.source.lastIndexOf('\n', from - 1) + 1;
  const end = sheet.source.includes('\r\n') ? '\r\n' : '\n';
  const text = map.flow ? ` id: ${id},` : `id: ${id}${end}${' '.repeat(from - lineStart)}`;
  return [{ from, to: from, text, path: [...path, 'id'], value: id, message: `the question has the id ${id}` }];
}

/** The entries of a list of quotes in a question, or of statements that are left out, which have a section and a text. */
function quoteEdits(
  sheet: Sheet,
  list: unknown,
  path: Path,
  question: YAMLMap | undefined,
  notes: readonly Notes[],
  efforts: Efforts,
): Edit[] {
  if (!isSeq(list)) return [];
  const asked = ASKING_FIELDS.flatMap((field) => textsIn(question?.get(field)));
  return list.items.flatMap((quote, index) => {
    if (!isMap(quote)) return [];
    const [section, text] = [textAt(quote, 'section'), textAt(quote, 'text')];
    if (!section || !text) return [];
    const correction = correctionOf(notes, section, text, efforts);
    if (!correction) return [];
    if (correction.text !== undefined && changesWhatIsAsked(text, correction.text, asked)) return [];
    const change = (key: 'section' | 'text', value: string | undefined, message: string) =>
      value === undefined ? [] : valueEdit(sheet, quote, [...path, index], key, value, message);
    return [
      ...change('section', correction.section, `the section is now "${correction.section}"`),
      ...change('text', correction.text, wordsChanged(text, correction.text ?? '')),
    ];
  });
}

/** Every text at or below a value of YAML. */
function textsIn(value: unknown): string[] {
  if (isScalar(value)) return [String(value.value)];
  if (isSeq(value)) return value.items.flatMap(textsIn);
  if (isMap(value)) return value.items.flatMap((pair) => textsIn(pair.value));
  return typeof value === 'string' ? [value] : [];
}

function wordsChanged(before: string, after: string): string {
  const { here, there } = differences(before, after) ?? { here: before, there: after };
  return `the quote has "${there}" instead of "${here}"`;
}

function valueEdit(sheet: Sheet, map: YAMLMap, path: Path, key: string, value: string, message: string): Edit[] {
  const node = map.get(key, true) as unknown; // known to be a text here
  if (!isScalar(node) || !node.range || node.anchor !== undefined || node.tag !== undefined) return [];
  const [from, to] = node.range;
  const end = /\n*$/.exec(String(node.value))?.[0] ?? ''; // a block keeps its line ends
  const home = [...path, key];
  return [{ from, to, text: written(sheet, node, value), path: home, value: value + end, message }];
}
