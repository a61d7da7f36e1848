// What an answer says behind the letter of its option.
import { LETTER } from './labels.ts';
import { leadingLabels } from './lettered.ts';
import { BECAUSE, holdsOtherLabel, sameText } from './readings.ts';
import { COLON, REASON_WORDS } from './words.ts';

/** "B because …", "B, since …": no sign parts the letter from the reason. */
const LETTER_BECAUSE = new RegExp(`^\\(?${LETTER}\\)?,?\\s+(${BECAUSE}\\b.*)$`, 'isu');
const REASON = new RegExp(`^(?:${REASON_WORDS})\\s*${COLON}\\s*`, 'iu');

/** The reason in "B) It is …", "B, because …", "B (…)". Empty where that is the option again, or may be another answer, and where there are no options. */
export function reasonBehind(answer: string, options: readonly string[]): string {
  const said = answer.replace(/\*\*|__/g, '').trim();
  const rest = LETTER_BECAUSE.exec(said)?.[1] ?? leadingLabels(said).rest;
  const reason = rest.replace(/^\(([^()]*)\)$/, '$1');
  const isOption = options.some((text) => [said, reason].some((one) => sameText(plain(text), plain(one))));
  return options.length === 0 || isOption || holdsOtherLabel(rest) ? '' : reason.replace(REASON, '');
}

function plain(text: string): string {
  return text
    .replace(/[*_`]|\s*[✅✔✓☑]\ufe0f?/gu, '')
    .replace(/(?<![.\s])[.\s]+$/, '')
    .toLowerCase();
}
