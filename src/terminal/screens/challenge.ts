// The page on which a candidate says what is wrong with a question.
import { limits } from '../../core/limits.ts';
import type { View } from '../../core/sitting/view.ts';
import { blank, type Line, line, span } from '../../core/text/styled.ts';
import { footerKeys, rule, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { header } from './header.ts';

/** `text`: what was typed so far. All of it fits the smallest window. */
export function challengeScreen(text: string, view: View, look: Look, size: Size): Screen {
  const [placeAndClock = line('')] = header(view, look, size);
  return {
    header: [placeAndClock, rule(size.columns, look.glyphs.rule)],
    body: [line(span('What is wrong with this question?', 'strong')), line(`${text}_`), ...note(text)],
    footer: [...fullLines(text), footerKeys('Enter save  Del take back  Esc back')],
  };
}

/** From so many characters on the text needs the room. */
const LONG = 100;

function note({ length }: string): Line[] {
  if (length > LONG) return [];
  const kept =
    'It is kept with your answers, and stats names the question until it is changed. Del takes back what you reported of it, today or before.';
  return [blank, line(span(kept, 'quiet'))];
}

function fullLines(text: string): Line[] {
  const isFull = [...text].length >= limits.challenge;
  return isFull ? [line(span(`No more than ${limits.challenge} characters are kept.`, 'caution'))] : [];
}
