// Runs the built program as a user or a script would: a real process, a data folder of its own.
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { folderWith } from './folders.ts';

export const BIN = join(import.meta.dirname, '../../bin/quiz.js');
export const BANK = join(import.meta.dirname, '../../questions/aws-ml');
export const TEA = join(import.meta.dirname, '../fixtures/bank');

/** A new folder, gone when the tests of the file are over. */
export function tempFolder(): string {
  return folderWith();
}

/** The environment of a child: nothing of the machine's that could change what is printed. */
export function environment(data: string, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return {
    PATH,
    HOME: data,
    XDG_CACHE_HOME: join(inject('runFolder'), 'cache'),
    QUIZ_DATA_DIR: data,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    TERM: 'xterm-256color',
    ...extra,
  };
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function quiz(
  args: readonly string[],
  options: { data?: string; input?: string; env?: NodeJS.ProcessEnv } = {},
): Outcome {
  const { data = tempFolder(), input = '', env } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    input,
    env: environment(data, env),
    encoding: 'utf8',
    cwd: data,
    maxBuffer: Number.POSITIVE_INFINITY, // Node ends a child that writes more than a megabyte, sooner or later
  });
  return { code: status, out: stdout, err: stderr };
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the program says
export type Message = { readonly type: string } & Record<string, any>;

export interface Headless {
  readonly child: ChildProcessWithoutNullStreams;
  /** The next message; undefined at the end. */
  next(): Promise<Message | undefined>;
  send(message: unknown): void;
  /** The exit code, or the signal that ended it. */
  readonly exit: Promise<number | string | null>;
}

export function headless(args: readonly string[], data: string, env: NodeJS.ProcessEnv = {}): Headless {
  const child = spawn(process.execPath, [BIN, ...args, '--jsonl'], { env: environment(data, env), cwd: data });
  const messages: Message[] = [];
  let ended = false;
  let wake: () => void = () => undefined;
  let partial = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (partial + chunk).split('\n');
    partial = lines.pop() ?? '';
    messages.push(...lines.map((line) => JSON.parse(line) as Message));
    wake();
  });
  child.stdout.on('end', () => {
    ended = true;
    wake();
  });
  child.stdin.on('error', () => undefined); // it may be killed while we write
  child.stderr.resume();
  const exit = new Promise<number | string | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal)),
  );
  return {
    child,
    exit,
    send: (message) => child.stdin.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`),
    async next() {
      while (messages.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      return messages.shift();
    },
  };
}

/** A complete response to an ask: always the same for the same question and order. */
export function anyResponse(ask: Message): unknown {
  if (ask.kind === 'cloze') return ask.accepts === 'number' ? '3' : 'shard';
  if (ask.kind === 'matching')
    return Object.fromEntries(ask.left.map((left: Message, at: number) => [left.id, ask.right[at].id]));
  return ask.options.slice(0, ask.choose ?? ask.options.length).map((option: Message) => option.id);
}

/** Sits a headless session to its end, whatever was answered before; `respond` may answer as it likes. All messages, in order. */
export async function sitThrough(
  session: Headless,
  respond: (ask: Message) => unknown = anyResponse,
): Promise<Message[]> {
  const seen: Message[] = [];
  const answered = new Set<number>();
  for (let message = await session.next(); message; message = await session.next()) {
    seen.push(message);
    if (message.type !== 'ask') continue;
    const { slot, of, response } = message;
    answered.add(slot);
    if (response === null) session.send({ type: 'respond', slot, response: respond(message) });
    else if (answered.size < of) session.send({ type: 'move', to: (slot % of) + 1 });
    else session.send({ type: 'finish' });
  }
  return seen;
}
