// Words that say always, or usually: test takers learn what they give away. English only.
import { found, type ItemRule, nothing, onChoices, optionLines } from '../rule.ts';
import { compared, quoted } from '../words.ts';

const ABSOLUTE = /\b(?:always|never|only|all|every|must|cannot|can't|none|entirely|completely|impossible)\b/i;

const absoluteDistractor: ItemRule = {
  code: 'absolute-distractor',
  scope: 'item',
  source: 'docs/rules.md W05 (at most 3 % of items)',
  severity: 'warning',
  tolerance: 0.03,
  title: 'a wrong option says always or never',
  why: 'Test takers learn that "always" and "never" are wrong, and strike such an option without reading on.',
  bad: optionLines('a', 'It stores records', 'It always drops records', 'It sends records'),
  good: optionLines('a', 'It stores records', 'It drops records', 'It sends records'),
  ...onChoices(({ options }) => {
    const absolute = options.filter(({ text }) => ABSOLUTE.test(text));
    const [one] = absolute;
    if (!one || absolute.length > 1 || one.isKey) return nothing;
    const word = ABSOLUTE.exec(one.text)?.[0] ?? '';
    return found(
      `"${word}" stands in one option only, a wrong one: ${quoted(one.text)}`,
      'make it wrong without the word',
    );
  }),
};

const onlyAbsoluteDiffers: ItemRule = {
  code: 'only-absolute-differs',
  scope: 'item',
  source: 'docs/rules.md W05 (never as the sole difference)',
  severity: 'warning',
  title: 'an absolute word is all that sets options apart',
  why: 'Where two options differ by "only" or "always" alone, the milder one is right: no knowledge is needed.',
  bad: optionLines('a', 'The owner can read it', 'The owner can only read it', 'A guest can list it'),
  good: optionLines('a', 'The owner can read it', 'The whole team can read it', 'A guest can list it'),
  ...onChoices(({ options }) => {
    const plain = options.map(({ text }) => compared(text.replace(new RegExp(ABSOLUTE, 'gi'), ' ')));
    const at = plain.findIndex((text, index) => text !== '' && plain.indexOf(text) !== index);
    const isDifferent =
      at >= 0 && compared(options[at]?.text ?? '') !== compared(options[plain.indexOf(plain[at] ?? '')]?.text ?? '');
    if (!isDifferent) return nothing;
    return found(
      `an absolute word is all that sets ${quoted(options[at]?.text ?? '')} apart`,
      'give it another difference',
    );
  }),
};

/** "Can" tells what a thing is able to do as often as it hedges, so it counts only where nothing else does. */
const HEDGE = /\b(?:may|might|could|usually|typically|generally|sometimes|probably|likely|normally|tends?)\b/i;

const hedgedKey: ItemRule = {
  code: 'hedged-key',
  scope: 'item',
  source: 'docs/rules.md W06',
  severity: 'warning',
  title: 'only the right option is hedged',
  why: 'A careful "usually" in one option marks it as the one that had to be defensible.',
  bad: optionLines('b', 'It is free', 'It is usually cheaper', 'It is dearer'),
  good: optionLines('b', 'It is free', 'It is cheaper', 'It is dearer'),
  ...onChoices(({ keys, distractors }) => {
    const key = keys.find(({ text }) => HEDGE.test(text));
    if (!key || distractors.some(({ text }) => HEDGE.test(text))) return nothing;
    return found(
      `only what is right is hedged: "${HEDGE.exec(key.text)?.[0]}"`,
      'say it plainly, or hedge a wrong option too',
    );
  }),
};

export const absoluteRules = [absoluteDistractor, onlyAbsoluteDiffers, hedgedKey] as const;
