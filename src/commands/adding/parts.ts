// The parts of a question, asked for one after another.
import type { Entered, Part } from '../../authoring/question.ts';
import { type ItemType, itemTypes } from '../../core/kinds/index.ts';
import type { Asking } from '../../terminal/asking.ts';

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
  if (type === 'cloze')
    return { stem: await ask.enter('The sentence, with ____ for the gap:', given === undefined ? {} : { given }) };
  const count = type === 'multiple' ? ' (say how many are right: "Which TWO …")' : '';
  return { stem: await ask.enter(`What is asked${count}?`) };
}

type Parts = Partial<Pick<Entered, 'options' | 'keys' | 'partners' | 'accepted' | 'why'>>;

export async function askParts(ask: Asking, type: ItemType): Promise<Parts> {
  switch (type) {
    case 'single':
    case 'multiple':
      return askOptions(ask, type);
    case 'ordering':
      return { options: (await askList(ask, 'Step', 2)).map((text) => ({ text })), ...(await askWhy(ask)) };
    case 'matching': {
      const left = await askList(ask, 'On the left, number', 2);
      const partners: string[] = [];
      for (const text of left) partners.push(await ask.enter(`What belongs to "${text}"?`));
      return { options: left.map((text) => ({ text })), partners, ...(await askWhy(ask)) };
    }
    case 'cloze':
      return { accepted: await askList(ask, 'What fills the gap: text', 1), ...(await askWhy(ask)) };
    default:
      return type satisfies never;
  }
}

async function askOptions(ask: Asking, type: 'single' | 'multiple'): Promise<Parts> {
  const right =
    type === 'single' ? [await askPart(ask, 'The right option:', 'right')] : await askSeveral(ask, 'right', 2);
  const wrong = await askSeveral(ask, 'wrong', 1);
  return { options: [...right, ...wrong], keys: right.map((_, index) => index) };
}

async function askSeveral(ask: Asking, what: 'right' | 'wrong', least: number): Promise<Part[]> {
  const parts: Part[] = [];
  for (;;) {
    const isEnough = parts.length >= least;
    const text = await ask.enter(
      `A${parts.length > 0 ? 'nother' : ''} ${what} option${isEnough ? ' (empty: no more)' : ''}:`,
      { mayBeEmpty: isEnough },
    );
    if (text === '') return parts;
    parts.push(await withWhy(ask, text, what));
  }
}

async function askPart(ask: Asking, message: string, what: 'right' | 'wrong'): Promise<Part> {
  return withWhy(ask, await ask.enter(message), what);
}

async function withWhy(ask: Asking, text: string, what: 'right' | 'wrong'): Promise<Part> {
  const why = await ask.enter(what === 'right' ? 'Why is it right?' : 'What makes it wrong here?', {
    mayBeEmpty: true,
  });
  return { text, ...(why && { why }) };
}

async function askList(ask: Asking, what: string, least: number): Promise<string[]> {
  const texts: string[] = [];
  for (;;) {
    const isEnough = texts.length >= least;
    const text = await ask.enter(`${what} ${texts.length + 1}${isEnough ? ' (empty: no more)' : ''}:`, {
      mayBeEmpty: isEnough,
    });
    if (text === '') return texts;
    texts.push(text);
  }
}

async function askWhy(ask: Asking): Promise<Pick<Entered, 'why'>> {
  const why = await ask.enter('Why is that so?', { mayBeEmpty: true });
  return why === '' ? {} : { why };
}
