import type { Bank } from '../bank/bank.ts';
import type { Quote } from '../core/item.ts';
import { line, span } from '../core/text.ts';
import { footerKeys, rule } from '../terminal/layout.ts';
import type { Look } from '../terminal/look.ts';
import { notesReader } from '../terminal/notes-reader.ts';
import type { App, Terminal } from '../terminal/terminal.ts';
import { withKeys } from '../terminal/with-keys.ts';
import type { Context } from './context.ts';
import { NOTES_CLOSED, runningExam } from './open-sessions.ts';

/** Opens the notes at a quote; leaving them brings `back` onto the screen again. */
export async function openQuote(
  { sessions }: Pick<Context, 'sessions'>,
  bank: Bank,
  quote: Quote,
  terminal: Terminal,
  { glyphs }: Look,
  back: App,
): Promise<void> {
  const goBack = () => terminal.use(back);
  if (runningExam(sessions, bank.id)) return terminal.use(closedNotes(glyphs.rule, goBack));
  const [first, ...others] = await bank.notes();
  if (!first) return;
  const reader = notesReader({ notes: [first, ...others], marks: new Map(), quote }, glyphs, terminal.repaint, goBack);
  terminal.use(withKeys(reader, 'reader', glyphs, terminal));
}

/** Stands where the notes would, while an exam is open in another terminal. */
function closedNotes(ruled: string, goBack: () => void): App {
  return {
    screen: ({ columns }) => ({
      header: [line(span('Notes', 'strong')), rule(columns, ruled)],
      body: [line(`Not now: ${NOTES_CLOSED}.`)],
      footer: [footerKeys('any key goes back')],
    }),
    press: goBack,
  };
}
