// The folder of a run, gone after the last test: for every folder that a test makes, the cache of its processes, and what is made once.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly runFolder: string;
  }
}

const runFolder = mkdtempSync(join(tmpdir(), 'quiz-'));
chmodSync(runFolder, 0o755); // some programs run as somebody else

export function setup(project: TestProject): void {
  project.provide('runFolder', runFolder);
}

export function teardown(): void {
  rmSync(runFolder, { recursive: true, force: true });
}
