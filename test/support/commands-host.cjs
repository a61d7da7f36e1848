// Runs one command after the other in one process, each loaded anew from bin/quiz.js: see one-process.ts.
'use strict';
const { closeSync, openSync, ReadStream, readSync, writeSync } = require('node:fs');
const [, , bin, requests, replies] = process.argv;
const boot = require.resolve('../../dist/boot.cjs');
const [incoming, outgoing] = [openSync(requests, 'r'), openSync(replies, 'w')];

const LINE_FEED = 10;

/** Whether a command is running: then its end is to be told. */
let isRunning = false;

process.on('beforeExit', (code) => {
  if (isRunning) reply({ code });
  const request = nextRequest();
  if (request === undefined) process.exit(0);
  setImmediate(run, request); // else Node takes the loop for over, and ends without coming here again
});
process.on('exit', (code) => {
  if (isRunning) reply({ code, isLast: true });
});
const own = new Map(process.eventNames().map((event) => [event, process.listeners(event)]));

function run({ args, env, folder, ends }) {
  for (const event of process.eventNames())
    for (const listener of process.listeners(event))
      if (!own.get(event)?.includes(listener)) process.removeListener(event, listener);
  for (const [descriptor, [path, flags]] of ends.entries()) {
    closeSync(descriptor);
    openSync(path, flags); // the lowest number that is free: the one that was closed
  }
  const input = new ReadStream('', { fd: 0, autoClose: false }); // as Node makes it for a file, but for each command
  Object.defineProperty(process, 'stdin', { configurable: true, enumerable: true, get: () => input });
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(folder);
  process.argv = [process.execPath, bin, ...args];
  process.exitCode = undefined;
  isRunning = true;
  for (const path of [bin, boot]) delete require.cache[path];
  require(bin);
}

function reply(told) {
  isRunning = false;
  writeSync(outgoing, `${JSON.stringify(told)}\n`);
}

/** The next command; undefined where nobody is there any more. Nothing else is to be done meanwhile. */
function nextRequest() {
  const parts = [];
  while (parts.at(-1)?.at(-1) !== LINE_FEED) {
    const bytes = Buffer.alloc(65_536);
    const length = readSync(incoming, bytes);
    if (length === 0) return undefined;
    parts.push(bytes.subarray(0, length));
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
