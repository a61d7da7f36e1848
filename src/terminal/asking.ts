// Questions to an author, one after another: prompts of inquirer's own, loaded only when something is asked.
import { ExitPromptError } from '@inquirer/core';
import inquirer from 'inquirer';
import { safe } from '../core/safe.ts';
import { Interrupted, onInterruption, type Signal } from '../interrupt.ts';
import { windowSize } from '../output.ts';
import { keyStream } from './key-stream.ts';

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
}

export interface Asking {
  /** One of several; `first` is the one that the cursor begins at. */
  choose<T>(message: string, choices: readonly Choice<T>[], first?: T): Promise<T>;
  /** A text. Empty is an answer only where `mayBeEmpty`. */
  enter(message: string, options?: { readonly given?: string; readonly mayBeEmpty?: boolean }): Promise<string>;
}

/** `isLinear`: choices are numbered and typed instead of pointed at. Ctrl-C and signals end the program with `note`. */
export function asking(isLinear: boolean, note: string): Asking {
  const prompts = inquirer.createPromptModule({ input: keyStream(true) });
  const ask = async <T>(question: object): Promise<T> => {
    let told: Signal | undefined;
    // The library's types follow the type of each prompt, which is not known here; it answers with what was offered or typed.
    const prompt = prompts<{ answer: unknown }>([{ name: 'answer', ...question } as never]);
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
    }
  };
  return {
    choose: (message, choices, first) =>
      ask({
        type: isLinear ? 'rawlist' : 'select',
        message: safe(message),
        choices: choices.map(({ value, name }) => ({ value, name: fitting(safe(name)) })),
        ...(first !== undefined && { default: first }),
        pageSize: Math.max(5, windowSize().rows - 4),
        loop: false,
      }),
    async enter(message, { given, mayBeEmpty = false } = {}) {
      const text = await ask<string>({
        type: 'input',
        message: safe(message),
        ...(given !== undefined && { default: safe(given) }),
        validate: (value: string) =>
          mayBeEmpty || value.trim() !== '' || 'Write something here, or press Ctrl-C to stop.',
      });
      return text.trim();
    },
  };
}

/** A row that does not wrap: a list of wrapped rows is hard to read. */
function fitting(text: string): string {
  const room = Math.max(20, windowSize().columns - 6);
  return text.length <= room ? text : `${text.slice(0, room - 3).trimEnd()}...`;
}
