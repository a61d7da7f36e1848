// Questions to an author, one after another: prompts of inquirer's own, loaded only when something is asked.
import { ExitPromptError } from '@inquirer/core';
import inquirer from 'inquirer';
import { safe } from '../../core/text/safe.ts';
import { labelled, line } from '../../core/text/styled.ts';
import { Interrupted, onInterruption, type Signal } from '../../system/interrupt.ts';
import { output, print, windowSize } from '../../system/output.ts';
import type { Look } from '../painting/look.ts';
import { cut, hanging, rowsWithin, stringWidth } from '../painting/paint.ts';
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
  /** What is written above the question, wherever it is asked. */
  readonly above?: () => string;
  /** What stands in the line, to be kept or changed. */
  readonly given?: string;
  /** Whether an empty text is an answer. */
  readonly mayBeEmpty?: boolean;
  /** Why a text that is not empty is no answer; undefined where it is one. */
  readonly wrong?: (text: string) => string | undefined;
  /** What stands behind the message once the text is entered, where that is not the text. */
  readonly shown?: (text: string) => string;
}

/** The names under which the library knows our prompts. */
const [CHOICE, ENTRY] = ['choice', 'entry'];

const MARK_PASTES = '\u001b[?2004h';
const MARK_NO_PASTES = '\u001b[?2004l';

/** A window that is pulled larger has many sizes on the way. */
const RESIZED_MS = 100;

/** `isLinear`: choices are numbered and typed instead of pointed at. Ctrl-C and signals end the program with `note`. */
export function asking(isLinear: boolean, { glyphs, palette }: Look, note: string): Asking {
  const theme = { prefix: { idle: '?', done: glyphs.right || '?' }, style: styleOf(palette) };
  const keys = `${glyphs.arrows} move, type to jump, Enter choose`;
  const ask = asker(isLinear, note);
  const enter = async (message: string, wanted: Wanted = {}) => {
    let given = safe(wanted.given ?? '');
    const typed = (text: string) => {
      given = text;
    };
    const text = await ask<string>(() => {
      if (wanted.above) print(wanted.above());
      const asked = fitting(message);
      const shown = (text: string) => wanted.shown?.(text.trim()) ?? text.trim();
      const entered = (text: string) => behind(asked, rowsWithin(shown(text), windowSize().columns - MARGIN + 1));
      const objection = (text: string) => objectionTo(text.trim(), wanted);
      return { type: ENTRY, theme, message: asked, given, typed, objection, entered };
    });
    return text.trim();
  };
  const point = (message: string, names: readonly string[], first: number) => {
    let at = first;
    return ask<number>(() => {
      const [text, hint] = [fitting(message), fitting(keys)];
      const offered = names.map((name) => cut(name, windowSize().columns - MARGIN));
      const shorts = names.map((name) => shortBehind(text, name));
      const around = [text, hint].join('\n').split('\n').length;
      const pageSize = Math.max(3, windowSize().rows - 2 - around);
      const pointed = (place: number) => {
        at = place;
      };
      const pointing = { first: at, pageSize, hint, pointer: glyphs.focus, pointed };
      return { type: CHOICE, theme, message: text, names: offered, shorts, ...pointing };
    });
  };
  return {
    enter,
    async choose<T>(message: string, offers: readonly Offer<T>[], first?: T) {
      const names = offers.map(({ name }) => safe(name));
      const begin = offers.findIndex(({ value }) => value === first);
      const at = begin === -1 ? 0 : begin;
      const chosen = await (isLinear ? chooseByNumber(enter, message, names, at) : point(message, names, at));
      return (offers[chosen] as Offer<T>).value; // one of those that were offered
    },
  };
}

/** All that is offered is written once, with its numbers, and a number is typed: for ears, and where nothing can be painted again. */
async function chooseByNumber(
  enter: Asking['enter'],
  message: string,
  names: readonly string[],
  first: number,
): Promise<number> {
  const said = names.map(onOneLine);
  const rows = said.map((name, index) => labelled(`  ${index + 1}) `, name));
  const placeOf = (text: string) => (text === '' ? first : Number(text) - 1);
  const text = await enter(`Its number (empty: ${first + 1}):`, {
    above: () => `? ${[line(message), ...rows].map((row) => hanging(row, windowSize().columns)).join('\n')}\n`,
    mayBeEmpty: true,
    wrong: (text) =>
      /^\d+$/.test(text) && said[placeOf(text)] ? undefined : `Write a number from 1 to ${said.length}.`,
    shown: (text) => said[placeOf(text)] ?? text,
  });
  return placeOf(text);
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
  // The library drops what was typed into a terminal before it asked: on a screen that would choose unseen, to ears it is the answer.
  const input = Object.assign(
    keyStream(() => suspension?.suspend()),
    { isTTY: !isLinear },
  );
  const prompts = inquirer.createPromptModule({ input });
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
  const said = onOneLine(name);
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

/** A row of a list without its indent and its columns. */
function onOneLine(name: string): string {
  return name.trim().replace(/ {2,}/, ': ');
}

function roomBehind(message: string): number {
  return windowSize().columns - MARGIN - stringWidth(message.replace(/^.*\n/s, '')) - 1;
}
