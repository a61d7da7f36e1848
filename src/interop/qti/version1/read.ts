// QTI 1.2 in, as Canvas, Blackboard, Brightspace and older tools write it: a file of items, each read by itself.
import type { Place, Source, Taken } from '../../format.ts';
import { noting } from '../../markup/plain-text.ts';
import { takenFromXml } from '../../markup/records.ts';
import { childNamed, descendants, type Element, textIn } from '../../markup/xml.ts';
import { lostParts } from '../../reading/refusals.ts';
import { refused, takenFrom } from '../../reading/taken.ts';
import { asVersion2 } from '../markup.ts';
import { againstType, bodyOf } from './body.ts';
import { responsesOf, withPartsInside } from './responses.ts';
import { rulesOf } from './scoring.ts';
import { feedbackOf, materialToText, stemOf } from './texts.ts';

/** Whether a file is one of these items. */
export function isVersion1(text: string): boolean {
  return /<(?:[\w-]{1,40}:)?questestinterop[\s>]/.test(text.slice(0, 100_000));
}

export function* readVersion1(source: Pick<Source, 'file' | 'text'>): Iterable<Taken> {
  let isEmpty = true;
  const records = takenFromXml(source, {
    element: '(?:item|sourcebank_ref)',
    called: 'item',
    againstType: (declaration) =>
      IS_NAME_ALONE.test(declaration)
        ? undefined
        : 'it has a document type with declarations, which is not read: take it out',
    read: (at, piece) => readPiece(at, asVersion2(piece)),
  });
  for (const taken of records) {
    isEmpty = false;
    yield taken;
  }
  if (isEmpty) yield refused({ file: source.file, line: 1 }, 'no-questions', 'there is no item in it');
}

/** A document type that only names the file of the format, which nobody fetches. */
const IS_NAME_ALONE = /^<!DOCTYPE\s+[\w:.-]+(?:\s+(?:SYSTEM|PUBLIC)(?:\s+(?:"[^"]*"|'[^']*'))+)?\s*>/i;

/** An item, or the name of a bank that a group of questions draws from. */
function readPiece(at: Place, piece: Element): Taken {
  if (piece.name === 'item') return readItem(at, piece);
  const bank = textIn(piece).trim().slice(0, 80);
  return refused(at, 'missing-item', `questions are drawn here from a bank, "${bank}": export that bank and import it`);
}

function readItem(at: Place, item: Element): Taken {
  const shown = childNamed(item, 'presentation');
  if (!shown) return refused(at, 'no-stem', 'the item has no text (presentation)');
  const presentation = withPartsInside(shown);
  const type = typeOf(item);
  const against = againstType(type, presentation);
  if (against) return { at, ...against };
  const { toText: read, seen } = noting(materialToText);
  const rules = rulesOf(item);
  const feedback = feedbackOf(item, rules, read);
  const responses = responsesOf(presentation, feedback.ofOptions, read);
  const asked = stemOf(presentation, read);
  const answered = bodyOf(type, asked, responses, rules);
  if ('code' in answered) return { at, ...answered };
  const { stem = asked, body, lost = [] } = answered;
  const isTyped = body.type === 'cloze' || body.type === 'number';
  const hasFeedback = feedback.ofOptions.size > 0;
  return takenFrom({
    at,
    stem,
    why: feedback.whole,
    body,
    seen,
    lost: [
      ...lost,
      ...lostParts({
        typedFeedback: isTyped && hasFeedback,
        verdicts: feedback.isLeft || (body.type === 'matching' && hasFeedback),
        hints: descendants(item, /^hint$/).some((hint) => read(hint) !== ''),
      }),
    ],
  });
}

const LABELS = /^(question_type|qmd_questiontype|qmd_itemtype|cc_profile)$/;

/** What the tool calls the item: in a field with a label, or in an element of its own. */
function typeOf(item: Element): string {
  const metadata = childNamed(item, 'itemmetadata');
  if (!metadata) return '';
  const field = descendants(metadata, /^qti_?metadatafield$/).find((one) =>
    LABELS.test(textIn(childNamed(one, 'fieldlabel')).trim()),
  );
  const [own] = descendants(metadata, /^(bbmd_questiontype|qmd_itemtype)$/);
  return textIn(field ? childNamed(field, 'fieldentry') : own).trim();
}
