// Items of QTI 2 and 3: what one says of a typed answer, and a question of ours cannot carry; and an order that is none.
import { expect, test } from 'vitest';
import { toldBy, toldWithoutLines } from '../../support/told.ts';

const item = (attributes: string) =>
  `<assessmentItem identifier="a" title="a"><responseDeclaration identifier="R" cardinality="single" baseType="string">
  <correctResponse><value>Tern</value></correctResponse><mapping><mapEntry mapKey="Tern" mappedValue="1" ${attributes}/></mapping>
  </responseDeclaration><itemBody><p>Name it: <textEntryInteraction responseIdentifier="R"/></p></itemBody></assessmentItem>`;

test('that capitals count is told where the item says so', async () => {
  const asked = '1 cloze: Name it: ____ ["Tern"]';
  expect(await toldBy('qti', item('caseSensitive="true"'))).toEqual([`${asked} (lost: that capitals count)`]);
  expect(await toldBy('qti', item('caseSensitive="false"'))).toEqual([asked]);
});

test('the right order names each step once, or it is refused', async () => {
  const ordered = (...names: string[]) =>
    toldWithoutLines(
      'qti',
      `<assessmentItem identifier="a" title="a"><responseDeclaration identifier="R" cardinality="ordered" baseType="identifier">
      <correctResponse>${names.map((name) => `<value>${name}</value>`).join('')}</correctResponse></responseDeclaration><itemBody>
      <orderInteraction responseIdentifier="R"><prompt>Which first?</prompt><simpleChoice identifier="x">Pick</simpleChoice>
      <simpleChoice identifier="y">Fire</simpleChoice></orderInteraction></itemBody></assessmentItem>`,
    );
  expect(await ordered('y', 'x')).toEqual(['ordering: Which first? [Fire | Pick]']);
  for (const names of [['x'], ['x', 'x'], ['x', 'z']])
    expect(await ordered(...names)).toEqual(['refused key-out-of-range']);
});
