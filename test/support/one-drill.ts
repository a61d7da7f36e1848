// Records of one drill, sat once by the real program for all tests that only need some: each gets a copy of its own.
import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { folderWith } from './folders.ts';
import { practised } from './practice.ts';

let sat: ReturnType<typeof practised> | undefined;

/** A data folder with one drill of five answers, always the same one, and the path of its journal. */
export async function oneDrill(): Promise<{ data: string; file: string }> {
  sat ??= practised();
  const { data, file } = await sat;
  const copy = folderWith();
  cpSync(data, copy, { recursive: true });
  return { data: copy, file: join(copy, relative(data, file)) };
}
