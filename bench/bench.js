// npm run bench [-- --quick | --long]: how fast the program is, in one run with bare Node, the plainest program that does a part of its
// work, and a peer where one can be had. Writes bench/results.md; ends with 1 where a ceiling is broken.
import { rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { bankSections } from './bank-sizes.js';
import { writeBank } from './banks.js';
import { historySections } from './history-sizes.js';
import { bin, root, scratch } from './measure.js';
import { packageSection } from './package.js';
import { peerSection } from './peer.js';
import { startSection } from './start.js';
import { asMarkdown, isBroken } from './table.js';
import { terminalSection } from './terminal.js';

/** A look of about a minute: fewer rounds, and 10,000 questions are compiled once, to be asked from. */
const isQuick = process.argv.includes('--quick');
/** Compiles, checks, imports and exports 100,000 questions too, which takes two minutes more. */
const isLong = process.argv.includes('--long');
const plan = isQuick
  ? {
      times: 3,
      banks: [120, 10_000],
      compiled: 500,
      growing: [250, 500],
      histories: [1000, 10_000],
      atTerminal: [120, 10_000],
      watchedMs: 3000,
    }
  : {
      times: 21,
      banks: [120, 1000, 10_000, 100_000],
      compiled: 10_000,
      growing: isLong ? [1000, 10_000, 100_000] : [1000, 10_000],
      histories: [1000, 10_000, 100_000, 1_000_000],
      atTerminal: [120, 10_000, 100_000],
      watchedMs: 20_000, // the collector comes once in a while
    };

try {
  const bankOf = (n) => writeBank(join(scratch, `bank-${n}`), n);
  const sections = [startSection({ times: plan.times, bank120: bankOf(120) })];
  sections.push(
    ...bankSections({ times: plan.times, sizes: plan.banks, growing: plan.growing, compiled: plan.compiled }),
  );
  sections.push(...(await historySections({ times: plan.times, sizes: plan.histories })));
  const banks = Object.fromEntries(plan.atTerminal.map((n) => [n, bankOf(n)]));
  sections.push(await terminalSection({ times: plan.times, banks, watchedMs: plan.watchedMs }));
  const peers = plan.atTerminal.filter((n) => n <= 10_000);
  const ours = (n) => ({ args: [bin, 'drill', '-n', '1', '--bank', bankOf(n)] });
  sections.push(await peerSection({ times: plan.times, banks: Object.fromEntries(peers.map((n) => [n, ours(n)])) }));
  sections.push(packageSection());
  const text = asMarkdown(sections, head());
  console.log(text);
  if (!isQuick) writeFileSync(join(root, 'bench/results.md'), text);
  const broken = sections.flatMap(({ rows }) => rows).filter(isBroken);
  for (const { what, value, ceiling } of broken)
    console.error(`over its ceiling of ${ceiling}: ${what}, ${value.toFixed(2)}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function head() {
  const [cpu] = cpus();
  return `# What the bench found

\`npm run bench${isQuick ? ' -- --quick' : isLong ? ' -- --long' : ''}\` on Node ${process.version}, ${cpus().length} x ${cpu?.model ?? 'unknown processor'}. Medians of ${plan.times} interleaved rounds
where a thing is short, one run where it is long. Ratios are of one run and hold elsewhere; the times beside them are this machine's.
`;
}
