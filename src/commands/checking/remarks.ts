// What `quiz check` remarks on a bank beside its problems. None of it is a warning: nothing is lost, or it may be what the author wants.
import { outgrownMock } from '../../authoring/first-mock.ts';
import { readText } from '../../bank/files.ts';
import { readYaml } from '../../bank/yaml/read.ts';
import { child } from '../../core/shapes/node.ts';
import { type Block, blank, line, span } from '../../core/text/styled.ts';
import { count } from '../../core/text/wording.ts';
import type { CheckedBank } from './checked-bank.ts';

/** The remarks on all banks, those of one sort together. */
export function remarkBlocks(checked: readonly CheckedBank[]): Block[] {
  const remarks = [onTolerance, onMissingId, onOutgrownMock].flatMap((remarkOn) =>
    checked.flatMap((one) => remarkOn(one) ?? []),
  );
  return remarks.flatMap((remark) => [line(span(remark, 'quiet')), blank]);
}

/** What is over the mark in single questions and within it for the bank. */
function onTolerance({ tolerated }: CheckedBank): string | undefined {
  const counts = Object.entries(tolerated).map(([code, findings]) => `${code} ${findings}`);
  return counts.length > 0 ? `Within tolerance, and not listed: ${counts.join(', ')}.` : undefined;
}

/** Where bank.yaml gives no id, the folder's name stands in. */
function onMissingId({ target, bank }: CheckedBank): string | undefined {
  const { manifestFile: manifest } = bank;
  if (target.shown || target.only || bank.manifestErrors.length > 0 || hasId(target.folder, manifest)) return undefined;
  const lacks = manifest === undefined ? 'There is no bank.yaml' : `${target.nameOf(manifest)} has no id`;
  const where = manifest === undefined ? ' in a file bank.yaml' : '';
  return `${lacks}, so the records go by the name of the folder, and stay behind when it is renamed. Write id: ${bank.id}${where}.`;
}

function hasId(folder: string, manifest: string | undefined): boolean {
  const read = manifest === undefined ? undefined : readYaml(manifest, readText(folder, manifest));
  return read !== undefined && 'node' in read && child(read.node, 'id') !== undefined;
}

/** Where the mock still has the size that suited the bank's first questions; not where only some files of the bank are checked. */
function onOutgrownMock({ target, bank, questions }: CheckedBank): string | undefined {
  const { manifestFile: manifest } = bank;
  if (target.shown || manifest === undefined || bank.manifestErrors.length > 0) return undefined;
  const mock = outgrownMock(readText(target.folder, manifest), bank);
  if (!mock) return undefined;
  const place = `${target.nameOf(manifest)}:${mock.line}`;
  const isShort = mock.together < questions && mock.together === mock.possible;
  const fit = isShort ? `, of which ${mock.together} go on one paper` : '';
  const said = `${place} The mock exam asks for ${mock.asked} of the ${count(questions, 'question')} there are now${fit}.`;
  return `${said} Write questions: ${mock.possible} and minutes: ${mock.minutes}, or take the remark beside it away.`;
}
