// node bench/import.js: 10,000 and 100,000 seeded records of each format into a new bank, with the most memory each run held.
// Memory is flat where ten times the records take little more than the ten times larger file: records are read, judged,
// written and let go, one by one.
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, measured, scratch } from './measure.js';
import { records } from './seeded.js';

const letter = (index) => 'ABCD'[index];
const writers = {
  'q.gift': ({ stem, options, key }) =>
    `${stem.replace(':', '\\:')} {${options.map((text, i) => `${i === key ? '=' : '~'}${text}`).join(' ')}}\n\n`,
  'q.aiken': ({ stem, options, key }) =>
    `${stem}\n${options.map((text, i) => `${letter(i)}. ${text}\n`).join('')}ANSWER: ${letter(key)}\n\n`,
  'q.csv': ({ stem, options, key }) => `"${stem}",${options.join(',')},option ${key + 1}\n`,
  'q.xml': ({ stem, options, key }) =>
    `<question type="multichoice"><questiontext><text>${stem}</text></questiontext>${options.map((text, i) => `<answer fraction="${i === key ? 100 : 0}"><text>${text}</text></answer>`).join('')}</question>\n`,
  'q.json': ({ stem, options, key }, i) =>
    `${i ? ',' : ''}${JSON.stringify({ question: stem, options, answer: letter(key) })}\n`,
  'q.md': ({ stem, options, key }) =>
    `## ${stem}\n\n${options.map((text, i) => `- [${i === key ? 'x' : ' '}] ${text}\n`).join('')}\n`,
  'q.anki.txt': ({ stem, options, key }) =>
    `"${stem}<br>${options.map((text, i) => `${letter(i)}. ${text}`).join('<br>')}"\t${letter(key)}\n`,
  'q.yaml': ({ stem, options, key }) =>
    `  - question: ${JSON.stringify(stem)}\n    options: ${JSON.stringify(options)}\n    answer: ${letter(key)}\n`,
};
const HEADS = {
  'q.csv': 'question,option 1,option 2,option 3,option 4,answer\n',
  'q.xml': '<quiz>\n',
  'q.json': '[',
  'q.anki.txt': '#separator:tab\n#html:true\n',
  'q.yaml': 'questions:\n',
};
const ENDS = { 'q.xml': '</quiz>\n', 'q.json': ']' };

function run(name, n) {
  const file = join(scratch, name);
  let text = HEADS[name] ?? '';
  let i = 0;
  for (const record of records(n)) text += writers[name](record, i++);
  writeFileSync(file, text + (ENDS[name] ?? ''));
  const bank = join(scratch, `${name}-${n}`);
  const args = ['--max-old-space-size=256', bin, 'import', file, '--bank', bank, '--json'];
  const { status, out, wall, memory } = measured({ args });
  const { imported, refused } = out ? JSON.parse(out) : {};
  const files = status === 0 ? readdirSync(bank).length - 1 : 0;
  return { imported, refused, seconds: wall / 1000, peak: memory, files, megabytes: statSync(file).size / 1e6 };
}

console.log('file        records  refused  files  source MB  peak RSS MB  seconds');
for (const name of Object.keys(writers)) {
  for (const n of [10_000, 100_000]) {
    const { imported, refused, files, megabytes, peak, seconds } = run(name, n);
    const cells = [imported, refused, files, megabytes.toFixed(1), peak.toFixed(0), seconds.toFixed(1)];
    console.log(name.padEnd(10), ...cells.map((cell) => String(cell).padStart(8)));
  }
}
rmSync(scratch, { recursive: true, force: true });
