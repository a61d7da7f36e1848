// What a bank's size costs: the first question, compiling, checking, exporting, importing, drawing a paper.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileName, writeBank } from './banks.js';
import { ASKED, bin, median, root, rounds, run, scratch, warm } from './measure.js';
import { records } from './seeded.js';
import { growth, row } from './table.js';

const cold = join(scratch, 'cold-banks');

/** `growing`: the sizes that are compiled, checked and exported, each once. `compiled`: the one that is compiled beside a parse of it. */
export function bankSections({ times, sizes, growing, compiled }) {
  const banks = Object.fromEntries(
    [...sizes, ...growing, compiled].map((n) => [n, writeBank(join(scratch, `bank-${n}`), n)]),
  );
  return [firstQuestion(banks, sizes, times), work(banks, growing), compiling(banks, compiled, times > 5 ? 3 : 1)];
}

function firstQuestion(banks, sizes, times) {
  const data = join(scratch, 'data');
  const before = () => rmSync(data, { recursive: true, force: true });
  const jobs = { bare: { args: ['-e', '0'] } };
  for (const n of sizes)
    jobs[n] = { args: [bin, 'drill', '--jsonl', '-n', '1', '--bank', banks[n]], before, until: ASKED };
  for (const n of sizes) warm(jobs[n]);
  const medians = rounds(jobs, times);
  const small = medians[sizes[0]];
  const marks = { 10000: { goal: 1.3, ceiling: 1.6 } };
  const rows = sizes.slice(1).map((n) => {
    const { wall, cpu } = medians[n];
    const aside = `${wall.toFixed(0)} ms, ${cpu.toFixed(0)} ms of processor; ${(cpu / medians.bare.cpu).toFixed(1)} x bare Node`;
    return row(`first question of ${n}, by that of ${sizes[0]}`, cpu / small.cpu, { ...marks[n], aside });
  });
  const memory = sizes.map((n) =>
    row(`most memory, ${n} questions, by bare Node`, medians[n].memory / medians.bare.memory, {
      ...(n === 10_000 && { goal: 1.3, ceiling: 1.6 }),
      aside: `${medians[n].memory.toFixed(0)} MB`,
    }),
  );
  return { title: 'First question by size of the bank, warm', rows: [...rows, ...memory] };
}

/** Each once, because each is long: what a question costs in a large bank, by what it costs in one a tenth of its size. */
function work(banks, large) {
  const env = { XDG_CACHE_HOME: cold };
  const drill = (n) => run({ args: [bin, 'drill', '--jsonl', '-n', '1', '--bank', banks[n]], env });
  /** Work on a bank of `n` that was compiled before. */
  const compiled = (work) => (n) => {
    drill(n);
    return work(n);
  };
  const kinds = {
    'compile all and ask': (n) => {
      rmSync(cold, { recursive: true, force: true });
      return drill(n);
    },
    check: compiled((n) => checked(banks[n], env)),
    'export as JSON': compiled((n) =>
      run({ args: [bin, 'export', '--output', join(scratch, 'out.json'), '--bank', banks[n]], env }),
    ),
    'import as GIFT': imported,
    'export as GIFT': compiled((n) =>
      run({
        args: [bin, 'export', '--format', 'gift', '--output', join(scratch, 'out.gift'), '--bank', banks[n]],
        env,
      }),
    ),
    'draw 65 by the blueprint': (n) => {
      const script = `require(${JSON.stringify(join(root, 'build/forms.cjs'))}).main([${JSON.stringify(banks[n])}, ${JSON.stringify(join(scratch, 'forms-cache'))}])`;
      return { cpu: Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) };
    },
  };
  const rows = Object.entries(kinds).flatMap(([what, measure]) => {
    const found = large.map((n) => {
      rmSync(join(scratch, 'out.json'), { force: true });
      rmSync(join(scratch, 'out.gift'), { force: true });
      return { n, ...measure(n) }; // what measures less than all says so
    });
    return growth(`${what}: a question`, found);
  });
  return {
    title: 'Work that grows with the bank',
    note: 'About 1 is linear; less than 1: the start weighs less.',
    rows,
  };
}

/** A check finds what it finds: both ends are good. */
function checked(bank, env) {
  try {
    return run({ args: [bin, 'check', '--json', '--bank', bank], env });
  } catch {
    return run({ args: [bin, 'check', '--json', '--bank', bank], env, status: 1 });
  }
}

function imported(n) {
  const [file, bank] = [join(scratch, 'in.gift'), join(scratch, 'imported')];
  rmSync(bank, { recursive: true, force: true });
  let text = '';
  for (const { stem, options, key } of records(n))
    text += `${stem.replace(':', '\\:')} {${options.map((option, i) => `${i === key ? '=' : '~'}${option}`).join(' ')}}\n\n`;
  writeFileSync(file, text);
  return { n, ...run({ args: [bin, 'import', file, '--bank', bank, '--json'] }) };
}

const PARSE = `const { parseDocument } = require('yaml'); const { readFileSync, readdirSync } = require('node:fs');
for (const name of readdirSync(process.argv[1])) if (/^q/.test(name)) parseDocument(readFileSync(process.argv[1] + '/' + name, 'utf8'), { schema: 'failsafe' });`;

/** Compiling everything, and what an edit costs, beside one parse of the same YAML. */
function compiling(banks, n, times) {
  const bank = banks[n];
  const env = { XDG_CACHE_HOME: join(scratch, 'edited') };
  const drill = { args: [bin, 'stats', '--json', '--bank', bank], env };
  const path = join(bank, fileName(0));
  const source = readFileSync(path, 'utf8');
  const files = readdirSync(bank).length - 2;
  const kept = join(env.XDG_CACHE_HOME, 'notes-quiz');
  const forget = () => {
    if (existsSync(kept)) for (const name of readdirSync(kept)) if (name !== 'code') rmSync(join(kept, name));
  };
  const parses = [];
  const all = [];
  const edits = [];
  // The program's own code is compiled for every bank: it is no part of compiling one, and a small one has it compiled as well.
  warm({ ...drill, args: [bin, 'stats', '--json', '--bank', Object.values(banks)[0]], before: forget });
  for (let round = 0; round < times; round++) {
    parses.push(parsed(bank));
    forget();
    all.push(run(drill).cpu);
    writeFileSync(path, `${source}# ${round}\n`);
    edits.push(run(drill).cpu);
  }
  writeFileSync(path, source);
  const marks = n === 10_000 ? { all: { goal: 1.15, ceiling: 1.4 }, edit: { goal: 0.1, ceiling: 0.15 } } : {}; // of 100 files
  const [parse, whole, edit] = [median(parses), median(all), median(edits)];
  return {
    title: `Compiling ${n} questions in ${files} files`,
    rows: [
      row('all of them, by one parse of the same YAML', whole / parse, {
        ...marks.all,
        aside: `${(whole / 1000).toFixed(2)} s against ${(parse / 1000).toFixed(2)} s`,
      }),
      row('after an edit in one file, by all', edit / whole, {
        ...marks.edit,
        aside: `${edit.toFixed(0)} ms`,
      }),
    ],
  };
}

/** The parser lies in our node_modules, and is found from there. */
function parsed(bank) {
  return run({ args: ['-e', PARSE, bank], env: { NODE_PATH: join(root, 'node_modules') } }).cpu;
}
