import { outgrownMock } from '../../authoring/first-mock.ts';
import { listFolder, readText } from '../../bank/files.ts';
import { type Block, blank, count, line, span } from '../../core/text/text.ts';
import type { CheckedBank } from './checked-bank.ts';

/**
 * A word on a mock that still has the size of a bank's first questions. It is no warning: it breaks nothing, and a small mock may be wished.
 * Where only some files of a bank are checked it is not said.
 */
export function mockSizeLines({ target, bank, questions }: CheckedBank): Block[] {
  const { manifest } = listFolder(target.folder);
  if (target.shown || manifest === undefined || bank.manifestErrors.length > 0) return [];
  const mock = outgrownMock(readText(target.folder, manifest), questions);
  if (!mock) return [];
  const place = `${target.nameOf(manifest)}:${mock.line}`;
  const said = `${place} The mock exam asks for ${mock.asked} of the ${count(questions, 'question')} there are now.`;
  const advice = `Write questions: ${mock.possible} and minutes: ${mock.minutes}, or take the remark beside it away.`;
  return [line(span(`${said} ${advice}`, 'quiet')), blank];
}
