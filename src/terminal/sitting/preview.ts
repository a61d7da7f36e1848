// A question for its author: the screens of a drill, turned over by hand.

import { entryOf } from '../../core/items/kinds/index.ts';
import type { Rehearsal } from '../../core/sitting/rehearsal.ts';
import { type Block, blank } from '../../core/text/styled.ts';
import { footerKeys, heading, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { feedbackScreen } from '../screens/feedback.ts';
import { questionScreen } from '../screens/question.ts';
import type { App, Terminal } from '../terminal.ts';

/** What there is to show: the question with its errors, or what keeps it from being shown. */
export type Shown =
  | { readonly rehearsal: Rehearsal; readonly errors: readonly Block[] }
  | { readonly title: string; readonly blocks: readonly Block[] };

export interface PreviewApp extends App {
  /** Shows this from now on; the page stays turned. */
  show(next: Shown): void;
}

/** A question as the learner will see it, then its explanation; its keys are read as those of a preview. */
export function previewApp(
  first: Shown,
  look: Look,
  terminal: Pick<Terminal, 'turnPage' | 'repaint' | 'hasMoreBelow' | 'scrollDown'>,
  done: () => void,
  remark?: string,
): PreviewApp {
  const { glyphs, keys } = look;
  let shown = first;
  let isExplained = false;
  const hints = (...own: string[]) => [...own, `${keys.leave} done`, `${keys.keys} keys`, ...(remark ? [remark] : [])];

  const asked = ({ asked: view, question }: Rehearsal, size: Size, withErrors: boolean): Screen => {
    const draft = entryOf(question.presentation).start(question.presentation, null);
    const screen = questionScreen(view, { draft, clockHidden: false, commanding: false }, look, size);
    return {
      ...screen,
      header: heading(view.title, size, glyphs), // nobody answers, so nothing is counted
      footer: [footerKeys(...hints(withErrors ? 'Enter explained, and what is wrong' : 'Enter explained'))],
    };
  };
  const explained = (rehearsal: Rehearsal, size: Size, errors: readonly Block[]): Screen => {
    const chrome = {
      header: heading(rehearsal.asked.title, size, glyphs),
      hints: hints('← as asked', 'PgUp PgDn scroll'),
    };
    const screen = feedbackScreen(rehearsal, chrome, look, size);
    return errors.length === 0 ? screen : { ...screen, body: [...screen.body, blank, ...errors] };
  };
  const turn = (to: boolean) => {
    isExplained = to;
    terminal.turnPage();
  };
  return {
    scrolling: () => 'rows',
    screen(size) {
      if ('rehearsal' in shown) {
        const { rehearsal, errors } = shown;
        return isExplained ? explained(rehearsal, size, errors) : asked(rehearsal, size, errors.length > 0);
      }
      return {
        header: heading(shown.title, size, glyphs),
        body: [...shown.blocks, blank],
        footer: [footerKeys(...hints())],
      };
    },
    press({ name }) {
      if (name === 'leave') done();
      else if (name === 'space' && terminal.hasMoreBelow()) terminal.scrollDown();
      else if (['enter', 'right', 'space'].includes(name)) turn(true);
      else if (name === 'left') turn(false);
    },
    show(next) {
      shown = next;
      terminal.repaint();
    },
  };
}
