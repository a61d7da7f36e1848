// Questions to an author, one after another: prompts of inquirer's own, loaded only when something is asked.
import { ExitPromptError } from '@inquirer/core';
import inquirer from 'inquirer';
import type { Glyphs } from '../core/glyphs.ts';
import { safe } from '../core/safe.ts';
import { Interrupted, onInterruption, type Signal } from '../system/interrupt.ts';
import { windowSize } from '../system/output.ts';
import { ifThere } from './if-there.ts';
import { keyStream } from './key-stream.ts';
import { cut, stringWidth } from './paint.ts';
import { type Suspension, watchSuspension } from './suspension.ts';

export interface Offer<T> {
  readonly value: T;
  readonly name: string;
}

export interface Asking {
  /** One of several; `first` is the one that the cursor begins at. */
  choose<T>(message: string, offers: readonly Offer<T>[], first?: T): Promise<T>;
  /** A text. What is `given` stands in the line, to be kept or changed. Empty is an answer only where `mayBeEmpty`. */
  enter(message: string, options?: { readonly given?: string; readonly mayBeEmpty?: boolean }): Promise<string>;
}

/** `isLinear`: choices are numbered and typed instead of pointed at. Ctrl-C and signals end the program with `note`. */
export function asking(isLinear: boolean, glyphs: Glyphs, note: string): Asking {
  const theme = {
    icon: { cursor: glyphs.focus },
    prefix: { idle: '?', done: glyphs.right },
    style: { keysHelpTip: () => `${glyphs.arrows} move, Enter choose` },
  };
  let suspension: Suspension | undefined;
  // readline's own handling of Ctrl-Z leaves a prompt deaf after fg
  const prompts = inquirer.createPromptModule({ input: keyStream(true, () => suspension?.suspend()) });
  const ask = async <T>(question: object): Promise<T> => {
    let told: Signal | undefined;
    suspension = watchSuspension(
      () => ifThere(() => process.stdin.setRawMode(false)),
      () => ifThere(() => process.stdin.setRawMode(false).setRawMode(true)), // whoever had the terminal meanwhile may have changed its mode
    );
    // The library's types follow the type of each prompt, which is not known here; it answers with what was offered or typed.
    const prompt = prompts<{ answer: unknown }>([{ name: 'answer', theme, ...question } as never]);
    const stopListening = onInterruption((signal) => {
      told = signal;
      prompt.ui.close();
    });
    try {
      return (await prompt).answer as T;
    } catch (error) {
      throw told || error instanceof ExitPromptError ? new Interrupted(told ?? 'SIGINT', note) : error;
    } finally {
      stopListening();
      suspension.unwatch();
    }
  };
  return {
    choose: (message, offers, first) =>
      ask({
        type: isLinear ? 'rawlist' : 'select',
        message: safe(message),
        choices: offers.map(({ value, name }) => ({ value, ...shown(safe(name), stringWidth(message)) })),
        ...(first !== undefined && { default: first }),
        pageSize: Math.max(5, windowSize().rows - 4),
        loop: false,
      }),
    async enter(message, { given, mayBeEmpty = false } = {}) {
      const text = await ask<string>({
        type: 'input',
        message: safe(message),
        ...(given !== undefined && { default: safe(given), prefill: 'editable' }),
        validate: (value: string) =>
          mayBeEmpty || value.trim() !== '' || 'Write something here, or press Ctrl-C to stop.',
      });
      return text.trim();
    },
  };
}

/** A row that does not wrap, in the list and, once chosen, behind the question: wrapped rows are hard to read. */
function shown(text: string, taken: number): { name: string; short: string } {
  const { columns } = windowSize();
  return { name: cut(text, Math.max(20, columns - 6)), short: cut(text.trim(), Math.max(4, columns - taken - 4)) };
}
