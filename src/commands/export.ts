// `quiz export`: the bank in a format of others, or in our own machine form.

import { extname } from 'node:path';
import { isError } from '../core/problem.ts';
import { safe } from '../core/safe.ts';
import { count } from '../core/text.ts';
import { Failure } from '../failure.ts';
import type { Format, Written } from '../interop/format.ts';
import { formatNamed, formatNames, formats } from '../interop/index.ts';
import { leftOut } from '../interop/lossy.ts';
import { hasWindow, print } from '../output.ts';
import type { Context } from './context.ts';
import { writeFiles } from './output-file.ts';
import { commandLine } from './typed.ts';
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
    context.say(
      safe(`${wentIn(items.length, leftOut(written.lossy))} of ${title}, as ${format.name}, in ${options.output}`),
    );
  return 0;
}

/** "8 questions", "2 of 8 questions". */
function wentIn(all: number, left: number): string {
  return left === 0 ? count(all, 'question') : `${all - left} of ${count(all, 'question')}`;
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
  if (typeof content !== 'string' && hasWindow())
    throw new Failure(
      'usage',
      'not-text',
      'this format is a zip, which a terminal cannot show',
      'name a file: --output bank.zip',
    );
  print(content);
  if (beside) print(`\n${beside.content}`);
}

/** Writes the document, and the one beside it. False where the user keeps the file that is there. */
function toFiles(context: Context, path: string, { content, beside }: Written): Promise<boolean> {
  const second = beside && {
    path: `${path.slice(0, path.length - extname(path).length)}${beside.mark}${extname(path)}`,
    content: beside.content,
  };
  return writeFiles(context, [{ path, content }, ...(second ? [second] : [])]);
}
