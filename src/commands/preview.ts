// `quiz preview ID`: a question as the learner will see it, first as asked, then as explained; with --watch, after each change.
import { type Bank, findBank, openBank } from '../bank/bank.ts';
import { readText } from '../bank/files.ts';
import { isError, type Problem } from '../core/problem.ts';
import { type Rehearsal, rehearse } from '../core/sitting/rehearsal.ts';
import { safe } from '../core/text/safe.ts';
import { type Block, blank, line, listed, span } from '../core/text/text.ts';
import { exitCodes, Failure } from '../failure.ts';
import { explanationLines } from '../reports/explanation.ts';
import type { Excerpt } from '../reports/problems.ts';
import { Interrupted } from '../system/interrupt.ts';
import { currentFolder } from '../system/surroundings.ts';
import type { PreviewApp, Shown } from '../terminal/sitting/preview.ts';
import { checkCommands, excerptsIn, problemBlocks } from './checking/print.ts';
import type { Context } from './context.ts';
import { bankNamed } from './shared/decided.ts';
import { unknown } from './shared/values.ts';
import { type WatchedBank, watchBanks } from './shared/watching.ts';

export interface PreviewOptions {
  readonly watch?: boolean;
  readonly seed?: string;
}

export async function preview(context: Context, id: string, options: PreviewOptions): Promise<number> {
  const { seed = 'preview', watch = false } = options;
  const folder = findBank(bankNamed(context), currentFolder());
  const bank = await openBank(folder, context.places.cache);
  const found = find(bank, id, seed);
  const isScreen = context.isInteractive && !context.isLinear;
  if (isScreen || watch) {
    const look = () => again(context, folder, id, seed);
    await attended(() => (isScreen ? onScreen(context, bank, found, watch, look) : inLines(context, bank, look)));
  } else if (context.globals.json) context.printJson(asDocument(id, found));
  else await context.print(await blocksOf(context, bank, found));
  return found.problems.length > 0 ? exitCodes.errorsFound : 0;
}

/** The question, unless an error keeps it from being asked, and the errors that it has. */
interface Found {
  readonly rehearsal?: Rehearsal;
  readonly problems: readonly Problem[];
}

function find(bank: Bank, id: string, seed: string): Found {
  const errors = bank.problems.filter(isError);
  const wanted = id.toLowerCase();
  const problems = errors.filter(({ item }) => item?.toLowerCase() === wanted);
  const facts = bank.facts.find((one) => one.id.toLowerCase() === wanted);
  const item = facts && bank.load([facts.id]).get(facts.id);
  if (item) return { rehearsal: rehearse(item, seed), problems };
  if (problems.length > 0) return { problems };
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

/** The one line that is left when the program is told to end. */
async function attended(show: () => Promise<void>): Promise<void> {
  try {
    await show();
  } catch (error) {
    throw error instanceof Interrupted ? new Interrupted(error.signal, 'The preview is over.') : error;
  }
}

/** What is watched of a bank; undefined while its notes cannot be read. */
async function watchedOf(bank: Bank): Promise<WatchedBank | undefined> {
  try {
    return { folder: bank.folder, notes: (await bank.notes()).map(({ file }) => file) };
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

async function onScreen(context: Context, bank: Bank, found: Found, watch: boolean, look: Look): Promise<void> {
  const [{ onTerminal }, { run }, { previewApp }, style] = await Promise.all([
    import('../terminal/show.ts'),
    import('../terminal/terminal.ts'),
    import('../terminal/sitting/preview.ts'),
    context.look(),
  ]);
  const first = await shownOf(context, bank, found);
  let watched: WatchedBank = (await watchedOf(bank)) ?? { folder: bank.folder, notes: [] };
  await onTerminal(style.palette, async (terminal) => {
    const over = new AbortController();
    let app: PreviewApp | undefined;
    try {
      const turned = run<void>(
        terminal,
        (done) => {
          app = previewApp(first, style, terminal, done, watch ? 'shown again when a file changes' : undefined);
          return app;
        },
        undefined,
      );
      const showAgain = async () => {
        const [bank, found] = await look();
        watched = (bank && (await watchedOf(bank))) ?? watched;
        app?.show(await shownOf(context, bank, found));
      };
      const watching = watch ? [watchBanks(() => [watched], showAgain, over.signal)] : [];
      await Promise.race([turned, ...watching]);
    } finally {
      over.abort();
    }
  });
}

async function shownOf(context: Context, bank: Bank | undefined, found: Found | Failure): Promise<Shown> {
  if (!(found instanceof Failure) && found.rehearsal)
    return { rehearsal: found.rehearsal, errors: await errorBlocks(context, bank, found.problems) };
  return { title: 'Not to be shown yet', blocks: await blocksOf(context, bank, found) };
}

/** Without a screen each change is told below the last one, until the program is told to end. */
async function inLines(context: Context, first: Bank, look: Look): Promise<void> {
  let watched: WatchedBank = (await watchedOf(first)) ?? { folder: first.folder, notes: [] };
  await watchBanks(
    () => [watched],
    async (names) => {
      const [bank, found] = await look();
      watched = (bank && (await watchedOf(bank))) ?? watched;
      const blocks = await blocksOf(context, bank, found);
      const heading = names.length === 0 ? [] : [blank, line(span('Changed', 'strong')), blank];
      await context.print([...heading, ...blocks]);
    },
  );
}

async function blocksOf(context: Context, bank: Bank | undefined, found: Found | Failure): Promise<readonly Block[]> {
  const { glyphs } = await context.look();
  if (found instanceof Failure) return [line(span(safe(found.message), 'missed')), line(safe(found.hint))];
  const errors = await errorBlocks(context, bank, found.problems);
  if (!found.rehearsal) return errors;
  const { partTexts } = await import('../terminal/linear/linear-texts.ts');
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
    ...(errors.length > 0 ? [blank, ...errors] : []),
  ];
}

async function errorBlocks(
  context: Context,
  bank: Bank | undefined,
  problems: readonly Problem[],
): Promise<readonly Block[]> {
  const excerptOf = (problem: Problem) => (bank ? excerptIn(bank, problem) : undefined);
  return problemBlocks(context, problems, excerptOf, checkCommands());
}

function excerptIn({ folder }: Bank, problem: Problem): Excerpt | undefined {
  try {
    return excerptsIn(readText(folder, problem.at.file))(problem);
  } catch {
    return undefined; // it was there a moment ago; the problem is told without it
  }
}

function asDocument(id: string, { rehearsal, problems }: Found) {
  const told = problems.map(({ code, at, message, hint }) => ({ code, ...at, message, hint }));
  if (!rehearsal) return { schema: 1, id, problems: told };
  const { item, asked, grading } = rehearsal;
  const shown = { schema: 1, id: item.id, asked: asked.question, explained: grading.explanation };
  return told.length > 0 ? { ...shown, problems: told } : shown;
}
