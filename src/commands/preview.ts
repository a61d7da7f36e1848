// `quiz preview ID`: a question as the learner will see it, first as asked, then as explained; with --watch, after each change.
import { type Bank, openBank } from '../bank/bank.ts';
import { isError, type Problem } from '../core/problem.ts';
import { type Rehearsal, rehearse } from '../core/sitting/rehearsal.ts';
import { safe } from '../core/text/safe.ts';
import { type Block, blank, line, span } from '../core/text/styled.ts';
import { listed } from '../core/text/wording.ts';
import { exitCodes, Failure } from '../failure.ts';
import { explanationLines } from '../reports/explanation.ts';
import { withNote } from '../system/interrupt.ts';
import type { PreviewApp, Shown } from '../terminal/sitting/preview.ts';
import { type ExcerptOf, excerptsInFile } from './checking/excerpts.ts';
import { problemBlocks } from './checking/print.ts';
import type { Context } from './context.ts';
import { bankFolder } from './shared/bank-folder.ts';
import { seedFrom, unknown } from './shared/values.ts';
import { type WatchedBank, watchBanks } from './shared/watching.ts';

export interface PreviewOptions {
  readonly watch?: boolean;
  readonly seed?: string;
}

export async function preview(context: Context, id: string, options: PreviewOptions): Promise<number> {
  const { watch = false } = options;
  const seed = seedFrom(options) ?? 'preview';
  const folder = bankFolder(context);
  const findAnew = async () => {
    const bank = await openBank(folder, context.places.cache);
    try {
      return find(bank, id, seed);
    } finally {
      bank.close();
    }
  };
  const first = await findAnew();
  if (context.showsPages) await attended(() => onScreen(context, first, watch ? findAnew : undefined));
  else if (watch) await attended(() => inLines(context, id, first, findAnew));
  else if (context.globals.json) context.printJson(asDocument(id, first));
  else await context.print(await blocksOf(context, first));
  return first.problems.length > 0 ? exitCodes.errorsFound : 0;
}

/** The question in its bank, unless an error keeps it from being asked, and the errors that it has. */
interface Found {
  readonly bank: Bank;
  readonly rehearsal?: Rehearsal;
  readonly problems: readonly Problem[];
}

/** In the bank as it is by then. */
type FindAnew = () => Promise<Found>;

function find(bank: Bank, id: string, seed: string): Found {
  const errors = bank.problems.filter(isError);
  const wanted = id.toLowerCase();
  const problems = errors.filter(({ item }) => item?.toLowerCase() === wanted);
  const facts = bank.facts.find((one) => one.id.toLowerCase() === wanted);
  const item = facts && bank.load([facts.id]).get(facts.id);
  if (item) return { bank, rehearsal: rehearse(item, seed), problems };
  if (problems.length > 0) return { bank, problems };
  const broken = errors.find((problem) => problem.item === undefined);
  const known = [...bank.facts.map((one) => one.id), ...errors.flatMap((problem) => problem.item ?? [])];
  const otherwise = broken
    ? `${broken.at.file}:${broken.at.line} cannot be read: quiz check says why`
    : whereIdsStand(known, wanted);
  throw unknown('question', id, known, otherwise);
}

/** Where ids are found, with some that have the wanted word in them, else with any for its form. */
function whereIdsStand(known: readonly string[], wanted: string): string {
  const alike = known.filter((id) => id.toLowerCase().includes(wanted));
  const some = alike.length > 0 ? alike.slice(0, MOST_NAMED) : known.slice(0, 1);
  return `ids${some.length > 0 ? ` such as ${listed(some)}` : ''} stand behind "id:" in the question files`;
}

const MOST_NAMED = 3;

/** The one line that is left when the program is told to end. */
async function attended(show: () => Promise<void>): Promise<void> {
  try {
    await show();
  } catch (error) {
    throw withNote(error, 'The preview is over.');
  }
}

async function onScreen(context: Context, first: Found, findAnew: FindAnew | undefined): Promise<void> {
  const [{ onTerminal, showOn }, { previewApp }, look] = await Promise.all([
    import('../terminal/show.ts'),
    import('../terminal/sitting/preview.ts'),
    context.look(),
  ]);
  const shown = await shownOf(context, first);
  await onTerminal(look.palette, async (terminal) => {
    const over = new AbortController();
    let app: PreviewApp | undefined;
    const show = async (found: Found | Failure) => app?.show(await shownOf(context, found));
    try {
      const turned = showOn<void>(terminal, look, 'preview', undefined, (_, done) => {
        app = previewApp(shown, look, terminal, done, findAnew && 'shown again when a file changes');
        return app;
      });
      const watching = findAnew ? [watchQuestion(first, findAnew, show, over.signal)] : [];
      await Promise.race([turned, ...watching]);
    } finally {
      over.abort();
    }
  });
}

async function shownOf(context: Context, found: Found | Failure): Promise<Shown> {
  if (!(found instanceof Failure) && found.rehearsal)
    return { rehearsal: found.rehearsal, errors: await errorBlocks(context, found) };
  return { title: 'Not to be shown yet', blocks: await blocksOf(context, found) };
}

/** Without a screen each change is told below the last one, until the program is told to end. */
function inLines(context: Context, id: string, first: Found, findAnew: FindAnew): Promise<never> {
  return watchQuestion(first, findAnew, async (found, names) => {
    if (!context.globals.json) {
      const heading = names.length === 0 ? [] : [blank, line(span('Changed', 'strong')), blank];
      await context.print([...heading, ...(await blocksOf(context, found))]);
    } else if (found instanceof Failure) context.say(`error: ${found.message}\n${found.hint}`);
    else context.printJson(asDocument(id, found));
  });
}

/**
 * Shows the question at once, and again after each change; where it cannot be found then, why. While its notes cannot be read, those that
 * could be before are watched.
 */
async function watchQuestion(
  { bank }: Found,
  findAnew: FindAnew,
  show: (found: Found | Failure, names: readonly string[]) => Promise<void>,
  until?: AbortSignal,
): Promise<never> {
  let watched: WatchedBank = (await watchedOf(bank)) ?? { folder: bank.folder, notes: [] };
  const react = async (names: readonly string[]) => {
    const found = await orFailure(findAnew);
    if (!(found instanceof Failure)) watched = (await watchedOf(found.bank)) ?? watched;
    await show(found, names);
  };
  return watchBanks(() => [watched], react, until);
}

/** What is watched of a bank; undefined while its notes cannot be read. */
async function watchedOf(bank: Bank): Promise<WatchedBank | undefined> {
  const notes = await orFailure(() => bank.notes());
  return notes instanceof Failure ? undefined : { folder: bank.folder, notes: notes.map(({ file }) => file) };
}

async function orFailure<T>(act: () => Promise<T>): Promise<T | Failure> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

async function blocksOf(context: Context, found: Found | Failure): Promise<readonly Block[]> {
  const { glyphs } = await context.look();
  if (found instanceof Failure) return [line(span(safe(found.message), 'missed')), line(safe(found.hint))];
  const errors = await errorBlocks(context, found);
  if (!found.rehearsal) return errors;
  const { partLines } = await import('../terminal/linear/texts.ts');
  const { item, question, grading } = found.rehearsal;
  const facts = [
    item.body.type,
    ...(item.level ? [item.level] : []),
    listed(item.topics.map((topic) => found.bank.topics.get(topic) ?? topic)),
  ];
  return [
    line(span(item.id, 'strong'), `   ${facts.join(' · ')}   ${item.at.file}:${item.at.line}`),
    blank,
    line(span('As asked', 'strong')),
    ...partLines(question),
    blank,
    line(span('As explained', 'strong')),
    ...explanationLines(grading, item, question, glyphs, { context: true, stem: false }),
    ...(errors.length > 0 ? [blank, ...errors] : []),
  ];
}

async function errorBlocks(context: Context, { bank, problems }: Found): Promise<readonly Block[]> {
  const excerptOf: ExcerptOf = (problem) => excerptsInFile(bank, problem.at.file)(problem);
  return problemBlocks(context, problems, excerptOf);
}

function asDocument(id: string, { rehearsal, problems }: Found) {
  const told = problems.map(({ code, at, message, hint }) => ({ code, ...at, message, hint }));
  if (!rehearsal) return { schema: 1, id, problems: told };
  const { item, question, grading } = rehearsal;
  const shown = { schema: 1, id: item.id, asked: question, explained: grading.explanation };
  return told.length > 0 ? { ...shown, problems: told } : shown;
}
