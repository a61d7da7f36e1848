// Questions to an author, one after another: prompts of inquirer's own, loaded only when something is asked.
import { ExitPromptError } from '@inquirer/core';
import inquirer from 'inquirer';
import { safe } from '../../core/text/safe.ts';
import { Interrupted, onInterruption, type Signal } from '../../system/interrupt.ts';
import { output, print, windowSize } from '../../system/output.ts';
import type { Look } from '../painting/look.ts';
import { cut, rowsWithin, stringWidth } from '../painting/paint.ts';
import { setRawMode } from '../tty.ts';
import { choicePrompt } from './choice-prompt.ts';
import { entryPrompt } from './entry-prompt.ts';
import { keyStream } from './key-stream.ts';
import { type Suspension, watchSuspension } from './suspension.ts';

export interface Offer<T> {
  readonly value: T;
  readonly name: string;
}

export interface Asking {
  /** One of several; `first` is the one that the cursor begins at. */
  choose<T>(message: string, offers: readonly Offer<T>[], first?: T): Promise<T>;
  /** A text. */
  enter(message: string, options?: Wanted): Promise<string>;
}

/** What is wanted of a text. */
interface Wanted {
  /** What stands in the line, to be kept or changed. */
  readonly given?: string;
  /** Whether an empty text is an answer. */
  readonly mayBeEmpty?: boolean;
  /** Why a text that is not empty is no answer; undefined where it is one. */
  readonly wrong?: (text: string) => string | undefined;
}

/** The names under which the library knows our prompts. */
const [CHOICE, ENTRY] = ['choice', 'entry'];

const MARK_PASTES = '\u001b[?2004h';
const MARK_NO_PASTES = '\u001b[?2004l';

/** A window that is pulled larger has many sizes on the way. */
const RESIZED_MS = 100;

/** `isLinear`: choices are numbered and typed instead of pointed at. Ctrl-C and signals end the program with `note`. */
export function asking(isLinear: boolean, { glyphs, palette }: Look, note: string): Asking {
  const theme = { prefix: { idle: '?', done: glyphs.right }, style: styleOf(palette) };
  const keys = `${glyphs.arrows} move, type to jump, Enter choose`;
  const ask = asker(isLinear, note);
  return {
    async choose<T>(message: string, offers: readonly Offer<T>[], first?: T) {
      let at = Math.max(
        0,
        offers.findIndex(({ value }) => value === first),
      );
      const chosen = await ask<number>(() => {
        const [text, hint] = [fitting(message), fitting(keys)];
        const names = offers.map(({ name }) => cut(safe(name), windowSize().columns - MARGIN));
        const shorts = offers.map(({ name }) => shortBehind(text, name));
        const around = [text, hint].join('\n').split('\n').length;
        const pageSize = Math.max(3, windowSize().rows - 2 - around);
        const pointed = (place: number) => {
          at = place;
        };
        const pointing = { first: at, pageSize, hint, pointer: glyphs.focus, pointed };
        if (!isLinear) return { type: CHOICE, theme, message: text, names, shorts, ...pointing };
        const choices = names.map((name, value) => ({ value, name, short: shorts[value] }));
        return { type: 'rawlist', theme, message: text, choices, default: at, loop: false };
      });
      return (offers[chosen] as Offer<T>).value; // one of those that were offered
    },
    async enter(message, wanted = {}) {
      let given = safe(wanted.given ?? '');
      const typed = (text: string) => {
        given = text;
      };
      const text = await ask<string>(() => {
        const asked = fitting(message);
        const entered = (text: string) => behind(asked, rowsWithin(text.trim(), windowSize().columns - MARGIN + 1));
        const objection = (text: string) => objectionTo(text.trim(), wanted);
        return { type: ENTRY, theme, message: asked, given, typed, objection, entered };
      });
      return text.trim();
    },
  };
}

/** The colours of all screens, in place of inquirer's own, which ask the environment alone. */
function styleOf({ plain, strong, missed, focus }: Look['palette']) {
  return {
    answer: plain,
    message: (text: string) => strong(text),
    error: (text: string) => missed(`> ${text}`),
    highlight: focus,
  };
}

/** Why a text is no answer, if it is none. */
function objectionTo(text: string, { mayBeEmpty = false, wrong }: Wanted): string | undefined {
  if (text !== '') return wrong?.(text);
  return mayBeEmpty ? undefined : 'Write something here, or press Ctrl-C to stop.';
}

/**
 * Asks a question as it is for the window, and anew after Ctrl-Z and fg, and where the window has another size: the prompts paint again
 * only what changed, and on top of whatever stands there.
 */
function asker(isLinear: boolean, note: string): <T>(question: () => object) => Promise<T> {
  let suspension: Suspension | undefined;
  // readline's own handling of Ctrl-Z leaves a prompt deaf after fg
  const prompts = inquirer.createPromptModule({ input: keyStream(() => suspension?.suspend()) });
  prompts.registerPrompt(CHOICE, choicePrompt as never); // the library takes prompts of any kind for one of its own
  prompts.registerPrompt(ENTRY, entryPrompt as never);
  const askOnce = async (question: object) => {
    let told: Signal | undefined;
    let before: string | undefined; // what is written before the question is asked anew
    let resized: NodeJS.Timeout | undefined;
    // The library's types follow the type of each prompt, which is not known here; it answers with what was offered or typed.
    const prompt = prompts<{ answer: unknown }>([{ name: 'answer', ...question } as never]);
    const askAnew = (text: string) => {
      before = text;
      prompt.ui.close();
    };
    const leave = () => {
      setRawMode(false);
      print(MARK_NO_PASTES);
    };
    const fit = () => {
      clearTimeout(resized);
      resized = setTimeout(() => askAnew(emptyScreen()), RESIZED_MS);
    };
    suspension = watchSuspension(leave, () => askAnew(''));
    const stopListening = onInterruption((signal) => {
      told = signal;
      prompt.ui.close();
    });
    if (!isLinear) output().on('resize', fit);
    print(MARK_PASTES);
    try {
      return await prompt;
    } catch (error) {
      if (before !== undefined && !told) {
        print(before);
        return undefined;
      }
      throw told || error instanceof ExitPromptError ? new Interrupted(told ?? 'SIGINT', note) : error;
    } finally {
      clearTimeout(resized);
      output().off('resize', fit);
      print(MARK_NO_PASTES);
      stopListening();
      suspension.unwatch();
    }
  };
  return async <T>(question: () => object) => {
    for (;;) {
      const answered = await askOnce(question());
      if (answered) return answered.answer as T;
    }
  };
}

/** What was said before can be scrolled back to. */
function emptyScreen(): string {
  return `${'\n'.repeat(windowSize().rows)}\u001b[H`;
}

/** Before a message stands its mark, before a choice the cursor; and a row that is full to the last cell takes two. */
const MARGIN = 3;

/** A message in rows that the prompt need not break: it breaks words. */
function fitting(message: string): string {
  return rowsWithin(message, windowSize().columns - MARGIN + 1).join('\n');
}

const SHORTEST = 12;

/** What is said of a choice behind the message, cut to one row. */
function shortBehind(message: string, name: string): string {
  const said = safe(name).trim().replace(/ {2,}/, ': '); // columns of the list
  const room = roomBehind(message);
  return behind(message, [
    cut(said, room < Math.min(SHORTEST, stringWidth(said)) ? windowSize().columns - MARGIN : room),
  ]);
}

/** The only row behind the message, on the next row where there is no room for it; several below it. */
function behind(message: string, rows: readonly string[]): string {
  const [first = ''] = rows;
  return rows.length === 1 && stringWidth(first) <= roomBehind(message)
    ? first
    : rows.map((row) => `\n  ${row}`).join('');
}

function roomBehind(message: string): number {
  return windowSize().columns - MARGIN - stringWidth(message.replace(/^.*\n/s, '')) - 1;
}
