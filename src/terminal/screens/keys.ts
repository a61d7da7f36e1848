// The keys of a page, shown behind `?`.
import { labelled, span } from '../../core/text/styled.ts';
import { footerKeys, heading, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { pad } from '../painting/paint.ts';
import { type KeysPage, keysOf } from './key-table.ts';

export function keysScreen(page: KeysPage, { glyphs, keys }: Look, size: Size): Screen {
  return {
    header: heading('Keys', size, glyphs),
    body: keysOf(page, keys).map(([names, meaning]) => labelled([span(pad(names, 12), 'strong')], meaning)),
    footer: [footerKeys('↑↓ scroll  Esc back')],
  };
}
