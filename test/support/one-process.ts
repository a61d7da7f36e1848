// Runs the built program as `quiz` of quiz.ts does, but many commands in one process, one after the other: a fifth of the time. Each loads
// all of bin/quiz.js anew, reads its input from a file and writes into files; what they share is the process and the engine's compiled code.
// What is a fact of a process (how it starts, a signal, a pipe, two at once) needs one of its own. test/e2e/one-process.test.ts compares both.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { folderWith } from './folders.ts';
import { BIN, environment, type Outcome, quiz as quizAlone, tempFolder } from './quiz.ts';

const HOST = join(import.meta.dirname, 'commands-host.cjs');

/** A process that waits for commands, and the ends of the pipes to it and from it. */
interface Host {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly requests: number;
  readonly replies: number;
}

interface Reply {
  readonly code: number;
  /** The command ended the process. */
  readonly isLast?: boolean;
}

/**
 * `quiz` for the tests of one file. What Node itself reads when it starts gets a process of its own. A session that is left belongs to the
 * process that all share: to another one it looks as if somebody sat there.
 */
export function inOneProcess(): typeof quizAlone {
  if (process.platform === 'win32') return quizAlone; // its named pipes lie in no folder
  let host: Host | undefined;
  afterAll(async () => {
    if (host) await ended(host);
  });
  return (args, options = {}) => {
    if (options.env?.NODE_OPTIONS !== undefined) return quizAlone(args, options);
    host ??= begun();
    const [outcome, isLast] = run(host, args, options);
    if (isLast) {
      close(host);
      host = undefined;
    }
    return outcome;
  };
}

function run(
  host: Host,
  args: readonly string[],
  { data = tempFolder(), input = '', env }: NonNullable<Parameters<typeof quizAlone>[1]>,
): readonly [Outcome, isLast: boolean | undefined] {
  const [given, out, err] = ['in', 'out', 'err'].map((name) => join(host.folder, name)) as [string, string, string];
  writeFileSync(given, input);
  const ends = [[given, 'r'], ...[out, err].map((file) => [file, 'w'])];
  writeSync(host.requests, `${JSON.stringify({ args, env: environment(data, env), folder: data, ends })}\n`);
  const { code, isLast } = replyFrom(host);
  return [{ code, out: readFileSync(out, 'utf8'), err: readFileSync(err, 'utf8') }, isLast];
}

function begun(): Host {
  const folder = folderWith();
  const pipes = ['requests', 'replies'].map((name) => join(folder, name));
  spawnSync('mkfifo', pipes);
  const child = spawn(process.execPath, [HOST, BIN, ...pipes], { stdio: 'ignore' });
  const [requests = '', replies = ''] = pipes;
  // The first is opened for both, so that nobody has to be there yet; the second ends when the process does.
  return { child, folder, requests: openSync(requests, 'r+'), replies: openSync(replies, 'r') };
}

/** What is told of a command; where that was the last, when the process is gone. */
function replyFrom({ replies }: Host): Reply {
  const bytes = Buffer.alloc(256);
  let text = '';
  for (;;) {
    const length = readSync(replies, bytes);
    text += bytes.toString('utf8', 0, length);
    if (length === 0 && !text.endsWith('\n')) throw new Error('the process of the commands was killed');
    if (!text.endsWith('\n')) continue;
    const reply = JSON.parse(text) as Reply; // the host writes nothing else
    if (!reply.isLast || length === 0) return reply;
  }
}

function close({ requests, replies }: Host): void {
  closeSync(requests);
  closeSync(replies);
}

async function ended(host: Host): Promise<void> {
  const exit = new Promise((resolve) => host.child.once('exit', resolve));
  close(host);
  await exit;
}
