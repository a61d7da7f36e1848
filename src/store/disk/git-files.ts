// What a data folder holds for git, which may carry it between machines.
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../failure.ts';
import { type Disk, writeWhole } from './disk.ts';
import { layout } from './paths.ts';

/** Of a folder: what git leaves out of it. */
export const GIT_IGNORE = '.gitignore';

/** By their places in the data folder. */
function gitFiles(folder: string): Readonly<Record<string, string>> {
  return {
    [join(folder, GIT_IGNORE)]: 'derived/\nbackups/\n',
    // Journals are the same bytes on every machine, whatever line ends git was told to write; of two histories all lines are kept.
    [join(folder, '.gitattributes')]: '*.jsonl -text merge=union\n*.paper binary\n',
    // Where every file of a folder went to another one git moves those of others after them: one that stays keeps open exams in open/.
    [join(layout(folder).open, GIT_IGNORE)]:
      '# drafts; and a file that stays, so that git never sees this folder renamed\n.*\n!.gitignore\n',
  };
}

/** Where these files are. */
export function gitPaths(folder: string): string[] {
  return Object.keys(gitFiles(folder));
}

/** Writes those that are missing. Where the disk refuses, the next session tries again: answers do not hang on them. */
export function keepGitFiles(disk: Disk, folder: string): void {
  try {
    for (const [path, text] of Object.entries(gitFiles(folder)))
      if (!disk.existsSync(path)) writeWhole(disk, dirname(path), basename(path), text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
