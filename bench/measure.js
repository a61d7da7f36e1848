// Programs run side by side: every round runs each of them once, so that a busy machine is busy for all, and medians are taken.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
export const bin = join(root, 'bin/quiz.js');
/** Everything that is made for a run lies here. */
export const scratch = mkdtempSync(join(tmpdir(), 'quiz-bench-'));

/** What a sitting over JSON lines writes when it asks. */
export const ASKED = '"type":"ask"';

const usage = join(import.meta.dirname, 'usage.cjs');
const usageFile = join(scratch, 'usage.json');

/** What children see: a home of their own, and no file of certificates, which Node 20 reads at every start. */
export function environment(extra = {}) {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
  return {
    ...env,
    HOME: scratch,
    QUIZ_DATA_DIR: join(scratch, 'data'),
    XDG_CACHE_HOME: join(scratch, 'cache'),
    ...extra,
  };
}

/** Runs Node once. What it took, printed and ended with. Ends the bench where that is another code than it should: a mistake is soon made. */
export function run({ status = 0, ...job }) {
  const taken = measured(job);
  if (taken.status !== status) throw new Error(`${job.args.join(' ')} ended with ${taken.status}: ${taken.err}`);
  return taken;
}

/**
 * The same however it ends. `wall` and `cpu` in ms, `memory` at the most in MB: until it ended, or wrote the text `until`; none of them
 * where it was killed.
 */
export function measured({ args, env = {}, input = '', until = '' }) {
  rmSync(usageFile, { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', usage, ...args], {
    env: environment({ ...env, USAGE_FILE: usageFile, USAGE_UNTIL: until }),
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const taken = existsSync(usageFile) ? JSON.parse(readFileSync(usageFile, 'utf8')) : {};
  return { ...taken, status, out: stdout, err: stderr };
}

/** So many starts leave all in the cache that later ones use. */
export const STARTS_TO_WARM = 2;

export function warm(job) {
  for (let start = 0; start < STARTS_TO_WARM; start++) {
    job.before?.();
    run(job);
  }
}

/** Medians of so many interleaved rounds, by the name of the job; `before` prepares a job's next run outside the clock. */
export function rounds(jobs, times) {
  const taken = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
  for (let round = 0; round < times; round++) {
    for (const [name, job] of Object.entries(jobs)) {
      job.before?.();
      taken[name].push(run(job));
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, runs]) => [
      name,
      {
        wall: median(runs.map(({ wall }) => wall)),
        cpu: median(runs.map(({ cpu }) => cpu)),
        memory: median(runs.map(({ memory }) => memory)),
      },
    ]),
  );
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
