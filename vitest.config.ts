import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000 * Number(process.env.LAWS ?? 1), // real processes and terminals on a busy machine; laws that try more
    hookTimeout: 60_000, // laws try thousands of folders, which are removed then
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/run-folder.ts',
    setupFiles: ['test/support/clean-up.ts', 'test/support/laws.ts'],
    isolate: false, // tests keep no state of their own, so that one start of a worker serves all
    maxWorkers: availableParallelism() + 1, // terminals and clocks wait half of the time
  },
});
