// `quiz import PATH…`: questions of other tools into a bank. Every record is taken in or refused by name; nothing is
// written unless the whole run went well.

import { locate } from '../bank/notes.ts';
import { shelfIn } from '../bank/write.ts';
import { safe } from '../core/safe.ts';
import { count } from '../core/text.ts';
import { exitCodes, Failure } from '../failure.ts';
import { newBounds } from '../interop/bounds.ts';
import { parseColumns } from '../interop/columns.ts';
import { topicFrom } from '../interop/draft.ts';
import { type Draft, type Format, isRefused, type Refused, type Taken } from '../interop/format.ts';
import { formatNamed, formatNames, formatOf, formats, hasKnownEnding } from '../interop/index.ts';
import { decode } from '../interop/source.ts';
import { currentFolder } from '../surroundings.ts';
import { type Context, commandLine } from './context.ts';
import { bytesOf, nameOf, type SourceFile, sourceFiles } from './import-sources.ts';
import { openTarget, type Target, targetFolder } from './import-target.ts';
import { topicsNamed, unknown } from './values.ts';

export interface ImportOptions {
  readonly format?: string;
  readonly dryRun?: boolean;
  readonly columns?: string;
  readonly topic?: string;
}

const MOST_SHOWN = 20;

/** What a run came to. */
interface Tally {
  added: number;
  /** In the bank already, as they are or edited there. */
  known: number;
  refused: number;
  readonly problems: Refused[];
  readonly lossy: Map<string, number>;
  readonly formats: Set<string>;
}

export async function importQuestions(
  context: Context,
  paths: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const format = options.format === undefined ? undefined : readableFormat(options.format);
  const columns = columnsFrom(options.columns);
  const folder = targetFolder(context.globals.bank ?? process.env.QUIZ_BANK ?? context.settings.bank, currentFolder());
  const target = await openTarget(folder, context.places.cache);
  const topic = options.topic === undefined ? undefined : chosenTopic(options.topic, target);
  const files = sourceFiles(
    paths,
    (file) => format !== undefined || hasKnownEnding(file),
    (file) => context.say(`passed over: ${safe(file)} (its ending is not one of a format)`),
  );
  const tally: Tally = { added: 0, known: 0, refused: 0, problems: [], lossy: new Map(), formats: new Set() };
  const shelf = shelfIn(folder);
  const seen = new Map<string, string>();
  try {
    for (const file of files) {
      const bounds = newBounds();
      for await (const taken of takenFrom(file, format, columns, tally)) {
        const beyond = bounds.beyond(taken.at);
        const placed =
          beyond ?? (isRefused(taken) ? taken : place(taken, { name: nameOf(file), target, topic, seen, tally }));
        bounds.add('code' in placed);
        if ('code' in placed) refuse(tally, placed);
        else if (placed.question && !options.dryRun) shelf.add(nameOf(file), placed.question, placed.shared);
        if (beyond) break;
      }
    }
    const written = options.dryRun ? [] : shelf.keep();
    report(context, tally, { folder, written, isDry: options.dryRun ?? false });
  } catch (error) {
    shelf.drop();
    throw error;
  }
  const imported = tally.added + tally.known;
  if (imported === 0) return exitCodes.content;
  return tally.refused > 0 ? exitCodes.errorsFound : 0;
}

function readableFormat(name: string): Format {
  const format = formatNamed(name);
  if (format?.reads) return format;
  throw unknown('format', name, formatNames('reads'), `the formats are ${formatNames('reads').join(', ')}`);
}

function columnsFrom(text: string | undefined): Map<string, number> | undefined {
  if (text === undefined) return undefined;
  const columns = parseColumns(text);
  if (columns?.has('question') || (columns?.size === 1 && columns.has('from'))) return columns;
  throw new Failure(
    'usage',
    'bad-value',
    `--columns cannot be "${text}"`,
    'write question=1,options=2-5,answer=6 (from=0 or from=1: where answers start to count)',
  );
}

function chosenTopic(name: string, { topics }: Target): string {
  return topics ? (topicsNamed([name], topics)[0] ?? name) : topicFrom(name) || 'imported';
}

/** The records of a file, whatever happens to it. */
async function* takenFrom(
  file: SourceFile,
  named: Format | undefined,
  columns: ReadonlyMap<string, number> | undefined,
  tally: Tally,
): AsyncIterable<Taken> {
  const at = { file: file.shown, line: 1 };
  const bytes = bytesOf(file);
  if (!(bytes instanceof Uint8Array)) {
    yield { at, code: 'unreadable-file', message: bytes.message };
    return;
  }
  const source = decode(file.shown, bytes);
  if ('code' in source) {
    yield source;
    return;
  }
  const format = named ?? formatOf(file.path, source.text);
  if (!format?.reads) {
    yield {
      at,
      code: 'unknown-format',
      message: `it is in no format that its name or text shows: say --format ${formats
        .filter(({ reads }) => reads)
        .map(({ name }) => name)
        .join('|')}`,
    };
    return;
  }
  tally.formats.add(format.name);
  let records = 0;
  for await (const taken of format.reads({ ...source, ...(columns && { columns }) })) {
    records += 1;
    yield taken;
  }
  if (records === 0) yield { at, code: 'no-questions', message: `there is no question in it (read as ${format.name})` };
}

interface Around {
  readonly name: string;
  readonly target: Target;
  readonly topic: string | undefined;
  /** Places of the records of this run by their ids. */
  readonly seen: Map<string, string>;
  readonly tally: Tally;
}

interface Placed {
  /** Undefined where the bank has it. */
  readonly question?: Readonly<Record<string, unknown>>;
  readonly shared?: { readonly id: string; readonly text: string };
}

/** Gives a draft its id and topics; says where it cannot be put. */
function place(draft: Draft, { name, target, topic, seen, tally }: Around): Placed | Refused {
  const { at, question, rev, caseText, lost } = draft;
  const id = question.id ?? `${name}-${rev}`;
  const first = seen.get(id.toLowerCase());
  if (first !== undefined) return { at, code: 'repeated', message: `the same question stands at ${first}` };
  const topics = topicsFor(question.topics, topic, target, name);
  if (topics.length === 0)
    return {
      at,
      code: 'unknown-topic',
      message: 'none of its topics is one of this bank: say --topic T (quiz topics lists them)',
    };
  const home = target.fileOf(id);
  const isKnown = home !== undefined || (question.id === undefined && target.hasRev(rev));
  if (
    home !== undefined &&
    question.id !== undefined &&
    target.revOf(id) !== rev &&
    !home.startsWith(`imported-${name}`)
  )
    return { at, code: 'id-taken', message: `another question in ${home} has the id "${id}"; it was not overwritten` };
  seen.set(id.toLowerCase(), `${at.file}:${at.line}`);
  for (const what of lost) tally.lossy.set(what, (tally.lossy.get(what) ?? 0) + 1);
  if (isKnown) {
    tally.known += 1;
    return {};
  }
  tally.added += 1;
  const { quotes, id: _, type, topics: __, ...rest } = question;
  const found = (quotes ?? []).filter(({ section, text }) => 'quote' in locate(target.notes, section, text));
  if (found.length < (quotes?.length ?? 0)) tally.lossy.set(MISSING, (tally.lossy.get(MISSING) ?? 0) + 1);
  const shared =
    question.case !== undefined && caseText !== undefined ? { id: question.case, text: caseText } : undefined;
  return {
    question: { id, type, topics, ...rest, ...(found.length > 0 && { quotes: found }) },
    ...(shared && { shared }),
  };
}

const MISSING = 'quotes that are not in the notes of this bank';

/** The topics a question gets: the one the user chose, else its own as far as the bank knows them, else the source's name. */
function topicsFor(
  own: readonly string[],
  chosen: string | undefined,
  { topics }: Target,
  name: string,
): readonly string[] {
  if (chosen !== undefined) return [chosen];
  if (!topics) return own.length > 0 ? own : [name];
  return own.filter((topic) => topics.has(topic));
}

function refuse(tally: Tally, refused: Refused): void {
  tally.refused += 1;
  tally.problems.push(refused);
}

function report(
  context: Context,
  tally: Tally,
  run: { folder: string; written: readonly string[]; isDry: boolean },
): void {
  const { added, known, refused, problems, formats: used } = tally;
  const lossy = [...tally.lossy].map(([what, n]) => `${what}: ${count(n, 'question')}`);
  if (context.globals.json) {
    context.printJson({
      schema: 1,
      format: [...used].join(', ') || null,
      imported: added + known,
      refused,
      problems: problems.map(({ at: { file, line }, code, message }) => ({ file, line, code, message })),
      lossy,
      added,
      known,
      files: run.written,
    });
    return;
  }
  for (const { at, code, message } of problems.slice(0, MOST_SHOWN))
    context.say(safe(`${at.file}:${at.line}: ${message} [${code}]`));
  if (problems.length > MOST_SHOWN) context.say(`… and ${problems.length - MOST_SHOWN} more: --json lists them all`);
  for (const line of lossy) context.say(safe(`lossy: ${line}`));
  const parts = [
    `${run.isDry ? 'Would import' : 'Imported'} ${count(added + known, 'question')}`,
    ...(known > 0 ? [`${known} of them there already`] : []),
    `refused ${refused}`,
  ];
  process.stdout.write(`${parts.join(', ')}.\n`);
  if (run.written.length > 0)
    context.say(
      safe(
        `Written into ${run.folder}: ${run.written.join(', ')}. ${commandLine(context, 'check')} says what they lack: most of all quotes of your notes.`,
      ),
    );
}
