// `quiz check --fix`: mends what needs no guess, and says where.
import { join } from 'node:path';
import { type Bank, examineBank } from '../../bank/bank.ts';
import type { Change, SourceFile } from '../../bank/editing/fix.ts';
import { listFolder } from '../../bank/files.ts';
import { unlessFailed } from '../../failure.ts';
import { type CheckTarget, textIn } from './targets.ts';

/** The changes that were made, with files named as in reports. A bank whose manifest is not read is left alone. */
export async function fix(targets: readonly CheckTarget[], cacheFolder: string | undefined): Promise<Change[]> {
  const [{ fixFiles }, { replaceText }] = await Promise.all([
    import('../../bank/editing/fix.ts'),
    import('../../bank/editing/replace.ts'),
  ]);
  const all: Change[] = [];
  for (const target of targets) {
    const bank = await examineBank(target.folder, cacheFolder, target.only);
    if (!mayBeMended(bank)) continue;
    const isMeant = (file: string) => target.shown?.has(file) ?? true;
    for (const { file, before, source, changes } of fixFiles(sourcesOf(target), await bank.notes(), isMeant)) {
      replaceText(join(target.folder, file), before, source);
      all.push(...changes.map((change) => ({ ...change, file: target.nameOf(file) })));
    }
  }
  return all;
}

/** All that is ever mended is a problem of form, or hangs on an entry of `uncovered:`. */
function mayBeMended({ manifestErrors, problems, declared }: Bank): boolean {
  return manifestErrors.length === 0 && (problems.length > 0 || declared.uncovered.length > 0);
}

/** The files of a bank that can be read, in reading order. */
function sourcesOf(target: CheckTarget): SourceFile[] {
  const { manifest, questions } = listFolder(target.folder);
  const files = target.only ?? [...questions, ...(manifest === undefined ? [] : [manifest])];
  return files.flatMap((file) => unlessFailed(() => ({ file, source: textIn(target, file) })) ?? []); // the check tells of the others
}
