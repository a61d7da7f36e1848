// What every command starts from: the global flags, and the bank, records and look they decide.
import { type Bank, openBank } from '../bank/bank.ts';
import { requireQuestions } from '../bank/no-questions.ts';
import { keymapOf } from '../core/keymap.ts';
import { once } from '../core/once.ts';
import { isError } from '../core/problem.ts';
import { type ColourChoice, colourChoice } from '../core/text/colour-choice.ts';
import { canDraw, inAscii } from '../core/text/glyphs.ts';
import { safe, safeJson } from '../core/text/safe.ts';
import type { Block } from '../core/text/styled.ts';
import { Failure } from '../failure.ts';
import { type Places, places } from '../store/disk/paths.ts';
import { type Sessions, sessionsIn } from '../store/sessions/sessions.ts';
import type { Settings } from '../store/settings/settings.ts';
import { readSettings } from '../store/settings/settings-files.ts';
import { asTypedInPieces, carryFlags, commandPiece } from '../system/command-line.ts';
import { currentFolder, OWN_FOLDER } from '../system/given-folders.ts';
import { hasWindow, INPUT, isTerminal, print, talk, talkInAscii, windowSize } from '../system/output.ts';
import type { Look } from '../terminal/painting/look.ts';
import { isTooSmall } from '../terminal/painting/smallest.ts';
import { bankFolder } from './shared/bank-folder.ts';
import { type Deciders, decided, strayVariables } from './shared/decided.ts';
import { inSentences, painted, plainRows } from './shared/printing.ts';

/** Flags that every command takes. */
export interface Globals {
  readonly bank?: string;
  readonly dataDir?: string;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly accessible?: boolean;
  readonly ascii?: boolean;
  readonly color?: ColourChoice;
  readonly input?: boolean;
  readonly quiet?: boolean;
}

export interface Context {
  readonly globals: Globals;
  readonly places: Places;
  readonly sessions: Sessions;
  /** What the learner set once and for all. */
  readonly settings: Settings;
  /**
   * Opens the bank, or the one in a folder that is named; says on stderr when questions had to be left out. Where it cannot be used, the
   * failure names the exam of it that is open.
   */
  bank(folder?: string): Promise<Bank>;
  /** Notes that a second bank has the id of the one that was opened, so that both share the records that were looked at. */
  noteSharedId(): Promise<void>;
  /** What the output can show. */
  look(): Promise<Look>;
  /** Whether a person can be asked something: both ends are a terminal, asking is allowed, and what is printed is not for a program. */
  readonly isInteractive: boolean;
  /** Whether to speak in plain lines: asked for, a terminal that is dumb or says nothing of itself, or a window too small for a screen. */
  readonly isLinear: boolean;
  /** Whether a person is shown pages: there is one, and does without plain lines. */
  readonly showsPages: boolean;
  /** Writes to stdout: the data. */
  print(blocks: readonly Block[]): Promise<void>;
  printJson(document: unknown): void;
  /** Writes to stderr: the talk. */
  say(text: string): void;
}

const NOTHING_SET = { settings: {}, problems: [] };

export async function contextFrom(given: Globals): Promise<Context> {
  if (given.bank === '')
    throw new Failure('usage', 'no-bank', '--bank names no folder', 'write a path: --bank DIR, or leave it out');
  const where = places(given.dataDir, process.env, currentFolder(), OWN_FOLDER);
  const globals = { ...given, ...(given.dataDir !== undefined && { dataDir: where.data }) }; // what messages name means the same wherever it is typed
  carryFlags(globals);
  const isInteractive = globals.input !== false && !isForProgram(globals) && isTerminal(INPUT) && hasWindow();
  const { settings: chosen, problems } = where.hasData ? readSettings(where.data) : NOTHING_SET;
  const deciders = { globals, env: process.env, chosen };
  const linear = isLinear(decided('accessible', deciders).value === 'on');
  const ascii = decided('ascii', deciders).value === 'on';
  if (ascii || !canDraw(process.env, process.platform)) talkInAscii();
  const say = (text: string) => {
    if (!globals.quiet) talk(asTypedInPieces(text));
  };
  for (const { at, message, hint } of problems)
    say(`${at.file}:${at.line}:${at.column}: ${message}; the usual is used (${hint})`);
  for (const told of strayVariables(process.env)) say(safe(told));
  const sessions = once(() => sessionsIn(where.data));
  let opened: Bank | undefined;
  const sayProblems = sayingProblems(say);
  const look = () => lookBy(deciders, ascii, linear);
  return {
    globals,
    places: where,
    get sessions() {
      return sessions();
    },
    settings: chosen,
    isInteractive,
    isLinear: linear,
    showsPages: isInteractive && !linear,
    look,
    say,
    async bank(folder = bankFolder({ globals, settings: chosen })) {
      try {
        const bank = await openBank(folder, where.cache);
        requireQuestions(bank);
        sayProblems(bank);
        opened = bank;
        return bank;
      } catch (error) {
        if (!where.hasData) throw error;
        const { namingOpenExam } = await import('./sitting/bank-of-session.ts');
        throw await namingOpenExam(error, sessions(), folder);
      }
    },
    noteSharedId: () => noteSharedId(sessions(), opened, where.cache),
    async print(blocks) {
      if (globals.plain) {
        const rows = blocks.map(plainRows).join('');
        print(ascii ? inAscii(rows) : rows); // a locale alone changes nothing: programs read it
      } else {
        const shown = linear ? blocks.flatMap(inSentences) : blocks;
        print(await painted(shown, await look()));
      }
    },
    printJson: (document) => print(`${safeJson(document)}\n`),
  };
}

/** Looks at the disk only where the bank lay elsewhere once. */
async function noteSharedId(sessions: Sessions, bank: Bank | undefined, cache: string | undefined): Promise<void> {
  if (!bank) return;
  const others = (sessions.origins.get(bank.id) ?? []).filter((folder) => folder !== bank.folder);
  if (others.length === 0) return;
  const { sharedId } = await import('./shared/shared-id.ts');
  sessions.note(await sharedId(bank.id, [bank.folder, ...others.reverse()], cache));
}

async function lookBy(deciders: Deciders, ascii: boolean, spoken: boolean): Promise<Look> {
  const { lookFor } = await import('../terminal/painting/look.ts');
  const color = colourChoice(decided('color', deciders).value);
  return lookFor(hasWindow(), { color, ascii, spoken, keys: keymapOf(deciders.chosen.keys) }, process.env);
}

function isForProgram({ json, plain }: Globals): boolean {
  return json === true || plain === true;
}

function isLinear(isAskedFor: boolean): boolean {
  return isAskedFor || isDumb() || isTooSmall(windowSize());
}

/** Whether the terminal can do nothing but print. One that does not say what it is counts as such; on Windows none says it. */
function isDumb(): boolean {
  const { TERM } = process.env;
  return TERM === 'dumb' || (!TERM && hasWindow() && process.platform !== 'win32');
}

/** Home and assistants open the bank again and again: what is wrong with it is said once, until something else is. */
function sayingProblems(say: (text: string) => void): (bank: Bank) => void {
  let told: string | undefined;
  return (bank) => {
    const problems = problemsOf(bank);
    if (problems !== undefined && problems !== told) say(problems);
    told = problems;
  };
}

/** What is said of a bank of which questions or quotes had to be left out. */
function problemsOf({ problems, catalogue }: Bank): string | undefined {
  const errors = problems.filter(isError);
  const [first] = errors;
  if (!first) return undefined;
  const { file, line, column } = first.at;
  const more = errors.length > 1 ? ` and ${errors.length - 1} more` : '';
  const { length } = catalogue.subjects;
  const used = length === 1 ? '1 good question is' : `${length} good questions are`;
  return `The bank has errors: ${file}:${line}:${column} ${first.message}${more}. ${used} used. See them all: ${commandPiece('check')}`;
}
