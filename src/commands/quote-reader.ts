import type { Bank } from '../bank/bank.ts';
import type { Quote } from '../core/item.ts';
import type { Look } from '../terminal/look.ts';
import { notesReader } from '../terminal/notes-reader.ts';
import type { App, Terminal } from '../terminal/terminal.ts';
import { withKeys } from '../terminal/with-keys.ts';

/** Opens the notes at a quote; leaving them brings `back` onto the screen again. */
export async function openQuote(
  bank: Bank,
  quote: Quote,
  terminal: Terminal,
  { glyphs }: Look,
  back: App,
): Promise<void> {
  const notes = (await bank.notes()).find(({ file }) => file === quote.file);
  if (!notes) return;
  const reading = { notes, marks: new Map(), at: quote.lines[0], quoted: quote.lines };
  const reader = notesReader(reading, glyphs, terminal.repaint, () => terminal.use(back));
  terminal.use(withKeys(reader, 'reader', glyphs, terminal));
}
