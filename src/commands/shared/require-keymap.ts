// Why keys cannot be moved as somebody wants, and what to do about it.
import { type KeymapFault, readKeymap, usualKeys } from '../../core/keymap.ts';
import type { Failure } from '../../failure.ts';
import { badValue, unknown } from './values.ts';

const NAMES = 'quiz help keys has the names of all actions';
const NO_KEY = 'name one letter or sign; digits, arrows, Enter, Space, Esc, Tab and Ctrl keys stay what they are';

/** Throws a usage failure where the text moves no keys. */
export function requireKeymap(text: string): void {
  const read = readKeymap(text);
  if ('fault' in read) throw failureOf(text, read.fault);
}

function failureOf(text: string, fault: KeymapFault): Failure {
  switch (fault.type) {
    case 'form':
      return badValue('keys', text, `write each action with its key, such as "flag=m guess=y"; ${NAMES}`);
    case 'unknown':
      return unknown('action', fault.name, Object.keys(usualKeys), NAMES);
    case 'twice':
      return badValue('keys', text, `name ${fault.action} once`);
    case 'no-key':
      return badValue(fault.action, fault.key, NO_KEY);
    case 'kept':
      return badValue(fault.action, fault.key, `${fault.where} that key stays what it is; choose another one`);
    case 'taken': {
      const { action, key, where, by } = fault;
      const both = `"${action}=${key} ${by}=…"`;
      return badValue(action, key, `${where} that is ${by}; choose another key, or move that one too: ${both}`);
    }
    default:
      return fault satisfies never;
  }
}
