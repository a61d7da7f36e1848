import { type Block, line } from '../core/text/styled.ts';
import { type ExitName, exitCodes } from '../failure.ts';
import { type TermRow, titledRows } from './rows.ts';

const MEANINGS: Readonly<Record<ExitName, string>> = {
  errorsFound: 'check found errors, import refused some, or --fail-under was missed',
  usage: 'a flag, a value or a name is wrong, or a terminal is needed',
  content: 'a bank, notes or an import cannot be read: file, line and column are told',
  store: 'your records are damaged, or from a newer version',
  disk: 'the disk or a permission: what was not saved, and what to do',
  busy: 'that exam is open in another terminal',
  left: 'left in the middle; it is saved, and how to go on is told',
  bug: 'a mistake of quiz: one line, and a file with the details',
};

/** Every exit code with what it means. */
export function exitCodeRows(): TermRow[] {
  const names = Object.keys(exitCodes) as ExitName[]; // its own keys
  const rows = names.map((name): TermRow => [String(exitCodes[name]), MEANINGS[name]]);
  const signals: TermRow = ['129, 130, 131, 143', 'ended by a signal (130 is Ctrl-C), after everything is safe'];
  return [['0', 'done; a failed mock too'], ...rows, signals];
}

/** The page on exit codes. */
export function exitCodesPage(): Block[] {
  return [
    ...titledRows('Exit codes', exitCodeRows()),
    line('Data goes to standard output, talk and errors to standard error. With --json errors are one document.'),
  ];
}
