// Records that look fine and are not: each is refused by the reason that is true.
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { limits } from '../../src/core/limits.ts';
import { isRefused } from '../../src/interop/format.ts';
import { takenBy } from '../support/interop.ts';
import { told } from '../support/told.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function reasons(format: string, content: string | Uint8Array): Promise<string[]> {
  const taken = await takenBy(format, content);
  return taken.map((one) => (isRefused(one) ? `${one.at.line} ${one.code}: ${one.message}` : 'imported'));
}

const moodle = (body: string) => `<quiz><question type="multichoice">${body}</question></quiz>`;
const answers = (best: number) =>
  `<answer fraction="${best}"><text>x</text></answer><answer fraction="0"><text>y</text></answer>`;

test.each<[string, string, string | Uint8Array, string]>([
  [
    'an item of QTI 1.2 without a text',
    'qti',
    '<questestinterop><item ident="a"/></questestinterop>',
    '1 no-stem: the item has no text (presentation)',
  ],
  [
    'an item of QTI 1.2 that nobody can score',
    'qti',
    '<questestinterop><item><itemmetadata><bbmd_questiontype>Essay</bbmd_questiontype></itemmetadata><presentation/></item></questestinterop>',
    '1 unsupported-type: an essay has no key',
  ],
  [
    'a number that may be a text',
    'csv',
    'question,option 1,option 2,answer\nTwice one?,2,3,2\n',
    '2 key-ambiguous: the answer "2" can mean option 1 or 2: name it by a letter, A for the first',
  ],
  [
    'another encoding',
    'csv',
    Uint8Array.of(0x61, 0xe4),
    '1 not-utf8: byte 0xE4 is not UTF-8 (perhaps Windows-1252, Latin-1 or another 8-bit encoding): save it as UTF-8, which Excel calls "CSV UTF-8"',
  ],
  ['a gap in a gap', 'anki', '#separator:Tab\na {{c1::out {{c2::in}}}}\t\n', '2 nested-gaps: '],
  [
    'a picture as the back',
    'anki',
    '#separator:Tab\n#html:true\nWhat?\t<img src="a.png">\n',
    '3 no-key: the back is only a picture',
  ],
  ['a partner of two parts', 'gift', 'Match { =a -> x =b -> x =c -> y }', '1 shared-partner: "x" is the partner of 2'],
  ['a brace that is not closed', 'gift', 'Which? { =a ~b', '1 unbalanced-braces: the brace that opens'],
  ['an empty zip', 'qti', zipSync({}), '1 no-questions: the zip is empty'],
  [
    'a best answer of 90 %',
    'moodle-xml',
    moodle(`<questiontext><text>Q?</text></questiontext>${answers(90)}`),
    '1 no-key: the best answer counts 90 %',
  ],
  [
    'a type that nobody has heard of',
    'moodle-xml',
    '<quiz><question type="constructor"></question></quiz>',
    '1 unsupported-type: questions of type "constructor" are not taken in',
  ],
  [
    'several languages',
    'moodle-xml',
    moodle(
      `<questiontext format="html"><text><![CDATA[<span lang="en" class="multilang">Q?</span><span lang="de" class="multilang">F?</span>]]></text></questiontext>${answers(100)}`,
    ),
    '1 several-languages: ',
  ],
])('%s', async (_, format, content, expected) => {
  expect(await reasons(format, content)).toEqual([expect.stringContaining(expected)]);
});

test('an item that the manifest names and the package lacks is refused; doubles of macOS are no files', async () => {
  const manifest =
    '<manifest><resources>\n<resource type="imsqti_item_xmlv2p1" href="items/gone.xml"/></resources></manifest>';
  const packed = zipSync({ 'imsmanifest.xml': bytes(manifest), '__MACOSX/._a.xml': bytes('\u0005') });
  expect(await reasons('qti', packed)).toEqual([
    '2 missing-item: the manifest names "items/gone.xml", which is not in the zip',
  ]);
});

test("the separator of Excel's first line counts, and lines keep their numbers", async () => {
  const taken = await takenBy('csv', 'sep=;\nquestion;a;b;answer\nOne, two?;x,1;y;B\n');
  expect(told(taken)).toEqual(['3 single: One, two? [x,1 | *y]']);
});

test('a YAML file of more questions than a file of a bank may hold is read', async () => {
  const all = Array.from(
    { length: limits.questionsInFile + 1 },
    (_, n) => `- question: Which is ${n}?\n  options: [a, b]\n`,
  ).join('');
  const codes = (await takenBy('yaml', all)).map((one) => isRefused(one) && one.code);
  expect(codes).toHaveLength(limits.questionsInFile + 1);
  expect(new Set(codes)).toEqual(new Set(['no-key']));
});
