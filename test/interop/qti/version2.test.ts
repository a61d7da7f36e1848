// What an item of QTI 2 and 3 says of a typed answer, and a question of ours cannot carry.
import { expect, test } from 'vitest';
import { toldBy } from '../../support/told.ts';

const item = (attributes: string) =>
  `<assessmentItem identifier="a" title="a"><responseDeclaration identifier="R" cardinality="single" baseType="string">
  <correctResponse><value>Tern</value></correctResponse><mapping><mapEntry mapKey="Tern" mappedValue="1" ${attributes}/></mapping>
  </responseDeclaration><itemBody><p>Name it: <textEntryInteraction responseIdentifier="R"/></p></itemBody></assessmentItem>`;

test('that capitals count is told where the item says so', async () => {
  const asked = '1 cloze: Name it: ____ ["Tern"]';
  expect(await toldBy('qti', item('caseSensitive="true"'))).toEqual([`${asked} (lost: that capitals count)`]);
  expect(await toldBy('qti', item('caseSensitive="false"'))).toEqual([asked]);
});
