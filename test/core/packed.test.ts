import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_LIST, latestWith, type Packed, packed, unpacked } from '../../src/core/packed.ts';

const values = fc.array(fc.jsonValue({ noUnicodeString: false }));

test('what was packed is unpacked, and two lists behind one another are one', () => {
  fc.assert(
    fc.property(values, values, (some, others) => {
      const asJson = JSON.parse(JSON.stringify([...some, ...others]));
      expect(unpacked(packed(some) + packed(others))).toEqual(asJson);
    }),
  );
});

test('the latest values stay, oldest first', () => {
  const most = 3;
  fc.assert(
    fc.property(values, (all) => {
      const list = all.reduce<Packed<unknown>>((latest, value) => latestWith(latest, value, most), EMPTY_LIST);
      expect(unpacked(list)).toEqual(JSON.parse(JSON.stringify(all.slice(-most))));
    }),
  );
});
