// The sitting as plain lines, for ears, for dumb terminals and for windows too small for a screen: nothing is repainted,
// options are numbered, answers are typed as a line, and the time is told at few marks and on request.
import type { Keymap } from '../../core/keymap.ts';
import type { Command } from '../../core/sitting/command.ts';
import { nextStep } from '../../core/sitting/navigation.ts';
import { noticer } from '../../core/sitting/notices.ts';
import type { Paper } from '../../core/sitting/state.ts';
import type { Grading, View } from '../../core/sitting/view.ts';
import type { Glyphs } from '../../core/text/glyphs.ts';
import { explanationLines } from '../../reports/explanation.ts';
import type { Frontend } from '../../sit.ts';
import { lookAtWindow } from '../input/suspension.ts';
import { typedLines } from '../input/typed-lines.ts';
import { linearTalk, say } from './talk.ts';
import { eventText, lastText, unflaggedText } from './texts.ts';

export interface LinearFrontend extends Frontend {
  close(): void;
}

const SPOKEN_MINUTES = [30, 15, 5, 1];

/** A front end that reads standard input from now on, until it is closed. */
export function linearFrontend(paper: Paper, glyphs: Glyphs, keys: Keymap): LinearFrontend {
  const noticeOf = noticer(SPOKEN_MINUTES);
  let goOn: Command | undefined;
  let take: (command: Command) => void = () => undefined;
  let isOver = false;

  const talk = linearTalk(keys, (command) => take(command));
  const lines = typedLines(talk.hear, () => {
    isOver = true;
    take({ type: 'leave' });
  });
  const promptAgain = () => {
    lookAtWindow();
    talk.prompt();
  };
  process.on('SIGCONT', promptAgain);
  const passTime = (next: View) => {
    talk.setView(next);
    const notice = noticeOf(next);
    if (notice) talk.interject(notice);
  };
  return {
    ask(next, signal) {
      passTime(next);
      if (goOn) {
        const command = goOn;
        goOn = undefined;
        return Promise.resolve(command);
      }
      if (isOver) return Promise.resolve({ type: 'leave' });
      talk.ask();
      return new Promise((resolve, reject) => {
        take = resolve;
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    },
    tick: passTime,
    show(events, look, gradings) {
      const next = look();
      talk.breakOff();
      talk.setView(next);
      for (const event of events) {
        const text = eventText(event, next);
        if (text !== undefined) say(text);
      }
      if (next.mode === 'drill') for (const grading of gradings) explain(grading, next, paper, glyphs, keys);
      if (events.some(({ type }) => type === 'responded')) {
        goOn = isAtEnd(next) ? undefined : nextStep(next);
        if (!goOn) say(lastText(next, keys));
      }
      if (events.some(({ type }) => type === 'moved' || type === 'undone')) talk.forget();
    },
    refuse: ({ message }) => say(message),
    close() {
      process.removeListener('SIGCONT', promptAgain);
      talk.breakOff();
      lines.close();
    },
  };
}

/** The lines around a quote are not read out; but a row of a table says little without its head. */
const FOR_EARS = { context: false, head: true, stem: false };

function explain(grading: Grading, view: View, paper: Paper, glyphs: Glyphs, keys: Keymap): void {
  const { question } = view;
  const item = paper.get(grading.item);
  if (!item || !question) return;
  for (const line of explanationLines(grading, item, question, glyphs, FOR_EARS)) say(line);
  if (grading.unflagged) say(unflaggedText(view, keys));
}

/** After the last question of an exam nothing moves by itself: it is time to review and submit. */
function isAtEnd({ mode, slot, of }: View): boolean {
  return mode === 'exam' && slot >= of;
}
