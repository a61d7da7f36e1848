import type { Glyphs } from '../core/text/glyphs.ts';
import type { KeysPage } from './screens/key-table.ts';
import { keysScreen } from './screens/keys.ts';
import type { App, Terminal } from './terminal.ts';

/** The app, with the table of its keys behind `?`. */
export function withKeys(app: App, page: KeysPage, glyphs: Glyphs, terminal: Pick<Terminal, 'turnPage'>): App {
  let isOpen = false;
  return {
    get scrollsItself() {
      return !isOpen && app.scrollsItself === true;
    },
    screen: (size) => (isOpen ? keysScreen(page, glyphs, size) : app.screen(size)),
    paste(text) {
      if (!isOpen) app.paste?.(text);
    },
    press(key) {
      const opens = key.name === '?' && app.isTyping?.() !== true;
      if (!isOpen && !opens) return app.press(key);
      isOpen = !isOpen;
      terminal.turnPage();
    },
  };
}
