// The sitting as plain lines, for ears, for dumb terminals and for windows too small for a screen: nothing is repainted,
// options are numbered, answers are typed as a line, and the time is told at few marks and on request.
import type { Glyphs } from '../core/glyphs.ts';
import { nextStep } from '../core/navigation.ts';
import { noticer } from '../core/notices.ts';
import type { Command, Paper } from '../core/session.ts';
import { plainText } from '../core/text.ts';
import type { Grading, View } from '../core/view.ts';
import { monotonic } from '../monotonic.ts';
import { print, windowSize } from '../output.ts';
import { explanationLines } from '../reports/explanation.ts';
import type { Frontend } from '../sit.ts';
import { type LineMeaning, lineMeaning } from './linear-commands.ts';
import { eventText, keysText, promptText, questionTexts } from './linear-texts.ts';
import { wrapped } from './paint.ts';
import { lookAtWindow } from './suspension.ts';
import { typedLines } from './typed-lines.ts';

export interface LinearFrontend extends Frontend {
  close(): void;
}

/** A line that comes sooner after its question was typed, or pasted, before the question could be read. */
const TOO_SOON_MS = 150;
const SPOKEN_MINUTES = [30, 15, 5, 1];

/** A front end that reads standard input from now on, until it is closed. */
export function linearFrontend(paper: Paper, glyphs: Glyphs): LinearFrontend {
  const noticeOf = noticer(SPOKEN_MINUTES);
  let view: View | undefined;
  let spokenSlot = 0;
  let askedAt = 0;
  let goOn: Command | undefined;
  let isConfirming = false;
  let take: (command: Command) => void = () => undefined;
  let isOver = false;
  let areKeysTold = false;

  const takeLines = ([text = '', ...others]: readonly string[]) => {
    if (!view) return;
    if (others.length > 0) {
      say('Ignored: several lines came at once.');
      prompt();
    } else if (monotonic() - askedAt < TOO_SOON_MS) say('Ignored: it was typed before the question could be read.');
    else obey(isConfirming ? confirmed(text) : lineMeaning(text.trim(), view));
  };
  const obey = (meaning: LineMeaning | undefined) => {
    isConfirming = false;
    if (meaning && 'command' in meaning) return take(meaning.command);
    if (meaning) say(meaning.say);
    if (meaning?.asksToSubmit) [isConfirming, askedAt] = [true, 0];
    prompt();
  };
  const prompt = () => {
    if (!view || isConfirming) return;
    if (!areKeysTold) say(keysText(view));
    areKeysTold = true;
    print(`${promptText(view)}: `);
  };
  const promptAgain = () => {
    lookAtWindow();
    prompt();
  };
  const passTime = (next: View) => {
    view = next;
    const notice = noticeOf(next);
    if (notice) say(`\n${notice}`);
  };
  const lines = typedLines(takeLines, () => {
    isOver = true;
    take({ type: 'leave' });
  });
  process.on('SIGCONT', promptAgain);
  return {
    ask(next, signal) {
      passTime(next);
      if (goOn) {
        const command = goOn;
        goOn = undefined;
        return Promise.resolve(command);
      }
      if (isOver) return Promise.resolve({ type: 'leave' });
      if (spokenSlot !== next.slot) {
        for (const text of questionTexts(next)) say(text);
        [spokenSlot, askedAt] = [next.slot, monotonic()];
      }
      prompt();
      return new Promise((resolve, reject) => {
        take = resolve;
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    },
    tick: passTime,
    show(events, look, gradings) {
      const next = look();
      view = next;
      for (const event of events) {
        const text = eventText(event, next);
        if (text !== undefined) say(text);
      }
      if (next.mode === 'drill') for (const grading of gradings) explain(grading, next, paper, glyphs);
      if (events.some(({ type }) => type === 'responded')) {
        goOn = isAtEnd(next) ? undefined : nextStep(next);
        if (!goOn) say('That was the last question. Type r to review, s to submit.');
      }
      if (events.some(({ type }) => type === 'moved' || type === 'undone')) spokenSlot = 0;
    },
    refuse({ message }) {
      say(message);
    },
    close() {
      process.removeListener('SIGCONT', promptAgain);
      lines.close();
    },
  };
}

function say(text: string): void {
  print(`${wrapped(text, windowSize().columns)}\n`);
}

function explain(grading: Grading, { question }: View, paper: Paper, glyphs: Glyphs): void {
  const item = paper.get(grading.item);
  if (!item || !question) return;
  for (const line of explanationLines(grading, item, question, glyphs, { context: false, stem: false }))
    if (plainText(line).trim() !== '') say(plainText(line));
}

function confirmed(text: string): LineMeaning | undefined {
  return text.trim().toLowerCase() === 'y' ? { command: { type: 'finish' } } : undefined;
}

/** After the last question of an exam nothing moves by itself: it is time to review and submit. */
function isAtEnd({ mode, slot, of }: View): boolean {
  return mode === 'exam' && slot >= of;
}
