// Whether somebody can be asked, and what is said where nobody can, or not on a screen.
import { Failure } from '../../failure.ts';
import { windowSize } from '../../system/output.ts';
import { isTooSmall, tooSmallInWords } from '../../terminal/painting/smallest.ts';
import type { Context } from '../context.ts';

/** Why there are lines where a screen is expected. */
export function sayTooSmall({ isInteractive, say }: Context): void {
  if (!isInteractive || !isTooSmall(windowSize())) return;
  say(`${tooSmallInWords(windowSize())} Plain lines instead.`);
}

/** What keeps a command from asking: a flag, or that there is no terminal. */
export function whyNobodyIsAsked({ globals: { json, plain, input } }: Context): string {
  const flags = { '--json': json, '--plain': plain, '--no-input': input === false };
  const [flag] = Object.entries(flags).find(([, isGiven]) => isGiven) ?? [];
  return flag === undefined ? 'needs a terminal to ask in' : `asks on the screen, which ${flag} rules out`;
}

/** Stops a command that needs a person where there is none. */
export function requireTerminal(context: Context, command: string): void {
  const hint = `run it without one: quiz ${command} --jsonl (see docs/protocol.md)`;
  const message = `quiz ${command} ${whyNobodyIsAsked(context)}`;
  if (!context.isInteractive) throw new Failure('usage', 'needs-terminal', message, hint);
  sayTooSmall(context);
}
