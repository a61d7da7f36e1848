// The question under discussion in a sitting in lines: what was said of it, and what a typed line does.
import type { Keymap } from '../../core/keymap.ts';
import type { Command } from '../../core/sitting/command.ts';
import type { View } from '../../core/sitting/view.ts';
import { type Line, line } from '../../core/text/styled.ts';
import { wrapped } from '../../core/text/wrap.ts';
import { monotonic } from '../../system/monotonic.ts';
import { print, windowSize } from '../../system/output.ts';
import { hanging } from '../painting/paint.ts';
import { type LineMeaning, lineMeaning } from './commands.ts';
import { keysText, promptText, questionLines } from './texts.ts';

export interface LinearTalk {
  /** What is talked of from now on. */
  setView(view: View): void;
  /** Asks the question, which is read out first where it was not yet. */
  ask(): void;
  /** Asks for an answer once more. */
  prompt(): void;
  /** Lines that came together: one, where a hand typed it. */
  hear(lines: readonly string[]): void;
  /** Says something in between, and asks once more where an answer is awaited. */
  interject(text: string): void;
  /** Awaits no answer any more: what comes next begins a line. */
  breakOff(): void;
  /** The question is read out again when it is asked next. */
  forget(): void;
}

/** A line that comes sooner after its question was typed, or pasted, before the question could be read. */
const TOO_SOON_MS = 150;

/** The question that was read out last, and when. */
const NONE_ASKED = { slot: 0, at: 0 };

/** A talk in which nothing was said yet; `keys` are what commands are typed by. */
export function linearTalk(keys: Keymap, send: (command: Command) => void): LinearTalk {
  let view: View | undefined;
  let asked = NONE_ASKED;
  let confirming: 'finish' | 'abandon' | undefined; // what the next line says yes or no to
  let areKeysTold = false;
  let isAwaiting = false; // the prompt stands at the end of the last line

  const prompt = () => {
    if (!view || confirming) return;
    if (!areKeysTold) say(keysText(view, keys));
    areKeysTold = true;
    print(wrapped(`${promptText(view, keys)}: `, windowSize().columns));
    isAwaiting = true;
  };
  const breakOff = () => {
    if (isAwaiting) print('\n');
    isAwaiting = false;
  };
  const obey = (meaning: LineMeaning | undefined) => {
    confirming = meaning && 'say' in meaning ? meaning.asksFor : undefined;
    if (meaning && 'command' in meaning) return send(meaning.command);
    if (meaning) say(meaning.say);
    if (confirming) asked = { ...asked, at: 0 };
    prompt();
  };
  return {
    setView(next) {
      view = next;
    },
    ask() {
      if (view && asked.slot !== view.slot) {
        for (const shown of questionLines(view)) say(shown);
        asked = { slot: view.slot, at: monotonic() };
      }
      prompt();
    },
    prompt,
    hear([line = '', ...others]) {
      if (!view) return;
      isAwaiting = false; // the line that was typed ended with Enter
      const fault = faultOf(others.length, monotonic() - asked.at);
      if (fault === undefined) return obey(confirming ? confirmed(line, confirming) : lineMeaning(line, view, keys));
      say(`Ignored: ${fault}.`);
      prompt();
    },
    interject(text) {
      const wasAwaiting = isAwaiting;
      breakOff();
      say(text);
      if (wasAwaiting) prompt();
    },
    breakOff,
    forget() {
      asked = NONE_ASKED;
    },
  };
}

/** Why nothing that was typed counts; undefined where it does. */
function faultOf(otherLines: number, sinceAskedMs: number): string | undefined {
  if (otherLines > 0) return 'several lines came at once';
  return sinceAskedMs < TOO_SOON_MS ? 'it was typed before the question could be read' : undefined;
}

/** Tells something to the candidate, in lines as wide as the window. What is wider hangs beside its label or its indentation. */
export function say(told: string | Line): void {
  const shown = typeof told === 'string' ? line(told) : told;
  print(`${hanging(shown, windowSize().columns)}\n`);
}

function confirmed(line: string, type: 'finish' | 'abandon'): LineMeaning | undefined {
  return line.trim().toLowerCase() === 'y' ? { command: { type } } : undefined;
}
