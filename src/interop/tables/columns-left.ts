// What a row of a table holds in columns that have no place in a question.
import type { Columns } from './columns.ts';

const PICTURE = /\b(?:image|picture|photo|bild|imagen|imagem|immagine|картинка|图片|画像)/i;

/** How many pictures a row names in columns that are called so. */
export function picturesIn(cells: readonly string[], { others }: Columns): number {
  return others.filter(({ index, name }) => PICTURE.test(name) && (cells[index] ?? '').trim() !== '').length;
}

/** Columns with a text that have no place in a question; numbers are marks and seconds of the tool that the table is from. */
export function columnsLeft(cells: readonly string[], { others }: Columns): string[] {
  return others
    .filter(({ index, name }) => !PICTURE.test(name) && /\p{L}/u.test(cells[index] ?? ''))
    .map(({ name }) => `the column "${name.slice(0, 40)}"`);
}
