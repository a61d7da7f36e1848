// The manifest of a folder, read from YAML once and kept for the next start.
import { inReadingOrder, type Problem } from '../core/problem.ts';
import { count } from '../core/text/wording.ts';
import { Failure } from '../failure.ts';
import { keptDocument, keptName } from './compiled/cache.ts';
import { readBytes, requireInside, utf8Text } from './files.ts';
import type { Manifest } from './manifest.ts';

export type OpenedManifest = { readonly manifest: Manifest } | { readonly problems: readonly Problem[] };

/** The manifest, or all that is wrong with it. Throws a content failure where the file cannot be read. */
export async function openManifest(
  folder: string,
  file: string,
  defaults: Manifest,
  cacheFolder: string | undefined,
): Promise<OpenedManifest> {
  requireInside(folder, file);
  const bytes = readBytes(folder, file);
  const madeFrom = Buffer.concat([Buffer.from(JSON.stringify([file, defaults])), bytes]);
  const name = keptName(folder);
  const kept = cacheFolder ? keptDocument<Manifest>(cacheFolder, name, madeFrom) : undefined;
  if (kept) return { manifest: kept };
  const opened = await parse(file, utf8Text(file, bytes), defaults);
  if (cacheFolder && 'manifest' in opened) {
    const { keepDocument } = await import('./compiled/keep.ts');
    keepDocument(cacheFolder, name, madeFrom, opened.manifest);
  }
  return opened;
}

/** Throws a content failure with the first mistake of a manifest, and how many more it has. */
export function requireSound([first, ...others]: readonly Problem[]): void {
  if (!first) return;
  const more = others.length === 0 ? '' : `; it has ${count(others.length, 'more mistake')}`;
  throw new Failure('content', first.code, first.message, `${first.hint}${more}`, first.at);
}

async function parse(file: string, source: string, defaults: Manifest): Promise<OpenedManifest> {
  const [{ readYaml }, { readManifest }] = await Promise.all([import('./yaml/read.ts'), import('./manifest.ts')]);
  const read = readYaml(file, source);
  if ('problems' in read) return { problems: inReadingOrder(read.problems) };
  const { manifest, problems } = readManifest(read.node, defaults);
  return manifest ? { manifest } : { problems: inReadingOrder(problems) };
}
