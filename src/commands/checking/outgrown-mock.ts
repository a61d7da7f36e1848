import { outgrownMock } from '../../authoring/first-mock.ts';
import { listFolder, readText } from '../../bank/files.ts';
import { type Block, blank, line, span } from '../../core/text/styled.ts';
import { count } from '../../core/text/wording.ts';
import type { CheckedBank } from './checked-bank.ts';

/**
 * A remark where the mock still has the size that suited the bank's first questions. It is no warning: a small mock may be what its author
 * wants. Nothing is said where only some files of the bank are checked.
 */
export function outgrownMockLines({ target, bank, questions }: CheckedBank): Block[] {
  const { manifest } = listFolder(target.folder);
  if (target.shown || manifest === undefined || bank.manifestErrors.length > 0) return [];
  const mock = outgrownMock(readText(target.folder, manifest), bank);
  if (!mock) return [];
  const place = `${target.nameOf(manifest)}:${mock.line}`;
  const there = `${count(questions, 'question')} there are now`;
  const isShort = mock.together < questions && mock.together === mock.possible;
  const fit = isShort ? `, of which ${mock.together} go on one paper` : '';
  const said = `${place} The mock exam asks for ${mock.asked} of the ${there}${fit}.`;
  const advice = `Write questions: ${mock.possible} and minutes: ${mock.minutes}, or take the remark beside it away.`;
  return [line(span(`${said} ${advice}`, 'quiet')), blank];
}
