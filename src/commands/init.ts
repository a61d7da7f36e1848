// `quiz init [dir]`: a bank from notes, or from nothing: manifest, examples of every type, and what editors need.
import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type ExampleQuestion, examplesFrom, needs } from '../authoring/examples.ts';
import { type Beginning, examplesText, manifestText } from '../authoring/first-files.ts';
import { judge } from '../authoring/judge.ts';
import { type Outline, outlineOf } from '../authoring/outline.ts';
import { passagesOf } from '../authoring/passages.ts';
import { teachingAmong } from '../authoring/teaching.ts';
import { leftOf, placeFiles, requireFree } from '../bank/editing/place.ts';
import { type Notes, readNotes } from '../bank/notes/notes.ts';
import { withinLimits } from '../bank/notes/within-limits.ts';
import { SCHEMA_FOLDER, schemaFiles, schemaText } from '../bank/schema.ts';
import { type ItemType, itemTypes } from '../core/items/kinds/index.ts';
import { isError } from '../core/problem.ts';
import { safe } from '../core/text/safe.ts';
import { type Block, blank, type Line, labelled, line, span } from '../core/text/styled.ts';
import { count, keptTogether, listed } from '../core/text/wording.ts';
import { Failure } from '../failure.ts';
import { commandLine, shellWord } from '../system/command-line.ts';
import { type FreeId, freeId } from './beginning/free-id.ts';
import { sourcesFor } from './beginning/sources.ts';
import type { Context } from './context.ts';
import { bankFlag } from './shared/target-folder.ts';

const [MANIFEST, EXAMPLES] = ['bank.yaml', 'examples.yaml'];

export async function init(
  context: Context,
  named: string | undefined,
  options: { readonly notes?: readonly string[] },
): Promise<void> {
  const folder = resolve(named ?? context.globals.bank ?? '.');
  requireFolder(folder);
  const schemas = schemaTexts();
  const left = leftOf(folder, [...schemas, [MANIFEST, '']]);
  requireFree(folder, [MANIFEST, 'bank.yml', ...schemas.map(([name]) => name)], left);
  const sources = sourcesFor(folder, options.notes);
  const copies = sources.filter(({ isNew }) => isNew);
  const notes = sources.map(({ file, text }) => readNotes(file, withinLimits(file, text)));
  const teaching = teachingAmong(notes);
  const outline = outlineOf(teaching);
  const examples = soundExamples(notes, examplesFrom(passagesOf(teaching), outline.topics));
  const { id, taken } = await freeId(context, folder);
  const beginning = {
    id,
    title: outline.title ?? (basename(folder) || 'My notes'),
    notes: sources.map(({ file }) => file),
    outline,
    questions: examples.length,
  };
  const files = new Map([
    ...copies.map(({ file, text }) => [file, text] as const),
    ...schemas,
    ...(examples.length > 0 ? [[EXAMPLES, examplesText(examples)] as const] : []),
    [MANIFEST, manifestText(beginning)], // the last: with it the folder is a bank
  ]);
  placeFiles(folder, files, leftOf(folder, files));
  await tell(context, folder, { beginning, taken, examples, files: [...files.keys()] });
}

function requireFolder(folder: string): void {
  if (!existsSync(folder) || statSync(folder).isDirectory()) return;
  throw new Failure(
    'usage',
    'no-folder',
    `${folder} is a file, and a bank is a folder`,
    `${keptTogether(`quiz init DIR --notes ${shellWord(basename(folder))}`)} makes one from it`,
    { file: folder },
  );
}

const WAIVED = 'an example, in the words of the notes';

/**
 * The examples that `quiz check` finds no error in. What it would warn of is waived, with the reason: a bank begins clean, so
 * that the first warning is about what its author wrote.
 */
function soundExamples(notes: readonly Notes[], examples: readonly ExampleQuestion[]): ExampleQuestion[] {
  if (examples.length === 0) return [];
  const against = { around: { notes, topics: [], cases: new Map() }, items: [], taken: new Set<string>() };
  const { items, problems } = judge(EXAMPLES, examplesText(examples), against);
  const wrong = new Set(problems.filter(isError).map(({ item }) => item));
  const sound = examples.filter(({ id }) => items.some((item) => item.id === id) && !wrong.has(id));
  return sound.map((example) => {
    const codes = problems.filter(({ item }) => item === example.id).map(({ code }) => [code, WAIVED] as const);
    return codes.length === 0 ? example : { ...example, waive: Object.fromEntries(codes) };
  });
}

function schemaTexts(): (readonly [string, string])[] {
  const names = ['manifest', 'questions'] as const;
  return names.map((of) => [`${SCHEMA_FOLDER}/${schemaFiles[of]}`, schemaText(of)]);
}

interface Made {
  readonly beginning: Beginning;
  readonly taken: FreeId['taken'];
  readonly examples: readonly ExampleQuestion[];
  readonly files: readonly string[];
}

/** What is said of longer names stands below them, so that they push nothing aside. */
const LONGEST_NAME = 24;
/** More notes than this would push the next commands out of sight. */
const MOST_LISTED = 8;

/** Headings that are no topics yet: more than twenty can hardly be kept apart. */
function furtherLines({ further, beyond }: Outline): Line[] {
  const more = further.length + beyond;
  return more > 0 ? [line(`${count(more, 'further heading')} can become topics: bank.yaml has them as comments.`)] : [];
}

async function tell(context: Context, folder: string, { beginning, taken, examples, files }: Made): Promise<void> {
  const { id, title, notes, outline } = beginning;
  const leftOut = itemTypes.filter((type) => !examples.some((example) => example.type === type));
  const flag = bankFlag(context, folder);
  const next = nextCommands(flag, examples[0]?.id);
  if (context.globals.json) {
    const topics = outline.topics.map((topic) => ({ id: topic.id, title: topic.title }));
    const examplesMade = examples.map((example) => ({ id: example.id, type: example.type }));
    context.printJson({ schema: 1, bank: { id, title }, folder, files, topics, examples: examplesMade, leftOut, next });
    return;
  }
  const rows: readonly (readonly [string, string])[] = [
    ['bank.yaml', `${topicsFrom(outline)}, and a mock exam${mockSize(examples)}`],
    ...(examples.length > 0
      ? [[EXAMPLES, `${count(examples.length, 'example')}: ${listed(examples.map(({ type }) => type))}`] as const]
      : []),
    ...notes
      .slice(0, MOST_LISTED)
      .map((file) => [safe(file), files.includes(file) ? 'notes, put there' : 'your notes, as they were'] as const),
    ...(notes.length > MOST_LISTED
      ? [[`and ${count(notes.length - MOST_LISTED, 'more file')}`, 'of notes'] as const]
      : []),
    [`${SCHEMA_FOLDER}/`, 'completion and error marks in editors, without a network'],
  ];
  const { pad, stringWidth } = await import('../terminal/painting/paint.ts');
  const widths = rows.map(([name]) => stringWidth(name)).filter((width) => width <= LONGEST_NAME);
  const column = Math.max(...widths) + 2;
  await context.print([
    line(span(`${safe(title)} is a bank now: ${safe(folder)}`, 'strong')),
    ...rows.flatMap(([name, text]) =>
      stringWidth(name) > LONGEST_NAME
        ? [line(`  ${name}`), labelled(pad('', column + 2), text)]
        : [labelled(`  ${pad(name, column)}`, text)],
    ),
    ...leftOutLines(leftOut),
    ...(taken ? [line(safe(`Its id is ${id}: your records know ${taken.id} from ${taken.folder}.`))] : []),
    ...furtherLines(outline),
    blank,
    line('Next:'),
    ...next.map((command) => line(`  ${keptTogether(safe(command))}`)),
    ...flag
      .slice(1)
      .map((bank) => labelled('To leave --bank out: ', keptTogether(safe(commandLine('config', 'set', 'bank', bank))))),
  ]);
}

function topicsFrom({ topics, isFromNames }: Outline): string {
  return `${count(topics.length, 'topic')} ${isFromNames ? 'by the name of the file' : 'from the headings'}`;
}

/** A mock grows with its bank, by its author's hand. */
function mockSize({ length }: readonly ExampleQuestion[]): string {
  return length === 0 ? '' : ` of ${count(length, 'question')}`;
}

function leftOutLines(types: readonly ItemType[]): Block[] {
  return types.map((type) => line(`No example of type ${type}: that takes ${needs[type]}.`));
}

/** The three commands that make sense now, as they can be typed from here. */
function nextCommands(bank: readonly string[], example: string | undefined): string[] {
  return [
    commandLine('check', ...bank),
    example === undefined ? commandLine('add', ...bank) : commandLine('preview', example, ...bank),
    commandLine('drill', ...bank),
  ];
}
