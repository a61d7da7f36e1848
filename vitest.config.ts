import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000, // real processes and terminals on a busy machine
    hookTimeout: 60_000, // laws try thousands of folders, which are removed then
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/clean-up.ts'],
    isolate: false, // tests keep no state of their own, so that one start of a worker serves all
    maxWorkers: availableParallelism() + 1, // terminals and clocks wait half of the time
  },
});
