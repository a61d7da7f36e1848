// How long a paper of 65 takes to be drawn by the blueprint, once the bank is open: ms of processor time, the mean of eleven.
import { openBank } from '../src/bank/bank.ts';
import { draw } from '../src/core/papers/draw.ts';

const PAPERS = 11;

export async function main([bankFolder = '', cache]: readonly string[]): Promise<void> {
  const { facts, exams } = await openBank(bankFolder, cache);
  const [blueprint] = exams;
  if (!blueprint) throw new Error('the bank has no exam');
  const before = process.cpuUsage();
  for (let seed = 0; seed < PAPERS; seed++) draw(blueprint, facts, blueprint.questions, String(seed));
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String((user + system) / 1000 / PAPERS));
}
