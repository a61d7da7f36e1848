// Kills the program at random moments, 1,000 times unless told otherwise, and counts what was lost:
//   npm run soak -- --rounds 5000 --seed 7
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
process.stdout.write(`${values.rounds} kills, seed ${values.seed}\n`);
const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/e2e/crash.test.ts', '-t', 'kills at random'], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, QUIZ_SOAK_ROUNDS: values.rounds, QUIZ_SOAK_SEED: values.seed },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
