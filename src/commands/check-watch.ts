// `quiz check --watch`: checks again whenever a file of the bank changes, and says what that has changed.
import { dirname, join } from 'node:path';
import { isHidden, type Looked } from '../bank/check/hidden.ts';
import type { Problem } from '../core/problem.ts';
import { type Block, blank, count, labelled, line, listed, span } from '../core/text.ts';
import { Failure } from '../failure.ts';
import type { CheckOptions } from './check.ts';
import { checkDocument, namedProblems, problemDocument } from './check-document.ts';
import { printPretty } from './check-print.ts';
import type { Context } from './context.ts';
import type { Judged } from './judged.ts';
import { watchFolders } from './watching.ts';

/** Stops where watching would make no sense: what is printed goes on for ever, and has no exit code. */
export function refuseWatching(options: CheckOptions): void {
  const other = options.fix
    ? '--fix'
    : options.maxWarnings !== undefined
      ? '--max-warnings'
      : options.format === 'github'
        ? '--format github'
        : undefined;
  if (other === undefined) return;
  throw new Failure('usage', 'bad-value', `--watch does not go with ${other}`, `run quiz check ${other} by itself`);
}

/** Prints the state again after each change. Never comes to an end by itself. */
export async function watchBanks(
  context: Context,
  first: readonly Judged[],
  files: readonly string[],
  options: CheckOptions,
  judgeAgain: () => Promise<Judged[]>,
): Promise<never> {
  let before = first.flatMap(namedProblems);
  const isMeant = (name: string) => /^[^.].*\.(?:ya?ml|md)$/i.test(name);
  const ended = watchFolders(foldersOf(first), isMeant, async (names) => {
    const judged = await readable(context, judgeAgain);
    if (!judged) return;
    const now = judged.flatMap(namedProblems);
    const gone = without(before, now);
    const looked = lookedAt(judged, now);
    const hidden = gone.filter((problem) => isHidden(problem, looked));
    const since = { mended: gone.filter((problem) => !hidden.includes(problem)), fresh: without(now, before), hidden };
    before = [...now, ...hidden];
    if (context.globals.json || options.format === 'json') {
      const [mended, fresh] = [since.mended.map(problemDocument), since.fresh.map(problemDocument)];
      const document = { ...checkDocument(judged, options), changed: names, mended, new: fresh };
      context.printJson({ ...document, hidden: hidden.map(problemDocument) });
      return;
    }
    await context.print([
      blank,
      line(span(`${listed(names)} changed.`, 'strong')),
      ...mendedLines(since.mended),
      blank,
    ]);
    await printPretty(context, judged, files, options);
    await context.print([sinceLine(since)]);
  });
  context.say('Watching for changes. Stop with Ctrl-C.');
  return ended;
}

/** The banks, or undefined where one cannot be read just now: a file may be half-written. A bank that is gone ends it. */
async function readable(context: Context, judgeAgain: () => Promise<Judged[]>): Promise<Judged[] | undefined> {
  try {
    return await judgeAgain();
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'no-bank') throw error;
    context.say(`error: ${error.message}\n${error.hint}`);
    return undefined;
  }
}

/** The folders of the banks and of their notes. */
function foldersOf(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ target, notes }) => [
    target.folder,
    ...notes.map((file) => dirname(join(target.folder, file))),
  ]);
}

/** The problems that have no like among the others. Lines move while a file is edited, so they do not count. */
function without(problems: readonly Problem[], others: readonly Problem[]): Problem[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(name(other), (left.get(name(other)) ?? 0) + 1);
  return problems.filter((problem) => {
    const likes = left.get(name(problem)) ?? 0;
    left.set(name(problem), likes - 1);
    return likes <= 0;
  });
}

function name({ code, at, item = '', message }: Problem): string {
  return [code, at.file, item, message].join('\n');
}

function lookedAt(judged: readonly Judged[], problems: readonly Problem[]): Looked {
  return {
    problems,
    judged: new Set(judged.flatMap(({ bank }) => bank.facts.map(({ id }) => id))),
    isWithoutManifest: judged.some(({ bank }) => bank.manifestErrors.length > 0),
  };
}

interface Since {
  readonly mended: readonly Problem[];
  readonly fresh: readonly Problem[];
  /** No longer told, and perhaps still there: what they are about cannot be read. */
  readonly hidden: readonly Problem[];
}

function mendedLines(mended: readonly Problem[]): Block[] {
  return mended.map(({ at, code, message }) => labelled('  ', `mended: ${at.file}:${at.line} ${code}: ${message}`));
}

function sinceLine({ mended, fresh, hidden }: Since): Block {
  const parts = [`${mended.length} mended`, count(fresh.length, 'new problem')];
  const behind = hidden.length > 0 ? [`${count(hidden.length, 'problem')} hidden by errors`] : [];
  return line(`Since the last check: ${[...parts, ...behind].join(', ')}.`);
}
