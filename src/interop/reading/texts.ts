// Texts of others as a bank keeps them, and their categories as its topics.
import { stretchesOf } from '../../core/text/code-lines.ts';

/** Characters that nobody sees and that mean nothing here: byte order marks, soft hyphens, joiners of no width. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** A tab as a bank keeps it. */
export const TAB = ' '.repeat(4);

/** A text as a bank keeps it: line feeds only, spaces for tabs, no invisible characters, no white space at the ends of lines. */
export function clean(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replaceAll('\t', TAB)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Texts as the paragraphs of one; empty ones are none. */
export function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** A category of any tool as a topic: "$course$/top/Amazon S3/Keys" is "amazon-s3/Keys". Words that can name a topic stay. */
export function topicFrom(category: string): string {
  return category
    .slice(0, 2000)
    .split('/')
    .map((part) => part.trim())
    .filter((part) => !/^\$.*\$$|^top$/i.test(part))
    .map((part) => (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(part) ? part : slug(part)))
    .filter((part) => part !== '')
    .slice(0, 8)
    .join('/')
    .slice(0, 200);
}

function slug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}._]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, '');
}

const PICTURE_NAMES = '(?:an? )?(?:imgs?|image|picture|photo|pic|figure|screenshot|diagram|alt(?: text)?)?[ _-]*\\d*';
const FILE_NAMES = '[^\\]\\s]+\\.(?:png|jpe?g|gif|svg|webp|bmp)';
/** A picture without words, or with nothing but the word for one or the name of its file. */
const PICTURE = new RegExp(`\\[picture(?:: *(?:${PICTURE_NAMES}|${FILE_NAMES}) *)?\\]`, 'gi');

/** Whether nothing is left of a text but pictures that have no words of their own, and the label of an option. */
export function isOnlyPicture(text: string): boolean {
  return (
    text !== '' && text.includes('[picture') && /^(?:\(?[A-Za-z\d][.):]?)?$/.test(text.replace(PICTURE, '').trim())
  );
}

/** A text with a remark behind it, or below code, whose end it would hide. */
export function withRemark(text: string, remark: string): string {
  return `${text}${stretchesOf(text).at(-1)?.isCode ? '\n' : ' '}${remark}`.trim();
}
