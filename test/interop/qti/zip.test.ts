// Zips are judged by what they say of themselves before anything is unpacked.
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { limits } from '../../../src/core/limits.ts';
import { unzip, zip } from '../../../src/interop/qti/zip.ts';
import { codes, takenBy } from '../../support/interop.ts';
import { toldBy } from '../../support/told.ts';

const file = new TextEncoder().encode('<a/>');

test.each(['../x.xml', '/x.xml', 'a/../../x.xml', 'C:\\x.xml', '\\x.xml', 'a\u0000.xml'])(
  'the name %j is refused',
  (name) => {
    expect(unzip(zipSync({ [name]: file }), /xml$/)).toEqual({ error: expect.stringContaining('leads out') });
  },
);

test('names that differ by case only are refused', () => {
  expect(unzip(zipSync({ 'a.xml': file, 'A.xml': file }), /xml$/)).toEqual({
    error: expect.stringContaining('same name'),
  });
});

test('an entry that is packed too well is refused', () => {
  const bomb = zipSync({ 'a.xml': new Uint8Array(20_000_000) });
  expect(unzip(bomb, /xml$/)).toEqual({ error: expect.stringContaining(`${limits.zipRatio} times`) });
});

test('as many entries as the limit are read, and one more is not', () => {
  const entries = (n: number) =>
    zipSync(Object.fromEntries(Array.from({ length: n }, (_, i) => [`${i}.txt`, new Uint8Array(0)])), { level: 0 });
  expect(unzip(entries(limits.zipEntries), /xml$/)).toEqual({ entries: [] });
  expect(unzip(entries(limits.zipEntries + 1), /xml$/)).toEqual({ error: expect.stringContaining('entries') });
});

test('a damaged zip is one refusal', async () => {
  const whole = zip({ 'a.xml': '<a/>' });
  for (const end of [4, 10, 30, whole.length - 1]) {
    expect(codes(await takenBy('qti', whole.slice(0, end)))).toEqual(['broken-zip']);
  }
});

test('the same texts make the same bytes', () => {
  expect(zip({ 'a.xml': '<a/>' })).toEqual(zip({ 'a.xml': '<a/>' }));
});

const item = (extra: string, body: string) =>
  `<qti-assessment-item identifier="i"><qti-response-declaration identifier="R" cardinality="single"><qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>${extra}<qti-item-body>${body}</qti-item-body></qti-assessment-item>`;
const choice =
  '<qti-choice-interaction response-identifier="R"><qti-prompt>Who spoke?</qti-prompt><qti-simple-choice identifier="A">Ann</qti-simple-choice><qti-simple-choice identifier="B">Bob</qti-simple-choice></qti-choice-interaction>';
const passage =
  '<qti-assessment-stimulus identifier="s"><qti-stimulus-body><p>Bob spoke all night.</p></qti-stimulus-body></qti-assessment-stimulus>';

test('the passage that an item asks about comes in with it, and an item without it is refused', async () => {
  const asked = item('<qti-assessment-stimulus-ref identifier="s" href="./../texts/a%20night.xml"/>', choice);
  const packed = zip({ 'items/i.xml': asked, 'texts/a night.xml': passage });
  expect(await toldBy('qti', packed)).toEqual(['1 single: Bob spoke all night.\n\nWho spoke? [Ann | *Bob]']);
  expect(codes(await takenBy('qti', zip({ 'items/i.xml': asked })))).toEqual(['missing-stimulus']);
  expect(codes(await takenBy('qti', asked))).toEqual(['missing-stimulus']);
});

test('feedback in the text of an item is left out and told', async () => {
  const feedback = '<qti-feedback-block identifier="ok"><p>Well done.</p></qti-feedback-block>';
  expect(await toldBy('qti', item('', choice + feedback))).toEqual([
    '1 single: Who spoke? [Ann | *Bob] (lost: feedback in the text)',
  ]);
});

const number = (tolerance: string) =>
  `<assessmentItem><responseDeclaration identifier="R" cardinality="single" baseType="float"><correctResponse><value>5</value></correctResponse></responseDeclaration><itemBody><p>How far? <textEntryInteraction responseIdentifier="R"/></p></itemBody><responseProcessing><equal toleranceMode="absolute" tolerance="${tolerance}"/></responseProcessing></assessmentItem>`;

test('a number that may be more off above than below has no one tolerance', async () => {
  expect(await toldBy('qti', number('1 1'))).toEqual(['1 cloze: How far? ____ {"number":5,"tolerance":1}']);
  expect(codes(await takenBy('qti', number('1 2')))).toEqual(['unreadable-answer']);
});

test('a text that is filled in anew each time is refused, and notes for those who score are told', async () => {
  const variable = '<p>What is <qti-printed-variable identifier="X"/> + 1?</p>';
  expect(codes(await takenBy('qti', item('', variable + choice)))).toEqual(['unsupported-type']);
  const rubric = '<qti-rubric-block view="scorer"><p>One point.</p></qti-rubric-block>';
  expect(await toldBy('qti', item('', rubric + choice))).toEqual([
    '1 single: Who spoke? [Ann | *Bob] (lost: notes for those who score)',
  ]);
});

test('an item that a test or the manifest names and the package lacks is refused once', async () => {
  const sat =
    '<qti-assessment-test><qti-assessment-item-ref identifier="i" href="items/i.xml"/>\n<qti-assessment-item-ref identifier="g" href="items/gone.xml"/></qti-assessment-test>';
  const manifest = '<manifest><resource type="imsqti_item_xmlv3p0" href="items/gone.xml"/></manifest>';
  const entries = { 'items/i.xml': item('', choice), 'test.xml': sat };
  expect(await toldBy('qti', zip(entries))).toEqual(['1 single: Who spoke? [Ann | *Bob]', '2 refused missing-item']);
  expect(codes(await takenBy('qti', zip({ ...entries, 'imsmanifest.xml': manifest })))).toEqual(['missing-item']);
});
