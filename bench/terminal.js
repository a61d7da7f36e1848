// What a person at a terminal waits for, on a real pseudo-terminal. Wall time: medians of interleaved runs.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { bin, environment, median, STARTS_TO_WARM, scratch } from './measure.js';
import { row } from './table.js';

const KEYS = 40;

export async function terminalSection({ times, banks, watchedMs }) {
  const waits = { plain: [] };
  for (const n of Object.keys(banks)) waits[n] = [];
  for (const bank of Object.values(banks))
    for (let start = 0; start < STARTS_TO_WARM; start++) await leave([bin, 'drill', '-n', '1', '--bank', bank]);
  for (let round = 0; round < times; round++) {
    const taken = { plain: await untilSeen(['-e', "console.log('Number')"]) };
    for (const [n, bank] of Object.entries(banks))
      taken[n] = await untilSeen([bin, 'drill', '-n', '1', '--bank', bank]);
    for (const [name, ms] of Object.entries(taken)) waits[name].push(ms);
  }
  const marks = {
    120: { goal: 1.8, ceiling: 2.4 },
    10000: { goal: 2.2, ceiling: 3 },
    100000: { goal: 4.5, ceiling: 7 },
  };
  const plain = median(waits.plain);
  const firsts = Object.keys(banks).map((n) =>
    row(`first question on a terminal, ${n} questions, by Node printing a line`, median(waits[n]) / plain, {
      ...marks[n],
      aside: `${median(waits[n]).toFixed(0)} ms`,
    }),
  );
  return {
    title: 'At a terminal',
    note: 'Wall time, which busy neighbours stretch.',
    rows: [...firsts, ...(await atWork(Object.values(banks)[0], watchedMs))],
  };
}

function open(args, program = process.execPath) {
  rmSync(join(scratch, 'data'), { recursive: true, force: true });
  return spawn(program, args, { cols: 80, rows: 24, env: { ...environment(), TERM: 'xterm-256color' } });
}

/** Sits down, looks, and leaves as a person does: a program that is killed keeps nothing for its next start. */
export function leave(args, program) {
  return new Promise((resolve) => {
    const terminal = open(args, program);
    let seen = '';
    terminal.onData((data) => {
      if (!seen.includes('Number') && (seen + data).includes('Number')) setTimeout(() => terminal.write('q'), 1000);
      seen += data;
    });
    terminal.onExit(() => resolve());
  });
}

/** How long until the question stands there, in ms. */
export function untilSeen(args, program) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const terminal = open(args, program);
    terminal.onExit(({ exitCode }) => reject(new Error(`${args.join(' ')} ended with ${exitCode}: ${seen}`)));
    let seen = '';
    terminal.onData((data) => {
      seen += data;
      if (!seen.includes('Number')) return;
      resolve(Number(process.hrtime.bigint() - started) / 1e6);
      terminal.kill('SIGKILL');
    });
  });
}

/** An open question: what the ticking clock costs, and how fast keys show. */
async function atWork(bank, watchedMs) {
  const terminal = open([bin, 'drill', '-n', '1', '--bank', bank]);
  let arrived = () => undefined;
  terminal.onData(() => arrived());
  await wait(3000); // what a start leaves for later is done by then
  const before = busyMs(terminal.pid);
  await wait(watchedMs);
  const share = before === undefined ? undefined : (busyMs(terminal.pid) - before) / watchedMs;
  const keys = [];
  for (let key = 0; key < KEYS; key++) {
    const shown = new Promise((resolve) => {
      arrived = resolve;
    });
    const started = process.hrtime.bigint();
    terminal.write(key % 2 === 0 ? '\u001b[B' : '\u001b[A');
    await Promise.race([shown, wait(1000)]);
    keys.push(Number(process.hrtime.bigint() - started) / 1e6);
    await wait(60);
  }
  terminal.kill('SIGKILL');
  const late = keys.toSorted((a, b) => a - b)[Math.floor(KEYS * 0.95)];
  return [
    ...(share === undefined
      ? []
      : [row('an idle question with its clock, share of a core', 100 * share, { goal: 0.2, ceiling: 0.5, unit: '%' })]),
    row('key to repaint, median', median(keys), { goal: 1, ceiling: 5, unit: 'ms' }),
    row('key to repaint, 95 of 100', late, { goal: 3, ceiling: 15, unit: 'ms' }),
  ];
}

/** Processor time of all threads so far, in ms; undefined where the system does not tell. */
function busyMs(pid) {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    return tasks.reduce(
      (sum, task) => sum + Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
      0,
    );
  } catch {
    return undefined;
  }
}
