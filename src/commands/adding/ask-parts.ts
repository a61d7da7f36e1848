// The parts of a question, asked for one after another.
import { AMOUNT_FORMS, type Amount, isTolerance } from '../../authoring/amount.ts';
import type { Entered, ReasonedText } from '../../authoring/question.ts';
import { type ItemType, itemTypes } from '../../core/items/kinds/index.ts';
import { isDecimal } from '../../core/shapes/value-shapes.ts';
import type { Asking } from '../../terminal/input/asking.ts';

const FORMS: Readonly<Record<ItemType, string>> = {
  single: 'one option is right',
  multiple: 'several options are right',
  ordering: 'steps to put in order',
  matching: 'pairs to find',
  cloze: 'a gap to fill',
};

export function askType(ask: Asking): Promise<ItemType> {
  return ask.choose(
    'Which type?',
    itemTypes.map((value) => ({ value, name: `${value.padEnd(9)} ${FORMS[value]}` })),
  );
}

export async function askStem(ask: Asking, type: ItemType, given: string | undefined): Promise<Pick<Entered, 'stem'>> {
  const count = type === 'multiple' ? ' (say how many are right: "Which TWO …")' : '';
  const message = type === 'cloze' ? 'The sentence, with ____ for the gap:' : `What is asked${count}?`;
  return { stem: await ask.enter(message, kept(given)) };
}

type Parts = Partial<Pick<Entered, 'options' | 'keys' | 'partners' | 'accepted' | 'amount' | 'why'>>;

/** What was entered before stands in the lines: Enter keeps it, an emptied line ends a list there. */
export async function askParts(ask: Asking, type: ItemType, before: Parts = {}): Promise<Parts> {
  const texts = before.options?.map(({ text }) => text) ?? [];
  switch (type) {
    case 'single':
    case 'multiple':
      return askOptions(ask, type, before);
    case 'ordering': {
      const steps = await askList(ask, 'In the right order, step', 2, texts);
      return { options: steps.map((text) => ({ text })), ...(await askWhy(ask, before)) };
    }
    case 'matching': {
      const left = await askList(ask, 'On the left, number', 2, texts);
      const partners: string[] = [];
      for (const [index, text] of left.entries()) {
        const same = texts.indexOf(text);
        const place = same >= 0 || left.includes(texts[index] ?? '') ? same : index; // a text takes its partner along
        partners.push(await ask.enter(`What belongs to "${text}"?`, kept(before.partners?.[place])));
      }
      return { options: left.map((text) => ({ text })), partners, ...(await askWhy(ask, before)) };
    }
    case 'cloze':
      return { ...(await askGap(ask, before)), ...(await askWhy(ask, before)) };
    default:
      return type satisfies never;
  }
}

/** The texts or the number that fill a gap; what it was filled with before, in the other way, goes. */
async function askGap(ask: Asking, { accepted = [], amount }: Parts): Promise<Pick<Parts, 'accepted' | 'amount'>> {
  const offers = [
    { value: 'text' as const, name: 'a text, in one spelling or several' },
    { value: 'number' as const, name: 'a number, however it is written' },
  ];
  const filling = await ask.choose('What fills the gap?', offers, amount ? 'number' : 'text');
  if (filling === 'number') return { accepted: [], amount: await askAmount(ask, amount) };
  return { accepted: await askList(ask, 'What fills the gap: text', 1, accepted), amount: undefined };
}

async function askAmount(ask: Asking, before: Amount | undefined): Promise<Amount> {
  const number = await ask.enter('The right number:', {
    ...kept(before?.number),
    wrong: (text) => (isDecimal(text) ? undefined : `Write ${AMOUNT_FORMS.number}.`),
  });
  const unit = await ask.enter('Its unit, shown beside the gap (empty: none):', {
    mayBeEmpty: true,
    ...kept(before?.unit),
  });
  const tolerance = await ask.enter('How far off is still right (empty: not at all):', {
    mayBeEmpty: true,
    ...kept(before?.tolerance),
    wrong: (text) => (isTolerance(text) ? undefined : `Write ${AMOUNT_FORMS.tolerance}.`),
  });
  return { number, unit, tolerance };
}

/** A text that was entered before, if it was. */
function kept(given: string | undefined): { readonly given?: string } {
  return given === undefined || given === '' ? {} : { given };
}

async function askOptions(
  ask: Asking,
  type: 'single' | 'multiple',
  { options = [], keys = [] }: Parts,
): Promise<Parts> {
  const rightBefore = options.filter((_, index) => keys.includes(index));
  const wrongBefore = options.filter((_, index) => !keys.includes(index));
  const right =
    type === 'single' ? [await askKey(ask, rightBefore[0])] : await askSeveral(ask, 'right', 2, rightBefore);
  const wrong = await askSeveral(ask, 'wrong', 1, wrongBefore);
  return { options: [...right, ...wrong], keys: right.map((_, index) => index) };
}

async function askSeveral(
  ask: Asking,
  what: 'right' | 'wrong',
  least: number,
  before: readonly ReasonedText[],
): Promise<ReasonedText[]> {
  const parts: ReasonedText[] = [];
  for (;;) {
    const isEnough = parts.length >= least;
    const known = before[parts.length];
    const text = await ask.enter(
      `A${parts.length > 0 ? 'nother' : ''} ${what} option${isEnough ? ' (empty: no more)' : ''}:`,
      { mayBeEmpty: isEnough, ...kept(known?.text) },
    );
    if (text === '') return parts;
    parts.push(await withWhy(ask, text, what, known?.why));
  }
}

async function askKey(ask: Asking, before: ReasonedText | undefined): Promise<ReasonedText> {
  return withWhy(ask, await ask.enter('The right option:', kept(before?.text)), 'right', before?.why);
}

async function withWhy(
  ask: Asking,
  text: string,
  what: 'right' | 'wrong',
  before: string | undefined,
): Promise<ReasonedText> {
  const why = await ask.enter(what === 'right' ? 'Why is it right?' : 'What makes it wrong here?', {
    mayBeEmpty: true,
    ...kept(before),
  });
  return { text, ...(why && { why }) };
}

async function askList(ask: Asking, what: string, least: number, before: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (;;) {
    const isEnough = texts.length >= least;
    const text = await ask.enter(`${what} ${texts.length + 1}${isEnough ? ' (empty: no more)' : ''}:`, {
      mayBeEmpty: isEnough,
      ...kept(before[texts.length]),
    });
    if (text === '') return texts;
    texts.push(text);
  }
}

async function askWhy(ask: Asking, { why }: Parts): Promise<Pick<Entered, 'why'>> {
  return { why: await ask.enter('Why is that so?', { mayBeEmpty: true, ...kept(why) }) };
}
