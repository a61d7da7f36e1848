import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepPaper, keptPaper } from '../../../src/store/sessions/papers.ts';
import { itemOf, items, optionsNamed } from '../../support/arbitraries.ts';
import { folderWith } from '../../support/folders.ts';
import { tries } from '../../support/laws.ts';

const SESSION = '231114-221320-abcdef';

test('what was kept is read, whatever the questions', () => {
  fc.assert(
    fc.property(fc.tuple(items('q1'), items('q2')), (kept) => {
      const folder = folderWith();
      keepPaper(folder, SESSION, kept);
      expect(keptPaper(folder, SESSION)).toEqual({ items: JSON.parse(JSON.stringify(kept)), isDamaged: false });
    }),
    { numRuns: tries(20) },
  );
});

test('with any one bit flipped a copy says the same, or that it is damaged', () => {
  const folder = folderWith();
  const options = optionsNamed('ab');
  keepPaper(folder, SESSION, [itemOf('q1', { type: 'single', options, answer: ['a'] })]);
  const whole = keptPaper(folder, SESSION);
  const path = join(folder, 'open', readdirSync(join(folder, 'open'))[0] ?? '');
  const bytes = readFileSync(path);
  let [tried, damaged] = [0, 0];
  for (let bit = 0; bit < bytes.length * 8; bit += 3) {
    tried += 1;
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(path, changed);
    const found = keptPaper(folder, SESSION);
    if (found.isDamaged) damaged += 1;
    else expect(found, `bit ${bit}`).toEqual(whole);
  }
  expect(damaged).toBeGreaterThan((tried * 7) / 8); // the head has a few that say nothing
});

test('no copy is no damage', () => {
  expect(keptPaper(folderWith(), SESSION)).toEqual({ items: [], isDamaged: false });
});
