import { version as fromPackage } from '../package.json' with { type: 'json' };

export const version: string = fromPackage;

/** Whether the program, started with these words, is asked for its version: that is told before anything else is loaded. */
export function asksForVersion([, , first]: readonly string[]): boolean {
  return first === '--version' || first === '-V';
}
