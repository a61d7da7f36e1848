// What years of practice cost: a start, a rebuild, a merge, and the saving of one more answer.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ASKED, bin, environment, median, root, rounds, run, scratch, warm } from './measure.js';
import { growth, row } from './table.js';

const built = createRequire(import.meta.url);
const { main: writeHistory } = built('../build/histories.cjs');
const { main: recorded } = built('../build/recording.cjs');
const bank = join(root, 'questions/aws-ml');
const ANSWERS = 30;

export async function historySections({ times, sizes }) {
  const folders = Object.fromEntries(sizes.map((n) => [n, join(scratch, `history-${n}`)]));
  for (const n of sizes) await writeHistory([folders[n], bank, String(n)]);
  const rebuilds = sizes.map((n) => ({ n, ...run(stats(folders[n])) }));
  const [least, most] = [sizes[0], sizes.at(-1)];
  const starts = growthOf('first question', (n) => first(folders[n]), sizes, times, { goal: 1.05, ceiling: 1.3 });
  const told = growthOf('`stats --json`', (n) => stats(folders[n]), sizes, times, {});
  const made = growth('records made anew: an answer', rebuilds);
  const merged = growth('merge: an answer', merges(folders, sizes));
  return [
    { title: 'Start by size of the history, from the derived document', rows: [...starts, ...told] },
    { title: 'Work that grows with the history', note: 'About 1 is linear.', rows: [...made, ...merged] },
    { title: 'An answer, saved', rows: await savings(folders[least], folders[most], least, most) },
  ];
}

/** What it takes after so many answers, by what it takes after the fewest; `marks` are for a million. */
function growthOf(what, job, sizes, times, marks) {
  const [least] = sizes;
  const jobs = Object.fromEntries(sizes.map((n) => [n, job(n)]));
  warm(jobs[least]);
  const medians = rounds(jobs, times);
  return sizes.slice(1).map((n) => {
    const { cpu, wall, memory } = medians[n];
    return row(`${what} after ${n} answers, by ${least}`, cpu / medians[least].cpu, {
      ...(n === 1_000_000 && marks),
      aside: `${wall.toFixed(0)} ms, ${memory.toFixed(0)} MB`,
    });
  });
}

/** A drill, left at its first question: nothing of it stays. */
function first(data) {
  return { args: [bin, 'drill', '--jsonl', '-n', '1'], env: { QUIZ_DATA_DIR: data }, until: ASKED };
}

function stats(data) {
  return { args: [bin, 'stats', '--json'], env: { QUIZ_DATA_DIR: data } };
}

/** Each history into an empty data folder. */
function merges(folders, sizes) {
  return sizes.map((n) => {
    const into = join(scratch, 'merged');
    rmSync(into, { recursive: true, force: true });
    return { n, ...run({ args: [bin, 'data', 'merge', folders[n]], env: { QUIZ_DATA_DIR: into } }) };
  });
}

/** The same bytes by the plainest program that could save them: a line comes in, is appended and synced, a line goes out. */
const PLAIN = `const fs = require('node:fs'); const file = fs.openSync(process.argv[1], 'a');
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  fs.writeSync(file, line + '\\n'); fs.fdatasyncSync(file); process.stdout.write(line + '\\n');
});`;

async function savings(few, many, least, most) {
  const drill = ['drill', '--jsonl', '-n', String(ANSWERS), '--cram'];
  const [plain, early, late] = [[], [], []];
  for (let round = 0; round < 3; round++) {
    plain.push(...(await answered(['-e', PLAIN, join(scratch, 'plain.jsonl')], few, undefined)));
    early.push(...(await answered([bin, ...drill], few, 'ask')));
    late.push(...(await answered([bin, ...drill], many, 'ask')));
  }
  const ms = (times) => `${median(times).toFixed(2)} ms`;
  const journal = recorded(scratch);
  return [
    row('an answer recorded, by one append and sync of the same bytes', median(journal.ours) / median(journal.plain), {
      goal: 1.2,
      ceiling: 2,
      aside: `${ms(journal.ours)} against ${ms(journal.plain)}`,
    }),
    row('answer given to answer shown as saved, by a line given, appended and told', median(early) / median(plain), {
      aside: `${ms(early)} against ${ms(plain)}`,
    }),
    row(`the same after ${most} answers, by ${least}`, median(late) / median(early), {
      goal: 1,
      ceiling: 2,
      aside: ms(late),
    }),
  ];
}

/** Answers through a child; how long each took to come back, in ms. */
async function answered(args, data, asks) {
  const child = spawn(process.execPath, args, { env: environment({ QUIZ_DATA_DIR: data }) });
  child.stderr.resume();
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (type) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) return undefined;
      const message = JSON.parse(value);
      if (type === undefined || message.type === type) return message;
    }
  };
  const times = [];
  const sent = { type: 'respond', slot: 1, padding: 'x'.repeat(350) };
  let ask = asks === undefined ? sent : await next(asks);
  for (let slot = 1; slot <= ANSWERS && ask; slot++) {
    const message = asks === undefined ? sent : { type: 'respond', slot: ask.slot, response: responseTo(ask) };
    const started = process.hrtime.bigint();
    child.stdin.write(`${JSON.stringify(message)}\n`);
    await next(asks && 'saved');
    times.push(Number(process.hrtime.bigint() - started) / 1e6);
    if (asks !== undefined) ask = await next(asks); // a drill goes on by itself; after the last answer none comes
  }
  child.stdin.end();
  await new Promise((resolve) => child.on('close', resolve));
  return times;
}

/** Any complete answer. */
function responseTo(ask) {
  if (ask.kind === 'cloze') return ask.accepts === 'number' ? '3' : 'shard';
  if (ask.kind === 'matching') return Object.fromEntries(ask.left.map((left, at) => [left.id, ask.right[at].id]));
  return ask.options.slice(0, ask.choose ?? ask.options.length).map(({ id }) => id);
}
