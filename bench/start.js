// How long commands take to start, beside bare Node.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ASKED, bin, rounds, scratch, warm } from './measure.js';
import { row } from './table.js';

const LEFT = 7;

export function startSection({ times, bank120 }) {
  const data = join(scratch, 'data');
  const anew = () => rmSync(data, { recursive: true, force: true });
  const drill = { args: [bin, 'drill', '--jsonl', '-n', '1'], before: anew, until: ASKED };
  const jobs = {
    bare: { args: ['-e', '0'] },
    version: { args: [bin, '--version'] },
    help: { args: [bin, '--help'] },
    drill120: { ...drill, args: [...drill.args, '--bank', bank120] },
    drill,
    cold: {
      ...drill,
      env: { XDG_CACHE_HOME: join(scratch, 'cold') },
      before: () => rmSync(join(scratch, 'cold'), { recursive: true, force: true }),
    },
    exam: { args: [bin, 'exam', '--jsonl'], status: LEFT, before: anew, until: ASKED },
    tab: { args: [bin, 'complete', '--', 'dr'] },
    topics: { args: [bin, 'complete', '--', 'drill', 'kin'] },
    home: { args: [bin] },
    stats: { args: [bin, 'stats', '--json'] },
  };
  for (const name of ['version', 'help', 'drill', 'drill120', 'exam', 'home', 'stats', 'tab', 'topics'])
    warm(jobs[name]);
  const medians = rounds(jobs, times);
  const of = (name, what, marks) => {
    const { wall, cpu, memory } = medians[name];
    const aside = `${wall.toFixed(0)} ms, ${cpu.toFixed(0)} ms of processor, ${memory.toFixed(0)} MB; wall ${(wall / medians.bare.wall).toFixed(2)} x`;
    return row(what, cpu / medians.bare.cpu, { ...marks, aside });
  };
  return {
    title: 'Start, by bare Node',
    note: '`node -e 0` is 1. Processor time of the whole process, all threads, which the neighbours disturb least; until the first question is written, or to the end.',
    rows: [
      of('bare', '`node -e 0`', {}),
      of('version', '`--version`', { goal: 1.1, ceiling: 1.3 }),
      of('help', '`--help`', { goal: 1.45, ceiling: 1.8 }),
      of('drill120', 'first question of a drill, 120 questions, warm', { goal: 1.55, ceiling: 1.9 }),
      of('drill', 'first question of a drill, shipped bank, warm', {}),
      of('cold', 'first question of a drill, shipped bank, nothing compiled', {}),
      of('exam', 'first question of a mock exam, shipped bank, warm', {}),
      of('tab', 'Tab after a part of a command', { goal: 1.4, ceiling: 1.8 }),
      of('topics', 'Tab after a part of a topic, shipped bank, warm', {}),
      of('home', 'home without a terminal', {}),
      of('stats', '`stats --json`', {}),
    ],
  };
}
