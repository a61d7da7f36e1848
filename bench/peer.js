// A peer beside us, on the same questions: canadian-ham-exam of Debian (Python; no clock and no records), the fastest one that was
// found. It is taken from the distribution into a temporary folder, and left out where that cannot be reached.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, scratch } from './measure.js';
import { records } from './seeded.js';
import { row } from './table.js';
import { untilSeen } from './terminal.js';

const PEER = 'canadian-ham-exam';
const PATIENCE_MS = 60_000;

export async function peerSection({ times, banks }) {
  const title = `Beside ${PEER}, first question on a terminal`;
  const program = fetched();
  if (!program) return { title, note: 'It could not be had here: no apt-get, no network or no Python.', rows: [] };
  const rows = [];
  for (const [n, { args }] of Object.entries(banks)) {
    const file = join(scratch, `peer-${n}.txt`);
    writeFileSync(file, ['id;question', ...[...records(Number(n))].map(lineOf)].join('\n'));
    const [ours, theirs] = [[], []];
    for (let round = 0; round <= times; round++) {
      const taken = [await untilSeen(args), await untilSeen([program, '-n', '1', file], '/usr/bin/python3')];
      if (round === 0) continue; // warms the caches
      ours.push(taken[0]);
      theirs.push(taken[1]);
    }
    const aside = `${median(ours).toFixed(0)} ms against ${median(theirs).toFixed(0)} ms`;
    rows.push(row(`${n} questions, ours by theirs`, median(ours) / median(theirs), { aside }));
  }
  return { title, note: 'The same questions, in its own format. It starts no clock and keeps no records.', rows };
}

/** The program out of the distribution's package; undefined where it cannot be had. */
function fetched() {
  const folder = join(scratch, 'peer');
  mkdirSync(folder, { recursive: true });
  const inFolder = { cwd: folder, timeout: PATIENCE_MS };
  spawnSync('apt-get', ['download', PEER], inFolder);
  const name = readdirSync(folder).find((entry) => entry.endsWith('.deb'));
  if (name === undefined) return undefined;
  spawnSync('dpkg', ['-x', name, '.'], inFolder);
  const program = join(folder, 'usr/bin', PEER);
  return existsSync(program) && existsSync('/usr/bin/python3') ? program : undefined;
}

/** Number; question; the right answer; three wrong ones; the same in French. */
function lineOf({ stem, options, key }, index) {
  const wrong = options.filter((_, at) => at !== key);
  const words = [stem, options[key], ...wrong].join(';');
  return `B-${String((index % 8) + 1).padStart(3, '0')}-001-${index};${words};${words}`;
}
