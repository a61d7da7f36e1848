// A folder from before the first test to after the last: for the cache of every process that the tests start, and for what is made once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly runFolder: string;
  }
}

const runFolder = mkdtempSync(join(tmpdir(), 'quiz-run-'));

export function setup(project: TestProject): void {
  project.provide('runFolder', runFolder);
}

export function teardown(): void {
  rmSync(runFolder, { recursive: true, force: true });
}
