// The sitting as plain lines, for ears, for dumb terminals and for windows too small for a screen: nothing is repainted,
// options are numbered, answers are typed as a line, and the time is told at few marks and on request.
import { createInterface } from 'node:readline';
import type { Glyphs } from '../core/glyphs.ts';
import { nextStep } from '../core/navigation.ts';
import { noticer } from '../core/notices.ts';
import type { Command, Paper } from '../core/session.ts';
import { type Line, plainText } from '../core/text.ts';
import type { Grading, View } from '../core/view.ts';
import { monotonic } from '../monotonic.ts';
import { output, print, windowSize } from '../output.ts';
import { explanationLines } from '../reports/explanation.ts';
import type { Frontend } from '../sit.ts';
import { linearResponse } from './linear-answer.ts';
import {
  helpText,
  keysText,
  notesText,
  promptText,
  questionTexts,
  recorded,
  reviewText,
  timeText,
} from './linear-texts.ts';
import { wrapped } from './paint.ts';
import { entryOf, openCounts } from './screens/question.ts';
import { typedText } from './sequences.ts';
import { lookAtWindow } from './suspension.ts';

export interface LinearFrontend extends Frontend {
  close(): void;
}

/** A line that comes sooner after its question was typed, or pasted, before the question could be read. */
const TOO_SOON_MS = 150;
/** Lines that come closer together than this were pasted. */
const PASTE_MS = 30;
/** Commands also where an answer is a text; the others begin with a stroke there. */
const NEVER_TEXT = ['?', '>', '<'];
const SPOKEN_MINUTES = [30, 15, 5, 1];

export function linearFrontend(paper: Paper, glyphs: Glyphs): LinearFrontend {
  const input = createInterface({ input: process.stdin, output: output(), terminal: false });
  const say = (text: string) => print(`${wrapped(text, windowSize().columns)}\n`);
  const sayLines = (lines: readonly Line[]) => {
    for (const line of lines) if (plainText(line).trim() !== '') say(plainText(line));
  };
  let view: View | undefined;
  let spokenSlot = 0;
  let askedAt = 0;
  let goOn: Command | undefined;
  let confirming: 'finish' | undefined;
  let take: (command: Command) => void = () => undefined;
  let ended = false;
  let told = false;

  input.on('close', () => {
    ended = true;
    take({ type: 'leave' });
  });
  const pending: string[] = [];
  input.on('line', (text) => {
    if (pending.push(typedText(text)) === 1) setTimeout(() => takeLines(pending.splice(0)), PASTE_MS);
  });
  const takeLines = ([text = '', ...others]: readonly string[]) => {
    if (!view) return;
    if (others.length > 0) {
      say('Ignored: several lines came at once.');
      return prompt(view);
    }
    if (monotonic() - askedAt < TOO_SOON_MS) return say('Ignored: it was typed before the question could be read.');
    const command = confirming ? confirmed(text) : commandOf(text.trim(), view);
    if (command) take(command);
    else prompt(view);
  };
  const promptAgain = () => {
    lookAtWindow();
    if (view) prompt(view);
  };
  process.on('SIGCONT', promptAgain);
  const confirmed = (text: string): Command | undefined => {
    confirming = undefined;
    return text.trim().toLowerCase() === 'y' ? { type: 'finish' } : undefined;
  };
  const commandOf = (text: string, view: View): Command | undefined => {
    const isText = view.question?.presentation.kind === 'cloze';
    if (isText && !text.startsWith('/') && !NEVER_TEXT.includes(text)) return responseOf(text, view);
    const word = text.replace(/^\//, '').toLowerCase();
    return wordCommand(word, view) ?? answerCommand(word, text, view);
  };
  const wordCommand = (word: string, view: View): Command | undefined => {
    const strike = /^x\s*(\d+)$/.exec(word)?.[1];
    const jump = /^go\s*(\d+)$/.exec(word)?.[1];
    if (strike !== undefined)
      return { type: 'strike', option: view.question?.presentation.options?.[Number(strike) - 1]?.id ?? strike };
    if (jump !== undefined) return { type: 'move', to: Number(jump) };
    switch (word) {
      case 'f':
        return { type: 'flag' };
      case 'u':
        return { type: 'undo' };
      case '>':
        return view.mode === 'exam' ? { type: 'move', to: Math.min(view.of, view.slot + 1) } : nextStep(view);
      case '<':
        return { type: 'move', to: Math.max(1, view.slot - 1) };
      case 'clear':
        return view.mode === 'exam' ? clearing(view) : undefined;
      case 'q':
        return { type: 'leave' };
      default:
        return undefined;
    }
  };
  const answerCommand = (word: string, text: string, view: View): Command | undefined => {
    if (word === 't') say(timeText(view));
    else if (word === 'r') say(reviewText(view));
    else if (word === '?') say(helpText(view));
    else if (['h', 'n', 'c'].includes(word)) say(notesText(view));
    else if (word === 's' && view.mode === 'exam') {
      confirming = 'finish';
      say(
        `Submit now? ${openCounts(view)}. You cannot change answers afterwards. Type y to submit, anything else to keep working.`,
      );
      askedAt = 0;
      return undefined;
    } else return responseOf(text, view);
    return undefined;
  };
  const responseOf = (text: string, { question }: View): Command | undefined => {
    if (text === '') return undefined;
    const response = question && linearResponse(text, question.presentation);
    if (response !== undefined) return { type: 'respond', response };
    say('That is no answer here. Type ? for help.');
    return undefined;
  };
  const prompt = (view: View) => {
    if (confirming) return;
    if (!told) say(keysText(view));
    told = true;
    print(`${promptText(view)}: `);
  };
  const speak = (view: View) => {
    for (const text of questionTexts(view)) say(text);
    spokenSlot = view.slot;
    askedAt = monotonic();
  };
  const noticeOf = noticer(SPOKEN_MINUTES);
  const passTime = (next: View) => {
    const notice = noticeOf(next);
    if (notice) say(`\n${notice}`);
  };
  return {
    ask(next, signal) {
      view = next;
      passTime(next);
      if (goOn) {
        const command = goOn;
        goOn = undefined;
        return Promise.resolve(command);
      }
      if (ended) return Promise.resolve({ type: 'leave' });
      if (spokenSlot !== next.slot) speak(next);
      prompt(next);
      return new Promise((resolve, reject) => {
        take = resolve;
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    },
    tick(next) {
      view = next;
      passTime(next);
    },
    show(events, look, gradings) {
      const next = look();
      view = next;
      for (const event of events) {
        if (event.type === 'responded') say(`Recorded: ${recorded(next)}.`);
        else if (event.type === 'flagged') say(event.on ? 'Flagged.' : 'Flag taken back.');
        else if (event.type === 'drafted') say('Your answer is taken back.');
        else if (event.type === 'undone') say('Your last answer is taken back.');
        else if (event.type === 'struck') say(event.on ? 'Crossed out.' : 'Not crossed out any more.');
        else if (event.type === 'closed' && event.reason === 'timeout')
          say('\nTime is up. Your answers as they stood are saved and submitted.');
      }
      if (next.mode === 'drill') for (const grading of gradings) explain(grading, next);
      if (events.some(({ type }) => type === 'responded')) goOn = lastAnswered(next) ? undefined : nextStep(next);
      if (events.some(({ type }) => type === 'moved' || type === 'undone')) spokenSlot = 0;
    },
    refuse({ message }) {
      say(message);
    },
    close() {
      process.removeListener('SIGCONT', promptAgain);
      input.close();
    },
  };

  function clearing({ question }: View): Command | undefined {
    const { presentation } = question ?? {};
    return presentation && { type: 'draft', draft: entryOf(presentation).start(presentation, null).entered };
  }

  function explain(grading: Grading, { question }: View): void {
    const item = paper.get(grading.item);
    if (item && question) sayLines(explanationLines(grading, item, question, glyphs, { context: false, stem: false }));
  }

  /** After the last question of an exam nothing moves by itself: it is time to review and submit. */
  function lastAnswered({ mode, slot, of }: View): boolean {
    if (mode !== 'exam' || slot < of) return false;
    say('That was the last question. Type r to review, s to submit.');
    return true;
  }
}
