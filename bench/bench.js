// npm run bench: how long the program takes, as ratios to bare Node in the same run. Medians of interleaved runs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RUNS = process.argv.includes('--quick') ? 7 : 21;
const bin = join(import.meta.dirname, '../bin/quiz.js');
const home = mkdtempSync(join(tmpdir(), 'quiz-bench-'));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env; // Node 20 reads that file at every start, which is not ours to measure
const children = { ...env, HOME: home, QUIZ_DATA_DIR: home, XDG_CACHE_HOME: home };

const jobs = {
  'bare node': ['-e', '0'],
  'quiz --version': [bin, '--version'],
  'quiz --help': [bin, '--help'],
  'first question of a drill, warm cache': [bin, 'drill', '--jsonl', '-n', '1'],
  'status lines': [bin],
};

const times = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
for (let run = 0; run <= RUNS; run++) {
  for (const [name, args] of Object.entries(jobs)) {
    const started = process.hrtime.bigint();
    spawnSync(process.execPath, args, { env: children, input: '' });
    if (run > 0) times[name].push(Number(process.hrtime.bigint() - started) / 1e6); // the first run warms the caches
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = median(times['bare node']);
console.log(`${RUNS} interleaved runs each, Node ${process.version}`);
for (const [name, values] of Object.entries(times)) {
  console.log(
    `${name.padEnd(40)} ${(median(values) / bare).toFixed(2).padStart(6)}x  ${median(values).toFixed(0).padStart(5)} ms`,
  );
}
