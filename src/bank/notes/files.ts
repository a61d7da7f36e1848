// The files of the notes that bank.yaml names: read, or told where it names them and what it could name instead.
import { realpathSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { child } from '../../core/shapes/node.ts';
import { listed } from '../../core/text/wording.ts';
import { Failure, type Whereabouts } from '../../failure.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { isMarkdown, liesIn, readBytes, readText } from '../files.ts';
import { filesBelow } from '../files-below.ts';

export interface NotesFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The files in their order. Throws a content failure for one that lies elsewhere, or cannot be read. */
export async function readNotesFiles(
  folder: string,
  files: readonly string[],
  manifestFile: string | undefined,
): Promise<NotesFile[]> {
  const read: NotesFile[] = [];
  for (const file of files) {
    const wrong = unreadable(folder, file);
    if (wrong) {
      const at = (await placeInManifest(folder, file, manifestFile)) ?? { file: manifestFile ?? folder };
      throw new Failure('content', ...wrong, at);
    }
    read.push({ file, bytes: readBytes(folder, file) });
  }
  return read;
}

/** What a failure says of a name. */
type Unreadable = readonly [code: string, message: string, hint: string];

/** What is wrong with a name; undefined where it leads to something in the folder that is no folder. */
function unreadable(folder: string, file: string): Unreadable | undefined {
  if (/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(file)) return outside(file);
  const [path, home] = [join(folder, file), folder].map((one) => ifPossible(() => realpathSync.native(one)));
  if (home === undefined) return undefined;
  if (path === undefined) return gone(folder, file);
  if (!liesIn(path, home)) return outside(file);
  return statSync(path).isDirectory() ? aFolder(folder, file) : undefined;
}

function outside(file: string): Unreadable {
  return ['outside-folder', `the notes "${file}" lie outside the bank's folder`, 'put them beside bank.yaml'];
}

const MOST_NAMED = 5;

/** Notes are renamed and moved sooner than their bank hears of it: what could be meant is named, those of the same name first. */
function gone(folder: string, file: string): Unreadable {
  const all = filesBelow(folder, isMarkdown);
  const isMoved = (name: string) => basename(name) === basename(file);
  const known = [...all.filter(isMoved), ...all.filter((name) => !isMoved(name))].slice(0, MOST_NAMED);
  const advice = file.includes('*')
    ? 'notes: takes the names of files, and no patterns'
    : 'write their name under notes: in bank.yaml';
  return [
    'unreadable-file',
    `cannot read the notes "${file}", which bank.yaml names: there is no such file`,
    `${advice}${known.length > 0 ? `: the folder has ${listed(known)}` : ''}`,
  ];
}

function aFolder(folder: string, file: string): Unreadable {
  const inside = filesBelow(join(folder, file), isMarkdown).slice(0, MOST_NAMED);
  const names = inside.map((name) => join(file, name).split(sep).join('/'));
  return [
    'unreadable-file',
    `cannot read the notes "${file}", which bank.yaml names: it is a folder, and notes are files`,
    `name each file under notes:${names.length > 0 ? ` ${listed(names)}` : ''}`,
  ];
}

/** Where the manifest names a file. Read again, because whoever finds all notes has no need of places. */
async function placeInManifest(
  folder: string,
  file: string,
  manifestFile: string | undefined,
): Promise<Whereabouts | undefined> {
  if (manifestFile === undefined) return undefined;
  const { readYaml } = await import('../yaml/read.ts');
  const read = readYaml(manifestFile, readText(folder, manifestFile));
  const notes = 'node' in read ? child(read.node, 'notes') : undefined;
  const names = notes?.kind === 'list' ? notes.items : notes ? [notes] : [];
  return names.find((name) => name.kind === 'text' && name.value.trim() === file)?.at;
}
