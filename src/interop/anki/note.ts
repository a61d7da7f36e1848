// A note of Anki to questions: a card with lettered options, a card with a short back, or gaps.
import { limits } from '../../core/limits.ts';
import { isRefused, type Place, type Taken } from '../format.ts';
import { formattedText } from '../markdown/text.ts';
import { noting, type PlainText, type ToText } from '../markup/plain-text.ts';
import { CUT_HTML, fieldLeft } from '../reading/refusals.ts';
import { refused, takenFrom } from '../reading/taken.ts';
import { paragraphs } from '../reading/texts.ts';
import { chosen, isTooLongToType, type Told } from '../reading/told.ts';
import type { Columns } from '../tables/columns.ts';
import { questionFromRow } from '../tables/question-from-row.ts';
import { keysBesideLetters, keysByLabel, reasonBehind } from '../words/keys.ts';
import { latinLabel } from '../words/labels.ts';
import { letteredOptions } from '../words/lettered.ts';
import { allInOne } from './all-in-one.ts';

export interface Note {
  readonly front: string;
  readonly back: string;
  /** A field for the reason, and the fields that have no place here. */
  readonly why: string;
  readonly left: readonly string[];
  readonly markup: 'html' | 'plain' | 'either';
  /** Whether marks of gaps mean gaps, and whether there has to be one. */
  readonly gaps: 'none' | 'perhaps' | 'always';
  readonly topics: readonly string[];
}

/** Lengths are bounded, so that a file of opening braces costs no more than another. */
const GAP = /\{\{c(\d{1,3})::([\s\S]{0,2000}?)(?:::([^{}]{0,500}?))?\}\}/g;
/** A gap that opens before the one above it closes. */
const NESTED = /\{\{c\d{1,3}::(?:(?!\}\})[\s\S]){0,2000}?\{\{c\d{1,3}::/;

/** The cards of a note: one for each number of gap, else one. */
export function* ankiCard(at: Place, note: Note): Iterable<Taken> {
  if (note.gaps === 'none') yield plainCard(at, note);
  else if (NESTED.test(note.front))
    yield refused(at, 'nested-gaps', 'a gap stands inside another: what is to be typed is not said by one text');
  else yield* gapCards(at, note);
}

function* gapCards(at: Place, note: Note): Iterable<Taken> {
  const gaps = new Set(Array.from(note.front.matchAll(GAP), ([, number = '']) => number));
  if (gaps.size > limits.importFields)
    yield refused(at, 'too-large', `this note has more than ${limits.importFields} gaps`);
  else if (gaps.size > 0) for (const gap of gaps) yield gapCard(at, note, gap);
  else if (note.gaps === 'always')
    yield refused(at, 'no-gap', 'the note is of a type with gaps ({{c1::…}}), and it has none');
  else yield plainCard(at, note);
}

const SOUND = /\[sound:[^[\]]*\]/g;

function reader({ markup }: Note) {
  return noting((field: string): PlainText => {
    const { text, media, isCut } = formattedText(field, markup);
    const sounds = field.match(SOUND)?.length ?? 0;
    return { text: text.replace(SOUND, '').trim(), media: media + sounds, isCut };
  });
}

function gapCard(at: Place, note: Note, wanted: string): Taken {
  const { seen, toText } = reader(note);
  const hidden: string[] = [];
  const shown = note.front.replace(GAP, (_, number: string, text: string, hint?: string) => {
    if (number !== wanted) return text;
    hidden.push(toText(text));
    return hint ? `____ (${hint})` : '____';
  });
  if (new Set(hidden).size > 1)
    return refused(at, 'several-gaps', `gap c${wanted} hides ${hidden.length} texts at once; one can be typed`);
  const stem = toText(shown);
  if (hidden.some((text) => text.startsWith('image-occlusion:')))
    return refused(at, 'only-picture', 'what is hidden is a part of a picture, which cannot be shown');
  if (/^[_\W]*$/u.test(stem.replace(/\p{L}/gu, 'a')))
    return refused(at, 'no-stem', `gap c${wanted} is the whole text: nothing asks for it`);
  return finish(at, note, seen, {
    stem,
    why: paragraphs([toText(note.back), toText(note.why)]),
    body: { type: 'cloze', accept: hidden },
  });
}

function finish(
  at: Place,
  { topics, left }: Note,
  seen: { media: number; isCut: boolean },
  told: Pick<Told, 'stem' | 'body' | 'why'>,
): Taken {
  if (seen.isCut) return { at, ...CUT_HTML };
  const [typed = ''] = 'accept' in told.body ? told.body.accept : [];
  if (isTooLongToType(typed))
    return refused(at, 'answer-too-long', 'the back is a text to be read, not an answer to be typed');
  return takenFrom({ at, topics, lost: lostOf(seen.media, left), ...told });
}

function lostOf(media: number, left: readonly string[]): string[] {
  return [...(media > 0 ? ['pictures and sounds'] : []), ...new Set(left)];
}

function plainCard(at: Place, note: Note): Taken {
  const { front, back } = note;
  const { seen, toText } = reader(note);
  if (back.trim() === '') return refused(at, 'no-key', 'the card has no back');
  const options = optionsOf(front, toText);
  const [answer = '', general = '', reasons = []] = splitBack(back, toText);
  if (!options && seen.media > 0 && answer.replace(/\[picture(?:: [^\]]*)?\]/g, '').trim() === '')
    return refused(at, 'no-key', 'the back is only a picture or a sound, which cannot be typed');
  if (!options)
    return finish(at, note, seen, {
      stem: toText(front),
      why: paragraphs([general, toText(note.why)]),
      body: { type: 'cloze', accept: [answer] },
    });
  const keysIn = listAtEnd(front) ? keysByLabel : keysBesideLetters;
  const [firstLine = '', ...rest] = answer.split('\n');
  const [all, alone] = [keysIn(answer, options.options), keysBesideLetters(firstLine, options.options)];
  const read = 'keys' in all ? all : alone;
  if ('code' in read) return { at, ...read };
  const texts = options.options.map(({ text }) => text);
  const isAlone = 'keys' in alone && alone.keys.join() === read.keys.join(); // what stands below is the reason
  return finish(at, note, seen, {
    stem: options.before,
    why: paragraphs([reasonBehind(firstLine, texts), isAlone ? rest.join('\n').trim() : '', general, toText(note.why)]),
    body: chosen(
      options.options.map(({ text }, index) => ({ text, why: reasons[index] ?? '' })),
      read,
    ),
  });
}

/** A note with its options in fields of their own, read as the row of a table. */
export function rowCard(at: Place, note: Note, cells: readonly string[], columns: Columns): Taken {
  const { seen, toText } = reader(note);
  const texts = cells.map(toText);
  if (seen.isCut) return { at, ...CUT_HTML };
  const taken = questionFromRow(at, texts, columns, undefined, { isText: true, topics: note.topics });
  if (isRefused(taken)) return taken;
  const left = columns.others.filter(({ index }) => (texts[index] ?? '') !== '');
  return {
    ...taken,
    lost: lostOf(
      seen.media,
      left.map(({ name }) => fieldLeft(name)),
    ),
  };
}

/** A note of the add-on AllInOne, by its own fields. */
export function allInOneCard(at: Place, note: Note, cells: readonly string[]): Taken {
  const read = allInOne(cells);
  if ('code' in read) return { at, ...read };
  const { seen, toText } = reader(note);
  const told = {
    stem: toText(read.front),
    why: paragraphs(read.why.map(toText)),
    body: read.body(toText),
  };
  return finish(at, { ...note, left: read.hasTitle ? ['the title'] : [] }, seen, told);
}

const LIST = /^([\s\S]*?)<ol type="?A"?>([\s\S]*)<\/ol>$/i;

/** The list that a field ends with, and what stands before it. */
function listAtEnd(field: string): { readonly before: string; readonly items: string } | undefined {
  const text = field.trimEnd();
  const [, before, items] = /<\/ol>$/i.test(text.slice(-5)) ? (LIST.exec(text) ?? []) : [];
  return before === undefined || items === undefined ? undefined : { before, items };
}

function listItems(html: string, toText: ToText): string[] {
  return html
    .split(/<li>/i)
    .slice(1)
    .map((item) => toText(item.replace(/<\/li>\s*$/i, '')));
}

function optionsOf(front: string, toText: ToText) {
  const list = listAtEnd(front);
  if (!list) {
    const lettered = letteredOptions(toText(front));
    return lettered?.before === '' ? undefined : lettered; // a front that is nothing but such lines is a text
  }
  const texts = listItems(list.items, toText);
  return {
    before: toText(list.before),
    options: texts.map((text, index) => ({ label: latinLabel(index), text })),
  };
}

/** The answer, the reason, and the reasons of the options, as our own export writes them; a foreign back is all answer. */
function splitBack(back: string, toText: ToText): [answer: string, general: string, reasons: string[]] {
  const list = listAtEnd(back);
  const [answer = '', ...general] = (list?.before ?? back).split(/<hr[^<>]*>/i);
  return [toText(answer), toText(general.join('<hr>')), list ? listItems(list.items, toText) : []];
}
