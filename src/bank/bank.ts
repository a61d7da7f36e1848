// Opening a bank: its manifest, the facts of its questions, and their texts on demand.

import { existsSync, realpathSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { Blueprint } from '../core/blueprint.ts';
import { type Item, type ItemFacts, type ItemId, lineage, type Topic } from '../core/item.ts';
import { inReadingOrder, isError, type Position, type Problem } from '../core/problem.ts';
import { safe } from '../core/safe.ts';
import type { Paper } from '../core/session.ts';
import { Failure } from '../failure.ts';
import { type CachedFile, cachedDocument, cachedFile, sourceKey } from './cache.ts';
import type { Surroundings } from './compile.ts';
import { defaultManifest, plainMock } from './defaults.ts';
import { listFolder, readText } from './files.ts';
import type { Manifest, Omission } from './manifest.ts';
import type { Notes } from './notes.ts';
import { withinLimits } from './notes-limits.ts';

export interface Bank {
  readonly id: string;
  readonly title: string;
  readonly folder: string;
  /** Every topic with its title, parents before children. */
  readonly topics: ReadonlyMap<Topic, string>;
  /** The first is the default. */
  readonly exams: readonly Blueprint[];
  readonly facts: readonly ItemFacts[];
  readonly problems: readonly Problem[];
  /** What the notes say and no question shall ask, with the reasons. */
  readonly uncovered: readonly Omission[];
  /** The questions with the given ids; those that are not in the bank are left out. */
  load(ids: Iterable<ItemId>): Paper;
  /** The notes, read when first asked for. */
  notes(): Promise<readonly Notes[]>;
}

const SHIPPED = join(__dirname, '..', 'questions', 'aws-ml');

/** The bank's folder: named, or the current folder where it is one, or the one that ships with the program. */
export function findBank(named: string | undefined, current: string | undefined): string {
  if (named !== undefined && named !== '') return current === undefined ? named : resolve(current, named);
  return current !== undefined && existsSync(join(current, 'bank.yaml')) ? current : SHIPPED;
}

/**
 * Opens the bank in a folder. Problems in question files are collected and the good questions stay usable.
 * Throws a content failure where the manifest or the notes cannot be read.
 */
export async function openBank(folder: string, cacheFolder: string | undefined): Promise<Bank> {
  const { manifest: manifestFile, questions, markdown } = listFolder(folder);
  const defaults = defaultManifest(
    safe(basename(folder)),
    markdown.includes('notes.md') ? ['notes.md'] : markdown.slice(0, 1),
  );
  const manifest =
    manifestFile === undefined ? defaults : await openManifest(folder, manifestFile, defaults, cacheFolder);
  const noteTexts = manifest.notes.map((file) => ({ file, source: readNotesFile(folder, file) }));
  const around = once(async (): Promise<Surroundings> => {
    const { readNotes } = await import('./notes.ts');
    const notes = noteTexts.map(({ file, source }) => readNotes(file, source));
    return { notes, topics: [...(manifest.topics?.keys() ?? [])], cases: manifest.cases };
  });
  const files: CachedFile[] = [];
  const broken: Problem[] = [];
  const surroundings = JSON.stringify([noteTexts, [...(manifest.topics?.keys() ?? [])], [...manifest.cases]]);
  for (const file of questions) {
    try {
      const source = readText(folder, file);
      files.push(
        await cachedFile(cacheFolder, sourceKey(file, source, surroundings), async () =>
          compileFile(file, source, await around()),
        ),
      );
    } catch (error) {
      broken.push(asProblem(error, file));
    }
  }
  return assemble(folder, manifest, files, broken, async () => (await around()).notes);
}

/** The manifest, read from YAML once and kept for the next start. */
async function openManifest(
  folder: string,
  file: string,
  defaults: Manifest,
  cacheFolder: string | undefined,
): Promise<Manifest> {
  const source = readText(folder, file);
  const key = sourceKey(file, source, JSON.stringify({ ...defaults, cases: [] }));
  const kept = await cachedDocument(cacheFolder, key, async () => {
    const { topics, cases, ...rest } = await parseManifest(file, source, defaults);
    return { ...rest, cases: [...cases], ...(topics && { topics: [...topics] }) };
  });
  const { topics, cases, ...rest } = kept;
  return { ...rest, cases: new Map(cases), ...(topics && { topics: new Map(topics) }) };
}

async function parseManifest(file: string, source: string, defaults: Manifest): Promise<Manifest> {
  const [{ readYaml }, { readManifest }] = await Promise.all([import('./read.ts'), import('./manifest.ts')]);
  const read = readYaml(file, source);
  const result = 'node' in read ? readManifest(read.node, defaults) : { problems: read.problems };
  if ('manifest' in result && result.manifest) return result.manifest;
  const [first, ...others] = inReadingOrder(result.problems);
  const more = others
    .map((other) => `\n${other.at.file}:${other.at.line}:${other.at.column}: ${other.message}`)
    .join('');
  const { message = 'cannot be read', hint = 'quiz check shows what is wrong', at } = first ?? {};
  throw new Failure('content', first?.code ?? 'bad-manifest', message, `${hint}${more}`, at);
}

function readNotesFile(folder: string, file: string): string {
  if (/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(file)) throw outside(file);
  const path = realpathOf(join(folder, file));
  const home = realpathOf(folder);
  if (path !== undefined && home !== undefined && !path.startsWith(`${home}${sep}`)) throw outside(file);
  return withinLimits(file, readText(folder, file));
}

/** Where a path leads in the end; undefined where there is nothing. */
function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function outside(file: string): Failure {
  return new Failure(
    'content',
    'outside-folder',
    `the notes "${file}" lie outside the bank's folder`,
    'put them beside bank.yaml',
    { file: 'bank.yaml' },
  );
}

async function compileFile(file: string, source: string, around: Surroundings) {
  const [{ readYaml }, { compile }] = await Promise.all([import('./read.ts'), import('./compile.ts')]);
  const read = readYaml(file, source);
  return 'node' in read ? compile(read.node, around) : { items: [], problems: read.problems };
}

function asProblem(error: unknown, file: string): Problem {
  if (!(error instanceof Failure)) throw error;
  return {
    code: error.code,
    severity: 'error',
    at: { file, line: 1, column: 1 },
    message: error.message,
    hint: error.hint,
  };
}

function assemble(
  folder: string,
  manifest: Manifest,
  files: readonly CachedFile[],
  broken: readonly Problem[],
  notes: Bank['notes'],
): Bank {
  const problems = [...broken, ...files.flatMap((file) => file.problems)];
  const homes = new Map<string, { file: CachedFile; facts: ItemFacts; at: Position }>();
  for (const file of files) {
    for (const [index, facts] of file.facts.entries()) {
      const at = file.at[index] ?? NOWHERE;
      const first = homes.get(facts.id.toLowerCase());
      if (first) problems.push(twin(facts, at, first.at));
      else homes.set(facts.id.toLowerCase(), { file, facts, at });
    }
  }
  const facts = [...homes.values()].map((home) => home.facts);
  return {
    id: manifest.id,
    title: manifest.title,
    folder,
    topics: withParents(
      manifest.topics ?? new Map(facts.flatMap(({ topics }) => topics.map((topic) => [topic, topic] as const))),
    ),
    exams: manifest.exams.length > 0 ? manifest.exams : [plainMock(manifest, facts.length)],
    facts,
    problems: inReadingOrder(problems),
    uncovered: manifest.uncovered,
    load(ids) {
      const paper = new Map<ItemId, Item>();
      for (const id of ids) {
        const item = homes.get(id.toLowerCase())?.file.load(id);
        if (item) paper.set(id, item);
      }
      return paper;
    },
    notes,
  };
}

const NOWHERE: Position = { file: '', line: 1, column: 1 };

function twin({ id }: ItemFacts, at: Position, first: Position): Problem {
  const message = `the id "${id}" is taken by ${first.file}:${first.line}`;
  return {
    code: 'duplicate-id',
    severity: 'error',
    at,
    message,
    hint: 'give each question an id of its own',
    item: id,
  };
}

/** Adds parents that the author left out, under their own name, so that the tree is whole. */
function withParents(titles: ReadonlyMap<Topic, string>): Map<Topic, string> {
  const whole = new Map<Topic, string>();
  for (const topic of titles.keys()) {
    for (const above of lineage(topic).reverse()) {
      if (!whole.has(above)) whole.set(above, titles.get(above) ?? above.split('/').at(-1) ?? above);
    }
  }
  return whole;
}

/** Stops where a bank has no question that can be asked. */
export function requireQuestions({ facts, problems, folder }: Bank): void {
  if (facts.length > 0) return;
  const first = problems.find(isError);
  if (first) throw new Failure('content', first.code, first.message, first.hint, first.at);
  throw new Failure(
    'content',
    'no-questions',
    `there are no questions in ${folder}`,
    'add a file with "questions:" to it',
    { file: folder },
  );
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
