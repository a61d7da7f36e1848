import { outgrownMock } from '../../authoring/first-mock.ts';
import { listFolder, readText } from '../../bank/files.ts';
import { type Block, blank, count, line, span } from '../../core/text/text.ts';
import type { CheckedBank } from './checked-bank.ts';

/**
 * A word on a mock that still has the size of a bank's first questions. It is no warning: it breaks nothing, and a small mock may be wished.
 * Where only some files of a bank are checked it is not said.
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
