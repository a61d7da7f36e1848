// `quiz export`: the bank in a format of others, or in our own machine form.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { isError } from '../core/problem.ts';
import { safe } from '../core/safe.ts';
import { count } from '../core/text.ts';
import { Failure, reasonOf } from '../failure.ts';
import type { Format, Written } from '../interop/format.ts';
import { formatNamed, formatNames, formats } from '../interop/index.ts';
import { type Context, commandLine } from './context.ts';
import { unknown } from './values.ts';

export interface ExportOptions {
  readonly format?: string;
  readonly output?: string;
}

export async function exportBank(context: Context, options: ExportOptions): Promise<number> {
  const format = chosenFormat(options);
  const bank = await context.bank();
  const items = [...bank.load(bank.facts.map(({ id }) => id)).values()];
  const ending = options.output === undefined ? format.endings[0] : extname(options.output).toLowerCase();
  const { id, title, topics, exams } = bank;
  const written = await format.writes?.({ id, title, topics, exams, items }, ending);
  if (!written) throw new Error(`the format ${format.name} writes nothing`);
  const broken = new Set(bank.problems.filter(isError).map(({ item, at }) => item ?? `${at.file}:${at.line}`)).size;
  const missing =
    broken > 0 ? [`problems that keep questions out: ${broken}; ${commandLine(context, 'check')} lists them`] : [];
  for (const line of [...missing, ...written.lossy]) context.say(safe(`lossy: ${line}`));
  if (options.output === undefined || options.output === '-') toStdout(written);
  else if (!(await toFiles(context, options.output, written))) return 0;
  if (options.output !== undefined)
    context.say(safe(`${count(items.length, 'question')} of ${title}, as ${format.name}, in ${options.output}`));
  return 0;
}

/** By name, else by the ending of the file, else JSON. */
function chosenFormat({ format: name, output }: ExportOptions): Format {
  if (name !== undefined) {
    const named = formatNamed(name);
    if (named?.writes) return named;
    throw unknown('format', name, formatNames('writes'), `the formats are ${formatNames('writes').join(', ')}`);
  }
  if (output === undefined || output === '-') return formatNamed('json') ?? failed();
  const byEnding = formats.find(
    ({ writes, endings }) =>
      writes && endings.some((ending) => ending !== '.txt' && output.toLowerCase().endsWith(ending)),
  );
  if (byEnding) return byEnding;
  throw new Failure(
    'usage',
    'unknown-format',
    `the ending of ${output} names no format`,
    `say --format ${formatNames('writes').join('|')}`,
  );
}

function failed(): never {
  throw new Error('the format json is missing');
}

function toStdout({ content, beside }: Written): void {
  if (typeof content !== 'string' && process.stdout.isTTY)
    throw new Failure(
      'usage',
      'not-text',
      'this format is a zip, which a terminal cannot show',
      'name a file: --output bank.zip',
    );
  process.stdout.write(content);
  if (beside) process.stdout.write(`\n${beside.content}`);
}

/** Writes the document, and the one beside it. False where the user keeps the file that is there. */
async function toFiles(context: Context, path: string, { content, beside }: Written): Promise<boolean> {
  const second = beside && `${path.slice(0, path.length - extname(path).length)}${beside.mark}${extname(path)}`;
  const there = [path, ...(second ? [second] : [])].filter((file) => existsSync(file));
  if (there.length > 0 && !(await mayReplace(context, there))) return false;
  write(path, content, there.includes(path));
  if (beside && second) write(second, beside.content, there.includes(second));
  return true;
}

async function mayReplace({ isInteractive, say }: Context, there: readonly string[]): Promise<boolean> {
  const [file = ''] = there;
  if (!isInteractive)
    throw new Failure(
      'usage',
      'file-exists',
      `${file} is there already and was not overwritten`,
      'name another file, or take this one away',
    );
  const input = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await input.question(`${safe(there.join(' and '))} is there already. Overwrite? (y/N) `);
    if (/^y(es)?$/i.test(answer.trim())) return true;
    say('Nothing was written.');
    return false;
  } finally {
    input.close();
  }
}

/** A new file is made only where none is; one that is replaced stays until the new one is whole. */
function write(path: string, content: string | Uint8Array, replaces: boolean): void {
  const target = replaces ? `${path}.${randomBytes(6).toString('hex')}` : path;
  try {
    const descriptor = openSync(target, 'wx', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } catch (error) {
      rmSync(target, { force: true }); // a part is worth nothing
      throw error;
    } finally {
      closeSync(descriptor);
    }
    if (replaces) renameSync(target, path);
  } catch (error) {
    throw new Failure(
      'disk',
      'cannot-write',
      `cannot write ${path} (${reasonOf(error)})`,
      'check the folder, the permissions and the free space',
      { file: path },
      error,
    );
  }
}
