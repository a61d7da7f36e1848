// Derived documents stay open while their months may be asked for, and no longer.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drillPolicy } from '../../../src/core/sitting/policy.ts';
import { recordsIn } from '../../../src/store/derived/derived.ts';
import { derivedFile } from '../../../src/store/derived/derived-file.ts';
import type { Ledger } from '../../../src/store/derived/ledger.ts';
import { forgetDerived, lossesOf } from '../../../src/store/derived/losses.ts';
import { sessionsIn } from '../../../src/store/sessions/sessions.ts';
import { folderWith } from '../../support/folders.ts';
import { openIn, tellsOpenFiles } from '../../support/open-files.ts';
import { START, startedWith } from '../../support/sittings.ts';

const SESSION = '231114-221320-abcdef';

async function documentIn(folder: string, name = 'a.json') {
  const file = derivedFile<{ ledger: Ledger }>(join(folder, 'derived', name));
  await file.write({ ledger: { '2023-11': { changedAt: 1, sessions: `${SESSION} 7 1 3\n` } } });
  return file;
}

test('a month of a file that can be read no more has no sessions', async () => {
  const file = await documentIn(folderWith());
  const month = (await file.read())?.ledger['2023-11'];
  expect(month?.sessions).toBe(`${SESSION} 7 1 3\n`);
  file.close();
  expect(month?.sessions).toBe('');
});

test.runIf(tellsOpenFiles)('once the records are known and kept, no document is open', async () => {
  const folder = folderWith();
  const read = async () => {
    const sessions = sessionsIn(folder);
    await recordsIn(sessions, 'bank');
    await sessions.later.done();
  };
  const end = (hours: number) => {
    const [at, session] = [START.at + hours * 3_600_000, `231114-22${hours + 10}20-abcdef`];
    sessionsIn(folder).keep([
      { at, ms: 0, ...startedWith([], drillPolicy), session },
      { at, ms: 0, type: 'closed', reason: 'left' },
    ]);
  };
  end(1);
  await read();
  await read(); // as it was
  end(3);
  await read(); // longer
  end(2);
  await read(); // anew
  expect(openIn(folder)).toBe(0);
});

test.runIf(tellsOpenFiles)('of many documents one after the other is looked at for losses', async () => {
  const folder = folderWith();
  for (let number = 0; number < 10; number++) await documentIn(folder, `${number}.json`);
  const found = lossesOf(folder, []);
  expect(openIn(folder)).toBeLessThanOrEqual(1);
  expect(await found).toMatchObject([{ code: 'lost-answers' }]);
  await forgetDerived(folder);
  expect(openIn(folder)).toBe(0);
});
