// How the program ends when it cannot go on: in words or as a document, and with which exit code.
import { fstatSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { safeJson } from './core/safe.ts';
import { exitCodes, Failure } from './failure.ts';
import { Interrupted } from './interrupt.ts';
import { asTyped } from './surroundings.ts';
import { talk } from './talk.ts';

/** Tells why the program ends, in the form asked for, and sets the exit code. Nothing is left to save here. */
export function end(error: unknown, json: boolean, quiet: boolean): void {
  if (error instanceof Interrupted) {
    if (error.note && !quiet) talk(error.note);
    process.exit(error.exitCode);
  }
  const failure = systemFailure(error) ?? error;
  if (failure === undefined) return;
  if (failure instanceof Failure) {
    if (json) process.stderr.write(`${safeJson(asDocument(failure))}\n`);
    else talk(inWords(failure));
    process.exitCode = exitCodes[failure.exit];
    return;
  }
  reportBug(failure);
}

/** A bug of ours: told in one line, with exit code 70. */
export function reportBug(error: unknown): void {
  void import('./crash.ts')
    .then(({ tellBug }) => tellBug(error))
    .catch(() => process.stderr.write('error: quiz cannot find its own files; install it again\n'))
    .finally(() => process.exit(exitCodes.bug));
}

/** What the system refused is no bug of ours. Undefined for anything else. */
function systemFailure(error: unknown): Failure | undefined {
  const { code, syscall, path } = (error ?? {}) as NodeJS.ErrnoException; // anything may be thrown
  if (code === undefined || syscall === undefined) return undefined;
  const what = path ?? (syscall === 'uv_cwd' ? 'the current folder' : syscall);
  return new Failure(
    'disk',
    'system-refused',
    `cannot use ${what} (${code})`,
    'check that it is there, its permissions and the room on the disk',
  );
}

function inWords({ message, hint, at }: Failure): string {
  const place = at?.line === undefined ? '' : `${at.file}:${at.line}:${at.column ?? 1}: `;
  return `error: ${place}${message}\n${asTyped(hint)}`;
}

function asDocument({ code, message, hint, at }: Failure) {
  return { schema: 1, error: { code, message, hint: asTyped(hint), ...at } };
}

/** A reader that went away is not an error; a full disk behind stdout is. */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`error: cannot write the output (${error.code ?? error.message})\n`);
    process.exit(exitCodes.disk);
  });
  process.stderr.on('error', () => undefined);
  if (isFile(STDOUT)) process.stdout._write = writeWholly;
  if (isatty(STDIN)) process.once('exit', endWithTerminal);
}

/** Where the terminal is gone there is no mode to give back, and Node aborts when it tries: the hang-up ends us before that. */
function endWithTerminal(): void {
  if (isatty(STDIN) || process.platform === 'win32') return;
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

const STDIN = 0;

const STDOUT = 1;

/** Node writes to a file once and takes a part for the whole: on a disk that is just full the rest would go without a word. */
function writeWholly(chunk: unknown, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : (chunk as Buffer); // a stream of bytes has no others
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(STDOUT, bytes, at);
    done();
  } catch (error) {
    done(error as Error); // the file system throws nothing else
  }
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false; // closed
  }
}
