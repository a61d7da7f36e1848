import { join } from 'node:path';
import { defaultManifest } from '../../bank/defaults.ts';
import { listFolder, readInside } from '../../bank/files.ts';
import { type Manifest, readManifest } from '../../bank/manifest.ts';
import { requireSound } from '../../bank/open-manifest.ts';
import { readYaml } from '../../bank/yaml/read.ts';
import { inReadingOrder } from '../../core/problem.ts';

/** What the author declared in bank.yaml; undefined where there is none. Throws a content failure where it has mistakes, as opening the bank does. */
export function declaredManifest(folder: string): Manifest | undefined {
  const { manifest: name } = listFolder(folder);
  if (name === undefined) return undefined;
  const read = readYaml(join(folder, name), readInside(folder, name));
  const { manifest, problems } =
    'node' in read ? readManifest(read.node, defaultManifest('bank', [])) : { ...read, manifest: undefined };
  requireSound(manifest ? [] : inReadingOrder(problems));
  return manifest;
}
