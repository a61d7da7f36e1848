// How the program ends when it cannot go on: in words or as a document, and with which exit code.
import { safe, safeJson } from '../core/text/safe.ts';
import { exitCodes, Failure, FORBIDDEN, reasonOf, remedyOf } from '../failure.ts';
import { asTyped, asTypedInPieces } from '../system/command-line.ts';
import { Interrupted } from '../system/interrupt.ts';
import { INPUT, isTerminal, printError, talk, whenOutputFails } from '../system/output.ts';

/** What stands before `--`, behind which words stand: the flags among it tell in which form the program ends. */
export function beforeWords(argv: readonly string[]): readonly string[] {
  return [...argv, '--'].slice(0, argv.indexOf('--'));
}

/** Whether that is a document: under --json, for which `quiz check` has a second name. */
export function isForDocuments(argv: readonly string[]): boolean {
  const flags = beforeWords(argv);
  return flags.includes('--json') || (flags.includes('check') && /--format[= ]json( |$)/.test(flags.join(' ')));
}

/** Tells why the program ends, in the form asked for, and sets the exit code. Nothing is left to save here. */
export function end(error: unknown, json: boolean, quiet: boolean): void {
  if (error instanceof Interrupted) {
    if (error.note && !quiet) talk(asTypedInPieces(error.note));
    process.exit(error.exitCode);
  }
  const failure = systemFailure(error) ?? error;
  if (failure === undefined) return;
  if (failure instanceof Failure) {
    if (json) printError(`${safeJson(asDocument(failure))}\n`);
    else talk(inWords(failure));
    process.exitCode = exitCodes[failure.exit];
    return;
  }
  reportBug(failure);
}

/** A bug of ours: told in one line, with exit code 70. */
export function reportBug(error: unknown): void {
  if (isOwnFileGone(error)) endWithout(error);
  void import('./crash.ts')
    .then(({ bugInWords }) => tellLast(bugInWords(error)))
    .catch(endWithout)
    .finally(() => process.exit(exitCodes.bug));
}

/** Somebody took files of the program away, or another version is being put in their place. */
function isOwnFileGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'MODULE_NOT_FOUND';
}

function endWithout(error: unknown): never {
  const { message = '' } = (error ?? {}) as Partial<Error>; // anything may be thrown
  tellLast(`error: quiz cannot find its own files (${safe(message)}); install it again`);
  process.exit(exitCodes.bug);
}

/** The screen gives itself back when the process exits; said before that, the line would vanish with it. */
function tellLast(line: string): void {
  process.once('exit', () => printError(`${line}\n`));
}

/** An error of the system, or one of Node's permission model, which says what it guards. */
type Refusal = NodeJS.ErrnoException & { readonly resource?: string };

/** What the system refused is no bug of ours. Undefined for anything else. */
function systemFailure(error: unknown): Failure | undefined {
  const { code, syscall, path, resource } = (error ?? {}) as Refusal; // anything may be thrown
  if (code === undefined || (syscall === undefined && code !== FORBIDDEN)) return undefined;
  const what = path || resource || (syscall === 'uv_cwd' ? 'the current folder' : (syscall ?? 'what it needs'));
  return new Failure(
    'disk',
    'system-refused',
    `cannot use ${what} (${reasonOf(error)})`,
    remedyOf(reasonOf(error), 'check that it is there, its permissions and the room on the disk'),
  );
}

function inWords({ message, hint, at }: Failure): string {
  const place = at?.line === undefined ? '' : `${at.file}:${at.line}:${at.column ?? 1}: `;
  return `error: ${place}${message}\n${asTypedInPieces(hint)}`;
}

function asDocument({ code, message, hint, at }: Failure) {
  const typed = asTyped(hint).replaceAll('\u00a0', ' '); // what holds a command together on a screen is no blank to a shell
  return { schema: 1, error: { code, message, hint: typed, ...at } };
}

/** A reader that went away is not an error; a full disk behind the output is, told in the form asked for. */
export function watchOutput(json: boolean): void {
  whenOutputFails((error) => {
    if (error.code === 'EPIPE') process.exit(0);
    const message = `cannot write the output (${reasonOf(error)})`;
    end(new Failure('disk', 'output-refused', message, 'make room where it goes, or send it elsewhere'), json, false);
    process.exit(exitCodes.disk);
  });
}

/** Has the program end with its terminal. */
export function endWithTerminal(): void {
  if (isTerminal(INPUT)) process.once('exit', hangUp);
}

/** Where the terminal is gone there is no mode to give back, and Node aborts when it tries: the hang-up ends us before that. */
function hangUp(): void {
  if (isTerminal(INPUT) || process.platform === 'win32') return;
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}
