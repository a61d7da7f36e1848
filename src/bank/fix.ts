// What `quiz check --fix` changes: where a quote stands, its words where they are certain, and ids. Nothing else of a question.
import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Effort } from '../core/effort.ts';
import { nearest } from '../core/nearest.ts';
import { correctionOf } from './anchor.ts';
import { type Edit, edited, type Path, type Sheet, sheetOf, written } from './edits.ts';
import { plannedIds } from './fix-ids.ts';
import { type Notes, quoteEffort } from './notes.ts';
import { changesWhatIsAsked, differences } from './quote-problems.ts';

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

interface Question {
  readonly sheet: Sheet;
  readonly map: YAMLMap;
  readonly path: Path;
}

/**
 * The files that change, with what changes in them. `files` are all files of the bank in reading order, since ids are unique
 * over all of them; `isMeant` says which may be changed. A file with errors of YAML is left alone.
 */
export function fixFiles(
  files: readonly SourceFile[],
  notes: readonly Notes[],
  isMeant: (file: string) => boolean,
): FixedFile[] {
  const named = files.map(({ file, source }) => questionsOf(sheetOf(file, source)).map(({ map }) => namedBy(map)));
  const ids = plannedIds(named.flat());
  let before = 0;
  return files.flatMap(({ file, source }, index) => {
    const first = before;
    before += named[index]?.length ?? 0;
    const sheet = isMeant(file) ? sheetOf(file, source) : undefined; // again: the documents of a large bank are too many to keep
    return sheet ? changed(sheet, editsOf(sheet, ids.slice(first, before), notes)) : [];
  });
}

function editsOf(sheet: Sheet, ids: readonly (string | undefined)[], notes: readonly Notes[]): Edit[] {
  const { contents } = sheet.document;
  const effort = quoteEffort();
  return [
    ...questionsOf(sheet).flatMap((question, index) => [
      ...idEdits(question, ids[index]),
      ...quoteEdits(sheet, question.map, question.path, 'quotes', notes, effort),
    ]),
    ...(isMap(contents) ? quoteEdits(sheet, contents, [], 'uncovered', notes, effort) : []),
  ];
}

function changed(sheet: Sheet, edits: readonly Edit[]): FixedFile[] {
  const { file, source: before } = sheet;
  const source = edited(sheet, edits);
  if (source === before) return [];
  let shift = 0;
  const changes = edits
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, text, message }) => {
      const line = sheet.lineOf(from) + shift;
      shift += breaksIn(text) - breaksIn(before.slice(from, to));
      return { file, line, message };
    });
  return [{ file, before, source, changes }];
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

function questionsOf(sheet: Sheet | undefined): Question[] {
  if (!sheet) return [];
  const { contents } = sheet.document;
  const list = isMap(contents) ? contents.get('questions') : undefined;
  return isSeq(list)
    ? list.items.flatMap((map, index) => (isMap(map) ? [{ sheet, map, path: ['questions', index] }] : []))
    : [];
}

/** A field that may be meant for `id` counts as one: then the author has to put its name right. */
function namedBy(map: YAMLMap) {
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

function idEdits({ sheet, map, path }: Question, id: string | undefined): Edit[] {
  if (id === undefined) return [];
  const old = textAt(map, 'id');
  if (old !== undefined) return valueEdit(sheet, map, path, 'id', id, `the id ${old} is now ${id}`);
  const from = (map.range?.[0] ?? 0) + (map.flow ? 1 : 0);
  const lineStart = sheet.source.lastIndexOf('\n', from - 1) + 1;
  const end = sheet.source.includes('\r\n') ? '\r\n' : '\n';
  const text = map.flow ? ` id: ${id},` : `id: ${id}${end}${' '.repeat(from - lineStart)}`;
  return [{ sheet, from, to: from, text, path: [...path, 'id'], value: id, message: `the question has the id ${id}` }];
}

/** The entries of a list of quotes, or of statements that are left out, which have a section and a text. */
function quoteEdits(
  sheet: Sheet,
  map: YAMLMap,
  path: Path,
  key: string,
  notes: readonly Notes[],
  effort: Effort,
): Edit[] {
  const list = map.get(key);
  if (!isSeq(list)) return [];
  const asked = ['stem', 'options', 'answer', 'left', 'right'].flatMap((field) => textsIn(map.get(field)));
  return list.items.flatMap((quote, index) => {
    if (!isMap(quote)) return [];
    const [section, text] = [textAt(quote, 'section'), textAt(quote, 'text')];
    if (!section || !text) return [];
    const correction = correctionOf(notes, section, text, effort);
    if (correction?.text !== undefined && changesWhatIsAsked(text, correction.text, asked)) return [];
    const home = [...path, key, index];
    return [
      ...(correction?.section === undefined
        ? []
        : valueEdit(
            sheet,
            quote,
            home,
            'section',
            correction.section,
            changeOf('section', section, correction.section),
          )),
      ...(correction?.text === undefined
        ? []
        : valueEdit(sheet, quote, home, 'text', correction.text, changeOf('quote', text, correction.text))),
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

function changeOf(what: string, before: string, after: string): string {
  const { here, there } = differences(before, after) ?? { here: before, there: after };
  return what === 'section' ? `the section is now "${after}"` : `the ${what} has "${there}" instead of "${here}"`;
}

function valueEdit(sheet: Sheet, map: YAMLMap, path: Path, key: string, value: string, message: string): Edit[] {
  const node = map.get(key, true) as unknown; // known to be a text here
  if (!isScalar(node) || !node.range || node.anchor !== undefined || node.tag !== undefined) return [];
  const [from, to] = node.range;
  return [{ sheet, from, to, text: written(sheet, node, value), path: [...path, key], value, message }];
}
