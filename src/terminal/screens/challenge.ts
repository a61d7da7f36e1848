// The page on which a candidate says what is wrong with a question.
import type { View } from '../../core/sitting/view.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { blank, line, span } from '../../core/text/text.ts';
import { footerKeys, type Screen, type Size } from '../painting/layout.ts';
import { header } from './header.ts';

/** `text`: what was typed so far. */
export function challengeScreen(text: string, view: View, glyphs: Glyphs, size: Size): Screen {
  return {
    header: header(view, glyphs, size),
    body: [
      line(span('What is wrong with this question?', 'strong')),
      blank,
      line(`${text}_`),
      blank,
      line(
        span(
          'It is kept with your answers, and stats names the question until it is changed. Del takes back what you reported of it, today or before.',
          'quiet',
        ),
      ),
    ],
    footer: [footerKeys('Enter save  Del take back  Esc back')],
  };
}
