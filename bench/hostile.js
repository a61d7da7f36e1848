// node bench/hostile.js: the worst files we know of, each as a bank that `quiz drill` opens and `quiz check` looks through without a
// cache, or as a file for `quiz import`; and a large bank whose quotes are lost. Wall time, CPU time and the most memory held.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLostBank } from './banks.js';
import { bin, measured, scratch } from './measure.js';

const times = (n, make) => Array.from({ length: n }, (_, at) => make(at)).join('');
const question = (at, stem = `Is it ${at}?`) =>
  `  - { id: q${at}, type: single, topics: [t], stem: "${stem}", options: [{ id: a, text: yes }, { id: b, text: no }], answer: a }\n`;

const questionFiles = {
  'aliases in aliases': `a: &a [x, x]\n${times(8, (at) => `k${at}: &k${at} [*a, *a, *a]\n`)}`,
  '20,000 anchors and aliases': `questions:\n${times(20_000, (at) => ` - &a${at} x\n - *a${at}\n`)}`,
  '50,000 keys': times(50_000, (at) => `k${at}: v\n`),
  '240,000 empty keys': ':\n'.repeat(237_000),
  '20,000 mistakes': `questions:\n${'  - { idd: x }\n'.repeat(20_000)}`,
  '2,400,000 bad escapes': `${'\\z'.repeat(9500)}\n`.replace(/^.*$/m, '- "$&"').repeat(250),
  '240,000 stray brackets': ']\n'.repeat(240_000),
  '90,000 tags': '- !a !b c\n'.repeat(45_000),
  '90,000 slips': `questions:\n${'- ]\n'.repeat(90_000)}`,
  'nests of 13, again and again': `- ${'['.repeat(13)}a${']'.repeat(13)}\n`.repeat(6400),
  'lists in lists of 30': `${'- '.repeat(30)}\n`.repeat(4700),
  'fields without names': '- :\n'.repeat(71_000),
  'texts in quotes': `- "${'x y '.repeat(4900)}"\n`.repeat(250),
  'stems of letters': `questions:\n${times(480, (at) => question(at, 'a '.repeat(4950)))}`,
  'stems alike': `questions:\n${times(4000, (at) => question(at, `Which of these lists the columns of file ${at} for the team today?`))}`,
  'a nest of 2,400': '['.repeat(2400) + ']'.repeat(2400),
  'a text of 4.9 MB': `a: |\n${' x\n'.repeat(1_600_000)}`,
  '4.9 MB of empty lines': '\n'.repeat(4_900_000),
  '4,000 good questions': `questions:\n${times(4000, (at) => question(at))}`,
  '4,000 questions, a mistake in the last': `questions:\n${times(4000, (at) => question(at))}`.replace(/ }\n$/, '\n'),
};
const quoting = (at) =>
  question(at).replace(
    / }\n$/,
    `, quotes: [{ section: a, text: "${'a '.repeat(at % 200)}b ${at}" }, { section: none, text: a b c ${at} }] }\n`,
  );
const notes = {
  'notes: tags that never end': `${'<a '.repeat(6600)}\n`.repeat(50),
  'notes: emphasis': `${'_a'.repeat(9900)}\n`.repeat(50),
  'notes: lists in lists': `${'1. '.repeat(6600)}\n`.repeat(50),
  'notes: single letters': `${'a '.repeat(9900)}\n`.repeat(50),
  'notes: 29,000 headings': '# a\n'.repeat(29_000),
  'notes: 29,000 links': `# a\n${times(29_000, (at) => `[a${at}]: http://x.y/${at}\n`)}`,
};

const MOST = 49_900_000;
const many = (unit, length = MOST) => unit.repeat(length / unit.length);
const cell = (unit) => many(unit, 99_000);
const imports = {
  'commas.csv': many(','),
  'rows-of-commas.csv': many(`${','.repeat(127)}\n`),
  'wrong-marks.csv': `question,answer\n${many('"a" "b,c\n', 15_000_000)}`,
  'tags-in-cells.csv': `question,a,b,answer\n${many(`${cell('<b>')},x,y,A\n`)}`,
  'entities.csv': `question,a,b,answer\n${many(`${cell('&amp;')},x,y,A\n`)}`,
  'paragraphs.csv': `question,a,b,answer\n${many(`${cell('<p>x</p>')},x,y,A\n`)}`,
  'breaks.anki.txt': `#separator:tab\n#html:true\n${many(`${cell('a<br>')}\tb\n`)}`,
  'gaps.anki.txt': `#separator:tab\n#notetype:Cloze\n${many(`${cell('{{c1::a}} ')}\tx\n`)}`,
  'backslashes.gift': many(`${cell('\\=')} {=a ~b}\n\n`),
  'links.md': times(190_000, (at) => `[a${at}]: http://x.y/${at}\n`),
  'points.md': many('- a\n  - b\n', 4_800_000),
  'keys.md': many('**Answers**\n1. none of them\n', 12_000_000),
  'lines.aiken': many('ab\n', 2_900_000),
  'answers.gift': many(`q {=a ${cell('~b ')}}\n\n`),
  'tags.gift': `${many('// [tag:a]\n', 20_000_000)}q {=a ~b}\n`,
  'stars.md': many(`# q?\n- [x] ${'**a *b* '.repeat(13)}\n- [ ] b\n`, 5_000_000),
  'sounds.anki.txt': `#separator:tab\n${many(`q\t${cell('[sound:')}\n`)}`,
  'elements.xml': `<quiz>${many('<question>')}`,
  'answers.xml': `<quiz>${many(`<question type="multichoice">${'<answer/>'.repeat(200)}</question>`)}`,
  'entities.xml': `<quiz><question>${many('&amp;')}</question>`,
  'escapes.json': `["${many('\\"')}"]`,
  'numbers.json': `[${many('1,')}1]`,
  'groups.json': `[${many('{"questions":[]},', 9_000_000)}1]`,
  'mistakes.yaml': `questions:\n${many('- ]\n', 2_400_000)}`,
  'tags.yaml': many('- !a b\n', 2_900_000),
};

const banks = [
  ...Object.entries(questionFiles).map(([name, source]) => [name, { 'q.yaml': source }]),
  ...Object.entries(notes).map(([name, source]) => [
    name,
    { 'q.yaml': `questions:\n${times(1000, quoting)}`, 'notes.md': source },
  ]),
];
for (const [index, [name, files]] of banks.entries()) {
  const folder = join(scratch, String(index));
  mkdirSync(folder);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  tell(name, folder, ['drill', '--jsonl', '--bank', folder]);
  tell(`  checked`, folder, ['check', '--format', 'json', '--bank', folder]);
}
for (const [name, content] of Object.entries(imports)) {
  const folder = mkdtempSync(join(scratch, 'import-'));
  writeFileSync(join(folder, name), content);
  tell(name, folder, ['import', join(folder, name), '--bank', join(folder, 'bank'), '--json']);
  rmSync(folder, { recursive: true });
}
const lost = writeLostBank(join(scratch, 'lost'), 10_000);
for (const args of [['drill', '--jsonl'], ['check'], ['check', '--fix']])
  tell(`10,000 lost quotes: ${args.join(' ')}`, scratch, [...args, '--bank', lost]);
rmSync(scratch, { recursive: true });

function tell(name, folder, args) {
  const [data, cache] = [join(folder, 'data'), join(folder, '.cache')];
  rmSync(cache, { recursive: true, force: true });
  const env = { HOME: folder, QUIZ_DATA_DIR: data, XDG_CACHE_HOME: cache };
  const { status, wall, cpu, memory } = measured({ args: [bin, ...args], env });
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
  process.stdout.write(
    `${name.padEnd(28)} exit ${status}  ${seconds(wall)}, CPU ${seconds(cpu)}, ${Math.round(memory)} MB\n`,
  );
}
