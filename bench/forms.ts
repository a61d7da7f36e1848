// How long a paper of 65 takes to be drawn by the blueprint, once the bank is open: ms, the median of eleven.
import { openBank } from '../src/bank/bank.ts';
import { draw } from '../src/core/form.ts';

export async function main([bankFolder = '', cache]: readonly string[]): Promise<void> {
  const { facts, exams } = await openBank(bankFolder, cache);
  const [blueprint] = exams;
  if (!blueprint) throw new Error('the bank has no exam');
  const times = Array.from({ length: 11 }, (_, seed) => {
    const started = process.hrtime.bigint();
    draw(blueprint, facts, 65, String(seed));
    return Number(process.hrtime.bigint() - started) / 1e6;
  });
  process.stdout.write(String(times.toSorted((a, b) => a - b)[5]));
}
