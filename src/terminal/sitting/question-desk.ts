// The open question under the candidate's hands: what lies on the desk, the clock, and what their keys bring about.
import type { Command } from '../../core/sitting/command.ts';
import type { View } from '../../core/sitting/view.ts';
import type { Key } from '../input/keys.ts';
import type { Screen, Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { questionScreen } from '../screens/question.ts';
import type { Terminal } from '../terminal.ts';
import { type ClockFace, clockFace } from './clock-face.ts';
import { type Desk, freshDesk, isField, pressQuestion } from './desk-keys.ts';
import type { Page } from './pages.ts';

export interface QuestionDesk {
  readonly clock: ClockFace;
  /** A question is laid on the desk. */
  lay(view: View): void;
  screen(view: View, size: Size): Screen;
  press(key: Key, view: View): void;
  /** Whether the case of a question was read to its end, with this question or another. */
  isCaseRead(view: View): boolean;
  /** Whether a text is typed now. */
  isField(view: View | undefined): boolean;
  /** Shows a sentence until the next key; undefined takes it away. */
  tell(message: string | undefined): void;
}

/** What a desk stands on and is told through. */
interface DeskSetting {
  readonly terminal: Pick<Terminal, 'follow' | 'scrollDown' | 'wasAtEnd'>;
  readonly look: Look;
  send(command: Command): void;
  open(page: Page): void;
}

const EMPTY: Desk = {
  sheet: { draft: { cursor: -1, entered: [] }, isGuess: false, isWarned: false },
  commanding: false,
};

/** A desk with nothing on it yet. */
export function questionDesk({ terminal, look, send, open }: DeskSetting): QuestionDesk {
  const clock = clockFace();
  let desk = EMPTY;
  const seen = new Set<number>(); // slots whose question was seen to its end
  const casesRead = new Set<string>();
  const isCaseRead = ({ question }: View) => casesRead.has(question?.caseText ?? '');
  const tell = (message: string | undefined) => {
    desk = { ...desk, message, striking: undefined }; // what was asked before is not asked any more
  };
  return {
    clock,
    lay(view) {
      desk = freshDesk(view);
    },
    screen(view, size) {
      const { sheet, message, commanding, striking } = desk;
      const asked = { commanding, striking: striking !== undefined, ...(message && { message }) };
      const local = { draft: sheet.draft, ...asked, ...clock.shown(), isCaseRead: isCaseRead(view) };
      return questionScreen(view, local, look, size);
    },
    press(key, view) {
      if (terminal.wasAtEnd()) {
        seen.add(view.slot);
        if (view.question?.caseText) casesRead.add(view.question.caseText);
      }
      const step = pressQuestion(desk, key, view, seen.has(view.slot), look.keys);
      desk = step.desk;
      for (const command of step.send) send(command);
      if (step.go === 'scroll') return terminal.scrollDown(); // what has the focus would draw the window back
      if (step.go === 'clock') tell(clock.toggle(view));
      else if (step.go) return open(step.go);
      terminal.follow();
    },
    isCaseRead,
    isField: (view) => view !== undefined && isField(desk, view),
    tell,
  };
}
