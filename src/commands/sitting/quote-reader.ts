import type { Bank } from '../../bank/bank.ts';
import type { Quote } from '../../core/items/item.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { line } from '../../core/text/styled.ts';
import { Failure } from '../../failure.ts';
import { notesReader } from '../../terminal/notes/notes-reader.ts';
import { footerKeys, heading } from '../../terminal/painting/layout.ts';
import type { Look } from '../../terminal/painting/look.ts';
import type { App, Terminal } from '../../terminal/terminal.ts';
import { withKeys } from '../../terminal/with-keys.ts';
import type { Context } from '../context.ts';
import { NOTES_CLOSED, runningExam } from './open-exams.ts';

/** Opens the notes at a quote; leaving them brings `back` onto the screen again. */
export async function openQuote(
  { sessions }: Pick<Context, 'sessions'>,
  bank: Bank,
  quote: Quote,
  terminal: Terminal,
  look: Look,
  back: App,
): Promise<void> {
  const goBack = () => terminal.use(back);
  const shut = (why: string) => terminal.use(closedNotes(why, look.glyphs, goBack));
  try {
    if (runningExam(sessions, bank.id)) return shut(NOTES_CLOSED);
    const [first, ...others] = await bank.notes();
    if (!first) return;
    const reader = notesReader({ notes: [first, ...others], marks: new Map(), quote }, look, terminal.repaint, goBack);
    terminal.use(withKeys(reader, 'reader', look, terminal));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    shut(error.message); // the sitting goes on without them
  }
}

/** Stands where the notes would, while an exam is open in another terminal or something cannot be read. */
function closedNotes(why: string, glyphs: Glyphs, goBack: () => void): App {
  return {
    screen: (size) => ({
      header: heading('Notes', size, glyphs),
      body: [line(`Not now: ${why}.`)],
      footer: [footerKeys('Esc back')],
    }),
    press: goBack,
  };
}
