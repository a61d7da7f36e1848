// The page of an answer that the disk did not take: nothing else is asked until it has, or the candidate gives up.
import type { View } from '../../core/sitting/view.ts';
import { blank, line, span } from '../../core/text/styled.ts';
import type { Unsaved } from '../../sit.ts';
import { footerKeys, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { header } from './header.ts';

export function unsavedScreen({ message, hint }: Unsaved, view: View, look: Look, size: Size): Screen {
  return {
    header: header(view, look, size),
    body: [
      line(span(message, 'missed')),
      blank,
      line(`${hint}.`),
      line('What you entered last is kept here until it is saved, or you end.'),
    ],
    footer: [footerKeys(`Enter try again  ${look.keys.leave} end`)],
  };
}
