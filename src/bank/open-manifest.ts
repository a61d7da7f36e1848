// The manifest of a folder, read from YAML once and kept for the next start.
import { inReadingOrder, type Problem } from '../core/problem.ts';
import { cachedDocument, sourceKey } from './cache.ts';
import { readText } from './files.ts';
import type { Manifest } from './manifest.ts';

export type OpenedManifest = { readonly manifest: Manifest } | { readonly problems: readonly Problem[] };

/** The manifest, or all that is wrong with it. Throws a content failure where the file cannot be read. */
export async function openManifest(
  folder: string,
  file: string,
  defaults: Manifest,
  cacheFolder: string | undefined,
): Promise<OpenedManifest> {
  const source = readText(folder, file);
  const key = sourceKey(file, source, JSON.stringify({ ...defaults, cases: [] }));
  const kept = await cachedDocument(
    cacheFolder,
    key,
    async () => storable(await parse(file, source, defaults)),
    (document) => 'manifest' in document,
  );
  if ('problems' in kept) return kept;
  const { topics, cases, ...rest } = kept.manifest;
  return { manifest: { ...rest, cases: new Map(cases), ...(topics && { topics: new Map(topics) }) } };
}

async function parse(file: string, source: string, defaults: Manifest): Promise<OpenedManifest> {
  const [{ readYaml }, { readManifest }] = await Promise.all([import('./read.ts'), import('./manifest.ts')]);
  const read = readYaml(file, source);
  if ('problems' in read) return { problems: inReadingOrder(read.problems) };
  const { manifest, problems } = readManifest(read.node, defaults);
  return manifest ? { manifest } : { problems: inReadingOrder(problems) };
}

/** Maps as lists of their entries, which JSON can hold. */
function storable(opened: OpenedManifest) {
  if ('problems' in opened) return opened;
  const { topics, cases, ...rest } = opened.manifest;
  return { manifest: { ...rest, cases: [...cases], ...(topics && { topics: [...topics] }) } };
}
