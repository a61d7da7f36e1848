// Moodle XML in (question/format/xml): each <question> is taken out of the text and read by itself, so that a broken one
// costs no other.
import type { Place, Source, Taken } from '../format.ts';
import { markdownToText } from '../markdown/text.ts';
import { CUT_HTML, eitherToText, htmlToText } from '../markup/html.ts';
import { asItIs, noting, type PlainText } from '../markup/plain-text.ts';
import { childNamed, childrenNamed, descendants, type Element, parseXml, textIn } from '../markup/xml.ts';
import { sized } from '../reading/bounds.ts';
import { draftOf, refused } from '../reading/draft.ts';
import { lineCounter } from '../reading/lines.ts';
import { bodyOf } from './body.ts';
import { lostIn } from './lost.ts';

export function* readMoodleXml({ file, text }: Source): Iterable<Taken> {
  const lineAt = lineCounter(text);
  let topics: string[] = [];
  for (const piece of piecesOf(text)) {
    const at = { file, line: lineAt(piece.from) };
    if (piece.isForbidden) {
      yield refused(at, 'document-type', 'it has a document type (DOCTYPE), which is not read: take the line out');
      return;
    }
    const parsed = parseXml(text.slice(piece.from, piece.to));
    if ('error' in parsed)
      yield sized(refused(at, 'broken-xml', `this question cannot be read: ${parsed.error}`), parsed.offset);
    else if (parsed.root.attributes.type === 'category') {
      const category = eitherToText(textIn(childNamed(childNamed(parsed.root, 'category'), 'text'))).text.trim();
      topics = category === '' ? [] : [category];
    } else yield sized(readQuestion(at, parsed.root, topics), parsed.size);
  }
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isForbidden: boolean;
}

const MARKS = /<!--|-->|<!\[CDATA\[|\]\]>|<question(?=[\s>])|<\/question\s*>|<!DOCTYPE/gi;

/** Where each question stands. What looks like a tag in a comment or in CDATA is text. */
function* piecesOf(text: string): Iterable<Piece> {
  let from = -1;
  let until: string | undefined;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (until !== undefined) {
      if (mark === until) until = undefined;
    } else if (mark === '<!--') until = '-->';
    else if (mark === '<![CDATA[') until = ']]>';
    else if (/^<!doctype/i.test(mark)) {
      yield { from: index, to: index, isForbidden: true };
      return;
    } else if (mark.startsWith('</')) {
      if (from >= 0) yield { from, to: index + mark.length, isForbidden: false };
      from = -1;
    } else if (mark.startsWith('<question')) {
      if (from >= 0) yield { from, to: index, isForbidden: false };
      from = index;
    }
  }
  if (from >= 0) yield { from, to: text.length, isForbidden: false };
}

function readQuestion(at: Place, question: Element, category: readonly string[]): Taken {
  const { type = '' } = question.attributes;
  const { toText: read, seen } = noting(plainTextOf);
  const asked = read(childNamed(question, 'questiontext'));
  const answered = bodyOf(type, question, asked, read);
  if ('code' in answered) return { at, ...answered };
  const tags = childrenNamed(childNamed(question, 'tags') ?? NOTHING, 'tag').map((tag) =>
    textIn(childNamed(tag, 'text')),
  );
  const why = read(childNamed(question, 'generalfeedback'));
  if (seen.isCut) return refused(at, 'truncated-html', CUT_HTML);
  if (isInLanguages(question))
    return refused(at, 'several-languages', 'its text stands there in several languages (multilang): keep one of them');
  const topics = [...new Set([...category, ...tags].map((topic) => topic.trim()))];
  const { stem = asked, body, lost = [] } = answered;
  return draftOf({ at, stem, why, topics, body, lost: [...lost, ...lostIn(question, body, seen.media > 0)] });
}

/** Whether a text is written out in several languages, of which Moodle shows one: `<span lang="en" class="multilang">`, `{mlang en}`. */
function isInLanguages(question: Element): boolean {
  return descendants(question, /^text$/).some((element) => {
    const text = textIn(element);
    const spans = (text.match(/<span\b[^<>]*>/gi) ?? []).filter((span) => /\bmultilang\b/i.test(span));
    const languages = new Set(spans.map((span) => /\blang=["']?([\w-]+)/i.exec(span)?.[1]));
    return languages.size > 1 || new Set(text.match(/\{mlang\s+[\w,-]+\}/gi)).size > 1;
  });
}

const NOTHING: Element = { name: '', attributes: {}, children: [], offset: 0 };

/** The text of an element that holds <text>, in the format it names. Files inside it are pictures and the like. */
function plainTextOf(element: Element | undefined): PlainText {
  if (!element) return asItIs('');
  const text = textIn(childNamed(element, 'text')).trim();
  switch (element.attributes.format) {
    case 'html':
      return htmlToText(text);
    case 'plain_text':
      return asItIs(text);
    case 'markdown':
      return markdownToText(text.split('\n'));
    default:
      return eitherToText(text);
  }
}
