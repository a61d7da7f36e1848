// Opening a bank: its manifest, the facts of its questions, and their texts on demand.
import { basename, join, resolve } from 'node:path';
import type { Catalogue } from '../core/items/catalogue.ts';
import type { Item, ItemFacts, ItemId, Topic } from '../core/items/item.ts';
import { once } from '../core/once.ts';
import type { Blueprint } from '../core/papers/blueprint.ts';
import { flaw, inReadingOrder, type Problem } from '../core/problem.ts';
import type { Paper } from '../core/sitting/state.ts';
import { safe } from '../core/text/safe.ts';
import { Failure } from '../failure.ts';
import type { Surroundings } from './compile.ts';
import { type CompiledFile, openCompiled } from './compiled/compiled-bank.ts';
import { DECIDED_BY_MANIFEST, defaultManifest, plainMock } from './defaults.ts';
import type { Earlier } from './earlier.ts';
import { fileReader, isBankFolder, listFolder, requireInside, utf8Text } from './files.ts';
import { type Gathered, gather } from './gather.ts';
import { holdsQuestions } from './holds-questions.ts';
import type { Manifest } from './manifest.ts';
import { readNotesFiles } from './notes/files.ts';
import type { Notes } from './notes/notes.ts';
import { withinLimits } from './notes/within-limits.ts';
import { type OpenedManifest, openManifest, requireSound } from './open-manifest.ts';
import { treeOf } from './topic-tree.ts';

/** An open bank. */
export interface Bank {
  readonly id: string;
  readonly title: string;
  readonly folder: string;
  /** The name of its manifest in the folder, where it has one. */
  readonly manifestFile: string | undefined;
  /** Every topic with its title, parents before children. */
  readonly topics: ReadonlyMap<Topic, string>;
  /** The first is the default. */
  readonly exams: readonly Blueprint[];
  /** What can be told of the questions without reading them. */
  readonly catalogue: Catalogue<ItemFacts>;
  /** The facts of all questions, in the order of the files. */
  readonly facts: readonly ItemFacts[];
  readonly problems: readonly Problem[];
  /** The errors of its manifest: with any of them the bank cannot be used. */
  readonly manifestErrors: readonly Problem[];
  /** What its author wrote into the manifest, where that has no errors. */
  readonly declared: Pick<Manifest, 'topics' | 'exams' | 'cases' | 'uncovered'>;
  /** The questions with the given ids; those that are not in the bank are left out. */
  load(ids: Iterable<ItemId>): Paper;
  /** The notes, read when first asked for. */
  notes(): Promise<readonly Notes[]>;
  /** Lets go of what its questions are read from: for whoever opens it again and again. None is loaded after that. */
  close(): void;
}

/** All of its questions, read. */
export function allItems({ facts, load }: Pick<Bank, 'facts' | 'load'>): Item[] {
  return [...load(facts.map(({ id }) => id)).values()];
}

/** The bank that comes with the program. */
export const SHIPPED = join(__dirname, '..', 'questions', 'aws-ml');

/** The bank's folder: named, or the current folder where it is one, or the one that ships with the program. */
export function findBank(named: string | undefined, current: string | undefined): string {
  if (named !== undefined && named !== '') return current === undefined ? named : resolve(current, named);
  return current !== undefined && (isBankFolder(current) || holdsQuestions(current)) ? current : SHIPPED;
}

/**
 * Opens the bank in a folder. Problems in question files are collected and the good questions stay usable.
 * Throws a content failure where the manifest or the notes cannot be read.
 */
export async function openBank(folder: string, cacheFolder: string | undefined): Promise<Bank> {
  const bank = await examineBank(folder, cacheFolder);
  if (bank.manifestErrors.length > 0) bank.close();
  requireSound(bank.manifestErrors);
  return bank;
}

/**
 * Opens a bank as far as it goes: where its manifest has errors, its questions are read by the defaults, and what the manifest
 * decides about them (topics, notes, case texts) is not judged. `only` names question files where not all are meant.
 */
export async function examineBank(
  folder: string,
  cacheFolder: string | undefined,
  only?: readonly string[],
): Promise<Bank> {
  const { manifestFile, questions, defaults, read } = await readFolderOf(folder, cacheFolder);
  const manifest = 'manifest' in read ? read.manifest : defaults;
  const manifestErrors = 'problems' in read ? read.problems : [];
  const topics = (manifest.topics ?? []).map(([topic]) => topic);
  const cases = manifest.cases.map(({ id, text }) => [id, text] as const);
  const sources = await readNotesFiles(folder, manifest.notes, manifestFile);
  const noteTexts = () => sources.map(({ file, bytes }) => ({ file, text: withinLimits(file, utf8Text(file, bytes)) }));
  const around = once(async (): Promise<Surroundings> => {
    const { readNotes } = await import('./notes/notes.ts');
    const notes = noteTexts().map(({ file, text }) => readNotes(file, text));
    return { notes, topics, cases: new Map(cases) };
  });
  const judgedBy = JSON.stringify([sources.map(({ file, bytes }) => [file, bytes.length]), topics, cases]);
  const against = Buffer.concat([Buffer.from(judgedBy), ...sources.map(({ bytes }) => bytes)]);
  const compiled = openCompiled(cacheFolder, folder, against);
  if (compiled.isEmpty) noteTexts(); // notes that are not sound are told as such, not as a fault of the first question that quotes them
  const sourceOf = fileReader(folder);
  const files: CompiledFile[] = [];
  const broken: Problem[] = [...manifestErrors];
  for (const file of only ?? questions) {
    try {
      if (!only) requireInside(folder, file); // who names a file means what it leads to
      const source = sourceOf(file);
      const compile = async (earlier?: Earlier) => {
        const { compileFile } = await import('./compile-file.ts');
        return compileFile(file, utf8Text(file, source), await around(), earlier);
      };
      files.push(await compiled.file(file, source, compile));
    } catch (error) {
      broken.push(asProblem(error, file));
    }
  }
  if (manifestErrors.length === 0) await compiled.keep(questions);
  const gathered = gather(files, compiled.groupsOf(files));
  const problems = [...broken, ...files.flatMap((file) => file.problems), ...gathered.twins];
  const notes = async () => (await around()).notes;
  return assemble(folder, manifest, manifestErrors, gathered, problems, { manifestFile, notes, close: compiled.close });
}

/** The id of the bank in a folder; undefined where none can be opened there. */
export async function idIn(folder: string, cacheFolder: string | undefined): Promise<string | undefined> {
  try {
    const { manifestFile, questions, read } = await readFolderOf(folder, cacheFolder);
    if (manifestFile === undefined && questions.length === 0) return undefined;
    return 'manifest' in read ? read.manifest.id : undefined;
  } catch {
    return undefined; // a path of any journal: whatever lies there, it is no bank
  }
}

async function readFolderOf(folder: string, cacheFolder: string | undefined) {
  const { manifest: manifestFile, questions, markdown } = listFolder(folder);
  const notes = markdown.includes('notes.md') ? ['notes.md'] : markdown.slice(0, 1);
  const defaults = defaultManifest(safe(basename(folder)), notes);
  const read: OpenedManifest =
    manifestFile === undefined
      ? { manifest: defaults }
      : await openManifest(folder, manifestFile, defaults, cacheFolder);
  return { manifestFile, questions, defaults, read };
}

function asProblem(error: unknown, file: string): Problem {
  if (!(error instanceof Failure)) throw error;
  const { code, message, hint, at: { line = 1, column = 1 } = {} } = error;
  return flaw(code, { file, line, column }, message, hint);
}

function assemble(
  folder: string,
  manifest: Manifest,
  manifestErrors: readonly Problem[],
  { catalogue, facts, itemAt }: Gathered,
  found: readonly Problem[],
  files: Pick<Bank, 'manifestFile' | 'notes' | 'close'>,
): Bank {
  const isJudged = ({ code }: Problem) => manifestErrors.length === 0 || !DECIDED_BY_MANIFEST.includes(code);
  const named = () => catalogue.groups.flatMap(({ topics }) => topics.map((one) => [one, one] as const));
  return {
    id: manifest.id,
    title: manifest.title,
    folder,
    topics: manifest.topics ? new Map(manifest.topics) : treeOf(new Map(named())),
    exams: manifest.exams.length > 0 ? manifest.exams : [plainMock(manifest, catalogue.subjects.length)],
    catalogue,
    get facts() {
      return facts();
    },
    problems: inReadingOrder(found.filter(isJudged)),
    manifestErrors,
    declared: manifest,
    load(ids) {
      const paper = new Map<ItemId, Item>();
      for (const id of ids) {
        const place = catalogue.places.get(id);
        if (place !== undefined) paper.set(id, itemAt(place));
      }
      return paper;
    },
    ...files,
  };
}
