// The texts of an item of QTI 1.2: its material, its question with the gaps in it, and its feedback.
import { formattedText } from '../../markdown/text.ts';
import type { PlainText } from '../../markup/plain-text.ts';
import { childNamed, childrenNamed, descendants, type Element, elementsIn, textIn } from '../../markup/xml.ts';
import { markupToText } from '../markup.ts';
import type { ScoringRule } from './scoring.ts';

export type ToText = (element: Element | undefined) => string;

/** Text, emphasis, Blackboard's text, and what cannot be shown. */
const MATERIAL = /^(mattext|matemtext|mat_formattedtext|matimage|mataudio|matvideo|matapplet|matapplication)$/;

/** The text of all material below an element. */
export function materialToText(element: Element | undefined): PlainText {
  const parts = element ? descendants(element, MATERIAL).map(partToText) : [];
  return {
    text: parts
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(' '),
    media: parts.reduce((sum, { media }) => sum + media, 0),
    isCut: parts.some(({ isCut }) => isCut),
  };
}

function partToText(part: Element): PlainText {
  if (!part.name.endsWith('text')) return { text: '[picture]', media: 1, isCut: false };
  if (elementsIn(part).length > 0) return markupToText(part);
  const text = textIn(part).trim();
  return formattedText(text, part.attributes.texttype ?? part.attributes.type);
}

const GAP = '____';

/** What is asked: the material around the responses, with a gap where one is typed into the text. */
export function stemOf(presentation: Element, read: ToText): string {
  const parts = stemParts(presentation, read).filter((part) => part !== '');
  const shown = parts.at(-1) === GAP ? parts.slice(0, -1) : parts;
  return shown.reduce((stem, part, index) => `${stem}${index === 0 ? '' : between(shown[index - 1], part)}${part}`, '');
}

/** A gap stands in its line, other parts below one another. */
function between(before: string | undefined, part: string): string {
  if (before === GAP && /^[,.;:!?)]/.test(part)) return '';
  return before === GAP || part === GAP ? ' ' : '\n\n';
}

function stemParts(element: Element, read: ToText): string[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === 'material') return [read(child)];
    if (child.name === 'response_label') return [GAP];
    if (/^response_(lid|grp)$/.test(child.name)) return [];
    const parts = stemParts(child, read);
    return /^response_(str|num)$/.test(child.name) && !parts.includes(GAP) ? [...parts, GAP] : parts;
  });
}

export interface Feedback {
  /** The reasons of options, by their names. */
  readonly ofOptions: ReadonlyMap<string, readonly string[]>;
  /** What is shown whatever the answer is. */
  readonly whole: string;
  /** Whether there is some that is shown for right or for wrong answers alone. */
  readonly isLeft: boolean;
}

/** Words for the verdict, which are shown beside every key: "correct", "general_incorrect_fb". */
const VERDICT = /^(general_)?(in)?correct(_fb)?$/i;

export function feedbackOf(item: Element, rules: readonly ScoringRule[], read: ToText): Feedback {
  const ofOptions = new Map<string, string[]>();
  const whole: string[] = [];
  const own = [item.attributes.ident, item.attributes.label]; // Brightspace calls feedback on the whole as the item, and no rule shows it
  let isLeft = false;
  for (const feedback of childrenNamed(item, 'itemfeedback')) {
    const { ident = '' } = feedback.attributes;
    const text = elementsIn(feedback)
      .filter(({ name }) => name !== 'hint')
      .map((part) => read({ ...feedback, children: [part] }))
      .filter((part) => part !== '')
      .join('\n');
    if (text === '') continue;
    const showing = rules.filter(({ shows }) => shows.includes(ident));
    const named = [...new Set(showing.flatMap(optionNamed))];
    const isOfAll =
      childNamed(feedback, 'solution') !== undefined ||
      showing.some(({ isElse, points }) => isElse && points === undefined) ||
      own.includes(ident);
    if (VERDICT.test(ident) || (named.length === 0 && !isOfAll)) isLeft = true;
    else if (named.length === 0) whole.push(text);
    else for (const id of named) ofOptions.set(id, [...(ofOptions.get(id) ?? []), text]);
  }
  return { ofOptions, whole: whole.join('\n\n'), isLeft };
}

/** The option that a rule is about alone. Blackboard names it as if it were a response. */
function optionNamed({ ways }: ScoringRule): string[] {
  const [way, ...others] = ways ?? [];
  const [test, ...more] = way ?? [];
  return !test || test.isNot || others.length + more.length > 0 ? [] : [test.value === '' ? test.of : test.value];
}
