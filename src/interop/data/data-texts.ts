// The texts of a question in JSON or YAML besides its options: what is to be read first, the reason, and what has no place here.
import { isRecord } from '../../core/shapes/checks.ts';
import { fieldLeft } from '../reading/refusals.ts';
import { labelOf } from '../words/labels.ts';
import type { Offered } from '../words/readings.ts';
import { AROUND, type Data, endingWith, FIELDS, pick, plainName, scalar, scalars } from './fields.ts';

/** The question with the passage above it and the code below it; a field with a word or two is a mark and no text. */
export function stemParts(value: Data): string[] {
  const question = scalar(pick(value, FIELDS.question));
  const parts = Object.entries(value)
    .filter(([name]) => FIELDS.context.includes(plainName(name)))
    .map(([name, text]) => ({ isCode: /code|snippet/i.test(name), text: scalar(text).trim() }))
    .filter(({ text, isCode }) => text !== '' && (isCode || isText(text)) && !question.includes(text));
  const ofKind = (wanted: boolean) => parts.filter(({ isCode }) => isCode === wanted).map(({ text }) => text);
  return [...ofKind(false), question, ...ofKind(true)];
}

/** The reason of the whole: one text, or a list of them. One with a text for each option is none. */
export function generalWhy(value: Data): string[] {
  const why = pick(value, FIELDS.why);
  return isRecord(why) ? [scalar(why)] : scalars(why).filter((text) => text !== '');
}

/** The reasons of options by their labels, their places or their texts: { "A": "…", "B": "…" }. */
export function whyByOption(value: Data, options: readonly Offered[]): (string | undefined)[] {
  const why = pick(value, FIELDS.why);
  if (!isRecord(why)) return options.map(() => undefined);
  const named = new Map(Object.entries(why).map(([name, text]) => [labelOf(name), scalar(text)]));
  return options.map(
    ({ label, text }, index) =>
      named.get(labelOf(label ?? String.fromCharCode(65 + index))) ?? named.get(labelOf(text)),
  );
}

/** Fields that nobody learns from. */
const APART = endingWith(...AROUND, 'exam');

const KNOWN: ReadonlySet<string> = new Set(Object.values(FIELDS).flat());

/** What a question has to leave behind, by the names of its fields: texts that no field of ours holds. */
export function fieldsLeft(value: Data): string[] {
  return Object.entries(value)
    .filter(([name, inner]) => {
      const plain = plainName(name);
      return !KNOWN.has(plain) && !APART.test(plain) && typeof inner === 'string' && isText(inner);
    })
    .map(([name]) => fieldLeft(name));
}

const PICTURE =
  /(?:^pic|questionpic|image|img|picture|photo|figure|diagram|bild|imagen|imagem|immagine|картинка|图片|画像)(?:url|uri|link|src|path|file|name)?s?$/;
/** A name of a file, an address, or the picture itself. */
const PLACE_OF_PICTURE = /\.[a-z]{3,4}\b|\/|^data:/i;

/** How many pictures fields name that are called so, those of the question and of its options. */
export function picturesIn(value: Data): number {
  const options = pick(value, FIELDS.options);
  return [value, ...(Array.isArray(options) ? options : [])]
    .filter(isRecord)
    .flatMap((record) => Object.entries(record))
    .filter(([name]) => PICTURE.test(plainName(name)))
    .flatMap(([, inner]) => scalars(inner))
    .filter((text) => PLACE_OF_PICTURE.test(text)).length;
}

function isText(text: string): boolean {
  return text.trim().split(/\s+/).length > 2 || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{4}/u.test(text);
}
