import { listFolder, readText } from '../../bank/files.ts';
import { readYaml } from '../../bank/yaml/read.ts';
import { child } from '../../core/shapes/node.ts';
import { type Block, blank, line, span } from '../../core/text/styled.ts';
import type { CheckedBank } from './checked-bank.ts';

/** A remark where bank.yaml gives no id, so that the folder's name stands in. It is no warning: nothing is lost until the folder is renamed. */
export function missingIdLines({ target, bank }: CheckedBank): Block[] {
  const { manifest } = listFolder(target.folder);
  if (target.shown || target.only || bank.manifestErrors.length > 0 || hasId(target.folder, manifest)) return [];
  const lacks = manifest === undefined ? 'There is no bank.yaml' : `${target.nameOf(manifest)} has no id`;
  const said = `${lacks}, so the records go by the name of the folder, and stay behind when it is renamed.`;
  const where = manifest === undefined ? ' in a file bank.yaml' : '';
  return [line(span(`${said} Write id: ${bank.id}${where}.`, 'quiet')), blank];
}

function hasId(folder: string, manifest: string | undefined): boolean {
  const read = manifest === undefined ? undefined : readYaml(manifest, readText(folder, manifest));
  return read !== undefined && 'node' in read && child(read.node, 'id') !== undefined;
}
