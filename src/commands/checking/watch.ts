// `quiz check --watch`: checks again whenever a file of the bank changes, and says what that has changed.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isHidden } from '../../bank/check/hidden.ts';
import { isManifest, isMarkdown, isQuestionFile } from '../../bank/files.ts';
import { timesOf } from '../../core/grouped.ts';
import type { Problem } from '../../core/problem.ts';
import { type Block, blank, labelled, line, span } from '../../core/text/styled.ts';
import { count, listed } from '../../core/text/wording.ts';
import { Failure } from '../../failure.ts';
import type { CheckOptions } from '../check.ts';
import type { Context } from '../context.ts';
import { watchBanks } from '../shared/watching.ts';
import type { CheckedBank } from './checked-bank.ts';
import { checkDocument, namedProblems, problemDocument } from './document.ts';
import { printPretty } from './print.ts';
import type { CheckTarget } from './targets.ts';

/** Stops where watching would make no sense: what is printed goes on for ever, and has no exit code. */
export function refuseWatching({ fix, maxWarnings, format }: CheckOptions): void {
  const [other] = [
    ...(fix ? ['--fix'] : []),
    ...(maxWarnings === undefined ? [] : ['--max-warnings']),
    ...(format === 'github' ? ['--format github'] : []),
  ];
  if (other === undefined) return;
  throw new Failure('usage', 'bad-value', `--watch does not go with ${other}`, `run quiz check ${other} by itself`);
}

/** Checks, and again after each change. Never comes to an end by itself. `first` prints the state too. */
export async function watchChecks(
  context: Context,
  targets: readonly CheckTarget[],
  files: readonly string[],
  options: CheckOptions,
  { first, again }: { readonly first: () => Promise<CheckedBank[]>; readonly again: () => Promise<CheckedBank[]> },
): Promise<never> {
  let last: readonly CheckedBank[] = [];
  let before: Problem[] = [];
  let hidden: Problem[] = [];
  const banks = () => targets.map((target) => ({ folder: target.folder, notes: notesOf(target, last) }));
  return watchBanks(banks, async (names) => {
    if (names.length === 0) {
      last = await first();
      letGo(last);
      before = last.flatMap(namedProblems);
      context.say('Watching for changes. Stop with Ctrl-C.');
      return;
    }
    const checked = await readable(context, again);
    if (!checked) return;
    last = checked;
    const now = checked.flatMap(namedProblems);
    const gone = goneAmong(names, checked);
    const untold = without(before, now).filter(({ at }) => !gone.includes(basename(at.file)));
    const fresh = without(now, before);
    const judged = new Set(checked.flatMap(({ bank }) => bank.facts.map(({ id }) => id)));
    const isWithoutManifest = checked.some(({ bank }) => bank.manifestErrors.length > 0);
    const looked = { problems: now, judged, isWithoutManifest, fresh, hidden };
    hidden = untold.filter((problem) => isHidden(problem, looked));
    const since = { names, gone, mended: untold.filter((problem) => !hidden.includes(problem)), fresh, hidden };
    before = [...now, ...hidden];
    await tell(context, checked, since, files, options);
    letGo(checked);
  });
}

/** Closes the banks: only what was told of them is kept. */
function letGo(checked: readonly CheckedBank[]): void {
  for (const { bank } of checked) bank.close();
}

async function tell(
  context: Context,
  checked: readonly CheckedBank[],
  since: Since,
  files: readonly string[],
  options: CheckOptions,
): Promise<void> {
  if (options.format === 'json') {
    const [mended, fresh] = [since.mended.map(problemDocument), since.fresh.map(problemDocument)];
    const document = { ...checkDocument(checked, options), changed: since.names, mended, new: fresh };
    context.printJson({ ...document, hidden: since.hidden.map(problemDocument) });
    return;
  }
  await context.print([blank, line(span(changesInWords(since), 'strong')), ...mendedLines(since.mended), blank]);
  await printPretty(context, checked, files, options);
  await context.print([sinceLine(since)]);
}

/** Those of the files that are not there any more. */
function goneAmong(names: readonly string[], checked: readonly CheckedBank[]): string[] {
  const folders = checked.flatMap(({ target: { folder }, notes }) => [
    folder,
    ...notes.map((file) => dirname(join(folder, file))),
  ]);
  return names.filter(
    (name) =>
      [isQuestionFile, isManifest, isMarkdown].some((is) => is(name)) &&
      folders.every((folder) => !existsSync(join(folder, name))),
  );
}

/** "a.yaml changed. b.yaml is gone." */
function changesInWords({ names, gone }: Since): string {
  const changed = names.filter((name) => !gone.includes(name));
  return [
    ...(changed.length > 0 ? [`${listed(changed)} changed.`] : []),
    ...(gone.length > 0 ? [`${listed(gone)} ${gone.length === 1 ? 'is' : 'are'} gone.`] : []),
  ].join(' ');
}

/** The notes of a bank as it was read last. */
function notesOf({ folder }: CheckTarget, checked: readonly CheckedBank[]): readonly string[] {
  return checked.find(({ target }) => target.folder === folder)?.notes ?? [];
}

/** The banks, or undefined where one cannot be read just now: a file may be half-written, or its folder away while a branch is changed. */
async function readable(context: Context, again: () => Promise<CheckedBank[]>): Promise<CheckedBank[] | undefined> {
  try {
    return await again();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const hint = error.code === 'no-bank' ? 'It is checked again when it is back. Stop with Ctrl-C.' : error.hint;
    context.say(`error: ${error.message}\n${hint}`);
    return undefined;
  }
}

/** The problems that have no like among the others. Lines move while a file is edited, so they do not count. */
function without(problems: readonly Problem[], others: readonly Problem[]): Problem[] {
  const left = timesOf(others.map(name));
  return problems.filter((problem) => {
    const likes = left.get(name(problem)) ?? 0;
    left.set(name(problem), likes - 1);
    return likes <= 0;
  });
}

function name({ code, at, item = '', message }: Problem): string {
  return [code, at.file, item, message].join('\n');
}

interface Since {
  /** The files that changed, and those of them that are gone: what was wrong in these is not mended. */
  readonly names: readonly string[];
  readonly gone: readonly string[];
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
