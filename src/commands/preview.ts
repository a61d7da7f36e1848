// `quiz preview ID`: a question as the learner will see it, first as asked, then as explained; with --watch, after each change.
import { type Bank, findBank, openBank } from '../bank/bank.ts';
import { readText } from '../bank/files.ts';
import { isError, type Problem } from '../core/problem.ts';
import { type Rehearsal, rehearse } from '../core/rehearsal.ts';
import { safe } from '../core/safe.ts';
import { type Block, blank, line, listed, span } from '../core/text.ts';
import { exitCodes, Failure } from '../failure.ts';
import { Interrupted, onInterruption } from '../interrupt.ts';
import { explanationLines } from '../reports/explanation.ts';
import { problemLines } from '../reports/problems.ts';
import type { Shown } from '../terminal/preview.ts';
import type { Context } from './context.ts';
import { unknown } from './values.ts';
import { watchFolder } from './watching.ts';

export interface PreviewOptions {
  readonly watch?: boolean;
  readonly seed?: string;
}

export async function preview(context: Context, id: string, options: PreviewOptions): Promise<number> {
  const { seed = 'preview', watch = false } = options;
  const folder = findBank(context.globals.bank ?? process.env.QUIZ_BANK ?? context.settings.bank, process.cwd());
  const bank = await openBank(folder, context.places.cache);
  const found = find(bank, id, seed);
  const isScreen = context.isInteractive && !context.isLinear && !context.globals.plain && !context.globals.json;
  if (isScreen || watch) {
    const look = () => again(context, folder, id, seed);
    await attended(() =>
      isScreen ? onScreen(context, bank, found, watch, look) : inLines(context, bank, found, look),
    );
  } else if (context.globals.json) context.printJson(asDocument(id, found));
  else await context.print(await blocksOf(context, bank, found));
  return 'problems' in found ? exitCodes.errorsFound : 0;
}

/** The question, or the errors that it has. */
type Found = { readonly rehearsal: Rehearsal } | { readonly problems: readonly Problem[] };

function find(bank: Bank, id: string, seed: string): Found {
  const errors = bank.problems.filter(isError);
  const wanted = id.toLowerCase();
  const problems = errors.filter(({ item }) => item?.toLowerCase() === wanted);
  if (problems.length > 0) return { problems };
  const facts = bank.facts.find((one) => one.id.toLowerCase() === wanted);
  const item = facts && bank.load([facts.id]).get(facts.id);
  if (item) return { rehearsal: rehearse(item, seed) };
  const broken = errors.find((problem) => problem.item === undefined);
  const known = [...bank.facts.map((one) => one.id), ...errors.flatMap((problem) => problem.item ?? [])];
  const otherwise = broken
    ? `${broken.at.file}:${broken.at.line} cannot be read: quiz check says why`
    : 'quiz export lists all questions';
  throw unknown('question', id, known, otherwise);
}

/** The bank as it is now; undefined is never an answer: what is wrong with it is shown in the question's place. */
async function again(
  context: Context,
  folder: string,
  id: string,
  seed: string,
): Promise<[Bank | undefined, Found | Failure]> {
  try {
    const bank = await openBank(folder, context.places.cache);
    return [bank, find(bank, id, seed)];
  } catch (error) {
    if (error instanceof Failure) return [undefined, error];
    throw error;
  }
}

type Look = () => ReturnType<typeof again>;

async function attended(show: () => Promise<void>): Promise<void> {
  try {
    await show();
  } catch (error) {
    throw error instanceof Interrupted ? new Interrupted(error.signal, 'The preview is over.') : error;
  }
}

async function onScreen(context: Context, bank: Bank, found: Found, watch: boolean, look: Look): Promise<void> {
  const [{ openTerminal, run }, { previewApp }, style] = await Promise.all([
    import('../terminal/terminal.ts'),
    import('../terminal/preview.ts'),
    context.look(process.stdout),
  ]);
  const notes = (await bank.notes()).map(({ file }) => file);
  const first = await shownOf(context, bank, found);
  const terminal = openTerminal(style.palette);
  let stop = () => {};
  try {
    await run<void>(
      terminal,
      (done) => {
        const app = previewApp(first, style, terminal, done, watch ? 'shown again when a file changes' : undefined);
        if (watch)
          stop = watchFolder(
            bank.folder,
            notes,
            () =>
              void look()
                .then((now) => shownOf(context, ...now))
                .then(app.show),
          );
        return app;
      },
      undefined,
    );
  } finally {
    stop();
    await terminal.close();
  }
}

async function shownOf(context: Context, bank: Bank | undefined, found: Found | Failure): Promise<Shown> {
  if ('rehearsal' in found) return found;
  return { title: 'Not to be shown yet', blocks: await blocksOf(context, bank, found) };
}

/** Without a screen each change is told below the last one, until the program is told to end. */
async function inLines(context: Context, bank: Bank, found: Found, look: Look): Promise<void> {
  const notes = (await bank.notes()).map(({ file }) => file);
  await context.print(await blocksOf(context, bank, found));
  let stop = () => {};
  try {
    await new Promise<never>((_, reject) => {
      const quiet = onInterruption((signal) => reject(new Interrupted(signal)));
      const showAgain = async () => {
        const blocks = await blocksOf(context, ...(await look()));
        await context.print([blank, line(span('Changed', 'strong')), blank, ...blocks]);
      };
      const unwatch = watchFolder(bank.folder, notes, () => void showAgain().catch(reject));
      stop = () => {
        quiet();
        unwatch();
      };
    });
  } finally {
    stop();
  }
}

async function blocksOf(context: Context, bank: Bank | undefined, found: Found | Failure): Promise<Block[]> {
  const { glyphs } = await context.look(process.stdout);
  if (found instanceof Failure) return [line(span(safe(found.message), 'missed')), line(safe(found.hint))];
  if ('problems' in found)
    return found.problems.flatMap((problem) => problemLines(problem, bank && sourceLine(bank, problem), glyphs));
  const { partTexts } = await import('../terminal/linear-texts.ts');
  const { item, asked, grading } = found.rehearsal;
  const { question } = asked;
  if (!question) return [];
  const facts = [
    item.body.type,
    ...(item.level ? [item.level] : []),
    listed(item.topics.map((topic) => bank?.topics.get(topic) ?? topic)),
  ];
  return [
    line(span(item.id, 'strong'), `   ${facts.join(' · ')}   ${item.at.file}:${item.at.line}`),
    blank,
    line(span('As asked', 'strong')),
    ...partTexts(question).map((text) => line(text)),
    blank,
    line(span('As explained', 'strong')),
    ...explanationLines(grading, item, question, glyphs, { context: true, stem: false }),
  ];
}

function sourceLine({ folder }: Bank, { at: { file, line } }: Problem): string | undefined {
  try {
    return readText(folder, file).split(/\r\n|\n/)[line - 1];
  } catch {
    return undefined; // it was there a moment ago; the problem is told without it
  }
}

function asDocument(id: string, found: Found) {
  if ('problems' in found)
    return {
      schema: 1,
      id,
      problems: found.problems.map(({ code, at, message, hint }) => ({ code, ...at, message, hint })),
    };
  const { item, asked, grading } = found.rehearsal;
  return { schema: 1, id: item.id, asked: asked.question, explained: grading.explanation };
}
