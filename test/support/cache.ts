// The cache of every process that the tests start, from before the first test to after the last: what is compiled is compiled once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly cache: string;
  }
}

const cache = mkdtempSync(join(tmpdir(), 'quiz-cache-'));

export function setup(project: TestProject): void {
  project.provide('cache', cache);
}

export function teardown(): void {
  rmSync(cache, { recursive: true, force: true });
}
