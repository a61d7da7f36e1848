// A terminal from being opened to being given back, and an app that is shown in between.
import type { Palette } from './painting/colour.ts';
import type { Look } from './painting/look.ts';
import type { KeysPage } from './screens/key-table.ts';
import { type App, openTerminal, run, type Terminal } from './terminal.ts';
import { withKeys } from './with-keys.ts';

/** Opens the terminal for what is done on it, and gives it back whatever comes of that. */
export async function onTerminal<T>(palette: Palette, act: (terminal: Terminal) => Promise<T>): Promise<T> {
  const terminal = openTerminal(palette);
  try {
    return await act(terminal);
  } finally {
    await terminal.close();
  }
}

/** Makes an app that calls `done` with what comes of it. */
type Make<T> = (terminal: Terminal, done: (result: T) => void) => App;

/**
 * Shows an app, with the table of its keys behind `?`, until it calls `done`; `whenEnded` is the result where the input ended before.
 * Rejects with `Interrupted` as the terminal does.
 */
export function showApp<T>(look: Look, page: KeysPage, whenEnded: T, make: Make<T>): Promise<T> {
  return onTerminal(look.palette, (terminal) => showOn(terminal, look, page, whenEnded, make));
}

/** The same on a terminal that is open already, and stays it. */
export function showOn<T>(terminal: Terminal, look: Look, page: KeysPage, whenEnded: T, make: Make<T>): Promise<T> {
  return run<T>(terminal, (done) => withKeys(make(terminal, done), page, look, terminal), whenEnded);
}
