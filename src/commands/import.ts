// `quiz import PATH…`: questions of other tools into a bank. Every record is taken in or refused by name; nothing is
// written unless the whole run went well.
import { resolve } from 'node:path';
import { type Shelf, shelfIn } from '../bank/editing/write.ts';
import { safe } from '../core/text/safe.ts';
import { exitCodes, Failure } from '../failure.ts';
import { type Accepted, type Format, isRefused, type Refused, type Source, type Taken } from '../interop/format.ts';
import { formatNamed, formatNames, formatOf, formats, hasKnownEnding } from '../interop/index.ts';
import { type Bounds, newBounds } from '../interop/reading/bounds.ts';
import { topicFrom } from '../interop/reading/texts.ts';
import { type Given, parseColumns, resolveColumns } from '../interop/tables/columns-given.ts';
import { shellWord } from '../system/command-line.ts';
import type { Context } from './context.ts';
import { leftBehind } from './importing/left-behind.ts';
import { type Around, newTally, type Placed, place, type Tally } from './importing/place.ts';
import { report } from './importing/report.ts';
import { mayBeRevised, revisedIn } from './importing/revised.ts';
import { type ImportFile, nameOf, sourceFiles, sourceOf } from './importing/sources.ts';
import { type AskedQuestion, type ImportTarget, openTarget } from './importing/target.ts';
import { targetFolder } from './shared/target-folder.ts';
import { badValue, topicsNamed, unknown } from './shared/values.ts';

export interface ImportOptions {
  readonly format?: string;
  readonly dryRun?: boolean;
  readonly columns?: string;
  readonly topic?: string;
}

export async function importQuestions(
  context: Context,
  paths: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const format = options.format === undefined ? undefined : readableFormat(options.format);
  const columns = columnsFrom(options.columns);
  const folder = targetFolder(context, 'quiz import FILE --bank DIR (a new folder will do)');
  const shelf = shelfIn(folder);
  const target = await openTarget(folder, context.places.cache);
  const topic = options.topic === undefined ? undefined : chosenTopic(options.topic, target);
  const files = sourceFiles(paths, (file) => format !== undefined || hasKnownEnding(file), {
    passOver: (file) => context.say(`passed over: ${safe(file)} (its ending is not one of a format)`),
    meetBank: (bank) => context.say(aboutBank(bank, folder)),
  });
  if (files.length === 0) throw nothingIn(paths);
  const tally = newTally();
  const around = { target, topic, seen: new Map<string, string>(), byContent: new Map<string, AskedQuestion>(), tally };
  const isDry = options.dryRun ?? false;
  try {
    for (const file of files) await importFile(file, { format, columns, around, shelf: isDry ? undefined : shelf });
    const written = isDry ? [] : shelf.keep();
    report(context, tally, { folder, behind: leftBehind(tally.banks, target), written, isDry });
  } catch (error) {
    shelf.drop();
    throw error;
  }
  const imported = tally.added + tally.known;
  if (imported === 0) return exitCodes.content;
  return tally.refused > 0 ? exitCodes.errorsFound : 0;
}

/** What the files of a run are imported with. */
interface Run {
  readonly format: Format | undefined;
  readonly columns: Given | undefined;
  readonly around: Omit<Around, 'name'>;
  /** Undefined where nothing is to be written. */
  readonly shelf: Shelf | undefined;
}

/** Takes in the records of one file. Each of them is added, known already, or refused. */
async function importFile(file: ImportFile, { format, columns, around, shelf }: Run): Promise<void> {
  const { tally } = around;
  const here = { name: nameOf(file), ...around };
  const late: Accepted[] = []; // whether the bank has them with another text shows when all of the file is known
  let counted: Bounds | undefined;
  const settle = (placed: Placed | Refused) => {
    counted?.add('code' in placed);
    if ('code' in placed) refuse(tally, placed);
    else if (placed.question) shelf?.add(here.name, placed.question, placed.shared);
  };
  for await (const { taken, bounds } of takenFrom(file, format, columns, tally)) {
    counted = bounds;
    const beyond = bounds.beyond(taken);
    if (beyond) {
      settle(beyond);
      break;
    }
    if (isRefused(taken)) settle(taken);
    else if (mayBeRevised(taken, here)) late.push(taken);
    else settle(place(taken, here));
  }
  for (const accepted of late) settle(revisedIn(accepted, late, here) ?? place(accepted, here));
}

/** What is said where a bank is named: only its questions are imported, and to practise with it nobody has to import it. */
function aboutBank(bank: string, target: string): string {
  const folder = resolve(bank);
  const instead =
    folder === resolve(target)
      ? 'It is the bank that they go into, too: quiz check says what they lack.'
      : `To practise with it as it is: quiz drill --bank ${shellWord(folder)}`;
  return `${safe(folder)} is a bank: of it only the questions are read. ${instead}`;
}

/** The failure where the folders hold no file that could hold questions. */
function nothingIn(paths: readonly string[]): Failure {
  const endings = [...new Set(formats.filter(({ reads }) => reads).flatMap((format) => format.endings))];
  return new Failure(
    'content',
    'no-files',
    `there is no file to import in ${paths.join(', ')}`,
    `files are found by their endings (${endings.join(' ')}); one with another ending is read by its name and --format`,
  );
}

function readableFormat(name: string): Format {
  const format = formatNamed(name);
  if (format?.reads) return format;
  throw unknown('format', name, formatNames('reads'), `the formats are ${formatNames('reads').join(', ')}`);
}

function columnsFrom(text: string | undefined): Given | undefined {
  if (text === undefined) return undefined;
  const columns = parseColumns(text);
  if (columns?.has('question') || (columns?.size === 1 && columns.has('from'))) return columns;
  throw badValue(
    '--columns',
    text,
    'write question=1,options=2-5,answer=6, with numbers or headings of columns (from=0 or from=1: where answers start to count); a column can hold question, options, option 1, answer, why, topics, type, level, unit, tolerance',
  );
}

/** The columns of this file that --columns means. Throws a usage failure for one that is not there. */
async function columnsIn(source: Source, format: Format, given: Given): Promise<Partial<Source>> {
  const row = (await format.firstRow?.(source)) ?? [];
  const from = given.get('from');
  if (!format.firstRow || given.size === (from === undefined ? 0 : 1))
    return from === undefined ? {} : { columns: new Map([['from', Number(from)]]) };
  const resolved = resolveColumns(given, row);
  if (!('missing' in resolved)) return resolved;
  const columns = row.map((cell, index) => `${index + 1} "${cell.trim().slice(0, 40)}"`).join(', ');
  throw unknown('column', resolved.missing, row, `the columns of ${source.file} are ${columns}`);
}

function chosenTopic(name: string, { topics }: ImportTarget): string {
  return topics ? (topicsNamed([name], topics)[0] ?? name) : topicFrom(name) || 'imported';
}

/** The records of a file, whatever happens to it, and the bounds of that file. */
async function* takenFrom(
  file: ImportFile,
  named: Format | undefined,
  columns: Given | undefined,
  tally: Tally,
): AsyncIterable<{ readonly taken: Taken; readonly bounds: Bounds }> {
  const at = { file: file.shown, line: 1 };
  const source = sourceOf(file);
  const bounds = newBounds('code' in source ? '' : source.text);
  const one = (taken: Taken) => ({ taken, bounds });
  if ('code' in source) {
    yield one(source);
    return;
  }
  if (source.bytes.length === 0 && source.text.trim() === '') {
    yield one({ at, code: 'no-questions', message: 'there is nothing in it' });
    return;
  }
  const format = named ?? formatOf(file.path, source.text);
  if (!format?.reads) {
    const names = formatNames('reads').join('|');
    const message = `it is in no format that its name or text shows: say --format ${names} (anki for cards with a front and a back)`;
    yield one({ at, code: 'unknown-format', message });
    return;
  }
  tally.formats.add(format.name);
  const told = format.bankIn?.(source.text);
  if (told) tally.banks.push({ file: file.shown, told });
  let records = 0;
  const meant = columns ? await columnsIn(source, format, columns) : {};
  for await (const taken of format.reads({ ...source, ...meant })) {
    records += 1;
    yield one(taken);
  }
  if (records === 0)
    yield one({ at, code: 'no-questions', message: `there is no question in it (read as ${format.name})` });
}

function refuse(tally: Tally, refused: Refused): void {
  tally.refused += 1;
  tally.problems.push(refused);
}
