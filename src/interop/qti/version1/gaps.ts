// Several choices in one item: parts to be matched, or words for the gaps of a text.
import type { RefusalReason } from '../../format.ts';
import { descendants } from '../../markup/xml.ts';
import { type Answered, gapsMatched } from '../../reading/told.ts';
import type { Choice } from '../body.ts';
import type { Response } from './responses.ts';
import { type Scoring, unreadable } from './scoring.ts';

export function matchBody(responses: readonly Response[], scoring: readonly Scoring[]): Answered | RefusalReason {
  if (responses.some(({ prompt }) => prompt === ''))
    return {
      code: 'several-interactions',
      message: `the item asks for ${responses.length} things, and not each has a text of its own`,
    };
  const right = partners(responses, scoring);
  if ('code' in right) return right;
  const pairs = responses.map(({ prompt }, index) => ({ left: prompt, right: right[index]?.text ?? '' }));
  return { body: { type: 'matching', pairs, spare: spareOf(responses, right) } };
}

/** Several gaps with words to choose from are matched with the words for them. */
export function dropdownsBody(
  stem: string,
  responses: readonly Response[],
  scoring: readonly Scoring[],
): Answered | RefusalReason {
  const missing = responses.map((response) => missingGap(stem, response)).find((reason) => reason !== undefined);
  if (missing) return missing;
  const right = partners(responses, scoring);
  if ('code' in right) return right;
  const offers = new Set(responses.map(({ choices }) => textsOf(choices).sort().join('\n')));
  return {
    stem: responses.reduce((text, one, index) => text.replace(gapOf(one), () => `(${index + 1}) _____`), stem),
    body: gapsMatched(textsOf(right), spareOf(responses, right)),
    lost: offers.size > 1 ? ['which words each gap offers'] : [],
  };
}

/** One gap with words to choose from is a choice. */
export function withGap(
  stem: string,
  response: Response,
  answered: Answered | RefusalReason,
): Answered | RefusalReason {
  if ('code' in answered) return answered;
  return missingGap(stem, response) ?? { ...answered, stem: stem.replace(gapOf(response), () => '_____') };
}

/** A gap to be typed into, of which Canvas lists every spelling as a choice and scores the first. */
export function blankBody(stem: string, response: Response, scoring: readonly Scoring[]): Answered | RefusalReason {
  const ways = descendants(response.element, /^response_label$/).map(({ attributes }) => attributes.scoring_algorithm);
  const loose = ways.find((way) => way !== undefined && !/^Text(InChoices|Equivalence)$/.test(way));
  if (loose !== undefined)
    return { code: 'unsupported-type', message: `what is typed is compared by ${loose.slice(0, 40)}, not as it is` };
  const named = new Set(scoring.flatMap(({ ways }) => ways.flat().map(({ value }) => value)));
  if (!response.choices.some(({ id }) => named.has(id))) return { code: 'no-key', message: 'no spelling gets points' };
  return withGap(stem, response, { body: { type: 'cloze', accept: textsOf(response.choices) } });
}

/** Canvas names a gap in the text by what stands behind "response_". */
export function gapOf({ id }: Response): string {
  return `[${id.replace(/^response_/, '')}]`;
}

function missingGap(stem: string, response: Response): RefusalReason | undefined {
  const gap = gapOf(response);
  return stem.includes(gap) ? undefined : { code: 'no-gap', message: `the gap ${gap.slice(0, 60)} is not in the text` };
}

/** The one choice that is right for each response. */
function partners(responses: readonly Response[], scoring: readonly Scoring[]): readonly Choice[] | RefusalReason {
  const tests = scoring.flatMap(({ ways }) => ways.flat());
  if (scoring.some(({ ways }) => ways.length > 1) || tests.some(({ is, isNot }) => isNot || is !== 'equal'))
    return unreadable('it gives points for one answer or another');
  const found: Choice[] = [];
  for (const { id, prompt, choices } of responses) {
    const values = new Set(tests.filter(({ of }) => of === id).map(({ value }) => value));
    const right = choices.find((choice) => values.has(choice.id));
    const name = (prompt || id).slice(0, 40);
    if (!right) return { code: 'no-key', message: `"${name}" has no partner` };
    if (values.size > 1) return { code: 'several-full-keys', message: `"${name}" has ${values.size} partners` };
    found.push(right);
  }
  return found;
}

/** The texts of choices that are no partner, each once. */
function spareOf(responses: readonly Response[], used: readonly Choice[]): string[] {
  const taken = new Set(textsOf(used));
  const texts = new Set(responses.flatMap(({ choices }) => textsOf(choices)));
  return [...texts].filter((text) => !taken.has(text));
}

function textsOf(choices: readonly Choice[]): string[] {
  return choices.map(({ text }) => text);
}
