import { readOn } from './input/keys.ts';
import type { Look } from './painting/look.ts';
import type { KeysPage } from './screens/key-table.ts';
import { keysScreen } from './screens/keys.ts';
import type { App, Terminal } from './terminal.ts';

/**
 * The app of a page, which is told the actions that its keys stand for, with the table of these keys behind one of them. Esc leaves as its
 * key does; where keys are text it is Esc.
 */
export function withKeys(app: App, page: KeysPage, look: Look, terminal: Pick<Terminal, 'turnPage'>): App {
  let isOpen = false;
  return {
    scrolling: () => (isOpen ? 'rows' : (app.scrolling?.() ?? 'pages')),
    screen: (size) => (isOpen ? keysScreen(page, look, size) : app.screen(size)),
    paste(text) {
      if (!isOpen) app.paste?.(text);
    },
    press(pressed) {
      if (app.isTyping?.()) return app.press(pressed);
      const key = pressed.name === 'esc' ? { ...pressed, name: 'leave' } : readOn(page, pressed, look.keys);
      if (!isOpen && key.name !== 'keys') return app.press(key);
      isOpen = !isOpen;
      terminal.turnPage();
    },
  };
}
